using Beleg.App.Dashboard.Filters;
using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.App.Dashboard.Parts;
using Beleg.App.Hosting;
using Beleg.Reports.Why;
using Beleg.State;
using Shown = Beleg.Reports.Overviews.Overview;

namespace Beleg.App.Dashboard.Overview;

/// <summary>Writes the overview's figures for the page. Computes nothing.</summary>
/// <param name="overview">The figures.</param>
/// <param name="workspace">Whose they are.</param>
/// <param name="tongue">Language.</param>
/// <param name="filters">What the page is narrowed to.</param>
/// <param name="notes">What people wrote.</param>
/// <param name="shared">For whoever has a shared link: where a metric leads, null for nowhere. They see what the scope narrows and nothing of the whole workspace.</param>
internal sealed class OverviewView(Shown overview, OpenWorkspace workspace, Tongue tongue, PageFilters filters, IReadOnlyList<Note> notes, Func<string, string?>? shared = null)
{
    private static readonly string[] operations = ["first_response_time_automated", "first_response_time_human", "handoff_rate", "time_to_resolution", "verified_containment_rate"];
    private static readonly string[] conversions = ["dm_to_lead", "dm_to_sale", "aov", "attributed_revenue"];

    private readonly FigureLines lines = new(overview, new FigureText(tongue, workspace.Currency), tongue, workspace.Name, filters, shared);
    private readonly OverviewCharts charts = new(overview, workspace.Currency.Code, (metric, period, within) => shared is null
        ? RowsPath.Of(workspace.Name, metric, period is { } days ? filters.During(days) : filters, within is { } one ? [(one.Dimension, one.Value is { Length: > 0 } value ? value : PageFilters.None)] : []) : null);

    public OverviewModel Model(bool hasData) => new()
    {
        Workspace = workspace.Name,
        Zone = workspace.Zone,
        Title = Print.Period(tongue, filters.Period),
        Compared = filters.Compared is { } compared ? Print.Period(tongue, compared) : null,
        CutOff = overview.CutOff,
        Query = filters.ToQuery(),
        HasData = hasData,
        IsEmpty = overview.Now["automated_conversations"].Total.Value is null or 0 && overview.Now["conversion_rate"].Total.Value is null && overview.Now["net_value"].Total.Value is null or 0,
        Headline = [.. new[] { "net_value", "roi_pct", "payback_months", Fourth }.Where(InScope).Select(lines.Of)],
        PerChatNote = Fourth == "revenue_per_chat" && overview.AllEvidence["revenue_per_chat"].Total.Value is { } all && all != overview.Now["revenue_per_chat"].Total.Value
            ? FigureMark.Say(tongue, Texts.WithAllEvidence, FigureMark.Of("revenue_per_chat.all_evidence", all, Print.Money(tongue, all, workspace.Currency))) : null,
        Unset = [.. overview.Now["net_value"].Assumptions.Where(assumption => assumption.IsUnset).Select(assumption => AssumptionNames.Of(tongue, assumption.Id))],
        CostNote = InScope("net_value") && overview.Now["net_value"].Notes is [var note, ..] ? note.In(tongue.Code) : null,
        NetTrend = InScope("net_value") ? charts.NetTrend : null,
        Evidence = InScope("attributed_revenue") ? charts.Evidence : null,
        Why = Why(WhySubject.Headline),
        Tiles = [.. new[] { Acquisition(), Engagement(), Conversion(), Operations() }.Where(tile => InScope(tile.Lead.MetricId))],
    };

    // A help desk has no revenue per chat, a pricing page no support: the fourth figure is the one that has a value.
    private string Fourth => Array.Find(["revenue_per_chat", "avoided_support_cost", "conversion_rate"], id => InScope(id) && overview.Now[id].Total.Value is not (null or 0)) ?? "revenue_per_chat";

    private OverviewTile Acquisition() => new()
    {
        Subject = WhySubject.Acquisition,
        Title = Texts.TileAcquisition,
        Lead = lines.Of("automated_conversations"),
        Lines = [],
        Chart = charts.Entries,
        ListTitle = lines.MostBegun() is { Count: > 0 } ? Texts.MostBegun : null,
        List = lines.MostBegun(),
        Why = Why(WhySubject.Acquisition),
    };

    private OverviewTile Engagement()
    {
        // Channels differ in what they report: the tile leads with the first of these that has a value.
        string[] order = ["first_message_open_rate", "ctr", "opener_dropoff"];
        var lead = Array.Find(order, HasValue);
        return new OverviewTile
        {
            Subject = WhySubject.Engagement,
            Title = Texts.TileEngagement,
            Lead = lines.Of(lead ?? order[0]),
            Empty = lead is null ? Texts.NoEngagement : null,
            Lines = [lines.Part("ctr", "links", tongue[Texts.LinkCtr]), lines.Part("ctr", "buttons", tongue[Texts.ButtonCtr]), .. lead == "opener_dropoff" || !InScope("opener_dropoff") ? Array.Empty<TileModel>() : [lines.Line("opener_dropoff")]],
            ListTitle = Texts.WorstSteps,
            List = lines.WorstSteps(),
            ListEmpty = Texts.NoSteps,
            Why = Why(WhySubject.Engagement) with { HasNothing = lead is null },
        };
    }

    private OverviewTile Conversion()
    {
        string[] order = ["revenue_per_chat", "dm_to_sale", "dm_to_lead"];
        var lead = Array.Find(order, IsWorth) ?? (HasValue("conversion_rate") ? "conversion_rate" : null);
        return new OverviewTile
        {
            Subject = WhySubject.Conversion,
            Title = Texts.TileConversion,
            Lead = lines.Of(lead ?? order[0]),
            Empty = lead is null ? Texts.NoConversion : null,
            Lines = [.. conversions.Where(id => id != lead && InScope(id)).Select(lines.Line)],
            Chart = charts.TopFlows,
            ChartEmpty = Texts.NoRevenueFlows,
            Further = InScope("attributed_revenue") ? charts.RevenueByMonth : null,
            Why = Why(WhySubject.Conversion) with { HasNothing = lead is null },
        };
    }

    private OverviewTile Operations() => new()
    {
        Subject = WhySubject.Operations,
        Title = Texts.TileOperations,
        Lead = lines.Of("self_serve_rate"),
        Lines = [.. operations.Where(InScope).Select(lines.Line)],
        Chart = charts.Handled,
        Why = Why(WhySubject.Operations),
    };

    // What a scope cannot narrow would tell of the rest of the workspace.
    private bool InScope(string metric) => shared is null || !overview.Whole.Contains(metric);

    private bool HasValue(string metric) => InScope(metric) && overview.Now[metric].Total.Value is not null;

    private bool IsWorth(string metric) => InScope(metric) && (overview.Now[metric].Total.Value is not (null or 0) || overview.Before?[metric].Total.Value is not (null or 0));

    private WhyModel Why(WhySubject subject) => new WhyView(tongue, workspace, filters).Of(overview.Whys[subject], notes) is var why && shared is null ? why : why with { Action = null, All = null, AllSteps = null };
}
