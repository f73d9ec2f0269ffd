namespace Beleg.Metrics;

/// <summary>One row of a scan: its group and a value a measure.</summary>
/// <param name="Key">The group.</param>
/// <param name="Values">In the order of the scan's measures.</param>
internal sealed record ScanRow(GroupKey Key, decimal?[] Values);
