namespace Beleg.Reports.Charts;

/// <summary>A chart as a table: everything it shows, for whoever cannot or would not look at the picture.</summary>
/// <param name="Head">Names of the columns, the category first.</param>
/// <param name="Rows">One row a category; of a single whole, one row a part.</param>
/// <param name="Values">The number written in each place of a row; null where that is a name, a pair or none.</param>
/// <param name="Hrefs">Where the rows behind that number are; null where there are none.</param>
public sealed record ChartTable(
    IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<IReadOnlyList<decimal?>> Values, IReadOnlyList<IReadOnlyList<string?>> Hrefs)
{
    /// <summary>The table of a chart, written in a language.</summary>
    public static ChartTable Of(Chart chart, ReportLanguage language)
    {
        if (chart.Kind == ChartKind.Share && chart.Categories.Count == 1)
            return OfParts(chart, language);
        var columns = chart.Series.SelectMany(series => Columns(chart, series, language)).ToList();
        return new ChartTable(
            [chart.CategoryName.In(language.Code), .. columns.Select(column => column.Name)],
            [.. chart.Categories.Select((category, i) => (IReadOnlyList<string>)[category.Label.In(language.Code), .. columns.Select(column => column.Text(i))])],
            [.. chart.Categories.Select((_, i) => (IReadOnlyList<decimal?>)[null, .. columns.Select(column => column.Value(i))])],
            [.. chart.Categories.Select((_, i) => (IReadOnlyList<string?>)[null, .. columns.Select(column => column.Value(i) is null ? null : column.Hrefs?[i])])]);
    }

    // One whole: a row for each of its parts, since a row of twice as many columns as there are parts is wider than any page.
    private static ChartTable OfParts(Chart chart, ReportLanguage language) => new(
        [chart.CategoryName.In(language.Code), chart.Categories[0].Label.In(language.Code), language.Pick("Share", "Anteil")],
        [.. chart.Series.Select(series => (IReadOnlyList<string>)[
            series.Name.In(language.Code), ChartFormat.Full(chart, series.Values[0], language), ShareOf(chart, series, 0) is { } share ? language.Share(share) : ReportLanguage.None])],
        [.. chart.Series.Select(series => (IReadOnlyList<decimal?>)[null, series.Values[0], ShareOf(chart, series, 0)])],
        [.. chart.Series.Select(series => (IReadOnlyList<string?>)[null, series.Values[0] is null ? null : series.Hrefs?[0], null])]);

    private static IEnumerable<(string Name, Func<int, string> Text, Func<int, decimal?> Value, IReadOnlyList<string?>? Hrefs)> Columns(Chart chart, ChartSeries series, ReportLanguage language)
    {
        var name = series.Name.In(language.Code);
        yield return (name, i => chart.Kind == ChartKind.Waterfall && !chart.Categories[i].IsTotal
            ? ChartFormat.Signed(chart, series.Values[i], language) : ChartFormat.Full(chart, series.Values[i], language), i => series.Values[i], series.Hrefs);
        if (series.Low is { } low && series.High is { } high)
            yield return (series.RangeName.In(language.Code), i => low[i] is null || high[i] is null
                ? ReportLanguage.None : $"{ChartFormat.Full(chart, low[i], language)} – {ChartFormat.Full(chart, high[i], language)}", _ => null, null);
        if (chart.Kind == ChartKind.Funnel)
            yield return (language.Pick("Of the first step", "Vom ersten Schritt"), i => series.Values[i] is { } value && series.Values[0] is > 0 and var first ? language.Share(value / first) : ReportLanguage.None, i => series.Values[0] is > 0 and var first ? series.Values[i] / first : null, null);
        if (chart.Kind == ChartKind.Share)
            yield return (language.Pick($"{name}, share", $"{name}, Anteil"), i => ShareOf(chart, series, i) is { } share ? language.Share(share) : ReportLanguage.None, i => ShareOf(chart, series, i), null);
    }

    /// <summary>A series' part of the whole of a category; null where there is no whole.</summary>
    internal static decimal? ShareOf(Chart chart, ChartSeries series, int category)
    {
        var whole = chart.Series.Sum(other => other.Values[category] ?? 0);
        return whole > 0 ? (series.Values[category] ?? 0) / whole : null;
    }
}
