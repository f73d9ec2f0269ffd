namespace Beleg.Metrics;

/// <summary>What the number of a metric means.</summary>
public enum MetricUnit
{
    /// <summary>A part of a whole, from 0 to 1; shown as per cent.</summary>
    Share,
    /// <summary>Whole things.</summary>
    Count,
    /// <summary>Major units of the workspace's currency, exact.</summary>
    Money,
    /// <summary>Milliseconds.</summary>
    DurationMs,
    /// <summary>Points of a scale, such as −100 to 100.</summary>
    Score,
    /// <summary>Per cent that may exceed 100: 400 means four times.</summary>
    Percent,
    /// <summary>Calendar months, with a fraction.</summary>
    Months,
    /// <summary>One amount over another, as a plain factor.</summary>
    Ratio,
}
