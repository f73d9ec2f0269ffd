namespace Beleg.Statistics.Forecasts;

/// <summary>Whether errors, or seasons, are added or grow with the level.</summary>
public enum EtsPart
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Added.</summary>
    Additive,

    /// <summary>A factor of the level.</summary>
    Multiplicative,
}
