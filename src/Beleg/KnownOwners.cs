using System.Collections.Immutable;
using Beleg.Model.Histories;
using Beleg.Primitives;
using Beleg.Warehouse;

namespace Beleg;

/// <summary>Whose messages, conversations and runs are, by the facts. Messages that were never seen are not asked for.</summary>
/// <param name="facts">The facts.</param>
internal sealed class KnownOwners(IFactStore facts)
{
    private SeenMessages? seen;

    /// <summary>The contact of each thing that has one.</summary>
    /// <param name="messages">Messages; from now on they count as seen.</param>
    /// <param name="others">Conversations as their source names them, and runs.</param>
    public IReadOnlyDictionary<Key, Key> Of(IReadOnlyCollection<Key> messages, IReadOnlyCollection<Key> others)
    {
        if (seen is null or { IsFull: true })
            facts.Messages(count => seen = new SeenMessages(count), message => seen!.Add(message));
        var met = messages.Where(seen!.MayHold).ToList();
        foreach (var message in messages)
            seen.Add(message);
        return met.Count + others.Count == 0 ? ImmutableDictionary<Key, Key>.Empty : facts.ContactsOf(met, others);
    }

    /// <summary>The facts were derived anew: what was seen is looked up again.</summary>
    public void Forget() => seen = null;
}
