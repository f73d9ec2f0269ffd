using Beleg.Journal;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.State;

namespace Beleg;

/// <summary>What erasing in one workspace works with.</summary>
public sealed record ErasureParts
{
    /// <summary>Name of the workspace.</summary>
    public required string Workspace { get; init; }

    /// <summary>Where deliveries are kept.</summary>
    public required IJournal Journal { get; init; }

    /// <summary>Remembers who was erased, and whom links were made for.</summary>
    public required StateStore State { get; init; }

    /// <summary>Makes the workspace's keys.</summary>
    public required KeyedHash Hash { get; init; }

    /// <summary>Translates a delivery with a given hash, without what is personal.</summary>
    public required Action<Delivery, KeyedHash, Translation> Translate { get; init; }

    /// <summary>A source by its name; null where it was removed.</summary>
    public required Func<string, SourceSettings?> SourceOf { get; init; }

    /// <summary>The workspace's sources, built-in ones too: their shops and accounts are where ids are unique.</summary>
    public required Func<IReadOnlyList<SourceSettings>> Sources { get; init; }
}
