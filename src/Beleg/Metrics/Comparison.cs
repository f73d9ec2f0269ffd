namespace Beleg.Metrics;

/// <summary>Which other period stands beside the one asked for.</summary>
public enum Comparison
{
    /// <summary>None.</summary>
    None,
    /// <summary>The period of the same length just before; whole months before whole months.</summary>
    Previous,
    /// <summary>The same days a year earlier.</summary>
    Year,
}
