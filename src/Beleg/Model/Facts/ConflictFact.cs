using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>One event that came with the same id and other content. Every version is in the journal; one of them counts.</summary>
public sealed record ConflictFact
{
    /// <summary>The event.</summary>
    public required Key Event { get; init; }

    /// <summary>The contact it belongs to.</summary>
    public required Key Contact { get; init; }

    /// <summary>What the version that counts says happened.</summary>
    public required EventKind Kind { get; init; }

    /// <summary>Who said so.</summary>
    public required string Source { get; init; }

    /// <summary>When it happened, as the version that counts says.</summary>
    public required Instant At { get; init; }

    /// <summary>Its day.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Different contents, the one that counts included; at least 2.</summary>
    public required int Versions { get; init; }

    /// <summary>Whether the source's own time of change decided; otherwise nothing tells which is later, and always the same one counts.</summary>
    public required bool ByUpdateTime { get; init; }

    /// <summary>Shop of the order it is about.</summary>
    public string? Shop { get; init; }

    /// <summary>Id of the order it is about.</summary>
    public string? OrderId { get; init; }
}
