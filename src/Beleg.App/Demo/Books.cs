using Beleg.Metrics;
using NodaTime;
using NodaTime.Text;

namespace Beleg.App.Demo;

/// <summary>What the office writes down: costs, and numbers agreed with Finance.</summary>
internal static class Books
{
    private const string Owner = "Head of support";
    private const string Approver = "M. Okafor, Finance";

    public static void Assume(CallWriter office, LocalDate from, string id, string value, string low, string high, string unit, string basis) =>
        office.Track("Assumption Set", Noon(from)).With("assumption_id", id).With("value", value).With("low", low).With("high", high).With("unit", unit)
            .With("basis", basis).With("owner", Owner).With("approver", Approver).With("valid_from", LocalDatePattern.Iso.Format(from)).End();

    public static void Cost(CallWriter office, string id, string kind, string recurrence, LocalDate from, long minor, bool human = false) =>
        office.Track("Cost Recorded", Noon(from)).With("cost_id", id).With("kind", kind).With("recurrence", recurrence).With("from", LocalDatePattern.Iso.Format(from))
            .With("human", human).Money("amount", minor, "USD").End();

    /// <summary>What the programme is to bring, by when.</summary>
    public static void Expect(CallWriter office, string id, Words statement, string metric, string baseline, string target, LocalDate from, LocalDate due, string owner) =>
        office.Track("Hypothesis Set", Noon(from)).With("hypothesis_id", id).With("statement", statement.En).With("statement_de", statement.De).With("metric_id", metric).With("baseline", baseline).With("target", target)
            .With("valid_from", LocalDatePattern.Iso.Format(from)).With("due", LocalDatePattern.Iso.Format(due)).With("owner", owner).End();

    /// <summary>Who answers for a metric, and its target.</summary>
    public static void Agree(CallWriter office, LocalDate day, string metric, string owner, string target) =>
        office.Track("Metric Agreed", Noon(day)).With("metric_id", metric).With("owner", owner).With("target", target).End();

    /// <summary>What an experiment is agreed to be.</summary>
    public static void Try(
        CallWriter office, LocalDate day, string id, Words statement, string metric, string[] arms, string weights, string leastEffect, string rule, int contacts, LocalDate starts, LocalDate ends,
        string? flow = null, string? campaign = null, bool holdsOut = false, string[]? guardrails = null, string? gain = null, string? effort = null) =>
        office.Track("Experiment Planned", Noon(day)).With("experiment_id", id).With("statement", statement.En).With("statement_de", statement.De).With("metric_id", metric).List("arms", arms).Raw("weights", weights).With("least_effect", leastEffect)
            .With("decision_rule", rule).With("contacts", contacts).With("valid_from", LocalDatePattern.Iso.Format(starts)).With("due", LocalDatePattern.Iso.Format(ends)).With("flow", flow)
            .With("campaign", campaign).With("hold_out", holdsOut).List("guardrails", guardrails ?? []).With("expected_gain", gain).With("effort", effort).With("owner", "June").With("agent", "June").End();

    /// <summary>What became of it.</summary>
    public static void Become(CallWriter office, LocalDate day, string id, string state, string? reason, string? decision = null, string? arm = null) =>
        office.Track("Experiment State Changed", Noon(day)).With("experiment_id", id).With("state", state).With("decision", decision).With("arm", arm).With("agent", "June").With("reason", reason).End();

    private static Instant Noon(LocalDate day) => day.At(new LocalTime(12, 0)).InUtc().ToInstant();
}
