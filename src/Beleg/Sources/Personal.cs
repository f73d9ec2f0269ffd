namespace Beleg.Sources;

/// <summary>
/// What is about a person and never leaves the journal: pages that show it translate the delivery again. The stored form of an
/// event has none of it.
/// </summary>
public sealed record Personal
{
    /// <summary>A person's name.</summary>
    public string? Name { get; init; }

    /// <summary>The text of a message, the label of a button as pressed, a note.</summary>
    public string? Text { get; init; }

    /// <summary>Other traits and properties as they came, by their wire names (interest, budget, time frame …).</summary>
    public IReadOnlyDictionary<string, string> Traits { get; init; } = NoTraits;

    /// <summary>No traits.</summary>
    internal static IReadOnlyDictionary<string, string> NoTraits { get; } = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty;
}
