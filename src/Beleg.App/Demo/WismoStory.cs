using Beleg.Journal;
using Beleg.Sources;
using NodaTime;

namespace Beleg.App.Demo;

/// <summary>
/// "Where is my order": a shop's web chat before and after automation learnt to answer it. May 2026 is the baseline; the new flow goes live
/// in August, three months later. 18,000 automated conversations a month: 7,560 solved without a person before (42 %), 14,040 after (78 %).
/// </summary>
internal static class WismoStory
{
    public const string Workspace = "wismo";
    private const string Shop = "parcel.example";

    /// <summary>Contacts who come back do so in another month, twenty days apart at least: nobody returns within 72 hours.</summary>
    private const int ContactPool = 30_000;

    private const int ContactShift = 6_000;

    /// <summary>Month of 2026, how many of its days are told (0 for all), its conversations, and how many of them are contained.</summary>
    public static IReadOnlyList<(int Month, int Days, int Conversations, int Contained)> Months { get; } =
        [(5, 0, 18_000, 7_560), (6, 0, 18_000, 7_560), (7, 0, 18_000, 7_560), (8, 0, 18_000, 14_040), (9, 0, 18_000, 14_040), (10, 4, 2_400, 1_872)];

    // Of 1,000 answers, how many gave 1, 2, 3, 4, 5: a mean of 4.5.
    private static readonly int[] Scores = [8, 17, 65, 287, 623];

    private static readonly string[] Intents = ["order_status", "order_status", "order_status", "delivery_date", "address_change", "damaged_parcel", "return"];
    private static readonly string[] Reasons = ["lost_parcel", "damaged_parcel", "refund", "asked_for_a_person"];

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/New_York"];

    public static DemoStory Story { get; } = new(Workspace, "Parcel & Co.", OpeningHours.Of("USD", "America/New_York", "08:00-20:00"),
    [
        new SourceSettings { Name = "chat", Provider = "segment", Shop = Shop, DefaultActor = Actor.Bot },
        new SourceSettings { Name = "operator", Provider = "operator", Trust = Trust.Operator },
    ], Lots);

    private static IEnumerable<IReadOnlyList<NewDelivery>> Lots()
    {
        yield return Ledger();
        var chance = new Chance(0x315_30);
        using var chat = new CallWriter(Workspace, "chat", 500);
        var number = 0;
        for (var m = 0; m < Months.Count; m++)
        {
            var (month, days, count, contained) = Months[m];
            var order = chance.Shuffled(count);
            for (var i = 0; i < count; i++)
            {
                var contact = (i + m * ContactShift) % ContactPool;
                var at = DayPlan.At(2026, month, days, i, count, Zone, chance);
                Conversation(chat, chance, new(Person(contact), $"c{++number}", at, month >= 8 ? "2" : "1"), order[i] < contained);
            }

            yield return chat.Take();
        }
    }

    private static void Conversation(CallWriter chat, Chance chance, Talk talk, bool contained)
    {
        var intent = chance.Pick(Intents);
        Begin(chat, "Message Received", talk.At, talk).With("intent", intent).With("handled_by", "bot").With("text", chance.Pick(DemoTexts.WhereIsMyOrder)).With("entry_point", "widget").End();
        var at = talk.At + chance.Seconds(1, 5);
        var lost = !contained && chance.Of1000(230);
        Begin(chat, "Message Sent", at, talk).With("actor", "bot").With("flow_id", "where-is-my-order").With("flow_version", talk.FlowVersion)
            .With("is_fallback", lost).With("text", lost ? DemoTexts.NotUnderstood : chance.Pick(DemoTexts.OnItsWay)).End();
        if (contained)
        {
            at += chance.Seconds(20, 240);
            Begin(chat, "Conversation Resolved", at, talk).With("by", "bot").With("reason", "answered").With("confirmed", chance.Of1000(640)).End();
        }
        else
        {
            at = ByPerson(chat, chance, talk, at);
        }

        if (chance.Of1000(110))
            Rate(chat, chance, talk, at + chance.Seconds(15, 600), contained);
    }

    private static Instant ByPerson(CallWriter chat, Chance chance, Talk talk, Instant at)
    {
        at += chance.Seconds(10, 90);
        Begin(chat, "Handoff Requested", at, talk).With("handoff_id", "h" + talk.Id).With("reason", chance.Pick(Reasons))
            .List("required_fields", "order_number", "email").List("filled_fields", chance.Of1000(700) ? ["order_number", "email"] : ["email"]).End();
        at += chance.Seconds(120, 1_500);
        Begin(chat, "Message Sent", at, talk).With("actor", "human").With("text", chance.Pick(DemoTexts.AgentOnParcel)).End();
        at += chance.Seconds(180, 3_000);
        Begin(chat, "Conversation Resolved", at, talk).With("by", "human").With("reason", "solved").End();
        return at;
    }

    private static void Rate(CallWriter chat, Chance chance, Talk talk, Instant at, bool contained)
    {
        var drawn = chance.Below(1000);
        var score = 1;
        for (var sum = Scores[0]; drawn >= sum; sum += Scores[score - 1])
            score++;
        Begin(chat, "Survey Answered", at, talk).With("survey_id", "s" + talk.Id).With("type", "csat").With("score", score).With("rated", contained ? "bot" : "human").End();
    }

    private static CallWriter Begin(CallWriter chat, string name, Instant at, Talk talk) =>
        chat.Track(name, at, talk.Person).With("channel", "webchat").With("conversation_id", talk.Id);

    private static string Person(int number) => $"p{number + 10_000}";

    private static IReadOnlyList<NewDelivery> Ledger()
    {
        using var office = new CallWriter(Workspace, "operator");
        var baseline = new LocalDate(2026, 5, 1);
        Books.Assume(office, baseline, "would_have_contacted_human", "1.0", "1.0", "1.0", "share", "sample of 400 transcripts, June 2026");
        Books.Assume(office, baseline, "cost_per_human_contact", "4.20", "4.20", "4.60", "USD", "support ledger 2025: payroll and seats ÷ contacts");
        Books.Assume(office, baseline, "baseline_containment", "0.42", "0.42", "0.42", "share", "May 2026, before the programme");
        var (august, december) = (new LocalDate(2026, 8, 1), new LocalDate(2026, 12, 31));
        Books.Expect(office, "solved-alone", new("Four of five questions after an order are solved without a person", "Vier von fünf Fragen nach einer Bestellung lösen sich ohne einen Menschen"), "verified_containment_rate", "0.42", "0.80", baseline, december, "Head of support");
        Books.Expect(office, "lighter-queue", new("The team's queue falls below 3,500 conversations a month", "Die Warteschlange des Teams fällt unter 3.500 Gespräche im Monat"), "human_handled_conversations", "10440", "3500", baseline, december, "Head of support");
        Books.Agree(office, august, "verified_containment_rate", "Head of support", "0.75");
        Books.Cost(office, "setup", "setup", "once", new LocalDate(2026, 8, 1), 36_000_00);
        Books.Cost(office, "platform", "platform", "monthly", new LocalDate(2026, 8, 1), 6_000_00);
        return office.Take();
    }

    private readonly record struct Talk(string Person, string Id, Instant At, string FlowVersion);
}
