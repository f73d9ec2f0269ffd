namespace Beleg.Metrics;

/// <summary>What a measure does with the rows it selects.</summary>
internal enum Aggregate
{
    /// <summary>Counts them.</summary>
    Count,
    /// <summary>Adds an expression up.</summary>
    Sum,
    /// <summary>Counts the different values of an expression.</summary>
    Distinct,
    /// <summary>Takes the exact value at a rank of an expression.</summary>
    Quantile,
}
