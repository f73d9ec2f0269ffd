using System.Collections.Frozen;
using System.Diagnostics;
using System.Globalization;
using Beleg.Attribution;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Benchmarks;

/// <summary>What the fold costs an event: clusters of one contact each, as most are, from events to facts, on one core.</summary>
internal static class FoldBench
{
    private const int Contacts = 2_000;
    private const int ContactsPerBatch = 500;
    private static readonly KeyedHash Hash = new([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);
    private static readonly Instant Start = Instant.FromUtc(2025, 1, 1, 0, 0);

    /// <summary>Folds the same contacts again and again until a number of messages is reached; the median of five runs.</summary>
    public static void Run(int messages)
    {
        var clusters = Enumerable.Range(0, Contacts).Select(Cluster).ToList();
        var perRound = clusters.Sum(c => c.Count(e => e.Kind is EventKind.MessageReceived or EventKind.MessageSent));
        var events = clusters.Sum(c => c.Count);
        var rounds = Math.Max(1, messages / perRound);
        var settings = new FoldSettings { Hash = Hash, Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"], Currency = Currency.Eur };
        var fold = new ClusterFold(settings, new OrderCrediting(settings));
        var times = new List<double>();
        var allocated = 0L;
        for (var run = 0; run < 6; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.StartNew();
            for (var round = 0; round < rounds; round++)
                Fold(fold, clusters);
            times.Add(clock.Elapsed.TotalSeconds);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        var median = times.Skip(1).Order().ElementAt(2);
        var (said, happened) = ((double)perRound * rounds, (double)events * rounds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{said:n0} messages, {happened:n0} events: {median:f2} s"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{median / happened * 1e6:f2} µs an event, {median / said * 1e6:f2} µs a message, {allocated / happened:f0} bytes an event"));
    }

    private static void Fold(ClusterFold fold, List<List<Event>> clusters)
    {
        var facts = new FactBatch();
        for (var i = 0; i < clusters.Count; i++)
        {
            if (i % ContactsPerBatch == 0)
                facts = new FactBatch();
            fold.Fold(clusters[i], FrozenSet<Key>.Empty, facts);
        }
    }

    /// <summary>A contact of a few conversations through a flow, with deliveries and reads; every fourth clicks, every tenth buys.</summary>
    private static List<Event> Cluster(int contact)
    {
        var random = new Random(contact);
        var name = Identifier.Of(Hash, IdentifierType.Phone, "", $"+49{contact:d10}") with { Value = "" };
        var events = new List<Event>();
        var at = Start.Plus(Duration.FromMinutes(random.Next(600_000)));
        for (var talk = 0; talk < 1 + random.Next(4); talk++)
        {
            Talk(events, name, at, $"{contact}-{talk}", random);
            at = at.Plus(Duration.FromHours(30 + random.Next(1000)));
        }

        if (contact % 10 == 0)
            events.Add(Plain(EventKind.OrderCompleted, name, at, new OrderPayload { Shop = "shop", OrderId = $"{contact}", PlacedAt = at, Currency = "EUR", TotalMinor = 4_900, FinancialStatus = "paid" }));
        return [.. events.Select(Stored)];
    }

    private static void Talk(List<Event> events, Identifier name, Instant at, string id, Random random)
    {
        var run = Hash.Of("run", id);
        events.Add(Plain(EventKind.MessageReceived, name, at, new MessagePayload()) with { Message = Hash.Of("message", id) });
        events.Add(Plain(EventKind.FlowEntered, name, at, new FlowPayload()) with { FlowId = "welcome", Run = run });
        var turns = 2 + random.Next(5);
        for (var turn = 0; turn < turns; turn++)
        {
            var message = Hash.Of("message", $"{id}-{turn}");
            at = at.Plus(Duration.FromSeconds(2));
            events.Add(Plain(EventKind.FlowStepReached, name, at, new FlowPayload { StepIndex = turn }) with { FlowId = "welcome", Run = run, StepId = $"s{turn}" });
            events.Add(Plain(EventKind.MessageSent, name, at, new MessagePayload { ExpectsReply = true }) with { Message = message, Actor = Actor.Flow, FlowId = "welcome" });
            events.Add(Plain(EventKind.MessageDelivered, name, at.Plus(Duration.FromSeconds(1)), new StatusPayload()) with { Message = message });
            events.Add(Plain(EventKind.MessageRead, name, at.Plus(Duration.FromSeconds(9)), new StatusPayload()) with { Message = message });
            at = at.Plus(Duration.FromSeconds(random.Next(20, 200)));
            events.Add(Plain(EventKind.MessageReceived, name, at, new MessagePayload()) with { Message = Hash.Of("message", $"{id}-{turn}in") });
        }

        if (random.Next(4) == 0)
            events.Add(Plain(EventKind.LinkClicked, name, at, new ClickPayload { LinkCode = id, ClickId = id }));
    }

    private static Event Plain(EventKind kind, Identifier name, Instant at, Payload payload) => new()
    {
        Kind = kind,
        Id = Hash.Of("event", $"{kind}{name.Key}{at}{payload}"),
        OccurredAt = at,
        Source = "whatsapp",
        Trust = Trust.Server,
        Identifiers = [name],
        Channel = Channel.WhatsApp,
        AccountId = "acc",
        Payload = payload,
    };

    private static Event Stored(Event happened)
    {
        var writer = new EventWriter();
        EventCodec.Write(happened, writer);
        return EventCodec.Read(writer.Written);
    }
}
