namespace Beleg.Warehouse.Facts;

/// <summary>What a fact's column holds, whatever the engine calls it.</summary>
internal enum FactKind
{
    /// <summary>A pseudonym of 64 bits; none is NULL.</summary>
    Key,
    /// <summary>A whole number of 64 bits, as all money in minor units.</summary>
    Long,
    /// <summary>A whole number of 32 bits.</summary>
    Int,
    /// <summary>Yes or no.</summary>
    Bool,
    /// <summary>An instant, in microseconds of UTC.</summary>
    Instant,
    /// <summary>A day in the workspace's zone.</summary>
    Date,
    /// <summary>Text.</summary>
    Text,
    /// <summary>An exact number of twelve decimals.</summary>
    Decimal,
    /// <summary>One of some labels.</summary>
    Label,
}
