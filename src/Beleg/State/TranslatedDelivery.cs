using Beleg.Sources;
using NodaTime;

namespace Beleg.State;

/// <summary>What came of translating one delivery.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Seq">Position in the journal.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="Events">How many events it gave.</param>
/// <param name="LastOccurredAt">The latest time of these events; null where there is none.</param>
/// <param name="Refusals">What of it was refused.</param>
public readonly record struct TranslatedDelivery(
    string Source, long Seq, Instant ReceivedAt, int Events, Instant? LastOccurredAt, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Sums a translation up; nothing of it is held on to.</summary>
    public static TranslatedDelivery Of(Delivery delivery, Translation translation)
    {
        Instant? last = null;
        foreach (var (_, happened) in translation.Events)
            last = last > happened.OccurredAt ? last : happened.OccurredAt;
        return new(delivery.Source, delivery.Seq, delivery.ReceivedAt, translation.Events.Count, last, [.. translation.Refusals]);
    }
}
