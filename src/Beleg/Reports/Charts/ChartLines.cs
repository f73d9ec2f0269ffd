namespace Beleg.Reports.Charts;

/// <summary>Draws lines with their bands: a gap where there is no value, a point where one stands alone.</summary>
internal static class ChartLines
{
    private const double Across = 1000;

    public static Markup Draw(Chart chart, ReportLanguage language)
    {
        var frame = new ChartFrame(chart, language, isBanded: false);
        var lines = Markup.Join(chart.Series.Select(series => Line(series, frame)));
        // Paths know no per cent: they are drawn in a box of their own that is stretched to the width, with strokes that are not.
        var box = Markup.Of($"""<svg x="0" y="0" width="100%" height="{ChartSvg.Number(chart.Height)}" viewBox="0 0 {ChartSvg.Number(Across)} {ChartSvg.Number(chart.Height)}" preserveAspectRatio="none">{lines}</svg>""");
        return Markup.Join([frame.Grid(), box, Markup.Join(chart.Series.Select(series => Points(series, frame))), frame.Words(), frame.Hovers()]);
    }

    private static Markup Line(ChartSeries series, ChartFrame frame)
    {
        var tone = ChartSvg.Tone(series.Tone);
        var band = series.Low is { } low && series.High is { } high
            ? Markup.Join(Runs(high).Select(run => Markup.Of($"""<path class="band {tone}" d="{Path(run, high, frame, 'M')}{Path(Enumerable.Reverse(run), low, frame, 'L')}Z"/>""")))
            : Markup.Empty;
        return Markup.Join([band, .. Runs(series.Values).Where(run => run.Count > 1).Select(run => Stroke(series, run, frame, tone))]);
    }

    private static Markup Stroke(ChartSeries series, List<int> run, ChartFrame frame, string tone)
    {
        var path = Path(run, series.Values, frame, 'M');
        var ground = ChartSvg.Number(frame.Y(0));
        var area = series.IsArea
            ? Markup.Of($"""<path class="area {tone}" d="{path}L{X(run[^1], frame)},{ground}L{X(run[0], frame)},{ground}Z"/>""") : Markup.Empty;
        return Markup.Of($"""{area}<path class="line {(series.IsDashed ? "dashed " : "")}{tone}" d="{path}"/>""");
    }

    /// <summary>The last point of all, and every point without a neighbour: a line of one point would not be seen.</summary>
    private static Markup Points(ChartSeries series, ChartFrame frame)
    {
        var runs = Runs(series.Values).ToList();
        var last = runs.Count > 0 && !series.IsDashed ? runs[^1][^1] : -1;
        return Markup.Join(runs.SelectMany(run => run.Count == 1 ? run : [.. run.Where(at => at == last)]).Select(at =>
            Markup.Of($"""<circle class="dot {ChartSvg.Tone(series.Tone)}" cx="{ChartSvg.Percent(frame.X(at))}" cy="{ChartSvg.Number(frame.Y(series.Values[at]!.Value))}" r="3.5"/>""")));
    }

    private static string Path(IEnumerable<int> places, IReadOnlyList<decimal?> values, ChartFrame frame, char first) => string.Concat(
        places.Select((at, i) => $"{(i == 0 ? first : 'L')}{X(at, frame)},{ChartSvg.Number(frame.Y(values[at] ?? 0))}"));

    private static string X(int at, ChartFrame frame) => ChartSvg.Number(frame.X(at) * Across);

    private static IEnumerable<List<int>> Runs(IReadOnlyList<decimal?> values)
    {
        var run = new List<int>();
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not null)
            {
                run.Add(i);
                continue;
            }

            if (run.Count > 0)
                yield return run;
            run = [];
        }

        if (run.Count > 0)
            yield return run;
    }
}
