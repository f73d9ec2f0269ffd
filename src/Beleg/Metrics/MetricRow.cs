
namespace Beleg.Metrics;

/// <summary>One group in one piece of the period.</summary>
/// <param name="Period">The piece.</param>
/// <param name="Group">The value of each dimension, in the order asked for; null where rows have none.</param>
/// <param name="Figure">The figure.</param>
public sealed record MetricRow(Period Period, IReadOnlyList<KeyValuePair<string, string?>> Group, Figure Figure);
