using Beleg.Model.Histories;
using Beleg.Primitives;
using Beleg.Sources;

namespace Beleg.Model;

/// <summary>What is one contact's and nobody else's: what goes when it is erased.</summary>
/// <param name="Contact">The contact.</param>
/// <param name="Keys">Its identifiers, messages, conversations and events.</param>
/// <param name="Seqs">Positions of the deliveries that hold its events.</param>
/// <param name="Events">How many events it has.</param>
internal sealed record Belongings(Key Contact, IReadOnlySet<Key> Keys, IReadOnlySet<long> Seqs, int Events)
{
    /// <summary>Finds a contact in its cluster, which may hold others; null where the name is nobody's or too many people's.</summary>
    public static Belongings? Find(History history, IReadOnlySet<Key> quarantined, FoldSettings settings, Key name)
    {
        var events = new List<Event>();
        new EventOrder().Sort(PackedEvents.ReadAll(history.Packed), events);
        var identity = new Identity(settings.MaxContactsPerIdentifier);
        var slots = new List<int>();
        identity.Resolve(events, quarantined);
        new Binding(settings.Hash).Bind(events, identity, slots);
        if (identity.SlotOf(name) is not (>= 0 and var slot))
            return null;
        var own = events.Where((_, i) => slots[i] == slot).ToList();
        var ids = own.Select(happened => happened.Id).ToHashSet();
        HashSet<Key> keys = [.. identity.NamesOf(slot), .. ids, .. own.Select(happened => happened.Message), .. own.Select(happened => happened.Conversation)];
        keys.Remove(Key.None);
        return new Belongings(identity.Persons[slot].Key, keys, SeqsOf(history, keys), own.Count);
    }

    // Also those that were delivered again, told an earlier state, or only name the contact.
    private static HashSet<long> SeqsOf(History history, HashSet<Key> keys)
    {
        var seqs = new HashSet<long>();
        var walk = new PackedEvents(history.Packed);
        while (walk.MoveNext())
        {
            var happened = EventCodec.Read(walk.Stored);
            if (keys.Contains(happened.Id) || happened.Identifiers.Any(name => keys.Contains(name.Key))
                || (happened.Payload is MergePayload merge && (keys.Contains(merge.A) || keys.Contains(merge.B))))
                seqs.Add(walk.Seq);
        }

        return seqs;
    }
}
