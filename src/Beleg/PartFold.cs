using System.Runtime.InteropServices;
using Beleg.Model;
using Beleg.Model.Histories;
using Beleg.Primitives;
using Beleg.Warehouse;

namespace Beleg;

/// <summary>Folds parts of a rebuild one after the other, and writes facts and histories as it goes. One instance per thread.</summary>
/// <param name="clusters">The joins.</param>
/// <param name="members">The nodes of each root.</param>
/// <param name="clusterOf">Takes the stored cluster of each root.</param>
/// <param name="settings">What the workspace decided.</param>
/// <param name="histories">Where histories go; one thread at a time.</param>
/// <param name="draft">Where facts go.</param>
internal sealed class PartFold(BulkClusters clusters, ClusterMembers members, long[] clusterOf, FoldSettings settings, HistoryStore histories, IFactDraft draft)
{
    private readonly HistoryFold fold = new(clusters.Quarantined, settings);
    private readonly SpillPart part = new();
    private readonly List<Folded> folded = [];
    private readonly List<Key> nodes = [];
    private readonly List<Key> contacts = [];
    private FactBatch facts = new();

    /// <summary>Takes one part from the spill.</summary>
    public PartFold Run(Spill spill, int number)
    {
        spill.TakePart(number, part);
        foreach (var (root, at, length) in part.Clusters)
        {
            var from = facts.Contacts.Count;
            fold.Into(part.Packed(at, length), facts);
            folded.Add(new Folded(root, at, length, facts.Contacts.Count - from));
            if (facts.Messages.Count + facts.Contacts.Count >= Rebuild.RowsPerAppend)
                Flush();
        }

        Flush();
        return this;
    }

    private void Flush()
    {
        draft.Append(facts);
        lock (histories)
            Save();
        folded.Clear();
        facts = new FactBatch();
    }

    private void Save()
    {
        var next = 0;
        foreach (var (root, at, length, count) in folded)
        {
            nodes.Clear();
            contacts.Clear();
            foreach (var node in members.Of(root))
                nodes.Add(clusters.KeyOf(node));
            for (var end = next + count; next < end; next++)
                contacts.Add(facts.Contacts[next].Contact);
            // Numbered as they are written: the file is then filled from front to back.
            clusterOf[root] = histories.NextCluster();
            histories.Save(clusterOf[root], CollectionsMarshal.AsSpan(nodes), CollectionsMarshal.AsSpan(contacts), part.Packed(at, length));
        }
    }

    private readonly record struct Folded(int Root, int At, int Length, int Contacts);
}
