using Beleg.Model;
using Beleg.Sources;

namespace Beleg.Reports;

/// <summary>The order in which things are told: as the fold reads them, each once, so that a question stands before its answer within one second.</summary>
internal static class TellingOrder
{
    /// <summary>The events by time, then by what causes what; of two deliveries of one event the one that counts.</summary>
    public static JournaledEvent[] Of(IEnumerable<JournaledEvent> events)
    {
        var places = new Dictionary<Event, JournaledEvent>(ReferenceEqualityComparer.Instance);
        foreach (var at in events)
            places.TryAdd(at.Event, at);
        var sorted = new List<Event>(places.Count);
        new EventOrder().Sort([.. places.Keys], sorted);
        return [.. sorted.Select(happened => places[happened])];
    }
}
