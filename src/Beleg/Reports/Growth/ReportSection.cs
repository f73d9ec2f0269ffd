namespace Beleg.Reports.Growth;

/// <summary>A part of what a client is given.</summary>
public enum ReportSection
{
    /// <summary>The month's proof.</summary>
    Proof,

    /// <summary>How good the data are.</summary>
    Quality,

    /// <summary>Before and after.</summary>
    Cases,

    /// <summary>Where revenue hides.</summary>
    Findings,

    /// <summary>Experiments and what they came to.</summary>
    Experiments,

    /// <summary>The quarter's review.</summary>
    QuarterlyReview,

    /// <summary>How sure the return is.</summary>
    Sensitivity,

    /// <summary>What the next twelve months are worth.</summary>
    Forecast,

    /// <summary>Where to grow.</summary>
    Growth,

    /// <summary>The year's review.</summary>
    YearlyReview,
}
