namespace Beleg.Reports;

/// <summary>What a report is printed on.</summary>
public enum Paper
{
    /// <summary>210 × 297 mm.</summary>
    A4,

    /// <summary>8.5 × 11 in.</summary>
    Letter,
}
