namespace Beleg.Metrics;

/// <summary>How near a metric stands to the money.</summary>
public enum MetricLevel
{
    /// <summary>What the automation did.</summary>
    Operational,
    /// <summary>What came of it.</summary>
    Outcome,
    /// <summary>What it is worth.</summary>
    Financial,
}
