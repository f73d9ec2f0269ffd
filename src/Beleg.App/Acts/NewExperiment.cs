using NodaTime;

namespace Beleg.App.Acts;

/// <summary>What an experiment is to be.</summary>
/// <param name="Key">Its id in events: lower case, digits, dashes.</param>
/// <param name="Hypothesis">What is believed, in a sentence.</param>
/// <param name="Metric">What decides, see <see cref="Reports.Experiments.ExperimentMetric"/>.</param>
public sealed record NewExperiment(string? Key, string? Hypothesis, string? Metric)
{
    /// <summary>The hypothesis in German; null where nobody writes it twice.</summary>
    public string? HypothesisDe { get; init; }

    /// <summary>The flow it is about.</summary>
    public string? Flow { get; init; }

    /// <summary>The campaign it is about.</summary>
    public string? Campaign { get; init; }

    /// <summary>Ids of the arms, the first is what was before; two standard ones where null.</summary>
    public IReadOnlyList<string>? Arms { get; init; }

    /// <summary>The part of each arm; equal where null.</summary>
    public IReadOnlyList<decimal>? Weights { get; init; }

    /// <summary>The part that is left alone; null where it is no hold-out.</summary>
    public decimal? HoldOut { get; init; }

    /// <summary>The part of all contacts that takes part; 1 where null.</summary>
    public decimal? Coverage { get; init; }

    /// <summary>Metrics that must not get worse.</summary>
    public IReadOnlyList<string>? Guardrails { get; init; }

    /// <summary>The least relative effect that matters; .05 where null.</summary>
    public decimal? LeastEffect { get; init; }

    /// <summary>fixed or always_valid; the latter where null.</summary>
    public string? Rule { get; init; }

    /// <summary>First day planned.</summary>
    public LocalDate? Starts { get; init; }

    /// <summary>The day after the last; from the needed contacts where null.</summary>
    public LocalDate? Ends { get; init; }

    /// <summary>Expected gain a month in major units; estimated where null.</summary>
    public decimal? Gain { get; init; }

    /// <summary>What the change costs once, in major units.</summary>
    public decimal? Effort { get; init; }

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; init; }

    /// <summary>The finding it comes of.</summary>
    public string? Finding { get; init; }

    /// <summary>The experiment it is a new version of.</summary>
    public string? Supersedes { get; init; }

    /// <summary>The same that stands in a plan, for a form or a new version.</summary>
    public static NewExperiment Of(Sources.ExperimentPlanPayload plan) => new(plan.ExperimentId, plan.Statement, plan.MetricId)
    {
        HypothesisDe = plan.StatementDe,
        Flow = plan.AboutFlow,
        Campaign = plan.AboutCampaign,
        Arms = plan.Arms,
        Weights = plan.Weights,
        HoldOut = plan.HoldOut ? plan.Weights[0] : null,
        Coverage = plan.Coverage,
        Guardrails = plan.Guardrails,
        LeastEffect = plan.LeastEffect,
        Rule = Dashboard.Label.Of(plan.Rule),
        Starts = plan.Starts,
        Ends = plan.Ends,
        Gain = plan.ExpectedGain,
        Effort = plan.Effort,
        Owner = plan.Owner,
        Finding = plan.Finding,
        Supersedes = plan.Supersedes,
    };
}
