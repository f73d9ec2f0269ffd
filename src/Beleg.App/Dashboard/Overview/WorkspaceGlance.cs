using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.App.Dashboard.Parts;
using Beleg.App.Hosting;
using Beleg.Journal;
using Beleg.Metrics;
using Beleg.Primitives;
using NodaTime;

namespace Beleg.App.Dashboard.Overview;

/// <summary>A workspace in one line: what it earns, where it is heading, and what somebody should look at.</summary>
internal sealed class WorkspaceGlance(Tongue tongue, OpenWorkspace workspace, IReadOnlyList<SourceCount> sources, Instant now)
{
    private const int TrendMonths = 12;

    /// <summary>A tenth is more than a quiet week makes.</summary>
    private const decimal Falling = .1m;

    private static readonly Duration silent = Duration.FromDays(2);
    private static readonly string[] watched = ["net_value", "revenue_per_chat", "dm_to_sale", "self_serve_rate", "verified_containment_rate", "csat"];
    private static readonly string[] asked = [.. watched, "roi_pct", "generated_value", "automated_conversations"];

    private readonly FigureText text = new(tongue, workspace.Currency);

    /// <summary>The line; what is about the workspace itself is filled in.</summary>
    public async Task<WorkspaceRow> ReadAsync(WorkspaceRow row, CancellationToken cancellation)
    {
        var month = Months.Standard(workspace);
        var (answer, trend, before) = await workspace.Answers.GetAsync($"glance {month}", () => AskAsync(month), cancellation);
        var headline = text.Cautious(answer["net_value"], before.Results[0]);
        return row with
        {
            Period = Print.Period(tongue, month),
            Value = headline.Exact,
            ChangeShare = FigureChange.Of(headline.Exact, headline.ExactBefore).ChangeShare,
            Headline = headline,
            Return = text.Cautious(answer["roi_pct"]),
            Trend = [.. trend.Results[0].Rows.Select(piece => (double?)piece.Figure.Cautious).SkipWhile(value => value is null or 0)],
            Attention = [.. Attention(answer, month, headline)],
        };
    }

    // For all who look at the start: an agency opens it with hundreds of workspaces, of which few changed.
    private async Task<Figures> AskAsync(Period month) => new(
        await workspace.QueryAsync(Ask(asked, month, Comparison.Previous), CancellationToken.None),
        await workspace.QueryAsync(
            Ask(["net_value"], new Period(month.To.PlusMonths(-TrendMonths), month.To), Comparison.None) with { Grain = Grain.Month, Totals = false }, CancellationToken.None),
        await workspace.QueryAsync(Ask(["net_value"], month.Previous(), Comparison.None), CancellationToken.None));

    private static MetricRequest Ask(string[] ids, Period period, Comparison compare) => new()
    {
        Metrics = [.. ids.Select(id => MetricCatalogue.Default.Find(id)!)],
        Period = period,
        Compare = compare,
        Basis = EvidenceBasis.Conservative,
        Intervals = false,
    };

    private IEnumerable<string> Attention(MetricAnswer answer, Period month, TileModel headline)
    {
        if (sources.Count == 0)
        {
            yield return tongue[Texts.NoSource];
            yield break;
        }

        foreach (var source in sources.Where(source => BuiltInSources.Find(source.Source) is null or { Name: "segment" } && now - source.LastReceivedAt > silent).OrderBy(source => source.LastReceivedAt).Take(2))
            yield return tongue.Say(Texts.SilentSource, source.Source, Print.Since(tongue, now - source.LastReceivedAt));
        if (Worst(answer) is { } falling)
            yield return tongue.Say(Texts.FallingMetric, falling.Metric.Name.In(tongue.Code), falling.Metric.Id == headline.MetricId ? headline.Change : text.Change(falling.Metric.Unit, falling.Total.Compare));
        if (answer["automated_conversations"].Total.Value > 0 && answer["net_value"].Total.Value == answer["generated_value"].Total.Value)
            yield return tongue.Say(Texts.StaleCosts, Print.Month(tongue, month.From));
        var unset = answer["net_value"].Assumptions.Count(assumption => assumption.IsUnset);
        if (unset > 0)
            yield return unset == 1 ? tongue[Texts.MissingAssumption] : tongue.Say(Texts.MissingAssumptions, unset);
    }

    private static MetricResult? Worst(MetricAnswer answer) => watched.Select(id => answer[id])
        .Where(result => result.Total is { LowSample: false, Value: not null } && result.Total.Compare?.ChangeShare is { } share && (result.Metric.Good == GoodDirection.Down ? share : -share) >= Falling)
        .MaxBy(result => Math.Abs(result.Total.Compare!.ChangeShare!.Value));

    private sealed record Figures(MetricAnswer Answer, MetricAnswer Trend, MetricAnswer Before);
}
