using Beleg.Metrics;

namespace Beleg.Reports.Findings;

/// <summary>What would show whether a finding is right.</summary>
/// <param name="Hypothesis">What is changed, and what is expected of it.</param>
/// <param name="Metric">The metric that decides, by id.</param>
/// <param name="MinimumEffect">The smallest change worth having, in the metric's unit; negative where less is better.</param>
public sealed record ProposedExperiment(Words Hypothesis, string Metric, decimal MinimumEffect);
