namespace Beleg.Sources;

/// <summary>How often a cost comes back.</summary>
public enum CostRecurrence : byte
{
    /// <summary>Once.</summary>
    Once = 0,
    /// <summary>Every month.</summary>
    Monthly = 1,
    /// <summary>For the stated days only (hours worked, an invoice).</summary>
    Period = 2,
}
