using System.Collections.Frozen;

namespace Beleg.Sources.Track;

/// <summary>Every event of the vocabulary. The schema is generated from it, and calls are read by it, so the two cannot differ.</summary>
internal static class EventCatalogue
{
    private const int LongestName = 64;

    /// <summary>In the order of the vocabulary.</summary>
    public static IReadOnlyList<EventDefinition> All { get; } =
        [.. ContactEvents.All.Concat(MessageEvents.All).Concat(FlowEvents.All).Concat(OrderEvents.All).Concat(LedgerEvents.All).Concat(ExperimentEvents.All).OrderBy(definition => definition.Kind)];

    private static readonly FrozenDictionary<string, EventDefinition> ByName = All.ToFrozenDictionary(definition => definition.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, EventDefinition>.AlternateLookup<ReadOnlySpan<char>> BySpan = ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Who somebody is: what Segment calls identify.</summary>
    public static EventDefinition ContactSeen { get; } = ByName["Contact Seen"];

    /// <summary>The beginning of a web visit.</summary>
    public static EventDefinition SessionStarted { get; } = ByName["Session Started"];

    /// <summary>Finds an event by its name, in any case, with spaces, dashes or underscores; null where the vocabulary does not know it.</summary>
    public static EventDefinition? Find(string name)
    {
        if (ByName.TryGetValue(name, out var exact))
            return exact;
        if (name.Length > LongestName)
            return null;
        Span<char> spaced = stackalloc char[LongestName];
        for (var i = 0; i < name.Length; i++)
            spaced[i] = name[i] is '_' or '-' ? ' ' : name[i];
        return BySpan.TryGetValue(spaced[..name.Length], out var definition) ? definition : null;
    }
}
