using System.Text.RegularExpressions;
using Beleg.App.Dashboard;
using Beleg.Primitives;
using Beleg.Reports.Experiments;
using Beleg.Sources;

namespace Beleg.App.Acts;

/// <summary>Makes terms that can be agreed of what somebody typed. Pure: every mistake is said at once.</summary>
internal static partial class ExperimentTerms
{
    private const int MostArms = 10;
    private const int LongestArm = 60;
    private const int LongestSentence = 300;

    /// <summary>Words that stand for pages where an id could stand.</summary>
    private static readonly string[] taken = ["new", "power"];

    /// <summary>The terms.</summary>
    /// <exception cref="UserErrorException">Something in them is not as it should be; all of it is said.</exception>
    public static ExperimentPlanPayload Of(NewExperiment wanted)
    {
        var mistakes = new List<string>();
        void Mind(bool wrong, string mistake)
        {
            if (wrong)
                mistakes.Add(mistake);
        }

        var key = wanted.Key?.Trim() ?? "";
        Mind(!KeyForm().IsMatch(key) || taken.Contains(key), "key: 2 to 60 lower-case letters, digits and dashes, such as opener-2026.");
        var hypothesis = wanted.Hypothesis?.Trim() ?? "";
        Mind(hypothesis.Length is 0 or > LongestSentence, $"hypothesis: one sentence of up to {LongestSentence} characters.");
        var german = string.IsNullOrWhiteSpace(wanted.HypothesisDe) ? null : wanted.HypothesisDe.Trim();
        Mind(german?.Length > LongestSentence, $"hypothesis_de: one sentence of up to {LongestSentence} characters.");
        var metric = string.IsNullOrWhiteSpace(wanted.Metric) ? null : ExperimentMetric.Find(wanted.Metric.Trim());
        Mind(metric is null, $"metric: one of {string.Join(", ", ExperimentMetric.All.Select(m => m.Id))}.");
        Mind(wanted is { Flow: not null, Campaign: not null }, "flow, campaign: one of them, not both.");
        Mind(wanted.HoldOut is <= 0 or >= 1, "hold_out: the part that is left alone, above 0 and below 1, such as 0.1.");
        string[] arms = [.. (wanted.Arms is { Count: > 0 } named ? named : wanted.HoldOut is null ? ["control", "variant"] : ["held-out", "treated"]).Select(arm => arm.Trim())];
        Mind(arms.Length is < 2 or > MostArms || arms.Distinct(StringComparer.Ordinal).Count() != arms.Length || arms.Any(arm => arm.Length is 0 or > LongestArm), $"arms: 2 to {MostArms} different ids, the first is what was before.");
        Mind(wanted.HoldOut is not null && arms.Length > 2, "arms: a hold-out has two, the one left alone and the other.");
        decimal[] weights = [.. wanted.HoldOut is { } held ? [held, 1 - held] : wanted.Weights is { Count: > 0 } given ? given : Enumerable.Repeat(1m / Math.Max(1, arms.Length), arms.Length)];
        Mind(weights.Length != arms.Length || weights.Any(weight => weight is <= 0 or >= 1) || Math.Abs(weights.Sum() - 1) > .01m, "weights: one for each arm, above 0, adding up to 1.");
        Mind(wanted.Coverage is <= 0 or > 1, "coverage: above 0 and up to 1.");
        string[] guardrails = [.. (wanted.Guardrails ?? []).Select(id => id.Trim()).Where(id => id.Length > 0).Distinct()];
        foreach (var unknown in guardrails.Where(id => ExperimentMetric.Find(id) is null))
            mistakes.Add($"guardrails: there is no metric '{unknown}' that an experiment can watch.");
        Mind(metric is not null && guardrails.Contains(metric.Id), "guardrails: the metric that decides is none.");
        Mind(wanted.LeastEffect is < .001m or > 10, "least_effect: a relative effect from 0.001 to 10; 0.05 is 5%.");
        var rule = wanted.Rule?.Trim() switch { null or "" or "always_valid" => DecisionRule.AlwaysValid, "fixed" => DecisionRule.Fixed, _ => (DecisionRule?)null };
        Mind(rule is null, "decision_rule: fixed or always_valid.");
        Mind(wanted.Ends is { } ends && wanted.Starts is { } starts && ends <= starts, "ends: after starts, it is the day after the last.");
        Mind(wanted.Gain < 0 || wanted.Effort < 0 || wanted.Gain > 1e12m || wanted.Effort > 1e12m, "expected_gain, effort: amounts from 0 on.");
        return mistakes.Count > 0 ? throw new UserErrorException(string.Join(' ', mistakes)) : new ExperimentPlanPayload
        {
            ExperimentId = key,
            Statement = hypothesis,
            StatementDe = german,
            MetricId = metric!.Id,
            Arms = arms,
            Weights = weights,
            Coverage = wanted.Coverage ?? 1,
            HoldOut = wanted.HoldOut is not null,
            AboutFlow = wanted.Flow,
            AboutCampaign = wanted.Campaign,
            Guardrails = guardrails,
            LeastEffect = wanted.LeastEffect ?? .05m,
            Rule = rule!.Value,
            Starts = wanted.Starts,
            Ends = wanted.Ends,
            ExpectedGain = wanted.Gain,
            Effort = wanted.Effort,
            Owner = string.IsNullOrWhiteSpace(wanted.Owner) ? null : wanted.Owner.Trim(),
            Finding = wanted.Finding,
            Supersedes = wanted.Supersedes,
        };
    }

    /// <summary>What its size depends on.</summary>
    public static DesignQuestion QuestionOf(ExperimentPlanPayload plan) => new(
        ExperimentMetric.Find(plan.MetricId)!, plan.AboutFlow, plan.AboutCampaign, [.. plan.Weights.Select(weight => (double)weight)], (double)plan.Coverage, (double)plan.LeastEffect, plan.Rule);

    /// <summary>The act that says them.</summary>
    public static Act ActOf(ExperimentPlanPayload plan) => new(
        "Experiment Planned",
        ("experiment_id", plan.ExperimentId), ("statement", plan.Statement), ("statement_de", plan.StatementDe), ("metric_id", plan.MetricId), ("arms", plan.Arms), ("weights", plan.Weights), ("coverage", plan.Coverage), ("hold_out", plan.HoldOut),
        ("flow", plan.AboutFlow), ("campaign", plan.AboutCampaign), ("guardrails", plan.Guardrails), ("least_effect", plan.LeastEffect), ("decision_rule", Label.Of(plan.Rule)),
        ("baseline", plan.Baseline), ("contacts", plan.Contacts), ("valid_from", plan.Starts), ("due", plan.Ends), ("expected_gain", plan.ExpectedGain), ("effort", plan.Effort),
        ("owner", plan.Owner), ("finding", plan.Finding), ("supersedes", plan.Supersedes));

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,59}$")]
    private static partial Regex KeyForm();
}
