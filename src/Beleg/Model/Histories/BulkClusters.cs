using System.Runtime.InteropServices;
using Beleg.Primitives;
using Beleg.Sources;

namespace Beleg.Model.Histories;

/// <summary>
/// The cluster index of a rebuild: the same joins as <see cref="Clusters"/>, in memory, over all events before the first fold.
/// Not thread-safe.
/// </summary>
internal sealed class BulkClusters(int maxContactsPerIdentifier)
{
    private readonly Dictionary<Key, int> nodes = [];
    private readonly List<Key> keys = [];
    private readonly List<int> parents = [];
    private readonly HashSet<(Key, byte, Key)> neighbours = [];
    private readonly Dictionary<(Key, byte), int> counts = [];
    private readonly MessageNodes messages = new();

    /// <summary>Identifiers that join nobody.</summary>
    public HashSet<Key> Quarantined { get; } = [];

    /// <summary>Number of keys.</summary>
    public int Count => keys.Count;

    /// <summary>Joins what an event says belongs together and gives the node it is filed under.</summary>
    public int Join(ReadOnlySpan<Key> found)
    {
        var first = -1;
        foreach (var key in found)
        {
            if (Quarantined.Count > 0 && Quarantined.Contains(key))
                continue;
            var node = Node(key);
            if (first < 0)
                first = node;
            else
                Unite(first, node);
        }

        // An event that names nobody but a quarantined identifier is that identifier's own.
        return first >= 0 ? first : Node(found[0]);
    }

    /// <summary>One message is folded in one place, whatever names its events carry.</summary>
    public void JoinMessage(Key message, int node)
    {
        var met = messages.Meet(message, node);
        if (met != node)
            Unite(met, node);
    }

    /// <summary>The node of a message whose contact is named somewhere; -1 where nobody names it.</summary>
    public int NodeOfMessage(Key message) => messages.Find(message);

    /// <summary>Notes which identifiers came in one event, and puts one that too many share in quarantine.</summary>
    /// <param name="together">All identifiers of an event that is believed.</param>
    public void Note(IReadOnlyList<Identifier> together)
    {
        foreach (var one in together)
            foreach (var other in together)
            {
                if (one.Key == other.Key || !other.IsStrong || !neighbours.Add((one.Key, (byte)other.Type, other.Key)))
                    continue;
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, (one.Key, (byte)other.Type), out _);
                if (++count > maxContactsPerIdentifier)
                    Quarantined.Add(one.Key);
            }
    }

    /// <summary>The representative of each node's cluster.</summary>
    public int[] Roots()
    {
        var roots = new int[parents.Count];
        for (var node = 0; node < roots.Length; node++)
            roots[node] = Root(node);
        return roots;
    }

    private int Root(int node)
    {
        while (parents[node] != node)
            node = parents[node] = parents[parents[node]];
        return node;
    }

    /// <summary>The keys of all nodes, in their order.</summary>
    public ReadOnlySpan<Key> Keys => CollectionsMarshal.AsSpan(keys);

    /// <summary>The key of a node.</summary>
    public Key KeyOf(int node) => keys[node];

    /// <summary>Pairs of identifiers that came in one event: (one, type of the other, other).</summary>
    public IReadOnlyCollection<(Key Node, byte Type, Key Other)> Neighbours => neighbours;

    private int Node(Key key)
    {
        ref var node = ref CollectionsMarshal.GetValueRefOrAddDefault(nodes, key, out var known);
        if (known)
            return node;
        node = keys.Count;
        keys.Add(key);
        parents.Add(node);
        return node;
    }

    private void Unite(int a, int b)
    {
        a = Root(a);
        b = Root(b);
        if (a != b)
            parents[Math.Max(a, b)] = Math.Min(a, b);
    }
}
