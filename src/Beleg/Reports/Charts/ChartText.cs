namespace Beleg.Reports.Charts;

/// <summary>A chart in words: what a screen reader says instead of the picture.</summary>
public static class ChartText
{
    private const int MostNamed = 5;

    /// <summary>One or two sentences with the figures that the picture shows at a glance.</summary>
    public static string Describe(Chart chart, ReportLanguage language)
    {
        var title = chart.Title.In(language.Code);
        if (chart.IsEmpty)
            return language.Pick($"{title}: no data.", $"{title}: keine Daten.");
        return title + ": " + chart.Kind switch
        {
            ChartKind.Line or ChartKind.Columns => Course(chart, language),
            ChartKind.Share => Parts(chart, language),
            ChartKind.Waterfall => Way(chart, language),
            _ => Ranks(chart, language),
        };
    }

    private static string Course(Chart chart, ReportLanguage language) => string.Join(" ", chart.Series.Where(series => series.Values.Any(value => value is not null)).Select(series =>
    {
        var known = series.Values.Select((value, i) => (Value: value, Name: Name(chart, i, language))).Where(point => point.Value is not null).ToList();
        var (first, last, low, high) = (known[0], known[^1], known.MinBy(point => point.Value), known.MaxBy(point => point.Value));
        string Full(decimal? value) => ChartFormat.Full(chart, value, language);
        var name = chart.Series.Count > 1 ? series.Name.In(language.Code) + " " : "";
        return known.Count == 1
            ? language.Pick($"{name}{Full(first.Value)} in {first.Name}.", $"{name}{Full(first.Value)} im Zeitraum {first.Name}.")
            : language.Pick(
                $"{name}from {Full(first.Value)} ({first.Name}) to {Full(last.Value)} ({last.Name}); lowest {Full(low.Value)} ({low.Name}), highest {Full(high.Value)} ({high.Name}).",
                $"{name}von {Full(first.Value)} ({first.Name}) auf {Full(last.Value)} ({last.Name}); niedrigster Wert {Full(low.Value)} ({low.Name}), höchster {Full(high.Value)} ({high.Name}).");
    }));

    private static string Parts(Chart chart, ReportLanguage language) => string.Join(" ", chart.Categories.Select((category, i) =>
        (chart.Categories.Count > 1 ? category.Label.In(language.Code) + ": " : "")
        + string.Join(", ", chart.Series.Where(series => series.Values[i] is > 0)
            .Select(series => $"{series.Name.In(language.Code)} {ChartFormat.Full(chart, series.Values[i], language)}{(ChartTable.ShareOf(chart, series, i) is { } share ? $" ({language.Share(share)})" : "")}")) + "."));

    private static string Ranks(Chart chart, ReportLanguage language)
    {
        var named = chart.Categories.Select((category, i) => $"{category.Label.In(language.Code)} {ChartFormat.Full(chart, chart.Series[0].Values[i], language)}").ToList();
        var rest = named.Count - MostNamed;
        return string.Join(", ", named.Take(MostNamed)) + (rest > 0 ? language.Pick($" and {rest} more.", $" und {rest} weitere.") : ".");
    }

    private static string Way(Chart chart, ReportLanguage language) => string.Join(", ", chart.Categories.Select((category, i) =>
        category.Label.In(language.Code) + " " + (category.IsTotal ? ChartFormat.Full(chart, chart.Series[0].Values[i], language) : ChartFormat.Signed(chart, chart.Series[0].Values[i], language)))) + ".";

    private static string Name(Chart chart, int category, ReportLanguage language) => chart.Categories[category].Label.In(language.Code);
}
