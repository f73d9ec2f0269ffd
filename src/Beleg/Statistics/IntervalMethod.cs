namespace Beleg.Statistics;

/// <summary>How an interval was found; printed beside it.</summary>
public enum IntervalMethod
{
    /// <summary>Wilson's score interval for a share: inside 0..1 also for few or extreme answers.</summary>
    Wilson,

    /// <summary>Delta method for a ratio of two sums over contacts.</summary>
    Delta,

    /// <summary>Percentiles of a seeded bootstrap that draws whole contacts.</summary>
    Bootstrap,

    /// <summary>Student's t for a mean of independent values.</summary>
    Student,

    /// <summary>The normal approximation from a standard error.</summary>
    Normal,

    /// <summary>What a forecast's own errors leave open.</summary>
    Forecast,

    /// <summary>A fit repeated without an eighth of the customers at a time.</summary>
    Jackknife,

    /// <summary>Percentiles of a seeded simulation over assumptions and what was measured.</summary>
    Simulation,
}
