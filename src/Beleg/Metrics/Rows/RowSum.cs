namespace Beleg.Metrics.Rows;

/// <summary>What all rows behind a figure come to together, those of other pages too.</summary>
/// <param name="Value">Money in minor units, times in milliseconds.</param>
/// <param name="Kind">How it is written.</param>
public sealed record RowSum(decimal Value, RowColumnKind Kind);
