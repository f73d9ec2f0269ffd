using Beleg.Model;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Tests.Metrics;

/// <summary>A workspace of chance: the same for the same seed, with every rarity common.</summary>
internal static class RandomStory
{
    private static readonly Channel[] Channels = [Channel.WhatsApp, Channel.Instagram, Channel.WebChat];
    private static readonly string?[] Languages = ["de-AT", "de", "en", null];
    private static readonly string?[] Intents = ["status", "Status ", "refund", null];
    private static readonly string?[] Campaigns = ["fall", "spring", null];
    private static readonly string?[] Stages = ["Proposal", "Won", "closed lost", null];
    private static readonly LocalDate First = new(2026, 6, 1);

    public static Story Tell(int seed)
    {
        var random = new Random(seed);
        var story = new Story("2026-09-28T10:00:00Z");
        // Old enough for a forecast by months.
        story.Conversation(1, "2024-12-15");
        var conversations = Enumerable.Range(0, 150).Select(_ => Conversation(story, random)).ToArray();
        for (var i = 0; i < 200; i++)
            Message(story, random);
        for (var i = 0; i < 60; i++)
        {
            Order(story, random, conversations);
            story.Step(Who(random), When(random), "s" + random.Next(3), Coin(random), v => v with { Terminal = random.Next(4) == 0 });
            story.Handoff(Who(random), When(random), random.Next(4), random.Next(4), h => h with { Repeated = random.Next(3) switch { 0 => null, 1 => true, _ => false } });
            story.Survey(Who(random), When(random), SurveyType.Csat, random.Next(1, 6), Rated(random));
            story.Survey(Who(random), When(random), SurveyType.Nps, random.Next(0, 11), Rated(random));
            story.Survey(Who(random), When(random), SurveyType.Thumb, random.Next(0, 2), Rated(random));
            story.Visit(Who(random), When(random), Coin(random), Coin(random));
            story.Lead(Who(random), When(random), Coin(random), l => l with
            {
                QualifiedAt = Coin(random) ? l.CapturedAt + Duration.FromMinutes(random.Next(-200, 9_000)) : null,
                WonAt = random.Next(3) == 0 ? l.CapturedAt + Duration.FromMinutes(random.Next(90_000)) : null,
            });
            var started = When(random);
            story.Cart(Who(random), started, c => random.Next(3) switch
            {
                0 => c,
                1 => c with { State = CartState.Ordered, OrderedAt = c.StartedAt + Duration.FromMinutes(random.Next(120)) },
                _ => c with { State = CartState.Ordered, OrderedAt = c.StartedAt + Duration.FromHours(20), TouchedAt = c.StartedAt + Duration.FromHours(9), Recovered = true },
            });
            story.CancellationIntent(Who(random), started, Coin(random) ? null : (Story.At(started) + Duration.FromDays(random.Next(60))).ToString(), Coin(random));
            story.Deal(Who(random), started, Coin(random) ? null : random.Next(9_000), Coin(random), d => d with { Stage = Stages[random.Next(4)], ClosedAt = random.Next(4) == 0 ? d.UpdatedAt : null });
            story.Appointment(Who(random), When(random), (AppointmentState)random.Next(3));
        }

        for (var contact = 2; contact <= 20; contact += 2)
            story.Person(contact, c => c with { FirstMessagedDay = First.PlusDays(random.Next(120) - 60) });
        for (var i = 0; i < 25; i++)
            story.Consent(Who(random), When(random), c => c with { Channel = Coin(random) ? Channel.Other : Channels[random.Next(3)], WithdrawnAt = random.Next(4) == 0 ? story.CutOff : null });
        for (var contact = 1; contact <= 20; contact += 3)
            story.Person(contact, c => c with { OptedOutAt = story.CutOff, OptedOutDay = First.PlusDays(random.Next(120)) });
        Ledger(story, random);
        for (var i = 0; i < 40; i++)
        {
            story.Run(Who(random), When(random), Coin(random), r => r with { ExitReason = random.Next(4) switch { 0 => FlowExitReason.Error, 1 => FlowExitReason.Done, _ => null } });
            story.Step(Who(random), When(random), "s" + random.Next(3), Coin(random), v => v with { Branch = "b" + random.Next(2) });
        }

        Scatter(story.Batch.StepVisits, v => v with { Channel = Some(random), FlowId = Flow(random) ?? "flow1" });
        Scatter(story.Batch.FlowRuns, r => r with { Channel = Some(random), FlowId = Flow(random) ?? "flow0", EntryPoint = Entry(random) });
        Scatter(story.Batch.Leads, l => l with { Channel = Some(random), FlowId = Flow(random), EntryPoint = Entry(random), CampaignId = Campaigns[random.Next(3)] });
        Scatter(story.Batch.Surveys, s => s with { Channel = Some(random), FlowId = Flow(random) });
        Scatter(story.Batch.Handoffs, h => h with { Channel = Some(random), FlowId = Flow(random) });
        Scatter(story.Batch.Appointments, a => a with { Channel = Some(random), FlowId = Flow(random) });
        Scatter(story.Batch.CancellationIntents, c => c with { Channel = Some(random), FlowId = Flow(random) });
        Scatter(story.Batch.Messages, m => m with { FlowId = Flow(random) });
        return story;
    }

    // What a story leaves in one place is spread over all channels, flows, entry points and campaigns, none of them included.
    private static void Scatter<T>(List<T> rows, Func<T, T> move)
    {
        for (var i = 0; i < rows.Count; i++)
            rows[i] = move(rows[i]);
    }

    private static Channel Some(Random random) => Channels[random.Next(3)];

    private static string? Flow(Random random) => random.Next(3) == 0 ? null : "flow" + random.Next(2);

    private static EntryPoint Entry(Random random) => (EntryPoint)random.Next(9);

    private static ConversationFact Conversation(Story story, Random random) => story.Conversation(Who(random), When(random), c =>
    {
        var human = random.Next(3) == 0;
        return c with
        {
            Channel = Channels[random.Next(3)],
            Automated = random.Next(5) > 0,
            HumanActed = human && Coin(random),
            HumanInvolved = human,
            Abandoned = random.Next(4) == 0,
            GoalReached = Coin(random),
            Confirmed = random.Next(5) == 0,
            ReturnAfterMs = Maybe(random, 150),
            HumanAfterMs = Maybe(random, 150),
            AutomatedResponseMs = Maybe(random, 1),
            HumanClockAt = human ? c.StartedAt : null,
            HumanResponseMs = human ? Maybe(random, 2) : null,
            ResolvedAt = Coin(random) ? c.EndedAt : null,
            TimeToResolutionMs = Maybe(random, 3),
            ReopenOf = random.Next(6) == 0 ? new Beleg.Primitives.Key(77) : Beleg.Primitives.Key.None,
            OutOfHours = random.Next(5) switch { 0 => null, 1 or 2 => true, _ => false },
            Inbound = random.Next(3),
            Fallbacks = random.Next(4),
            InboundReadByAutomation = random.Next(3),
            FirstOutboundDelivered = Coin(random),
            FirstOutboundRead = random.Next(3) switch { 0 => null, 1 => true, _ => false },
            OpenerVisited = Coin(random),
            OpenerLeft = Coin(random),
            LeadCaptured = Coin(random),
            LeadWithConsent = random.Next(3) == 0,
            CampaignId = Campaigns[random.Next(3)],
            FlowId = random.Next(3) == 0 ? null : "flow" + random.Next(2),
            EntryPoint = (EntryPoint)random.Next(9),
            Language = Languages[random.Next(4)],
            AnsweredLanguage = Languages[random.Next(4)],
        };
    });

    private static void Message(Story story, Random random) => story.Message(Who(random), When(random), m => m with
    {
        Channel = Channels[random.Next(3)],
        Direction = random.Next(5) == 0 ? Direction.Inbound : Direction.Outbound,
        Kind = (MessageKind)random.Next(8),
        DeliveredAt = Maybe(story, random),
        ReadAt = Maybe(story, random),
        ReadImplied = Coin(random),
        FailedAt = random.Next(9) == 0 ? story.CutOff : null,
        HasLinks = Coin(random),
        HasButtons = Coin(random),
        HasUntaggedLinks = random.Next(4) == 0,
        LinkClickedAt = Maybe(story, random),
        ButtonClickedAt = Maybe(story, random),
        RepliedAt = Maybe(story, random),
        Intent = Intents[random.Next(4)],
        IntentLabel = Intents[random.Next(4)],
        CampaignId = Campaigns[random.Next(3)],
        Billable = Coin(random),
        Category = Coin(random) ? MessageCategory.Marketing : MessageCategory.Utility,
    });

    // An order shared over up to three conversations in even cents, now and then partly taken back, now and then left to nobody.
    private static void Order(Story story, Random random, ConversationFact[] conversations)
    {
        var minor = 600L * random.Next(1, 50);
        var refunded = random.Next(4) == 0 ? 600L : 0;
        var order = story.Order(Who(random), When(random, 500), minor, o => o with
        {
            State = random.Next(6) == 0 ? OrderState.Cancelled : OrderState.Counted,
            RefundedMinor = refunded,
            NetMinor = minor - refunded,
            NewCustomer = Coin(random),
            Evidence = Evidence.C,
            Influenced = Coin(random),
        });
        if (order.State != OrderState.Counted)
            return;
        ConversationFact?[] touches = random.Next(4) == 0 ? [null] : [.. random.GetItems(conversations, random.Next(1, 4)).DistinctBy(c => c.Conversation)];
        foreach (var touch in touches)
        {
            var last = touch == touches[^1];
            story.Credit(order, touch, minor / touches.Length, change: c => c with { Influenced = touch is null || !last ? 0 : minor });
            if (refunded > 0)
                story.Credit(order, touch, -refunded / touches.Length, When(random), c => c with { Influenced = touch is null || !last ? 0 : -refunded });
        }
    }

    private static void Ledger(Story story, Random random)
    {
        story.Cost("2026-05-01", 120_000, CostRecurrence.Once);
        story.Cost("2026-06-01", 1_000 * random.Next(1, 90));
        story.Cost("2026-07-01", 7_000, change: c => c with { ToDay = new LocalDate(2026, 9, 1), CampaignId = "fall" });
        story.Cost("2026-06-01", 40_000, change: c => c with { Human = true });
        story.Rate("2026-01-01", .10m);
        story.Rate("2026-07-12", .12m);
        story.Rate("2026-01-01", .03m, category: MessageCategory.Utility);
        story.Assume("cost_per_human_contact", 5, "2026-06-20");
        story.Assume("cost_per_human_contact", 10, "2026-08-03");
        story.Assume("would_have_contacted_human", 1, "2026-07-15");
        story.Assume("contribution_margin", 1, "2026-01-01");
    }

    private static int Who(Random random) => random.Next(1, 21);

    private static bool Coin(Random random) => random.Next(2) == 0;

    private static Actor Rated(Random random) => Coin(random) ? Actor.Bot : Actor.Human;

    private static long? Maybe(Random random, int hours) => Coin(random) ? random.Next(hours * 3_600) * 1_000L : null;

    private static Instant? Maybe(Story story, Random random) => Coin(random) ? story.CutOff - Duration.FromHours(random.Next(1, 100)) : null;

    private static string When(Random random, int back = 0) =>
        (First.PlusDays(-random.Next(back + 1)).PlusDays(random.Next(121)).AtMidnight().InUtc().ToInstant() + Duration.FromMinutes(random.Next(1_440))).ToString();
}
