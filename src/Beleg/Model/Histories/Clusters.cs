using Beleg.Primitives;
using Beleg.Sources;

namespace Beleg.Model.Histories;

/// <summary>
/// Files a batch of events into the histories they concern, joining histories that turn out to be one. Clusters only ever grow, so
/// the order in which events arrive decides nothing but the moment at which two histories meet.
/// </summary>
internal sealed class Clusters(HistoryStore store, KeyedHash hash, int maxContactsPerIdentifier)
{
    private readonly EventWriter writer = new();
    private readonly HashSet<Key> quarantined = store.Quarantined();
    private readonly HashSet<Key> waiting = store.Waiting();
    private readonly Dictionary<Key, History> byKey = [];
    private readonly Dictionary<long, History> loaded = [];
    private readonly Dictionary<Key, History> byEntity = [];
    private readonly Dictionary<Key, History> byMessage = [];
    private readonly List<Key> keys = [];

    /// <summary>Identifiers that join nobody.</summary>
    public IReadOnlySet<Key> Quarantined => quarantined;

    /// <summary>Whether one of them was put there by this batch: what was folded before it was folded otherwise.</summary>
    public bool HasNewQuarantine { get; private set; }

    /// <summary>
    /// Files the events and gives every history that must be folded anew.
    /// </summary>
    /// <param name="events">Events with their place in the journal.</param>
    /// <param name="known">Journal position up to which events are filed already; these only mark their history.</param>
    /// <param name="contactOf">Finds the contact of messages (first), and of conversations and runs, in the facts.</param>
    public IReadOnlyCollection<History> File(IReadOnlyList<Placed> events, long known, Func<IReadOnlyCollection<Key>, IReadOnlyCollection<Key>, IReadOnlyDictionary<Key, Key>> contactOf)
    {
        byKey.Clear();
        loaded.Clear();
        byEntity.Clear();
        byMessage.Clear();
        var unidentified = new List<Placed>();
        foreach (var placed in events)
        {
            keys.Clear();
            Routing.Keys(placed.Event, hash, keys);
            if (Routing.IsUnidentified(placed.Event, keys))
            {
                unidentified.Add(placed);
                continue;
            }

            NoteNeighbours(placed.Event);
            DropQuarantined();
            Append(Join(keys), placed, known);
        }

        var messages = byMessage.Where(met => !Current(met.Value).HoldsMessage(met.Key)).Select(met => met.Key).ToHashSet();
        var others = new HashSet<Key>();
        foreach (var placed in unidentified)
            if (!byEntity.ContainsKey(Routing.Entity(placed.Event)))
                _ = (placed.Event.Message.IsNone ? others : messages).Add(Routing.Entity(placed.Event));
        var contacts = messages.Count + others.Count == 0 ? new Dictionary<Key, Key>() : contactOf(messages, others);
        JoinMessages(contacts);
        FileUnidentified(unidentified, known, contacts);
        return [.. Standing()];
    }

    /// <summary>Writes what <see cref="File"/> touched; within the store's transaction.</summary>
    public void Save()
    {
        foreach (var gone in loaded.Values.Where(history => history.MergedInto is not null))
            store.Remove(gone.Cluster);
        foreach (var history in Standing())
        {
            foreach (var node in history.Nodes)
                if (store.ClusterOf(node) != history.Cluster)
                    store.Assign(node, history.Cluster);
            store.Save(history);
        }
    }

    /// <summary>A message that was seen before under another name is folded with what is told of it now.</summary>
    private void JoinMessages(IReadOnlyDictionary<Key, Key> contacts)
    {
        foreach (var (message, contact) in contacts)
            if (byMessage.TryGetValue(message, out var history) && Find(contact) is { } before)
                Merge(history, before);
    }

    private void FileUnidentified(List<Placed> unidentified, long known, IReadOnlyDictionary<Key, Key> contacts)
    {
        foreach (var placed in unidentified)
        {
            var entity = Routing.Entity(placed.Event);
            keys.Clear();
            if (byEntity.TryGetValue(entity, out var history))
            {
                Append(Current(history), placed, known);
                continue;
            }

            keys.Add(contacts.TryGetValue(entity, out var contact) && Find(contact) is not null ? contact : entity);
            if (keys[0] == entity && waiting.Add(entity))
                store.Wait(entity);
            Append(Join(keys), placed, known);
        }
    }

    private void Append(History history, Placed placed, long known)
    {
        RememberEntities(placed.Event, ref history);
        if (placed.Seq <= known)
            return;
        writer.Clear();
        EventCodec.Write(placed.Event, writer);
        history.Append(placed.Seq, placed.Item, writer.Written);
    }

    /// <summary>An event that names its contact also tells whose its message is; events that waited for that word come along.</summary>
    private void RememberEntities(Event happened, ref History history)
    {
        var message = Routing.MessageOf(happened);
        if (!message.IsNone && !byMessage.TryAdd(message, history))
            history = Merge(history, byMessage[message]);
        foreach (var entity in (ReadOnlySpan<Key>)[happened.Message, happened.Conversation, happened.Run])
        {
            if (entity.IsNone)
                continue;
            // TRICKY: whoever pressed a button is not whose the message is, so a message that is known stays where it is.
            if (entity != happened.Message || entity == message)
                byEntity[entity] = history;
            else
                byEntity.TryAdd(entity, history);
            if (waiting.Count > 0 && waiting.Contains(entity) && Find(entity) is { } waiter && waiter != history)
                history = Merge(history, waiter);
        }
    }

    private History Join(List<Key> found)
    {
        History? history = null;
        foreach (var key in found)
            if (Find(key) is { } existing)
                history = history is null ? existing : Merge(history, existing);
        history ??= Track(new History(store.NextCluster()));
        foreach (var key in found)
            if (byKey.TryAdd(key, history) && !history.Nodes.Contains(key))
                history.Nodes.Add(key);
        return history;
    }

    private History? Find(Key key)
    {
        if (byKey.TryGetValue(key, out var known))
            return Current(known);
        if (store.ClusterOf(key) is not { } cluster)
            return null;
        // TRICKY: the store still names a cluster that another absorbed during this batch; loaded again it would live twice.
        var history = loaded.TryGetValue(cluster, out var met) ? Current(met) : Track(store.Load(cluster));
        return byKey[key] = history;
    }

    private static History Merge(History a, History b)
    {
        a = Current(a);
        b = Current(b);
        if (a == b)
            return a;
        var (kept, gone) = a.Length >= b.Length ? (a, b) : (b, a);
        kept.Absorb(gone);
        gone.MergedInto = kept;
        return kept;
    }

    private History Track(History history) => loaded[history.Cluster] = history;

    private IEnumerable<History> Standing() => loaded.Values.Where(history => history.MergedInto is null);

    private static History Current(History history)
    {
        while (history.MergedInto is { } next)
            history = next;
        return history;
    }

    private void NoteNeighbours(Event happened)
    {
        if (happened.Identifiers.Count < 2 || happened.Trust == Trust.Browser)
            return;
        foreach (var one in happened.Identifiers)
            foreach (var other in happened.Identifiers)
                if (one.Key != other.Key && other.IsStrong && !quarantined.Contains(one.Key)
                    && store.Note(one.Key, (byte)other.Type, other.Key)
                    && store.Neighbours(one.Key, (byte)other.Type) > maxContactsPerIdentifier)
                    PutInQuarantine(one.Key);
    }

    /// <summary>From now on it joins nobody; the history that holds it is folded anew, since those it joined fall apart.</summary>
    private void PutInQuarantine(Key key)
    {
        store.Quarantine(key);
        quarantined.Add(key);
        HasNewQuarantine = true;
        Find(key);
    }

    private void DropQuarantined()
    {
        if (quarantined.Count > 0 && keys.Exists(key => !quarantined.Contains(key)))
            keys.RemoveAll(quarantined.Contains);
    }
}
