namespace Beleg.Metrics;

/// <summary>One statement: all measures that read the same fact by the same day column.</summary>
/// <param name="Scan">What it reads.</param>
/// <param name="Time">The day column.</param>
/// <param name="Sql">The statement.</param>
/// <param name="Parameters">Its values, in order.</param>
/// <param name="Measures">What it measures.</param>
/// <param name="Places">Where each measure stands, in their order.</param>
/// <param name="HasBucket">Whether the first column is the first day of a piece of the period.</param>
/// <param name="Dimensions">How many columns after that are the group.</param>
internal sealed record ComposedScan(
    FactScan Scan, string Time, string Sql, IReadOnlyList<object?> Parameters, IReadOnlyList<Measure> Measures, IReadOnlyList<MeasurePlace> Places, bool HasBucket, int Dimensions)
{
    /// <summary>What is asked, apart from the days and the cut-off: equal for two scans that differ in nothing else.</summary>
    public string Question { get; init; } = "";
}
