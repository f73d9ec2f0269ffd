using Beleg.Warehouse.Facts;

namespace Beleg.Warehouse;

/// <summary>
/// Which workspaces are attached, and what that takes. An attached file keeps its catalog in the process's memory, outside of the
/// engine's; what was read of it the engine gives up under pressure. A written one keeps a block of the engine's memory for every column
/// that was written to, until it is laid to rest. So those used longest ago rest when there are too many, and those written longest ago
/// when they hold too much; the next who asks wakes them.
/// </summary>
/// <param name="bytes">How much of the engine's memory written blocks may take.</param>
/// <param name="most">How many may be attached.</param>
internal sealed class OpenWarehouses(long bytes, int most = OpenWarehouses.Most)
{
    /// <summary>An attached file was seen to take 1.1 MB of the process; waking one takes five times as long as a small question.</summary>
    internal const int Most = 256;

    /// <summary>Values and validity of every column, were all tables written to.</summary>
    private static readonly int BlocksOfAWorkspace = 2 * FactTables.All.Sum(table => table.Columns.Count);

    private readonly Lock gate = new();
    private readonly List<(WorkspaceWarehouse Warehouse, long Bytes)> open = [];

    /// <summary>Notes a use, and lays others to rest where all together are too many or take more than their share.</summary>
    /// <param name="used">Who.</param>
    /// <param name="writtenBlock">Bytes of a block where rows were written; 0 where they were read.</param>
    internal void Used(WorkspaceWarehouse used, long writtenBlock = 0)
    {
        List<WorkspaceWarehouse> longestAgo = [];
        lock (gate)
        {
            var known = open.FindIndex(other => other.Warehouse == used);
            var before = known < 0 ? 0 : open[known].Bytes;
            if (known >= 0)
                open.RemoveAt(known);
            open.Add((used, Math.Max(before, writtenBlock * BlocksOfAWorkspace)));
            var (count, taken) = (open.Count, open.Sum(other => other.Bytes));
            foreach (var (warehouse, written) in open.SkipLast(1))
            {
                if (count <= most && (taken <= bytes || written == 0))
                    continue;
                longestAgo.Add(warehouse);
                (count, taken) = (count - 1, taken - written);
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
