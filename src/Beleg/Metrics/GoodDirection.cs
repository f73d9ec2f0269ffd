namespace Beleg.Metrics;

/// <summary>Which way a metric should move.</summary>
public enum GoodDirection
{
    /// <summary>More is better.</summary>
    Up,
    /// <summary>Less is better.</summary>
    Down,
    /// <summary>Neither is.</summary>
    Neutral,
}
