using Beleg.Ledger;
using Beleg.Primitives;
using NodaTime;

namespace Beleg.Metrics.Calculations;

/// <summary>What each flow, and each cell of it that a question tells apart, did on each day, so that every day can be valued by what was agreed for it.</summary>
internal sealed class FlowOutcomes
{
    private static readonly string[] Contained = ["automated", "not human_involved", "not abandoned"];
    private static readonly Measure Automated = new("conversation", "day", ["automated"], Aggregate.Count);
    private static readonly Measure Verified = new(
        "conversation", "day", [.. Contained, "(human_after_ms IS NULL OR human_after_ms > {recontact_window})"], Aggregate.Count);
    private static readonly Measure Open = new("conversation", "day", [.. Contained, "ended_at > {recontact_from}"], Aggregate.Count);

    private readonly IReadOnlyList<(LocalDate Day, CellOutcome Outcome, long Open)> days;
    private readonly Dictionary<Period, IReadOnlyList<CellOutcome>> known = [];

    private FlowOutcomes(IReadOnlyList<(LocalDate, CellOutcome, long)> days, bool tellsChannels) => (this.days, TellsChannels) = (days, tellsChannels);

    /// <summary>Whether cells differ by channel.</summary>
    public bool TellsChannels { get; }

    /// <summary>Every cell that did anything.</summary>
    public IEnumerable<ProgrammeCell> All => days.Select(d => d.Outcome.Cell).Distinct();

    /// <summary>Counts conversations and adds up revenue by day and cell. Filters are left aside: what a part is worth and costs depends on the others.</summary>
    public static FlowOutcomes Read(FactReader facts, Composition query)
    {
        var dimensions = ProgrammeCell.DimensionsOf(query);
        var revenue = new Measure("credit", "day", ["is_chat", "{evidence}"], Aggregate.Sum, query.Settings.ValueInfluenced ? "influenced" : "{model}");
        var table = facts.Measure([Automated, Verified, Open, revenue], query with { Grain = Grain.Day, By = dimensions, Filters = [] });
        return new FlowOutcomes(
            [.. new[] { Automated, revenue }.SelectMany(table.Keys).Distinct().Select(key => (
                key.From!.Value,
                new CellOutcome(
                    ProgrammeCell.Of(dimensions, key.Values), (long)table.Get(Automated, key)!, (long)table.Get(Verified, key)!, (long)table.Get(revenue, key)!),
                (long)table.Get(Open, key)!))],
            dimensions.Contains("channel"));
    }

    /// <summary>What each flow did in some days.</summary>
    public IEnumerable<FlowOutcome> In(Period period) => Cells(period).GroupBy(cell => cell.Cell.Flow)
        .Select(flow => new FlowOutcome(flow.Key, flow.Sum(cell => cell.Automated), flow.Sum(cell => cell.Verified), 0, flow.Sum(cell => cell.RevenueMinor)));

    /// <summary>What each cell did in some days.</summary>
    public IReadOnlyList<CellOutcome> Cells(Period period) => known.TryGetValue(period, out var found) ? found
        : known[period] =
        [
            .. days.Where(d => period.Contains(d.Day)).GroupBy(d => d.Outcome.Cell).Select(cell => new CellOutcome(
                cell.Key, cell.Sum(d => d.Outcome.Automated), cell.Sum(d => d.Outcome.Verified), cell.Sum(d => d.Outcome.RevenueMinor))),
        ];

    /// <summary>Part of the automated conversations whose 72 hours have not passed.</summary>
    /// <param name="period">The days.</param>
    /// <param name="which">The cells meant; all where null.</param>
    public decimal? OpenShare(Period period, Func<ProgrammeCell, bool>? which)
    {
        var within = days.Where(d => period.Contains(d.Day) && (which is null || which(d.Outcome.Cell))).ToArray();
        return Quotients.Of(within.Sum(d => d.Open), within.Sum(d => d.Outcome.Automated));
    }
}
