namespace Beleg.Reports.Charts;

/// <summary>What line and column charts share: grid, axis texts, marks, and a hover text over each place.</summary>
internal sealed class ChartFrame(Chart chart, ReportLanguage language, bool isBanded)
{
    private const double SmallTop = 4;
    private const double WholeTop = 22;
    private const double SmallBottom = 18;
    private const double WholeBottom = 26;
    private const double TickGap = 5;

    /// <summary>Part of the width left to the axis texts of a line chart, so that no line runs through a number.</summary>
    private const double Gutter = .1;

    /// <summary>From the middle of a small letter to its foot.</summary>
    private const double HalfALetter = 4;

    /// <summary>More ticks than this overlap on a phone: the others are hidden there.</summary>
    private const int TicksOnAPhone = 5;

    private const int TicksAtAll = 13;

    public ChartScale Scale { get; } = ChartScale.Of(chart);

    private double Top { get; } = chart.IsSmall ? SmallTop : WholeTop;

    private double Bottom { get; } = chart.IsSmall ? SmallBottom : WholeBottom;

    /// <summary>Height of the plot in pixels.</summary>
    public double Plot { get; } = chart.Height - (chart.IsSmall ? SmallTop + SmallBottom : WholeTop + WholeBottom);

    /// <summary>Height of a value from the top of the drawing.</summary>
    public double Y(decimal value) => Top + Plot * (1 - Scale.Place(value));

    /// <summary>Middle of a category across, 0 to 1: columns have a band each, lines reach from the axis texts to the edge.</summary>
    public double X(int category) => isBanded ? (category + .5) / chart.Categories.Count : chart.Categories.Count == 1 ? (1 + Gutter) / 2 : Gutter + category * Step;

    private double Step => isBanded ? 1d / chart.Categories.Count : (1 - Gutter) / Math.Max(1, chart.Categories.Count - 1);

    public Markup Grid() => Markup.Join(Scale.Ticks.Where(tick => tick == 0 || !chart.IsSmall).Select(tick =>
        Markup.Of($"""<line class="{(tick == 0 ? "axis" : "grid")}" x1="{(isBanded ? "0" : ChartSvg.Percent(Gutter))}" x2="100%" y1="{ChartSvg.Number(Y(tick))}" y2="{ChartSvg.Number(Y(tick))}"/>""")));

    /// <summary>Axis texts and marks, drawn last so that no line crosses them unseen.</summary>
    public Markup Words() => Markup.Join(Ticks().Concat(Places()).Concat(chart.Marks.Select(Mark)));

    /// <summary>An invisible column over each place that says its values when pointed at.</summary>
    public Markup Hovers() => Markup.Join(chart.Categories.Select((category, i) => Markup.Of(
        $"""<rect class="hit" x="{ChartSvg.Percent(Math.Max(0, X(i) - Step / 2))}" y="0" width="{ChartSvg.Percent(Step)}" height="{ChartSvg.Number(chart.Height - Bottom)}"><title>{Hover(i)}</title></rect>""")));

    private string Hover(int category) => chart.Categories[category].Label.In(language.Code) + "\n" + string.Join("\n", chart.Series.Select(series =>
        $"{series.Name.In(language.Code)}: {ChartFormat.Full(chart, series.Values[category], language)}{Range(series, category)}"));

    private string Range(ChartSeries series, int category) => series.Low?[category] is { } low && series.High?[category] is { } high
        ? $" ({ChartFormat.Full(chart, low, language)} – {ChartFormat.Full(chart, high, language)})" : "";

    private IEnumerable<Markup> Ticks() => chart.IsSmall ? [] : Scale.Ticks.Select(tick =>
        Markup.Of($"""<text class="tick" x="0" y="{ChartSvg.Number(Y(tick) + (isBanded ? -TickGap : HalfALetter))}">{ChartFormat.Tick(chart, tick, language)}</text>"""));

    private IEnumerable<Markup> Places()
    {
        var count = chart.Categories.Count;
        var every = Math.Max(1, (count + TicksAtAll - 1) / TicksAtAll);
        var onPhone = every * Math.Max(1, ((count + every - 1) / every + TicksOnAPhone - 1) / TicksOnAPhone);
        for (var i = 0; i < count; i++)
        {
            // Counted from the newest, which is never left out.
            var fromEnd = count - 1 - i;
            if (chart.IsSmall ? i != 0 && fromEnd != 0 : fromEnd % every != 0)
                continue;
            var category = chart.Categories[i];
            var anchor = (isBanded && !chart.IsSmall) || count == 1 ? "middle" : i == 0 ? "start" : i == count - 1 ? "end" : "middle";
            yield return Markup.Of($"""<text class="tick{(chart.IsSmall || fromEnd % onPhone == 0 ? "" : " minor")}" text-anchor="{anchor}" x="{ChartSvg.Percent(chart.IsSmall ? i == 0 ? 0 : 1 : X(i))}" y="{ChartSvg.Number(chart.Height - (chart.IsSmall ? 4 : 7))}">{(category.Tick ?? category.Label).In(language.Code)}</text>""");
        }
    }

    private Markup Mark(ChartMark mark) => mark switch
    {
        { Value: { } value } => Markup.Of($"""<line class="mark" x1="0" x2="100%" y1="{ChartSvg.Number(Y(value))}" y2="{ChartSvg.Number(Y(value))}"/><text class="mark-text" text-anchor="end" x="100%" y="{ChartSvg.Number(Y(value) - TickGap)}">{mark.Text.In(language.Code)}</text>"""),
        { Category: { } at } when at >= 0 && at < chart.Categories.Count => Markup.Of($"""<line class="mark" x1="{ChartSvg.Percent(X(at))}" x2="{ChartSvg.Percent(X(at))}" y1="{ChartSvg.Number(Top - 6)}" y2="{ChartSvg.Number(Top + Plot)}"/><text class="mark-text" text-anchor="{(X(at) > .5 ? "end" : "start")}" x="{ChartSvg.Percent(X(at))}" y="{ChartSvg.Number(Top - 10)}">{mark.Text.In(language.Code)}</text>"""),
        _ => Markup.Empty,
    };
}
