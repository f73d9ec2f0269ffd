using System.Text;
using Beleg.Journal;
using Beleg.Sources;
using Beleg.Sources.Erasing;

namespace Beleg.Reports.Receipts;

/// <summary>Reads from the journal what was delivered behind the events of a receipt.</summary>
/// <param name="journal">Where deliveries lie.</param>
/// <param name="workspace">Name of the workspace.</param>
/// <param name="providerOf">Whose format the deliveries of a source are in; null where the source was removed.</param>
public sealed class RawReader(IJournal journal, string workspace, Func<string, string?> providerOf)
{
    /// <summary>The receipt with the raw events it rests on, in their order. Deliveries that are gone are left out.</summary>
    /// <exception cref="JournalDamagedException">A delivery does not open.</exception>
    public async Task<Receipt> WithRawAsync(Receipt receipt, CancellationToken cancellationToken)
    {
        var deliveries = (await journal.ReadManyAsync(workspace, [.. receipt.Events.Select(happened => happened.Seq).Distinct()], cancellationToken).ConfigureAwait(false))
            .ToDictionary(delivery => delivery.Seq);
        var places = deliveries.Values.ToDictionary(delivery => delivery.Seq, delivery => ItemPlaces.Of(providerOf(delivery.Source) ?? "", delivery.Body));
        return receipt with
        {
            Raw =
            [
                .. receipt.Events.Select(happened => (happened.Seq, happened.Item)).Distinct()
                    .Where(at => deliveries.ContainsKey(at.Seq))
                    .Select(at => Of(deliveries[at.Seq], at.Item, places[at.Seq])),
            ],
        };
    }

    private static RawEvent Of(Delivery delivery, int item, List<ItemPlaces.Place> places)
    {
        var place = places.Find(one => one.Item == item);
        var (start, end) = place.End > 0 ? (place.Start, place.End) : (0, delivery.Body.Length);
        return new RawEvent(
            delivery.Seq, item, delivery.ReceivedAt, delivery.Source, delivery.Body.Length, end - start == delivery.Body.Length,
            Encoding.UTF8.GetString(delivery.Body.Span[start..end]));
    }
}
