using System.Collections.Immutable;
using Beleg.Model;
using Beleg.Model.Histories;
using Beleg.Primitives;
using Beleg.Sources;

namespace Beleg;

/// <summary>Everything about one cluster: its facts, folded now, and its events with their places in the journal, by time.</summary>
/// <param name="Facts">What the fold gives.</param>
/// <param name="Events">Events without what is personal, by time, then id.</param>
public sealed record Dossier(FactBatch Facts, IReadOnlyList<JournaledEvent> Events)
{
    /// <summary>The contact each event belongs to, by the event's id; a cluster can hold several people. Events of nobody are not in it.</summary>
    public IReadOnlyDictionary<Key, Key> Owners { get; init; } = ImmutableDictionary<Key, Key>.Empty;

    internal static Dossier Of(History history, FactBatch facts, IReadOnlyDictionary<Key, Key> owners) =>
        new(facts, EventsOf(history, _ => true)) { Owners = owners };

    /// <summary>The events of some kinds with their places in the journal, by time, then id.</summary>
    internal static IReadOnlyList<JournaledEvent> EventsOf(History history, Func<EventKind, bool> wanted)
    {
        var events = new List<JournaledEvent>();
        var walk = new PackedEvents(history.Packed);
        while (walk.MoveNext())
        {
            if (wanted(EventCodec.KindOf(walk.Stored)))
                events.Add(new JournaledEvent(walk.Seq, walk.Item, EventCodec.Read(walk.Stored)));
        }

        return [.. events.OrderBy(e => e.Event.OccurredAt).ThenBy(e => e.Event.Id).ThenBy(e => e.Seq)];
    }
}

/// <summary>An event and where it lies in the journal.</summary>
/// <param name="Seq">Position of the delivery.</param>
/// <param name="Item">Position within it.</param>
/// <param name="Event">The event.</param>
public sealed record JournaledEvent(long Seq, int Item, Event Event);
