using Beleg.Attribution;
using Beleg.Model;
using Beleg.Model.Histories;
using Beleg.Primitives;
using Beleg.Sources;

namespace Beleg;

/// <summary>Folds histories one after the other; one instance per thread, since the fold keeps its buffers.</summary>
internal sealed class HistoryFold(IReadOnlySet<Key> quarantined, FoldSettings settings)
{
    private readonly ClusterFold fold = new(settings, new OrderCrediting(settings));
    private readonly List<Event> events = [];

    /// <summary>Adds the facts of a history and notes the contacts they belong to.</summary>
    public void Into(History history, FactBatch facts)
    {
        var from = facts.Contacts.Count;
        Into(history.Packed, facts);
        history.Contacts.Clear();
        for (var i = from; i < facts.Contacts.Count; i++)
            history.Contacts.Add(facts.Contacts[i].Contact);
    }

    /// <summary>Adds the facts of packed events.</summary>
    public void Into(ReadOnlySpan<byte> packed, FactBatch facts)
    {
        events.Clear();
        PackedEvents.ReadAll(packed, events);
        fold.Fold(events, quarantined, facts);
    }

    /// <summary>Adds the orders, credits and touches of the last history under other windows or half-lives.</summary>
    public void CreditAgain(FoldSettings other, IOrderCrediting crediting, FactBatch facts) => fold.CreditAgain(other, crediting, facts);

    /// <summary>Folds a history as it was stored and as it is now, and notes its contacts; its events are read once for both.</summary>
    public void Into(History history, FactBatch before, FactBatch after)
    {
        Into(history.Stored, before);
        var rest = events.Count;
        PackedEvents.ReadAll(history.Packed[history.Stored.Length..], events);
        if (events.Count > rest)
            fold.Fold(events, quarantined, after);
        else
            after.Add(before);
        history.Contacts.Clear();
        foreach (var contact in after.Contacts)
            history.Contacts.Add(contact.Contact);
        foreach (var absorbed in history.Absorbed)
            Into(absorbed.Stored, before);
    }

    /// <summary>Which contact each event of the last history belongs to, by the event's id.</summary>
    public IReadOnlyDictionary<Key, Key> Owners() => fold.Owners();
}
