using Beleg.Model;
using Beleg.Model.Histories;
using Beleg.Primitives;
using Beleg.Warehouse.Facts;

namespace Beleg;

/// <summary>Folds the histories that a batch of deliveries concerns; one instance per thread.</summary>
/// <param name="quarantined">Identifiers that join nobody.</param>
/// <param name="settings">What the workspace decided.</param>
/// <param name="byDifference">Whether each is also folded as it was before, so that only rows that differ go and come.</param>
internal sealed class BatchFold(IReadOnlySet<Key> quarantined, FoldSettings settings, bool byDifference)
{
    private readonly HistoryFold fold = new(quarantined, settings);
    private readonly FactDifference difference = new();
    private readonly FactBatch before = new();
    private readonly FactBatch after = new();

    /// <summary>The rows that go; none where all of a contact's do.</summary>
    public FactBatch Gone => difference.Gone;

    /// <summary>The rows that come.</summary>
    public FactBatch Come => difference.Come;

    /// <summary>Folds one and notes the contacts it gives.</summary>
    public void Fold(History history)
    {
        if (!byDifference)
        {
            fold.Into(history, Come);
            return;
        }

        if (!history.HasNews)
            return;
        before.Clear();
        after.Clear();
        fold.Into(history, before, after);
        difference.Add(before, after);
    }
}
