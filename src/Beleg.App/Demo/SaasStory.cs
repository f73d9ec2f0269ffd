using Beleg.Journal;
using Beleg.Sources;
using NodaTime;

namespace Beleg.App.Demo;

/// <summary>
/// Web chat on pricing pages. Before (July 2026): 120,000 visits, 2,520 trials, 2.1 %. With chat (August and September): 240,000 visits by
/// distinct visitors; 86,667 of them chatted and took 3,120 trials (3.6 %), 153,333 did not and took 3,220 (2.1 %). Additional trials:
/// 3,120 − 2.1 % × 86,667 = 1,300. What becomes of leads and trials (deals, subscriptions, those who want to leave) is told by <see cref="SaasCustomers"/>.
/// </summary>
internal static class SaasStory
{
    public const string Workspace = "saas";

    private const string Product = "app.example";

    /// <summary>Where Tasklane is.</summary>
    internal static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/Chicago"];

    /// <summary>Month of 2026; visitors with chat and how many of them took a trial; visitors without and how many of them did.</summary>
    public static IReadOnlyList<SaasMonth> Months { get; } =
    [
        new(7, 0, 0, 120_000, 2_520),
        new(8, 42_000, 1_512, 78_000, 1_638),
        new(9, 44_667, 1_608, 75_333, 1_582),
        new(10, 3_000, 108, 5_000, 105, Days: 4),
    ];

    private static readonly string[] Landings =
    [
        "https://app.example/pricing?utm_source=google&utm_medium=cpc&utm_campaign=brand", "https://app.example/pricing", "https://app.example/pricing",
        "https://app.example/pricing?utm_source=newsletter&utm_medium=email", "https://app.example/pricing/teams",
    ];

    private static readonly string?[] Referrers = [null, "https://www.google.com/", "https://www.google.com/", null, "https://www.linkedin.com/", "https://news.example/tools"];

    public static DemoStory Story { get; } = new(Workspace, "Tasklane", OpeningHours.Of("USD", "America/Chicago", "08:00-20:00"),
    [
        new SourceSettings { Name = "web", Provider = "segment", Shop = Product },
        new SourceSettings { Name = "chat", Provider = "segment", Shop = Product, DefaultActor = Actor.Bot },
        new SourceSettings { Name = "crm", Provider = "segment", Shop = Product },
        new SourceSettings { Name = "operator", Provider = "operator", Trust = Trust.Operator },
    ], Lots);

    private static IEnumerable<IReadOnlyList<NewDelivery>> Lots()
    {
        yield return Ledger();
        var chance = new Chance(0x5AA5);
        using var web = new CallWriter(Workspace, "web", 500);
        using var chat = new CallWriter(Workspace, "chat", 500);
        using var crm = new CallWriter(Workspace, "crm", 500);
        var customers = new SaasCustomers(crm, chat);
        var visitor = 0;
        foreach (var month in Months)
        {
            // Places in two shuffles decide who chats and who takes a trial, so that the sums are exact and nothing else is.
            var visits = month.WithChat + month.WithoutChat;
            var chats = chance.Shuffled(visits);
            for (var i = 0; i < visits; i++)
            {
                var rank = chats[i];
                var chatted = rank < month.WithChat;
                var trial = chatted ? rank < month.TrialsWithChat : rank - month.WithChat < month.TrialsWithoutChat;
                Visit(web, chat, chance, customers, $"v{++visitor}", DayPlan.At(2026, month.Month, month.Days, i, visits, Zone, chance), chatted, trial);
            }

            yield return [.. web.Take(), .. chat.Take(), .. crm.Take()];
        }
    }

    private static void Visit(CallWriter web, CallWriter chat, Chance chance, SaasCustomers customers, string visitor, Instant at, bool chatted, bool trial)
    {
        web.Track("Session Started", at, anonymous: visitor).With("session_id", "s" + visitor).With("landing_url", chance.Pick(Landings)).With("referrer", chance.Pick(Referrers)).End();
        if (chatted)
        {
            at += chance.Seconds(15, 180);
            if (Chat(chat, chance, visitor, at, trial) is { } captured)
                customers.Lead(visitor, captured);
            at += chance.Seconds(10, 30);
        }

        if (!trial)
            return;
        at += chance.Seconds(60, 900);
        web.Track("Conversion", at, anonymous: visitor).With("session_id", "s" + visitor).With("type", "trial").End();
        customers.Trial(visitor, at, chatted);
    }

    // When a lead was captured; null where none was.
    private static Instant? Chat(CallWriter chat, Chance chance, string visitor, Instant at, bool trial)
    {
        CallWriter Begin(string name, Instant when) => chat.Track(name, when, anonymous: visitor).With("channel", "webchat");
        Begin("Message Received", at).With("text", chance.Pick(DemoTexts.AboutPrices)).With("handled_by", "bot").With("entry_point", "widget").End();
        at += chance.Seconds(1, 4);
        Instant? captured = null;
        Begin("Message Sent", at).With("flow_id", "pricing-helper").With("text", chance.Pick(DemoTexts.PriceAnswers)).End();
        if (chance.Of1000(trial ? 500 : 25))
        {
            at += chance.Seconds(20, 90);
            Begin("Consent Given", at).With("purpose", "marketing").With("wording_version", "2026-06").With("proof", "checkbox in the chat").End();
            captured = at + Duration.FromSeconds(1);
            Begin("Lead Captured", captured.Value).With("lead_id", "l" + visitor).List("fields", "email", "team_size").With("interest", "team plan").End();
        }

        if (chance.Of1000(30))
            Begin("Survey Answered", at + chance.Seconds(30, 300)).With("survey_id", "q" + visitor).With("type", "nps").With("score", Math.Min(10, chance.Between(5, 12))).With("rated", "bot").End();
        return captured;
    }

    private static IReadOnlyList<NewDelivery> Ledger()
    {
        using var office = new CallWriter(Workspace, "operator");
        var (july, december) = (new LocalDate(2026, 7, 31), new LocalDate(2026, 12, 31));
        Books.Expect(office, "trials-by-chat", new("Chat on the pricing pages lifts trials of all visitors", "Chat auf den Preisseiten bringt mehr Besucher zum Test"), "conversion_rate", "0.021", "0.030", july, december, "Growth lead");
        Books.Expect(office, "fewer-fallbacks", new("The assistant places nearly every question", "Der Assistent ordnet fast jede Frage ein"), "fallback_rate", "0.10", "0.04", july, december, "Conversation designer");
        Books.Cost(office, "setup", "setup", "once", new LocalDate(2026, 8, 1), 9_000_00);
        Books.Cost(office, "platform", "platform", "monthly", new LocalDate(2026, 8, 1), 1_800_00);
        Books.Cost(office, "service", "service", "monthly", new LocalDate(2026, 8, 1), 2_400_00);
        return office.Take();
    }
}
