namespace Beleg.Statistics.Experiments;

/// <summary>How an effect was judged; printed beside it.</summary>
public enum TestMethod
{
    /// <summary>Welch's t test: holds for one look, at the end that was planned.</summary>
    FixedHorizon,

    /// <summary>An always-valid interval: holds however often anybody looks.</summary>
    AlwaysValid,

    /// <summary>A normal posterior.</summary>
    Bayesian,
}
