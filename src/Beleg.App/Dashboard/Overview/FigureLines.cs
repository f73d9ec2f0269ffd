using Beleg.App.Dashboard.Filters;
using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Parts;
using Beleg.Metrics;
using Beleg.Reports;
using Shown = Beleg.Reports.Overviews.Overview;

namespace Beleg.App.Dashboard.Overview;

/// <summary>Writes single figures of the overview, each with its change and the way to its rows.</summary>
/// <param name="overview">The figures.</param>
/// <param name="text">How they are written.</param>
/// <param name="tongue">Language.</param>
/// <param name="workspace">Its name.</param>
/// <param name="filters">What the page is narrowed to.</param>
/// <param name="open">Where a metric leads for whoever may not see rows; null where they may.</param>
internal sealed class FigureLines(Shown overview, FigureText text, Tongue tongue, string workspace, PageFilters filters, Func<string, string?>? open = null)
{
    private const int MostSteps = 3;
    private const int MostFlows = 3;

    /// <summary>A metric: the cautious value where it has scenarios.</summary>
    public TileModel Of(string metric)
    {
        var now = overview.Now[metric];
        var tile = text.Cautious(now, overview.Before?[metric], TrendOf(metric));
        if (metric == "payback_months")
            tile = text.Unpaid(tile, now, overview.Now["roi_pct"].Total.Denominator);
        return tile with
        {
            Href = RowsOf(metric),
            IsLowSample = now.Total.LowSample && now.Total.Value is not null,
            Flags = overview.Whole.Contains(metric) ? [tongue[Texts.WholeWorkspace], .. tile.Flags] : tile.Flags,
        };
    }

    /// <summary>A metric in a line of its tile: few cases are said by its sign, an open window in one word.</summary>
    public TileModel Line(string metric) => Of(metric) with
    {
        Flags = [.. overview.Whole.Contains(metric) ? [tongue[Texts.WholeWorkspace]] : Array.Empty<string>(), .. overview.Now[metric].Total is { Provisional: true, OpenShare: > 0 } ? [tongue[Texts.ProvisionalAll]] : Array.Empty<string>()],
    };

    /// <summary>A part of a metric under a name of its own.</summary>
    public TileModel Part(string metric, string part, string name)
    {
        var now = overview.Now[metric];
        var (unit, figure) = (now.Metric.PartUnit(part), now.Total.Parts[part]);
        var before = overview.Before?[metric].Total.Parts[part];
        var change = before is null ? null : FigureChange.Of(figure.Value, before.Value);
        return new TileModel
        {
            MetricId = metric,
            Path = $"{metric}:part={part}",
            Name = name,
            Figure = text.Value(unit, figure.Value),
            Exact = figure.Value,
            Change = text.Change(unit, change),
            ExactChange = change?.Change,
            ExactBefore = before?.Value,
            ChangeKind = FigureText.ChangeKind(now.Metric.Good, change),
            Before = before is null ? null : text.Value(unit, before.Value),
            IsLowSample = figure.LowSample && figure.Value is not null,
            Flags = overview.Whole.Contains(metric) ? [tongue[Texts.WholeWorkspace]] : [],
            Href = RowsOf(metric, ("part", part)),
        };
    }

    /// <summary>The flows that began most often, the way to their conversations beside them.</summary>
    public IReadOnlyList<ListLine> MostBegun()
    {
        const string metric = "automated_conversations";
        var before = overview.BeforeBy.TryGetValue("flow", out var then) ? then[metric].Rows.ToDictionary(row => row.Group[0].Value ?? "", row => row.Figure.Value, StringComparer.Ordinal) : null;
        return [.. overview.NowBy["flow"][metric].Rows.Where(row => row.Figure.Value > 0).OrderByDescending(row => row.Figure.Value).Take(MostFlows).Select(row => new ListLine(
            GroupWords.Of("flow", row.Group[0].Value).In(tongue.Code),
            before is null ? null : tongue.Say(Texts.Before, Print.Count(tongue, (long)(before.GetValueOrDefault(row.Group[0].Value ?? "") ?? 0))),
            text.Value(MetricUnit.Count, row.Figure.Value),
            RowsOf(metric, ("flow", row.Group[0].Value ?? PageFilters.None))))];
    }

    /// <summary>The steps that lose most of whoever enters them; none that too few entered.</summary>
    public IReadOnlyList<ListLine> WorstSteps()
    {
        var result = overview.Now["step_dropoff"];
        return [.. result.Rows.Where(row => row.Figure is { Value: > 0, LowSample: false }).OrderByDescending(row => row.Figure.Value).Take(MostSteps).Select(row => new ListLine(
            tongue.Say(Texts.StepOf, GroupWords.Of("flow", row.Group[0].Value).In(tongue.Code), row.Group[2].Value ?? Print.None),
            tongue.Say(Texts.LostHere, Print.Number(tongue, row.Figure.Numerator, 0), Print.Number(tongue, row.Figure.Denominator, 0)) + (row.Group[1].Value is { } version ? " · " + tongue.Say(Texts.FunnelOf, version) : ""),
            text.Value(MetricUnit.Share, row.Figure.Value),
            // A step of one version: its rows are those of no other.
            RowsOf("step_dropoff", ("flow", row.Group[0].Value ?? PageFilters.None), ("flow_version", row.Group[1].Value ?? PageFilters.None), ("step", row.Group[2].Value ?? PageFilters.None))))];
    }

    private string? RowsOf(string metric, params (string Name, string? Value)[] more) =>
        open is not null ? open(metric) : RowsPath.Of(workspace, metric, filters, more);

    private IReadOnlyList<double?>? TrendOf(string metric) => overview.Trend.TryGetValue(metric, out var trend)
        ? [.. trend.Rows.Select(row => (double?)row.Figure.Cautious).SkipWhile(value => value is null or 0)] : null;
}
