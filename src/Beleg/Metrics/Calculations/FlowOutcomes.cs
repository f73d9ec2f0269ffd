using Beleg.Ledger;
using Beleg.Primitives;
using NodaTime;

namespace Beleg.Metrics.Calculations;

/// <summary>What each flow did on each day, so that every day can be valued by what was agreed for it.</summary>
internal sealed class FlowOutcomes
{
    private static readonly string[] Contained = ["automated", "not human_involved", "not abandoned"];
    private static readonly Measure Automated = new("conversation", "day", ["automated"], Aggregate.Count);
    private static readonly Measure Verified = new(
        "conversation", "day", [.. Contained, "(human_after_ms IS NULL OR human_after_ms > {recontact_window})"], Aggregate.Count);
    private static readonly Measure Open = new("conversation", "day", [.. Contained, "ended_at > {recontact_from}"], Aggregate.Count);

    private readonly IReadOnlyList<(LocalDate Day, FlowOutcome Outcome, long Open)> days;

    private FlowOutcomes(IReadOnlyList<(LocalDate, FlowOutcome, long)> days) => this.days = days;

    /// <summary>Every flow that did anything.</summary>
    public IEnumerable<string?> Flows => days.Select(d => d.Outcome.Flow).Distinct();

    /// <summary>Counts conversations and adds up revenue by day and flow.</summary>
    public static FlowOutcomes Read(FactReader facts, Composition query)
    {
        var revenue = new Measure("credit", "day", ["is_chat", "{evidence}"], Aggregate.Sum, query.Settings.ValueInfluenced ? "influenced" : "{model}");
        var table = facts.Measure([Automated, Verified, Open, revenue], query with { Grain = Grain.Day, By = ["flow"] });
        return new FlowOutcomes([.. new[] { Automated, revenue }.SelectMany(table.Keys).Distinct().Select(key => (
            key.From!.Value,
            new FlowOutcome(
                key.Values[0], (long)table.Get(Automated, key)!, (long)table.Get(Verified, key)!, 0, (long)table.Get(revenue, key)!),
            (long)table.Get(Open, key)!))]);
    }

    /// <summary>What each flow did in some days.</summary>
    public IEnumerable<FlowOutcome> In(Period period) => days.Where(d => period.Contains(d.Day)).GroupBy(d => d.Outcome.Flow)
        .Select(flow => new FlowOutcome(
            flow.Key, flow.Sum(d => d.Outcome.Automated), flow.Sum(d => d.Outcome.VerifiedContained), 0, flow.Sum(d => d.Outcome.RevenueMinor)));

    /// <summary>Part of the automated conversations whose 72 hours have not passed.</summary>
    public decimal? OpenShare(Period period)
    {
        var within = days.Where(d => period.Contains(d.Day)).ToArray();
        return Quotients.Of(within.Sum(d => d.Open), within.Sum(d => d.Outcome.Automated));
    }
}
