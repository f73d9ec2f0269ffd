namespace Beleg.Reports.Charts;

/// <summary>Draws upright bars, those of one place side by side, each with the whisker of its interval.</summary>
internal static class ChartColumns
{
    private const double Filled = .68;

    public static Markup Draw(Chart chart, ReportLanguage language)
    {
        var frame = new ChartFrame(chart, language, isBanded: true);
        var bars = chart.Categories.SelectMany((_, place) => chart.Series.Select((series, order) => Bar(chart, series, place, order, frame)));
        return Markup.Join([frame.Grid(), Markup.Join(bars), frame.Words(), frame.Hovers()]);
    }

    private static Markup Bar(Chart chart, ChartSeries series, int place, int order, ChartFrame frame)
    {
        if (series.Values[place] is not { } value)
            return Markup.Empty;
        var width = Filled / chart.Categories.Count / chart.Series.Count;
        var left = frame.X(place) - Filled / chart.Categories.Count / 2 + order * width;
        var (top, ground) = (frame.Y(Math.Max(0, value)), frame.Y(Math.Min(0, value)));
        var bar = Markup.Of($"""<rect class="bar {ChartSvg.Tone(series.Tone)}{(value < 0 ? " under" : "")}{(place == chart.Categories.Count - 1 ? " newest" : "")}" x="{ChartSvg.Percent(left)}" width="{ChartSvg.Percent(width * .92)}" y="{ChartSvg.Number(top)}" height="{ChartSvg.Number(Math.Max(1, ground - top))}"/>""");
        return series.Low?[place] is { } low && series.High?[place] is { } high ? Markup.Join([bar, Whisker(left + width * .46, frame.Y(low), frame.Y(high))]) : bar;
    }

    private static Markup Whisker(double x, double low, double high) =>
        Markup.Of($"""<line class="whisker" x1="{ChartSvg.Percent(x)}" x2="{ChartSvg.Percent(x)}" y1="{ChartSvg.Number(low)}" y2="{ChartSvg.Number(high)}"/>""");
}
