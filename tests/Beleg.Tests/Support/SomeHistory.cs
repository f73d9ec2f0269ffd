using Beleg.Sources;
using NodaTime;

namespace Beleg.Tests.Support;

/// <summary>
/// Histories as they come: a few people over a few weeks who write, are answered, click, buy and send back, seen by several sources
/// with shared names, doubled and contradicting words, and an operator who joins and parts. A seed gives the same one always.
/// </summary>
internal sealed class SomeHistory
{
    private static readonly Instant Start = Some.At("2026-03-20 00:00");
    private readonly Random random;
    private readonly List<Event> events = [];
    private readonly Identifier[][] people;
    private int count;

    private SomeHistory(int seed, int people)
    {
        random = new Random(seed);
        this.people = [.. Enumerable.Range(0, people).Select(Names)];
    }

    /// <summary>All of it.</summary>
    public static List<Event> Of(int seed, int size, int people = 3)
    {
        var history = new SomeHistory(seed, people);
        for (var i = 0; i < size; i++)
            history.Happen();
        return history.events;
    }

    /// <summary>The events again, each one to three times, in another order.</summary>
    public static List<Event> Shuffled(IEnumerable<Event> events, int seed)
    {
        var random = new Random(seed);
        var again = events.SelectMany(e => Enumerable.Repeat(e, random.Next(1, 4))).ToArray();
        random.Shuffle(again);
        return [.. again];
    }

    private static Identifier[] Names(int person) =>
    [
        Some.Phone($"+49151000000{person}"), Some.Email($"p{person}@example.test"), Some.Customer($"c{person}"), Some.Handle($"p{person}"), Some.Anonymous($"a{person}"),
    ];

    private void Happen()
    {
        var names = people[random.Next(people.Length)];
        var who = names[random.Next(5) < 3 ? 0 : random.Next(names.Length)];
        var at = Start.Plus(Duration.FromMinutes(random.Next(40 * 24 * 60)));
        count++;
        switch (random.Next(27))
        {
            case < 6:
                Talk(who, at);
                break;
            case 6:
                Statuses(at, who);
                break;
            case 7:
                RunThroughAFlow(who, at);
                break;
            case 8:
                Click(who, at);
                break;
            case 9 or 10 or 11:
                Buy(who, at);
                break;
            case 12:
                events.Add(Some.Visit(who, at, $"v{random.Next(30)}", (TrafficChannel)random.Next(20), random.Next(2) == 0 ? Trust.Browser : Trust.Server));
                break;
            case 13:
                events.Add(Some.Seen(at, random.Next(4) == 0 ? Trust.Browser : Trust.Server, who, names[random.Next(names.Length)]));
                break;
            case 14:
                events.Add(Some.Seen(at, who, people[random.Next(people.Length)][random.Next(3, 5)]));
                break;
            case 24:
                events.Add(Some.Order(who, at, random.Next(9_000), $"{random.Next(12)}", kind: EventKind.CheckoutStarted, status: "pending", trust: random.Next(2) == 0 ? Trust.Browser : Trust.Server, with: o => o with { CartId = $"cart{random.Next(8)}" }));
                break;
            case 25:
                events.Add(Some.Act((EventKind)random.Next(35, 38), who, at, new SubscriptionPayload { SubscriptionId = $"s{random.Next(4)}", AmountMinor = random.Next(2) == 0 ? 900 : null, Currency = "EUR" }, Channel.Other) with { Trust = random.Next(5) == 0 ? Trust.Browser : Trust.Server });
                break;
            case 26:
                events.Add(Some.Inbound(who, at) with { Payload = new MessagePayload { Intent = "cancel" } });
                break;
            case 15:
                events.Add(Some.Merge(at, people[random.Next(people.Length)][random.Next(5)], people[random.Next(people.Length)][random.Next(5)], random.Next(2) == 0));
                break;
            case 16:
                events.Add(Some.Handoff((EventKind)random.Next(14, 17), who, at, $"h{random.Next(4)}", Conversation()));
                break;
            case 17:
                events.Add(Some.Resolved(who, at, (Actor)random.Next(6), random.Next(2) == 0 ? 1800 : null, random.Next(4) == 0 ? true : null, Conversation()));
                break;
            case 18:
                events.Add(Some.Consent((EventKind)random.Next(23, 25), who, at, "button", (Channel)random.Next(2)));
                break;
            case 19:
                events.Add(Some.Lead((EventKind)random.Next(21, 23), who, at, (LeadStatus)random.Next(4), $"l{random.Next(4)}"));
                break;
            case 20:
                events.Add(Some.Survey(who, at, random.Next(1, 6), $"s{random.Next(6)}", (EventKind)random.Next(25, 27)));
                break;
            case 21:
                events.Add(Some.Act((EventKind)random.Next(38, 41), who, at, new AppointmentPayload { Appointment = Some.KeyOf("appointment", $"{random.Next(4)}"), StartsAt = at.Plus(Duration.FromDays(2)) }));
                break;
            case 22:
                events.Add(Some.Act(EventKind.Conversion, who, at, new ConversionPayload { Type = "trial", Session = Some.KeyOf("session", $"v{random.Next(30)}") }, Channel.Other));
                break;
            default:
                events.Add(Some.Act(EventKind.DealUpdated, who, at, new DealPayload { DealId = $"d{random.Next(3)}", AmountMinor = 5_000, Currency = "EUR" }, Channel.Other));
                break;
        }
    }

    private string? Conversation() => random.Next(3) == 0 ? $"c{random.Next(3)}" : null;

    private void Talk(Identifier who, Instant at)
    {
        var conversation = Conversation();
        var channel = random.Next(5) == 0 ? Channel.Telegram : Channel.WhatsApp;
        var m = $"m{count}";
        events.Add(Some.Inbound(who, at, m + "in", conversation, random.Next(8) == 0, channel: channel, adId: random.Next(9) == 0 ? "ad1" : null));
        for (var i = random.Next(4); i > 0; i--)
        {
            at = at.Plus(Duration.FromMinutes(random.Next(90)));
            var sent = Some.Sent(
                who, at, (Actor)random.Next(4), (MessageKind)random.Next(8), random.Next(3) == 0, random.Next(5) == 0, m + i, conversation, channel,
                links: random.Next(3) == 0 ? [$"link{random.Next(6)}"] : null);
            events.Add(sent);
            if (random.Next(3) == 0)
                events.Add(Some.Status((EventKind)random.Next(4, 7), m + i, at.Plus(Duration.FromSeconds(random.Next(-5, 500))), random.Next(2) == 0 ? who : null));
            // The same event again with other words: the source's own clock decides.
            if (random.Next(6) == 0)
                events.Add(sent with { Actor = Actor.Human, UpdatedAt = random.Next(2) == 0 ? at : null });
        }
    }

    private void Statuses(Instant at, Identifier who) =>
        events.Add(Some.Status((EventKind)random.Next(4, 7), $"m{random.Next(count + 1)}1", at, random.Next(2) == 0 ? who : null));

    private void RunThroughAFlow(Identifier who, Instant at)
    {
        var run = $"r{count}";
        events.Add(Some.Flow(EventKind.FlowEntered, who, at, run));
        for (var step = 0; step < random.Next(5); step++)
            events.Add(Some.Flow(EventKind.FlowStepReached, who, at = at.Plus(Duration.FromMinutes(random.Next(3))), run, $"s{random.Next(3)}", step, terminal: step == 3));
        if (random.Next(2) == 0)
            events.Add(Some.Flow(EventKind.FlowGoalReached, who, at.Plus(Duration.FromMinutes(1)), run));
        if (random.Next(2) == 0)
            events.Add(Some.Flow(EventKind.FlowExited, who, at.Plus(Duration.FromHours(random.Next(60))), run, reason: (FlowExitReason)random.Next(4)));
    }

    private void Click(Identifier who, Instant at) =>
        events.Add(Some.Click(
            random.Next(3) == 0 ? null : who, at, $"link{random.Next(6)}", $"b{random.Next(8)}", (UserAgentClass)random.Next(5), trust: random.Next(5) == 0 ? Trust.Browser : Trust.Server));

    private void Buy(Identifier who, Instant at)
    {
        var id = $"{random.Next(12)}";
        string? bid = random.Next(3) == 0 ? $"b{random.Next(8)}" : null;
        var kind = random.Next(12) == 0 ? EventKind.OrderCancelled : random.Next(3) == 0 ? EventKind.OrderUpdated : EventKind.OrderCompleted;
        events.Add(Some.Order(
            random.Next(5) == 0 ? null : who, at, random.Next(1, 50_000), id, random.Next(6) == 0 ? "refunded" : "paid", random.Next(8) == 0 ? "USD" : "EUR", kind, bid,
            random.Next(2) == 0 ? "shopify" : "csv", random.Next(3) == 0 ? at.Plus(Duration.FromHours(1)) : null,
            with: random.Next(6) == 0 ? p => p with { PlacedInChat = true, PaidInChat = true } : null,
            trust: random.Next(10) == 0 ? Trust.Browser : Trust.Server, utmMedium: random.Next(5) == 0 ? "chat" : null));
        if (random.Next(2) == 0)
            events.Add(Some.Refund(at.Plus(Duration.FromHours(random.Next(-5, 300))), random.Next(1, 20_000), $"f{random.Next(3)}", id));
    }
}
