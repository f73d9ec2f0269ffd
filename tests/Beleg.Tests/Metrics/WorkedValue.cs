using Beleg.Model;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Tests.Metrics;

/// <summary>Cases of what customers and the time ahead are worth, and of what lasts.</summary>
internal static class WorkedValue
{
    public static IEnumerable<WorkedCase> All =>
    [
        WorkedCase.Of("clv", "50.00 an order, two orders a year, half of the customers leave in one: 50 × 2 × 2 years", Ten, "200", "/10"),
        WorkedCase.Of("clv_to_cac", "two customers won for 100.00: 50 × 12 ÷ 7 × 2 over 50", s =>
        {
            Ten(s);
            s.Cost("2026-09-01", 10_000, CostRecurrence.Period, c => c with { ToDay = new LocalDate(2026, 10, 1) });
            for (var i = 20; i < 22; i++)
                s.Credit(s.Order(i, "2026-09-05", 5_000, o => o with { NewCustomer = true, Evidence = Evidence.C }), s.Conversation(i, "2026-09-04"), 5_000);
        }, "3.4286", "171.43/50"),
        WorkedCase.Of("clv_uplift", "300 and 100 with chat against 120 without, all begun in March with an order of about 100; who has no like is out", s =>
        {
            foreach (var (contact, first) in new[] { (1, 10_000), (2, 10_000), (3, 9_000) })
                s.Order(contact, "2026-03-05", first);
            s.Order(1, "2026-07-05", 20_000);
            s.Order(3, "2026-05-05", 3_000);
            s.Order(4, "2026-04-05", 99_000);
            s.Order(5, "2026-03-05", 2_000);
            foreach (var contact in new[] { 1, 2, 4 })
                s.Person(contact, c => c with { FirstMessagedDay = new LocalDate(2026, 3, 5) });
            s.Person(3, c => c with { FirstMessagedDay = new LocalDate(2026, 3, 6) });
        }, "80", "160/2"),
        WorkedCase.Of("value_coverage", "three of four that came in were solved, one of two orders had the chat on its way; what only we began is no volume", s =>
        {
            for (var i = 1; i <= 4; i++)
                s.Conversation(i, "2026-09-01", c => c with { HumanInvolved = i == 4 });
            s.Conversation(5, "2026-09-01", c => c with { Inbound = 0 });
            s.Order(1, "2026-09-02", 1_000, o => o with { Influenced = true });
            s.Order(2, "2026-09-02", 1_000);
        }, "0.666666666667", "4/6"),
        WorkedCase.Of("forecast_value", "two years of 100.00 a month are a third year of 1,200.00", s =>
        {
            var talk = s.Conversation(1, "2024-09-15");
            for (var month = new LocalDate(2024, 10, 5); month < new LocalDate(2026, 10, 1); month = month.PlusMonths(1))
                s.Credit(s.Order(1, $"{month:uuuu-MM-dd}", 20_000, o => o with { Evidence = Evidence.C }), talk, 20_000);
        }, "1200", "/730"),
        WorkedCase.Of("out_of_hours_share", "where nobody knows the hours a conversation is out", s =>
        {
            s.Conversation(1, "2026-09-01", c => c with { OutOfHours = true });
            s.Conversation(2, "2026-09-01", c => c with { OutOfHours = false });
            s.Conversation(3, "2026-09-01");
            s.Conversation(4, "2026-09-01", c => c with { OutOfHours = true, Automated = false });
        }, "0.5", "1/2"),
        WorkedCase.Of("flow_error_rate", "one of four runs failed, one ran out of time", s =>
        {
            s.Run(1, "2026-09-01", goal: false, r => r with { ExitReason = FlowExitReason.Error, ExitedAt = r.EnteredAt });
            s.Run(2, "2026-09-01", goal: false, r => r with { ExitReason = FlowExitReason.Expired, ExitedAt = r.EnteredAt });
            s.Run(3, "2026-09-01", goal: true);
            s.Run(4, "2026-09-01", goal: false);
        }, "0.25", "1/4"),
        WorkedCase.Of("durable_resolution_rate", "a return after six days deducts, one after eight does not; nobody resolved the last", s =>
        {
            foreach (var (contact, days) in new (int, int?)[] { (1, null), (2, 8), (3, 6) })
                s.Conversation(contact, "2026-09-01", c => c with { ResolvedAt = c.EndedAt, ReturnAfterMs = days * 86_400_000L });
            s.Conversation(4, "2026-09-01");
        }, "0.666666666667", "2/3"),
        WorkedCase.Of("first_contact_resolution", "who came back within three days, and who had come back, was not helped at once", s =>
        {
            s.Conversation(1, "2026-09-01", c => c with { ResolvedAt = c.EndedAt });
            s.Conversation(2, "2026-09-01", c => c with { ResolvedAt = c.EndedAt, ReturnAfterMs = 71 * 3_600_000L });
            s.Conversation(3, "2026-09-01", c => c with { ResolvedAt = c.EndedAt, ReopenOf = new Beleg.Primitives.Key(5) });
            s.Conversation(4, "2026-09-01", c => c with { ResolvedAt = c.EndedAt, ReturnAfterMs = 73 * 3_600_000L });
            s.Conversation(5, "2026-09-01");
        }, "0.5", "2/4"),
        WorkedCase.Of("time_to_qualification", "two hours, four hours, and one who is still waiting", s => Leads(s, (l, at) => l with { QualifiedAt = at }), "7200000", "/2"),
        WorkedCase.Of("sales_cycle_time", "two hours, four hours, and one who is still waiting", s => Leads(s, (l, at) => l with { WonAt = at }), "7200000", "/2"),
        WorkedCase.Of("consent_coverage", "one message before the consent and a contact is not covered; an answer is no marketing", s =>
        {
            foreach (var contact in new[] { 1, 3 })
                s.Consent(contact, "2026-09-05");
            s.Consent(5, "2026-08-01", c => c with { WithdrawnAt = Story.At("2026-09-01") });
            foreach (var (contact, day) in new[] { (1, "2026-09-06"), (2, "2026-09-06"), (3, "2026-09-04"), (3, "2026-09-06"), (5, "2026-09-06") })
                s.Message(contact, day, m => m with { Category = MessageCategory.Marketing });
            s.Message(4, "2026-09-06");
        }, "0.25", "1/4"),
    ];

    // Ten customers of a year ago, five of them again this year; two orders of 50.00 each in each year.
    private static void Ten(Story story)
    {
        for (var i = 0; i < 10; i++)
        {
            foreach (var day in new[] { "2025-05-01", "2025-06-01" })
                story.Order(i, day, 5_000);
            foreach (var day in i < 5 ? new[] { "2026-05-01", "2026-06-01" } : [])
                story.Order(i, day, 5_000);
        }
    }

    private static void Leads(Story story, Func<LeadFact, Instant, LeadFact> reach)
    {
        story.Lead(1, "2026-09-01", withConsent: true, l => reach(l, l.CapturedAt + Duration.FromHours(2)));
        story.Lead(2, "2026-09-01", withConsent: true, l => reach(l, l.CapturedAt + Duration.FromHours(4)));
        story.Lead(3, "2026-09-01", withConsent: true);
    }
}
