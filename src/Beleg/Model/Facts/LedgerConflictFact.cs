using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>One line of the ledger that came with the same id and other content. Belongs to no contact.</summary>
public sealed record LedgerConflictFact
{
    /// <summary>The event.</summary>
    public required Key Event { get; init; }

    /// <summary>What the version that counts says.</summary>
    public required EventKind Kind { get; init; }

    /// <summary>Who said so.</summary>
    public required string Source { get; init; }

    /// <summary>When it happened, as the version that counts says.</summary>
    public required Instant At { get; init; }

    /// <summary>Different contents, the one that counts included; at least 2.</summary>
    public required int Versions { get; init; }

    /// <summary>Whether the source's own time of change decided.</summary>
    public required bool ByUpdateTime { get; init; }
}
