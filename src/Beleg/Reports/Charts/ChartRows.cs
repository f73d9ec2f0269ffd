namespace Beleg.Reports.Charts;

/// <summary>Draws kinds that give each category a row: its label and value above, its bar below.</summary>
internal static class ChartRows
{
    public const int RowHeight = 42;

    /// <summary>A single bar of parts has no label above it: the chart's title is one.</summary>
    public const int LoneShareHeight = 18;

    private const double Text = 15;
    private const double BarTop = 23;
    private const double BarHeight = 10;

    public static Markup Bars(Chart chart, ReportLanguage language)
    {
        var scale = Whole(chart);
        return Rows(chart, (i, top) =>
        {
            var (series, value) = (chart.Series[0], chart.Series[0].Values[i]);
            var beside = chart.Series.Count > 1 && chart.Series[1].Values[i] is { } other
                ? Markup.Of($"""<rect class="bar {ChartSvg.Tone(chart.Series[1].Tone)}" x="{ChartSvg.Percent(scale.Place(Math.Min(0, other)))}" width="{ChartSvg.Percent(Math.Abs(scale.Place(other) - scale.Place(0)))}" y="{ChartSvg.Number(top + BarTop + BarHeight)}" height="3"/>""") : Markup.Empty;
            return Markup.Join([Head(chart, i, top, ChartFormat.Full(chart, value, language), language), Track(top), value is { } known ? Bar(series.Tone, scale, Math.Min(0, known), Math.Max(0, known), top) : Markup.Empty, beside, Whisker(series, i, scale, top)]);
        });
    }

    public static Markup Funnel(Chart chart, ReportLanguage language)
    {
        var series = chart.Series[0];
        var first = series.Values.OfType<decimal>().DefaultIfEmpty(0).Max();
        var scale = new ChartScale(0, first > 0 ? first : 1, []);
        return Rows(chart, (i, top) =>
        {
            var value = series.Values[i] ?? 0;
            var before = i > 0 ? series.Values[i - 1] ?? 0 : value;
            var share = first > 0 ? " · " + language.Share(value / first) : "";
            // What the step before still had and this one has not: the loss is seen, not inferred.
            var lost = before > value ? Markup.Of($"""<rect class="lost" x="{ChartSvg.Percent(scale.Place(value))}" width="{ChartSvg.Percent(scale.Place(before) - scale.Place(value))}" y="{ChartSvg.Number(top + BarTop)}" height="{ChartSvg.Number(BarHeight)}"/>""") : Markup.Empty;
            return Markup.Join([Head(chart, i, top, ChartFormat.Full(chart, value, language) + share, language), Track(top), lost, Bar(series.Tone, scale, 0, value, top)]);
        });
    }

    public static Markup Waterfall(Chart chart, ReportLanguage language)
    {
        var ends = ChartWaterfall.Ends(chart);
        var all = ends.SelectMany(end => new[] { end.From, end.To }).Append(0).ToList();
        var scale = new ChartScale(all.Min(), all.Max() > all.Min() ? all.Max() : all.Min() + 1, []);
        return Rows(chart, (i, top) =>
        {
            var (from, to) = ends[i];
            var value = chart.Series[0].Values[i];
            var tone = ChartWaterfall.ToneOf(chart, i);
            var link = i > 0 && !chart.Categories[i].IsTotal
                ? Markup.Of($"""<line class="link" x1="{ChartSvg.Percent(scale.Place(from))}" x2="{ChartSvg.Percent(scale.Place(from))}" y1="{ChartSvg.Number(top - RowHeight + BarTop + BarHeight)}" y2="{ChartSvg.Number(top + BarTop)}"/>""") : Markup.Empty;
            var text = chart.Categories[i].IsTotal ? ChartFormat.Full(chart, value, language) : ChartFormat.Signed(chart, value, language);
            return Markup.Join([link, Head(chart, i, top, text, language), Bar(tone, scale, Math.Min(from, to), Math.Max(from, to), top)]);
        });
    }

    public static Markup Shares(Chart chart, ReportLanguage language)
    {
        var alone = chart.Categories.Count == 1;
        return Rows(chart, (i, top) =>
        {
            var at = 0d;
            var parts = chart.Series.Select(series =>
            {
                var share = (double)(ChartTable.ShareOf(chart, series, i) ?? 0);
                var y = alone ? 3 : top + BarTop;
                var part = Markup.Of($"""<rect class="bar part {ChartSvg.Tone(series.Tone)}" x="{ChartSvg.Percent(at)}" width="{ChartSvg.Percent(share)}" y="{ChartSvg.Number(y)}" height="{ChartSvg.Number(alone ? 12 : BarHeight)}"><title>{series.Name.In(language.Code)}: {ChartFormat.Full(chart, series.Values[i], language)} ({language.Share((decimal)share)})</title></rect>""");
                at += share;
                return part;
            });
            var whole = chart.Series.Sum(series => series.Values[i] ?? 0);
            return Markup.Join([alone ? Markup.Empty : Head(chart, i, top, ChartFormat.Full(chart, whole, language), language), Markup.Join(parts)]);
        }, alone ? LoneShareHeight : RowHeight);
    }

    private static Markup Rows(Chart chart, Func<int, double, Markup> row, int height = RowHeight) => Markup.Join(chart.Categories.Select((_, i) => row(i, i * height)));

    private static Markup Head(Chart chart, int i, double top, string value, ReportLanguage language) => Markup.Of(
        $"""<text class="label" x="0" y="{ChartSvg.Number(top + Text)}">{Cut(chart.Categories[i].Label.In(language.Code))}</text><text class="value" text-anchor="end" x="100%" y="{ChartSvg.Number(top + Text)}">{value}</text>""");

    // SVG text neither wraps nor ends in an ellipsis; the table has the whole name.
    private static string Cut(string label)
    {
        const int most = 34;
        return label.Length <= most ? label : string.Concat(label.AsSpan(0, most - 1).TrimEnd(), "…");
    }

    private static Markup Track(double top) => Markup.Of($"""<rect class="track" x="0" width="100%" y="{ChartSvg.Number(top + BarTop)}" height="{ChartSvg.Number(BarHeight)}"/>""");

    private static Markup Bar(ChartTone tone, ChartScale scale, decimal from, decimal to, double top) => Markup.Of(
        $"""<rect class="bar {ChartSvg.Tone(tone)}" x="{ChartSvg.Percent(scale.Place(from))}" width="{ChartSvg.Percent(Math.Max(.002, scale.Place(to) - scale.Place(from)))}" y="{ChartSvg.Number(top + BarTop)}" height="{ChartSvg.Number(BarHeight)}"/>""");

    private static Markup Whisker(ChartSeries series, int i, ChartScale scale, double top) => series.Low?[i] is { } low && series.High?[i] is { } high
        ? Markup.Of($"""<line class="whisker" x1="{ChartSvg.Percent(scale.Place(low))}" x2="{ChartSvg.Percent(scale.Place(high))}" y1="{ChartSvg.Number(top + BarTop + BarHeight / 2)}" y2="{ChartSvg.Number(top + BarTop + BarHeight / 2)}"/>""") : Markup.Empty;

    private static ChartScale Whole(Chart chart)
    {
        var all = chart.Series.SelectMany(series => series.Values.Concat(series.High ?? []).Concat(series.Low ?? [])).OfType<decimal>().Append(0).ToList();
        return new ChartScale(all.Min(), all.Max() > all.Min() ? all.Max() : all.Min() + 1, []);
    }
}
