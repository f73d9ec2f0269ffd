namespace Beleg.Metrics;

/// <summary>Which of the four kinds of value a metric speaks for.</summary>
public enum MetricPillar
{
    /// <summary>Work that people did not have to do.</summary>
    Savings,
    /// <summary>Money earned.</summary>
    Revenue,
    /// <summary>How it felt to the customer.</summary>
    Experience,
    /// <summary>What could go wrong.</summary>
    Risk,
}
