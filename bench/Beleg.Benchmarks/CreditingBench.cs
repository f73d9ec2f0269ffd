using System.Collections.Frozen;
using System.Diagnostics;
using Beleg.Attribution;
using Beleg.Benchmarks.Support;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Reports.Switching;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Benchmarks;

/// <summary>
/// What all attribution models cost beside one: the whole fold from events to facts of orders with five touches each, under all models and
/// under linear alone, round by round on one core.
/// </summary>
internal static class CreditingBench
{
    private const int Pool = 2_000;
    private const int ContactsPerBatch = 500;
    private static readonly KeyedHash Hash = new([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);

    /// <summary>Folds contacts until so many orders are credited, in each round once with linear and once with all models.</summary>
    public static Figure Run(int orders, int rounds)
    {
        var contacts = Enumerable.Range(0, Pool).Select(Contact).ToList();
        var settings = new FoldSettings { Hash = Hash, Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"], Currency = Currency.Eur };
        var all = new ClusterFold(settings, new OrderCrediting(settings));
        var linear = new ClusterFold(settings, new OrderCrediting(settings, model => model.Id == AttributionModels.Default.Id));
        var touches = Fold(all, contacts, Pool);
        Fold(linear, contacts, Pool);
        var (ours, bare) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            bare.Add(Time(linear, contacts, orders));
            ours.Add(Time(all, contacts, orders));
        }

        return new Figure(
            $"the whole fold of {orders:#,0} orders with all models, s", ours, bare, "≤ 5 s, ≤ 1.5 ×",
            $"bare engine: the same fold with linear alone; {(double)touches / Pool:0.0} touches an order, from events to facts, one core");
    }

    /// <summary>What a preview of other windows and another model costs beside the fold alone: every order folded once and credited twice, one core.</summary>
    public static Figure Preview(int orders, int rounds)
    {
        var contacts = Enumerable.Range(0, Pool).Select(Contact).ToList();
        var settings = new FoldSettings { Hash = Hash, Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"], Currency = Currency.Eur };
        var other = settings with { Windows = TouchWindows.Of(14, new Dictionary<string, int> { ["whatsapp.click"] = 7 }), HalfLifeDays = 3 };
        var (fold, again) = (new ClusterFold(settings, new OrderCrediting(settings)), new OrderCrediting(other));
        var period = new Period(new LocalDate(2026, 1, 1), new LocalDate(2026, 3, 1));
        Compare(Pool);
        Fold(fold, contacts, Pool);
        var (ours, bare) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            bare.Add(Time(fold, contacts, orders));
            GC.Collect();
            var clock = Stopwatch.StartNew();
            Compare(orders);
            ours.Add(clock.Elapsed.TotalSeconds);
        }

        return new Figure(
            $"what changes if other windows held, {orders:#,0} orders, s", ours, bare, "≤ 10 s",
            "bare engine: the fold alone; every order credited twice and tallied, one core, without reading the journal");

        void Compare(int count)
        {
            var tally = new SwitchTally(period, "linear", "position");
            var (now, then) = (new FactBatch(), new FactBatch());
            for (var i = 0; i < count; i++)
            {
                fold.Fold(contacts[i % contacts.Count], FrozenSet<Key>.Empty, now);
                fold.CreditAgain(other, again, then);
                if (i % ContactsPerBatch != ContactsPerBatch - 1 && i != count - 1)
                    continue;
                tally.Take(now, then);
                (now, then) = (new FactBatch(), new FactBatch());
            }
        }
    }

    private static double Time(ClusterFold fold, List<List<Event>> contacts, int orders)
    {
        GC.Collect();
        var clock = Stopwatch.StartNew();
        Fold(fold, contacts, orders);
        return clock.Elapsed.TotalSeconds;
    }

    private static long Fold(ClusterFold fold, List<List<Event>> contacts, int orders)
    {
        var (facts, touches) = (new FactBatch(), 0L);
        for (var i = 0; i < orders; i++)
        {
            fold.Fold(contacts[i % contacts.Count], FrozenSet<Key>.Empty, facts);
            if (i % ContactsPerBatch != ContactsPerBatch - 1 && i != orders - 1)
                continue;
            foreach (var order in facts.Orders)
                touches += order.Touches;
            facts = new FactBatch();
        }

        return touches;
    }

    /// <summary>Two clicks, two web visits and a conversation within four weeks, then an order; every eighth is partly sent back.</summary>
    private static List<Event> Contact(int number)
    {
        var random = new Random(number);
        var name = Identifier.Of(Hash, IdentifierType.Phone, "", $"+49{number:d10}") with { Value = "" };
        Instant At() => Start + Duration.FromMinutes(random.Next(28 * 24 * 60));
        var placed = Start + Duration.FromDays(28);
        List<Event> events =
        [
            Plain(EventKind.LinkClicked, name, At(), new ClickPayload { LinkCode = "a" }), Plain(EventKind.LinkClicked, name, At(), new ClickPayload { LinkCode = "b" }),
            Plain(EventKind.SessionStarted, name, At(), new SessionPayload { Session = Hash.Of("session", $"{number}.1"), TrafficChannel = TrafficChannel.PaidSearch }),
            Plain(EventKind.SessionStarted, name, At(), new SessionPayload { Session = Hash.Of("session", $"{number}.2"), TrafficChannel = TrafficChannel.Direct }),
            Plain(EventKind.MessageSent, name, At(), new MessagePayload()) with { Actor = Actor.Flow, FlowId = "welcome", Message = Hash.Of("message", $"{number}") },
            Plain(EventKind.OrderCompleted, name, placed, new OrderPayload { Shop = "shop", OrderId = $"{number}", PlacedAt = placed, Currency = "EUR", TotalMinor = 4_999, FinancialStatus = "paid" }),
        ];
        if (number % 8 == 0)
            events.Add(Plain(EventKind.OrderRefunded, name, placed + Duration.FromDays(3), new RefundPayload { Shop = "shop", OrderId = $"{number}", RefundId = $"r{number}", AmountMinor = 1_250, Currency = "EUR" }));
        return events;
    }

    private static Event Plain(EventKind kind, Identifier name, Instant at, Payload payload) => new()
    {
        Kind = kind,
        Id = Hash.Of("event", $"{kind}{name.Key}{at}{payload}"),
        OccurredAt = at,
        Source = "shop",
        Trust = Trust.Server,
        Identifiers = [name],
        Channel = Channel.WhatsApp,
        AccountId = "acc",
        Payload = payload,
    };
}
