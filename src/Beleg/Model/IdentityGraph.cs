using Beleg.Primitives;
using Beleg.Sources;

namespace Beleg.Model;

/// <summary>Identifiers of a cluster and what joins them: a union-find that refuses to join what an operator has parted.</summary>
internal sealed class IdentityGraph
{
    private readonly Dictionary<Key, int> index = [];
    private readonly List<Identifier> names = [];
    private readonly List<int> parents = [];
    private readonly List<bool> quarantined = [];
    private readonly List<int> typesOfRoot = [];
    private readonly List<int> sizes = [];
    private readonly HashSet<(int, int)> parted = [];

    public int Count => names.Count;

    public void Clear()
    {
        index.Clear();
        names.Clear();
        parents.Clear();
        quarantined.Clear();
        typesOfRoot.Clear();
        sizes.Clear();
        parted.Clear();
    }

    public Identifier Name(int node) => names[node];

    public bool IsQuarantined(int node) => quarantined[node];

    public void Quarantine(int node) => quarantined[node] = true;

    public int Add(Identifier name)
    {
        if (index.TryGetValue(name.Key, out var node))
            return node;
        node = names.Count;
        index.Add(name.Key, node);
        names.Add(name);
        parents.Add(node);
        quarantined.Add(false);
        typesOfRoot.Add(name.IsStrong ? 1 << (int)name.Type : 0);
        sizes.Add(1);
        return node;
    }

    public bool TryFind(Key key, out int node) => index.TryGetValue(key, out node);

    public int Root(int node)
    {
        while (parents[node] != node)
            node = parents[node] = parents[parents[node]];
        return node;
    }

    /// <summary>Never joins the groups of these two again; to be called before any join.</summary>
    public void Part(int a, int b) => parted.Add((Math.Min(a, b), Math.Max(a, b)));

    public bool AreParted(int a, int b) => parted.Contains((Math.Min(a, b), Math.Max(a, b)));

    /// <summary>Whether nothing was joined to a name yet.</summary>
    public bool IsAlone(int node) => sizes[Root(node)] == 1;

    /// <summary>
    /// Whether two groups have different names of one strong type in one scope, so that a shared handle does not make them one. The ids of
    /// one person on two pages differ and contradict nothing.
    /// </summary>
    public bool Conflict(int a, int b)
    {
        var (left, right) = (Root(a), Root(b));
        if ((typesOfRoot[left] & typesOfRoot[right]) == 0)
            return false;
        // Asked only where a handle was met with several people, which are few.
        for (var x = 0; x < names.Count; x++)
        {
            if (!names[x].IsStrong || Root(x) != left)
                continue;
            for (var y = 0; y < names.Count; y++)
            {
                if (names[y].Type == names[x].Type && Root(y) == right && string.Equals(names[x].Scope, names[y].Scope, StringComparison.Ordinal))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Joins two groups unless that would bring together what was parted; false where it was refused.</summary>
    public bool Join(int a, int b)
    {
        var (x, y) = (Root(a), Root(b));
        if (x == y)
            return true;
        foreach (var (one, other) in parted)
        {
            var (p, q) = (Root(one), Root(other));
            if ((p == x && q == y) || (p == y && q == x))
                return false;
        }

        // The smaller node is the root, so that the shape follows from the order of the nodes alone.
        var (root, child) = x < y ? (x, y) : (y, x);
        parents[child] = root;
        typesOfRoot[root] |= typesOfRoot[child];
        sizes[root] += sizes[child];
        return true;
    }
}
