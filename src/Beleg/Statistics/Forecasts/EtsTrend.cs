namespace Beleg.Statistics.Forecasts;

/// <summary>Whether there is a trend, and whether it lasts.</summary>
public enum EtsTrend
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>It goes on as it is.</summary>
    Additive,

    /// <summary>It fades.</summary>
    Damped,
}
