using Beleg.Sources;

namespace Beleg.Reports.Experiments;

/// <summary>What an experiment is planned to be, as far as its size depends on it.</summary>
/// <param name="Metric">What decides.</param>
/// <param name="Flow">The flow it is about; null where another thing is.</param>
/// <param name="Campaign">The campaign it is about.</param>
/// <param name="Weights">The part of each arm, each above 0.</param>
/// <param name="Coverage">The part of all contacts that takes part.</param>
/// <param name="LeastEffect">The least relative effect that matters.</param>
/// <param name="Rule">At which looks it is judged.</param>
public sealed record DesignQuestion(
    ExperimentMetric Metric, string? Flow, string? Campaign, IReadOnlyList<double> Weights, double Coverage, double LeastEffect, DecisionRule Rule);
