using Beleg.Model;
using Beleg.Primitives;

namespace Beleg.Warehouse.Facts;

/// <summary>
/// What changes in the facts when histories are folded anew: most rows of a contact stay as they are, and a column store pays for each
/// row that goes or comes. One instance per thread.
/// </summary>
internal sealed class FactDifference
{
    /// <summary>The rows that go.</summary>
    public FactBatch Gone { get; } = new();

    /// <summary>The rows that come.</summary>
    public FactBatch Come { get; } = new();

    /// <summary>Keys with their contacts whose rows differ; lent to the tables.</summary>
    internal HashSet<(Key Row, Key Contact)> Changed { get; } = [];

    /// <summary>Rows there were, by key and contact; lent to the tables.</summary>
    internal Dictionary<(Key Row, Key Contact), object> Known { get; } = [];

    /// <summary>Adds what differs between the facts of some histories before and after.</summary>
    public void Add(FactBatch before, FactBatch after)
    {
        foreach (var table in FactTables.All)
            table.Differ(before, after, this);
    }

    /// <summary>Adds another thread's.</summary>
    public void Add(FactDifference other)
    {
        Gone.Add(other.Gone);
        Come.Add(other.Come);
    }
}
