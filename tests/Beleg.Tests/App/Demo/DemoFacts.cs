using Beleg.App.Demo;
using Beleg.Attribution;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Tests.App.Demo;

/// <summary>A story's facts: all events that are not the ledger's, folded as one cluster.</summary>
internal static class DemoFacts
{
    private static readonly EventKind[] Ledger =
        [EventKind.CostRecorded, EventKind.AssumptionSet, EventKind.MessageRateSet, EventKind.ExchangeRateSet, EventKind.ShopTotalReported, EventKind.MetricAgreed, EventKind.HypothesisSet,
            EventKind.ExperimentPlanned, EventKind.ExperimentStateChanged];

    public static FactBatch Of(DemoStory story)
    {
        var settings = new FoldSettings { Hash = new KeyedHash(new byte[32]), Zone = DateTimeZoneProviders.Tzdb[story.Zone], Currency = Currency.Find(story.Currency) };
        var into = new FactBatch();
        var told = DemoEvents.Of(story).Events.Where(e => !Ledger.Contains(e.Kind)).ToList();
        new ClusterFold(settings, new OrderCrediting(settings)).Fold(told, new HashSet<Key>(), into);
        return into;
    }

    public static IEnumerable<T> In<T>(this IEnumerable<T> facts, int month, Func<T, LocalDate> day) => facts.Where(f => day(f).Year == 2026 && day(f).Month == month);
}
