using Beleg.Warehouse.Facts;

namespace Beleg.Warehouse;

/// <summary>
/// Which workspaces are attached, and what they keep in the engine's memory: an attached file its catalog, a written one a block for
/// every column that was written to. Neither is given up under pressure, so those used longest ago are laid to rest instead; the
/// next who asks wakes them.
/// </summary>
internal sealed class OpenWarehouses(long bytes)
{
    /// <summary>What an attached file of some hundred columns was seen to take.</summary>
    private const long BytesOfACatalog = 3_000_000;

    /// <summary>Values and validity of every column, were all tables written to.</summary>
    private static readonly int BlocksOfAWorkspace = 2 * FactTables.All.Sum(table => table.Columns.Count);

    private readonly Lock gate = new();
    private readonly List<(WorkspaceWarehouse Warehouse, long Bytes)> open = [];

    /// <summary>Notes a use, and lays others to rest where all together take more than their share.</summary>
    /// <param name="used">Who.</param>
    /// <param name="writtenBlock">Bytes of a block where rows were written; 0 where they were read.</param>
    internal void Used(WorkspaceWarehouse used, long writtenBlock = 0)
    {
        List<WorkspaceWarehouse> longestAgo = [];
        lock (gate)
        {
            var known = open.FindIndex(other => other.Warehouse == used);
            var before = known < 0 ? BytesOfACatalog : open[known].Bytes;
            if (known >= 0)
                open.RemoveAt(known);
            open.Add((used, Math.Max(before, BytesOfACatalog + writtenBlock * BlocksOfAWorkspace)));
            var taken = open.Sum(other => other.Bytes);
            for (var index = 0; index < open.Count - 1 && taken > bytes; index++)
            {
                longestAgo.Add(open[index].Warehouse);
                taken -= open[index].Bytes;
            }
        }
        // Outside of the lock, since a file is written out on the way; one in use stays, and its turn comes again.
        foreach (var other in longestAgo.Where(other => other.Rest()))
            Closed(other);
    }

    /// <summary>A closed file keeps nothing.</summary>
    internal void Closed(WorkspaceWarehouse warehouse)
    {
        lock (gate)
            open.RemoveAll(other => other.Warehouse == warehouse);
    }
}
