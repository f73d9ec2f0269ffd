using System.Runtime.InteropServices;
using Beleg.Sources;
using NodaTime;

namespace Beleg.State;

/// <summary>
/// Everything refused counted anew while all deliveries are translated again, in the order of the journal. What was known before stays
/// until <see cref="Commit"/> replaces it at once; a rebuild that is broken off changes nothing. One caller at a time.
/// </summary>
public sealed class RefusalRecount
{
    private readonly Dictionary<string, SourceTally> tallies = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Source, RefusalReason Reason), Counted> refused = [];
    private readonly Action<RefusalRecount> commit;

    internal RefusalRecount(Action<RefusalRecount> commit) => this.commit = commit;

    internal IReadOnlyCollection<SourceTally> Tallies => tallies.Values;

    internal IReadOnlyDictionary<(string Source, RefusalReason Reason), Counted> Refused => refused;

    /// <summary>Counts what came of some deliveries.</summary>
    public void Add(IReadOnlyList<TranslatedDelivery> deliveries)
    {
        foreach (var delivery in deliveries)
        {
            Tally(delivery);
            for (var number = 0; number < delivery.Refusals.Count; number++)
                Count(delivery, number);
        }
    }

    /// <summary>Puts these counts in the place of those before.</summary>
    public void Commit() => commit(this);

    private void Tally(in TranslatedDelivery delivery)
    {
        ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(tallies, delivery.Source, out var known);
        var last = known && tally!.LastOccurredAt is { } before && !(delivery.LastOccurredAt > before) ? before : delivery.LastOccurredAt;
        tally = new SourceTally(delivery.Source, delivery.Seq, delivery.ReceivedAt, (known ? tally!.Deliveries : 0) + 1, (known ? tally!.Events : 0) + delivery.Events, last);
    }

    private void Count(in TranslatedDelivery delivery, int number)
    {
        var refusal = delivery.Refusals[number];
        ref var counted = ref CollectionsMarshal.GetValueRefOrAddDefault(refused, (delivery.Source, refusal.Reason), out _);
        counted ??= new Counted();
        counted.Items++;
        counted.LastAt = delivery.ReceivedAt;
        counted.Samples.Enqueue((delivery.Seq, number, refusal, delivery.ReceivedAt));
        if (counted.Samples.Count > Refusals.MostSamples)
            counted.Samples.Dequeue();
    }

    internal sealed class Counted
    {
        public long Items { get; set; }

        public Instant LastAt { get; set; }

        public Queue<(long Seq, int Number, Refusal Refusal, Instant At)> Samples { get; } = [];
    }
}
