using Beleg.Model;
using Beleg.Model.Histories;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.State;

namespace Beleg;

/// <summary>
/// Some deliveries of a rebuild, translated and brought into stored form by one core: all that is left to do in order is joining keys.
/// Used again for the next ones, since what grew large once is best kept.
/// </summary>
internal sealed class EncodedLot
{
    private readonly EventWriter bytes = new();
    private readonly List<Key> keys = [];
    private readonly List<Entry> entries = [];

    private readonly Translation translation = new();

    /// <summary>What became of each delivery.</summary>
    public List<TranslatedDelivery> Outcomes { get; } = [];

    /// <summary>Translates a slice of deliveries in the place of what it held before.</summary>
    public void Translate(IReadOnlyList<Delivery> deliveries, int from, int to, PipelineParts parts)
    {
        Clear();
        for (var i = from; i < to; i++)
        {
            parts.Translate(deliveries[i], translation);
            foreach (var (item, happened) in translation.Events)
                Add(deliveries[i].Seq, item, happened, parts.Hash);
            Outcomes.Add(TranslatedDelivery.Of(deliveries[i], translation));
            translation.Events.Clear();
            translation.Refusals.Clear();
        }
    }

    /// <summary>Joins what the events say belongs together and spills them; those that name nobody go to <paramref name="unnamed"/>.</summary>
    public void FileInto(BulkClusters clusters, Spill spill, Spill unnamed, History ledger)
    {
        var written = bytes.Written;
        var allKeys = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(keys);
        var (key, at) = (0, 0);
        foreach (var entry in entries)
        {
            var stored = written.Slice(at, entry.Length);
            at += entry.Length;
            if (entry.Keys == 0)
            {
                unnamed.Add(0, entry.Seq, entry.Item, stored);
                continue;
            }

            if (allKeys[key] == Routing.Ledger)
            {
                ledger.Append(entry.Seq, entry.Item, stored);
                key += entry.Keys;
                continue;
            }

            if (entry.Several is { } several)
                clusters.Note(several);
            var node = clusters.Join(allKeys.Slice(key, entry.Keys));
            if (!entry.Message.IsNone)
                clusters.JoinMessage(entry.Message, node);
            spill.Add(node, entry.Seq, entry.Item, stored);
            key += entry.Keys;
        }
    }

    private void Add(long seq, int item, Event happened, KeyedHash hash)
    {
        var (keysBefore, bytesBefore) = (keys.Count, bytes.Written.Length);
        Routing.Keys(happened, hash, keys);
        EventCodec.Write(happened, bytes);
        entries.Add(new Entry(seq, item, keys.Count - keysBefore, bytes.Written.Length - bytesBefore, Several(happened), Routing.MessageOf(happened)));
    }

    private void Clear()
    {
        bytes.Clear();
        keys.Clear();
        entries.Clear();
        Outcomes.Clear();
    }

    // What tells who came together. Held alone: the event is dropped as soon as it is written, long before the lot is filed.
    private static IReadOnlyList<Identifier>? Several(Event happened) =>
        happened.Identifiers.Count > 1 && happened.Trust != Trust.Browser ? happened.Identifiers : null;

    private readonly record struct Entry(long Seq, int Item, int Keys, int Length, IReadOnlyList<Identifier>? Several, Key Message);
}
