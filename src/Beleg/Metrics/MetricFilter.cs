namespace Beleg.Metrics;

/// <summary>Keeps the rows in which a dimension has one of some values.</summary>
/// <param name="Dimension">Which.</param>
/// <param name="Values">Allowed values; the empty text stands for none.</param>
public sealed record MetricFilter(string Dimension, IReadOnlyList<string> Values);
