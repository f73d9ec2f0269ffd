using Beleg.Model;
using Beleg.Model.Histories;
using Beleg.Primitives;
using Beleg.Sources;

namespace Beleg;

/// <summary>
/// Some deliveries of a rebuild, translated and brought into stored form by one core: all that is left to do in order is joining keys.
/// </summary>
internal sealed class EncodedLot
{
    private readonly EventWriter bytes = new();
    private readonly List<Key> keys = [];
    private readonly List<Entry> entries = [];

    /// <summary>What became of each delivery.</summary>
    public List<Outcome> Outcomes { get; } = [];

    /// <summary>Translates a slice of deliveries.</summary>
    public static EncodedLot Translate(IReadOnlyList<Delivery> deliveries, int from, int to, PipelineParts parts)
    {
        var lot = new EncodedLot();
        for (var i = from; i < to; i++)
        {
            var translation = new Translation();
            parts.Translate(deliveries[i], translation);
            foreach (var (item, happened) in translation.Events)
                lot.Add(deliveries[i].Seq, item, happened, parts.Hash);
            lot.Outcomes.Add(new Outcome(deliveries[i], translation));
        }

        return lot;
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
            spill.Add(clusters.Join(allKeys.Slice(key, entry.Keys)), entry.Seq, entry.Item, stored);
            key += entry.Keys;
        }
    }

    private void Add(long seq, int item, Event happened, KeyedHash hash)
    {
        var (keysBefore, bytesBefore) = (keys.Count, bytes.Written.Length);
        Routing.Keys(happened, hash, keys);
        EventCodec.Write(happened, bytes);
        entries.Add(new Entry(seq, item, keys.Count - keysBefore, bytes.Written.Length - bytesBefore, happened.Identifiers.Count > 1 ? happened : null));
    }

    private readonly record struct Entry(long Seq, int Item, int Keys, int Length, Event? Several);
}
