namespace Beleg.Metrics;

/// <summary>How figures come about.</summary>
/// <param name="Metrics">Their definitions.</param>
/// <param name="Statements">What was asked of the warehouse, in order.</param>
public sealed record MetricExplanation(IReadOnlyList<Metric> Metrics, IReadOnlyList<Statement> Statements);
