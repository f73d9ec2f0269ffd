using Beleg.Sources.Normalising;
using static Beleg.Sources.Track.Properties;

namespace Beleg.Sources.Track;

/// <summary>What people agree, start, stop and decide about experiments.</summary>
internal static class ExperimentEvents
{
    public static IEnumerable<EventDefinition> All { get; } =
    [
        new(EventKind.ExperimentPlanned, "Experiment Planned", "An experiment as it is agreed before its start.", Trust.Server, Sources.Actor.Human, [ExperimentId, Statement, MetricId, Arms],
            [ExperimentId, Statement, StatementDe, MetricId, Arms, Weights, Coverage, HoldsOut, Flow, Campaign, Guardrails, LeastEffect, Rule, Baseline, Contacts, ValidFrom, Due, ExpectedGain, Effort, Owner, Finding, Supersedes],
            Plan),
        new(EventKind.ExperimentStateChanged, "Experiment State Changed", "An experiment was started, stopped or decided.", Trust.Server, Sources.Actor.Human, [ExperimentId, Becomes],
            [ExperimentId, Becomes, Decision, Arm], Change),
    ];

    private static ExperimentPlanPayload Plan(PropertyReader r)
    {
        var (arms, from, due) = (r.Texts(Arms), r.Day(ValidFrom), r.Day(Due));
        if (arms.Count < 2 || arms.Distinct(StringComparer.Ordinal).Count() != arms.Count)
            r.Fail(Arms, "must be at least two different ids");
        if (due <= from)
            r.Fail(Due, "must come after 'valid_from', the first day");
        return new ExperimentPlanPayload
        {
            ExperimentId = r.Required(ExperimentId),
            Statement = r.Required(Statement),
            StatementDe = r.Text(StatementDe),
            MetricId = r.Required(MetricId),
            Arms = arms,
            Weights = Parts(r, arms.Count),
            Coverage = Share(r, Coverage) ?? 1,
            HoldOut = r.Bool(HoldsOut) ?? false,
            AboutFlow = r.Text(Flow),
            AboutCampaign = r.Text(Campaign),
            Guardrails = r.Texts(Guardrails),
            LeastEffect = r.Number(LeastEffect) ?? .05m,
            Rule = r.Label<DecisionRule>(Rule) ?? DecisionRule.AlwaysValid,
            Baseline = r.Number(Baseline),
            Contacts = r.Whole(Contacts),
            Starts = from,
            Ends = due,
            ExpectedGain = r.Number(ExpectedGain),
            Effort = r.Number(Effort),
            Owner = r.Text(Owner),
            Finding = r.Text(Finding),
            Supersedes = r.Text(Supersedes),
        };
    }

    private static ExperimentStatePayload Change(PropertyReader r)
    {
        var state = r.Label<ExperimentState>(Becomes);
        if (state is null or ExperimentState.Draft)
            r.Fail(Becomes, "must be running, stopped or decided");
        return new ExperimentStatePayload
        {
            ExperimentId = r.Required(ExperimentId),
            State = state ?? ExperimentState.Draft,
            Decision = r.Label<ExperimentDecision>(Decision),
            Arm = r.Text(Arm),
        };
    }

    private static decimal[] Parts(PropertyReader r, int arms)
    {
        var value = r[Weights];
        if (!value.Exists)
            return [.. Enumerable.Repeat(1m / Math.Max(1, arms), arms)];
        var parts = new List<decimal>();
        foreach (var item in value.Items)
            parts.Add(Amounts.Number(item) ?? -1);
        if (parts.Count != arms || parts.Exists(part => part is < 0 or > 1) || Math.Abs(parts.Sum() - 1) > .01m)
            r.Fail(Weights, "must hold one part for each arm, from 0 to 1, adding up to 1");
        return [.. parts];
    }

    private static decimal? Share(PropertyReader r, Property property)
    {
        var share = r.Number(property);
        if (share is <= 0 or > 1)
            r.Fail(property, "must be above 0 and up to 1");
        return share;
    }
}
