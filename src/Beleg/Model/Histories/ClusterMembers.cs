namespace Beleg.Model.Histories;

/// <summary>The nodes of each cluster, as two flat arrays: a list per cluster would cost more than the nodes.</summary>
internal sealed class ClusterMembers
{
    private readonly int[] nodes;
    private readonly int[] ends;

    /// <param name="roots">Root of each node.</param>
    public ClusterMembers(int[] roots)
    {
        ends = new int[roots.Length + 1];
        foreach (var root in roots)
            ends[root + 1]++;
        for (var root = 0; root < roots.Length; root++)
            ends[root + 1] += ends[root];
        nodes = new int[roots.Length];
        var next = ends[..^1].ToArray();
        for (var node = 0; node < roots.Length; node++)
            nodes[next[roots[node]]++] = node;
    }

    /// <summary>The nodes whose root this is.</summary>
    public ReadOnlySpan<int> Of(int root) => nodes.AsSpan(ends[root], ends[root + 1] - ends[root]);
}
