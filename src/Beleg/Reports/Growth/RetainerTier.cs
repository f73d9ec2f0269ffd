namespace Beleg.Reports.Growth;

/// <summary>What a client has booked; it decides which reports belong to it.</summary>
public enum RetainerTier
{
    /// <summary>Proof, every month.</summary>
    Essential = 1,

    /// <summary>Proof, and what to do next.</summary>
    Growth = 2,

    /// <summary>Proof, what to do next, and what the next year is worth.</summary>
    Strategic = 3,
}
