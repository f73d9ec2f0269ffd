using Beleg.Primitives;
using Beleg.Sources;

namespace Beleg.Model;

/// <summary>
/// Says who is one contact in a cluster. Strong names that came together in a server's or an operator's event are one person; the
/// latest act of an operator on a pair outweighs everything else about that pair; a handle joins what it does not contradict; an
/// anonymous id belongs to the first person a server named with it; a quarantined name joins nothing. Nothing a browser says joins.
/// </summary>
internal sealed class Identity(int maxContactsPerIdentifier)
{
    private readonly IdentityGraph graph = new();
    private readonly Dictionary<(Key, Key), Event> acts = [];
    private readonly List<(int Node, int Partner)> weak = [];
    private readonly HashSet<(int, int)> neighbours = [];
    private readonly Dictionary<int, int> slotOfRoot = [];

    /// <summary>Who was found; an event's slot is an index in it.</summary>
    public List<Person> Persons { get; } = [];

    /// <summary>Finds the persons of a cluster's events, which are in order and unique.</summary>
    public void Resolve(List<Event> events, IReadOnlySet<Key> quarantined)
    {
        graph.Clear();
        Persons.Clear();
        acts.Clear();
        weak.Clear();
        slotOfRoot.Clear();
        foreach (var happened in events)
            Gather(happened);
        QuarantineHubs(events, quarantined);
        Act(merges: false);
        Act(merges: true);
        JoinStrong(events);
        JoinHandles();
        JoinAnonymous();
        Name();
    }

    /// <summary>The slot of an event by its own identifiers; -1 where it has none that can tell.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="allowQuarantined">Whether a shared name will do: never where money is concerned.</param>
    public int SlotOf(Event happened, bool allowQuarantined)
    {
        var best = -1;
        var bestRank = int.MaxValue;
        foreach (var name in happened.Identifiers)
        {
            if (!graph.TryFind(name.Key, out var node))
                continue;
            var rank = Preference(name, graph.IsQuarantined(node), happened.Trust);
            if (rank > bestRank || (rank == bestRank && Compare(name, graph.Name(best)) >= 0))
                continue;
            (best, bestRank) = (node, rank);
        }

        return best < 0 || (graph.IsQuarantined(best) && !allowQuarantined) ? -1 : slotOfRoot[graph.Root(best)];
    }

    /// <summary>The slot of a name or of a contact's key; -1 where it is nobody's, or shared by too many to be somebody's.</summary>
    public int SlotOf(Key name) => graph.TryFind(name, out var node)
        ? graph.IsQuarantined(node) ? -1 : slotOfRoot[graph.Root(node)]
        : Persons.FindIndex(person => person.Key == name);

    /// <summary>The names of a slot, without those that too many share.</summary>
    public IEnumerable<Key> NamesOf(int slot) =>
        Enumerable.Range(0, graph.Count).Where(node => !graph.IsQuarantined(node) && slotOfRoot[graph.Root(node)] == slot).Select(node => graph.Name(node).Key);

    private static int Preference(Identifier name, bool shared, Trust trust) =>
        shared ? 9
        : trust == Trust.Browser && name.Type == IdentifierType.AnonymousId ? 0
        : name.IsStrong ? 1
        : name.Type == IdentifierType.Handle ? 2 : 3;

    private static int Compare(Identifier left, Identifier right) =>
        left.Type != right.Type ? left.Type.CompareTo(right.Type) : left.Key.CompareTo(right.Key);

    private void Gather(Event happened)
    {
        foreach (var name in happened.Identifiers)
            graph.Add(name);
        if (happened.Payload is not MergePayload merge || happened.Trust == Trust.Browser)
            return;
        var pair = merge.A < merge.B ? (merge.A, merge.B) : (merge.B, merge.A);
        // Events come in order, so the last act on a pair is what stays.
        acts[pair] = happened;
    }

    /// <summary>A shop's own phone, info@: a name that came with too many others of one type tells nobody apart.</summary>
    private void QuarantineHubs(List<Event> events, IReadOnlySet<Key> quarantined)
    {
        if (quarantined.Count > 0)
        {
            for (var node = 0; node < graph.Count; node++)
            {
                if (quarantined.Contains(graph.Name(node).Key))
                    graph.Quarantine(node);
            }
        }

        if (graph.Count <= maxContactsPerIdentifier)
            return;
        neighbours.Clear();
        var counts = new Dictionary<(int, IdentifierType), int>();
        foreach (var happened in events)
        {
            if (happened.Trust == Trust.Browser || happened.Identifiers.Count < 2)
                continue;
            foreach (var name in happened.Identifiers)
                Count(happened, name, counts);
        }
    }

    private void Count(Event happened, Identifier name, Dictionary<(int, IdentifierType), int> counts)
    {
        graph.TryFind(name.Key, out var node);
        foreach (var other in happened.Identifiers)
        {
            if (!other.IsStrong || other.Key == name.Key || !graph.TryFind(other.Key, out var partner) || !neighbours.Add((node, partner)))
                continue;
            var count = counts[(node, other.Type)] = counts.GetValueOrDefault((node, other.Type)) + 1;
            if (count > maxContactsPerIdentifier)
                graph.Quarantine(node);
        }
    }

    private void Act(bool merges)
    {
        if (acts.Count == 0)
            return;
        foreach (var (pair, act) in acts.OrderBy(a => a.Value.OccurredAt).ThenBy(a => a.Value.Id))
        {
            if ((act.Kind == EventKind.ContactsMerged) != merges || !graph.TryFind(pair.Item1, out var a) || !graph.TryFind(pair.Item2, out var b))
                continue;
            if (merges)
                graph.Join(a, b);
            else
                graph.Part(a, b);
        }
    }

    private void JoinStrong(List<Event> events)
    {
        foreach (var happened in events)
        {
            if (happened.Trust == Trust.Browser || happened.Identifiers.Count < 2)
                continue;
            var names = happened.Identifiers;
            for (var i = 0; i < names.Count; i++)
            {
                graph.TryFind(names[i].Key, out var a);
                if (graph.IsQuarantined(a))
                    continue;
                for (var j = i + 1; j < names.Count; j++)
                {
                    graph.TryFind(names[j].Key, out var b);
                    if (!graph.IsQuarantined(b))
                        Pair(a, b);
                }
            }
        }
    }

    private void Pair(int a, int b)
    {
        var (left, right) = (graph.Name(a), graph.Name(b));
        if (left.IsStrong && right.IsStrong)
        {
            // TRICKY: what was parted stays so whatever joins it, also across a third name; the earliest word counts.
            graph.Join(a, b);
            return;
        }

        if (!left.IsStrong)
            weak.Add((a, b));
        if (!right.IsStrong)
            weak.Add((b, a));
    }

    /// <summary>Two records that share a handle are one contact unless both have another name of one type in one scope; then the first keeps it.</summary>
    private void JoinHandles()
    {
        foreach (var (handle, partners) in Weak(IdentifierType.Handle))
        {
            var strong = partners.FindAll(p => graph.Name(p).IsStrong);
            if (strong.Count == 0)
                continue;
            var roots = strong.Append(handle).Select(graph.Root).Distinct().ToList();
            var contradicts = roots.Exists(a => roots.Exists(b => a != b && graph.Conflict(a, b)));
            if (contradicts && !graph.IsAlone(handle))
                continue;
            foreach (var partner in contradicts ? strong.Take(1) : strong)
                graph.Join(handle, partner);
        }
    }

    /// <summary>A browser that two people share must not make them one: only the first person named with it has it.</summary>
    private void JoinAnonymous()
    {
        foreach (var (anonymous, partners) in Weak(IdentifierType.AnonymousId))
        {
            var first = partners.FindIndex(p => graph.Name(p).IsStrong);
            if (first < 0)
                first = partners.FindIndex(p => graph.Name(p).Type == IdentifierType.Handle);
            if (first >= 0 && graph.IsAlone(anonymous))
                graph.Join(anonymous, partners[first]);
        }
    }

    /// <summary>Weak names of a type by key, each with the names it came with in order of time.</summary>
    private List<(int Node, List<int> Partners)> Weak(IdentifierType type) =>
        weak.Count == 0 ? [] : weak
            .Where(w => graph.Name(w.Node).Type == type && !graph.AreParted(w.Node, w.Partner))
            .GroupBy(w => w.Node, w => w.Partner)
            .OrderBy(g => graph.Name(g.Key).Key)
            .Select(g => (g.Key, g.ToList()))
            .ToList();

    private void Name()
    {
        for (var node = 0; node < graph.Count; node++)
        {
            var root = graph.Root(node);
            if (slotOfRoot.TryAdd(root, Persons.Count))
                Persons.Add(default);
        }

        var best = new int[Persons.Count];
        Array.Fill(best, -1);
        for (var node = 0; node < graph.Count; node++)
        {
            var slot = slotOfRoot[graph.Root(node)];
            if (best[slot] < 0 || IsBetter(node, best[slot]))
                best[slot] = node;
            Persons[slot] = new Person(graph.Name(best[slot]).Key, Persons[slot].Identifiers + 1);
        }
    }

    private bool IsBetter(int node, int than)
    {
        var (left, right) = (Preference(graph.Name(node), graph.IsQuarantined(node), Trust.Server), Preference(graph.Name(than), graph.IsQuarantined(than), Trust.Server));
        return left != right ? left < right : Compare(graph.Name(node), graph.Name(than)) < 0;
    }
}
