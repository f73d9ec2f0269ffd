using Beleg.Journal;
using Beleg.Primitives;
using Beleg.Sources;

namespace Beleg.Reports;

/// <summary>
/// Reads names, texts and identifiers again from the deliveries that hold them. Nothing of it is kept: a page shows it and forgets it.
/// </summary>
/// <param name="journal">Where deliveries lie.</param>
/// <param name="workspace">Name of the workspace.</param>
/// <param name="translate">Turns a delivery of the workspace into events with what is personal.</param>
public sealed class PersonalReader(IJournal journal, string workspace, Action<Delivery, Translation> translate)
{
    /// <summary>The events of some deliveries as they were said, by their place and id. Deliveries that are gone are left out.</summary>
    /// <exception cref="JournalDamagedException">A delivery does not open.</exception>
    public async Task<IReadOnlyDictionary<(long Seq, int Item, Key Event), Event>> ReadAsync(IReadOnlyCollection<long> seqs, CancellationToken cancellationToken)
    {
        var said = new Dictionary<(long, int, Key), Event>();
        foreach (var delivery in await journal.ReadManyAsync(workspace, seqs, cancellationToken).ConfigureAwait(false))
        {
            var translation = new Translation();
            translate(delivery, translation);
            foreach (var (item, happened) in translation.Events)
                said[(delivery.Seq, item, happened.Id)] = happened;
        }

        return said;
    }
}
