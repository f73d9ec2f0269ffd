using Beleg.Primitives;
using NodaTime;

namespace Beleg.Model;

/// <summary>One deal of a CRM.</summary>
public sealed record DealFact
{
    /// <summary>The deal.</summary>
    public required Key Deal { get; init; }

    /// <summary>The contact.</summary>
    public required Key Contact { get; init; }

    /// <summary>Last change.</summary>
    public required Instant UpdatedAt { get; init; }

    /// <summary>Its day.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Stage.</summary>
    public string? Stage { get; init; }

    /// <summary>In the workspace's currency.</summary>
    public long? AmountMinor { get; init; }

    /// <summary>Closed.</summary>
    public Instant? ClosedAt { get; init; }

    /// <summary>A chat touch came before.</summary>
    public required bool Influenced { get; init; }
}
