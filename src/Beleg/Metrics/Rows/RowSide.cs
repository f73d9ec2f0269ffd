namespace Beleg.Metrics.Rows;

/// <summary>Which rows of a figure are meant.</summary>
public enum RowSide
{
    /// <summary>What stands above the line, or is counted.</summary>
    Numerator,
    /// <summary>What stands below the line.</summary>
    Denominator,
}
