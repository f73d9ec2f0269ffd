namespace Beleg.Metrics;

/// <summary>Where a row of a scan holds a measure.</summary>
/// <param name="Column">The column, from 0.</param>
/// <param name="Element">The element, where the column is a list of ranks.</param>
internal readonly record struct MeasurePlace(int Column, int? Element);
