using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>One span of consent, and its withdrawal.</summary>
public sealed record ConsentFact
{
    /// <summary>The span.</summary>
    public required Key Consent { get; init; }

    /// <summary>The contact.</summary>
    public required Key Contact { get; init; }

    /// <summary>What for.</summary>
    public required string Purpose { get; init; }

    /// <summary>Channel; other means all.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Given; null where only a withdrawal is known.</summary>
    public Instant? GivenAt { get; init; }

    /// <summary>Withdrawn.</summary>
    public Instant? WithdrawnAt { get; init; }

    /// <summary>Day of its start.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Ends by itself.</summary>
    public Instant? ValidUntil { get; init; }

    /// <summary>Words shown.</summary>
    public string? WordingVersion { get; init; }

    /// <summary>Proofs of the withdrawal, at least one where withdrawn.</summary>
    public required int Proofs { get; init; }
}
