namespace Beleg.Metrics;

/// <summary>How the uncertainty of a figure is to be estimated.</summary>
internal enum IntervalRule
{
    /// <summary>A count, an amount or a median: not at all.</summary>
    None,
    /// <summary>A share of independent things.</summary>
    Wilson,
    /// <summary>A ratio of sums, by the contacts they come from.</summary>
    Delta,
    /// <summary>What a forecast's own errors leave open.</summary>
    Forecast,
    /// <summary>A seeded simulation over the assumptions and what was measured.</summary>
    Simulation,
    /// <summary>None, since all there is was counted: it is no sample of more.</summary>
    Complete,
}
