using Beleg.Model;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Tests.Metrics;

/// <summary>Cases of metrics that are about money.</summary>
internal static class WorkedMoney
{
    public static IEnumerable<WorkedCase> All =>
    [
        WorkedCase.Of("dm_to_sale", "two orders of one conversation are one conversation with an order", s =>
        {
            var c = s.Conversation(1, "2026-09-01");
            s.Conversation(2, "2026-09-01");
            s.Credit(Sold(s, 1, 1000), c, 1000);
            s.Credit(Sold(s, 1, 2000), c, 2000);
        }, "0.5", "1/2"),
        WorkedCase.Of("aov", "an order with net 0 is out, so is a cancelled one", s =>
        {
            s.Order(1, "2026-09-01", 10_000);
            s.Order(2, "2026-09-01", 4_000, o => o with { RefundedMinor = 1_000, NetMinor = 3_000 });
            s.Order(3, "2026-09-01", 5_000, o => o with { RefundedMinor = 5_000, NetMinor = 0 });
            s.Order(4, "2026-09-01", 9_900, o => o with { State = OrderState.Cancelled, NetMinor = 0 });
        }, "65", "130/2"),
        WorkedCase.Of("influenced_revenue", "an order of two touches counts once", s =>
        {
            var (a, b) = (s.Conversation(1, "2026-09-01"), s.Conversation(1, "2026-09-02"));
            var order = Sold(s, 1, 10_000);
            s.Credit(order, a, 5_000, change: c => c with { Influenced = 0 });
            s.Credit(order, b, 5_000, change: c => c with { Influenced = 10_000 });
            s.Credit(Sold(s, 2, 700), null, 700);
        }, "100", "100/"),
        WorkedCase.Of("attributed_revenue", "a refund is booked on its own day", s =>
        {
            var c = s.Conversation(1, "2026-08-20");
            var order = Sold(s, 1, 10_000, "2026-08-25");
            s.Credit(order, c, 10_000);
            s.Credit(order, c, -2_500, at: "2026-09-03");
            s.Credit(Sold(s, 1, 4_000), c, 4_000);
        }, "15", "15/"),
        WorkedCase.Of("attributed_revenue", "conservative leaves out what rests on a mere conversation", s =>
        {
            var c = s.Conversation(1, "2026-09-01");
            s.Credit(Sold(s, 1, 10_000), c, 10_000);
            s.Credit(Sold(s, 1, 5_000, evidence: Evidence.D), c, 5_000);
        }, "100", "100/", "month=2026-09&basis=conservative"),
        WorkedCase.Of("attributed_revenue", "the last touch gets what it gets under its own model", s =>
        {
            var (a, b) = (s.Conversation(1, "2026-09-01"), s.Conversation(1, "2026-09-02", c => c with { Channel = Channel.Instagram }));
            var order = Sold(s, 1, 9_999);
            s.Credit(order, a, 5_000, change: c => c with { Last = 0 });
            s.Credit(order, b, 4_999, change: c => c with { Last = 9_999 });
        }, "99.99", "99.99/", "month=2026-09&model=last&channel=instagram"),
        WorkedCase.Of("revenue_per_chat", "the florist's September: only credit on conversations begun in the month, refunds in their cohort", s =>
        {
            var last = s.Conversation(9, "2026-08-31");
            s.Credit(Sold(s, 9, 99_900), last, 99_900);
            ConversationFact? first = null;
            for (var i = 1; i <= 200; i++)
                first = s.Conversation(i, "2026-09-10");
            var order = Sold(s, 200, 130_000, "2026-10-05");
            s.Credit(order, first, 130_000);
            s.Credit(order, first, -2_000, at: "2026-11-20");
        }, "6.4", "1280/200"),
        WorkedCase.Of("revenue_per_recipient", "distinct contacts, not messages", s =>
        {
            s.Message(1, "2026-09-01");
            s.Message(1, "2026-09-02");
            s.Message(2, "2026-09-02");
            s.Credit(Sold(s, 1, 5_000), s.Conversation(1, "2026-09-01"), 5_000);
        }, "25", "50/2"),
        WorkedCase.Of("crr", "four at the start, one of them lost; a customer who was won back is won", s =>
        {
            foreach (var contact in new[] { 1, 2, 3 })
            {
                s.Order(contact, "2026-01-10", 100);
                s.Order(contact, "2026-09-10", 100);
            }

            s.Order(4, "2025-09-15", 100);
            s.Order(5, "2025-01-01", 100);
            s.Order(5, "2026-09-05", 100);
            s.Order(6, "2026-09-06", 100);
        }, "0.75", "3/4"),
        WorkedCase.Of("churn_rate", "the rest of the same table", s =>
        {
            foreach (var contact in new[] { 1, 2, 3 })
            {
                s.Order(contact, "2026-01-10", 100);
                s.Order(contact, "2026-09-10", 100);
            }

            s.Order(4, "2025-09-15", 100);
        }, "0.25", "1/4"),
        WorkedCase.Of("recovered_carts", "left and ordered after a touch, but not what was ordered at once, without a touch, or begun in another month", s =>
        {
            s.Cart(1, "2026-09-05", c => c with { State = CartState.Ordered, OrderedAt = Story.At("2026-09-06"), TouchedAt = Story.At("2026-09-05T18:00:00Z"), Recovered = true });
            s.Cart(2, "2026-09-05", c => c with { State = CartState.Ordered, OrderedAt = Story.At("2026-09-05T12:10:00Z") });
            s.Cart(3, "2026-09-05", c => c with { State = CartState.Ordered, OrderedAt = Story.At("2026-09-07") });
            s.Cart(4, "2026-09-05");
            s.Cart(5, "2026-08-31", c => c with { State = CartState.Ordered, OrderedAt = Story.At("2026-09-02"), TouchedAt = Story.At("2026-09-01"), Recovered = true });
        }, "1", "1/"),
        WorkedCase.Of("cancellation_saves", "who cancels on the 31st day was kept, who cancels within was not, and nobody answers for nobody", s =>
        {
            s.CancellationIntent(1, "2026-09-05");
            s.CancellationIntent(2, "2026-09-05", "2026-10-06");
            s.CancellationIntent(3, "2026-09-05", "2026-10-05");
            s.CancellationIntent(4, "2026-09-05", handled: false);
        }, "2", "2/"),
        WorkedCase.Of("winbacks", "366 days of silence, not 365, and never a first order", s =>
        {
            s.Order(1, "2025-09-09", 100);
            s.Order(1, "2026-09-10", 100);
            s.Order(1, "2026-09-11", 100);
            s.Order(2, "2025-09-10", 100);
            s.Order(2, "2026-09-10", 100);
            s.Order(3, "2026-09-10", 100);
            s.Order(4, "2020-01-01", 100);
            s.Order(4, "2026-05-01", 100, o => o with { State = OrderState.Cancelled, NetMinor = 0 });
            s.Order(4, "2026-09-30", 100);
        }, "2", "2/"),
        WorkedCase.Of("qualified_leads", "one that was lost later was qualified all the same", s =>
        {
            s.Lead(1, "2026-09-01", true, l => l with { Status = LeadStatus.Lost, QualifiedAt = Story.At("2026-09-20"), LostAt = Story.At("2026-10-02") });
            s.Lead(2, "2026-09-01", true);
            s.Lead(3, "2026-08-31", true, l => l with { QualifiedAt = Story.At("2026-09-20") });
        }, "1", "1/"),
        WorkedCase.Of("pipeline_influenced", "open deals with a touch; one that is won is no pipeline", s =>
        {
            s.Deal(1, "2026-09-10", 150_000, influenced: true);
            s.Deal(2, "2026-09-10", 50_050, influenced: true, d => d with { Stage = "Proposal" });
            s.Deal(3, "2026-09-10", 90_000, influenced: true, d => d with { Stage = "Closed won" });
            s.Deal(4, "2026-09-10", 90_000, influenced: true, d => d with { ClosedAt = Story.At("2026-09-10") });
            s.Deal(5, "2026-09-10", 90_000, influenced: false);
            s.Deal(6, "2026-09-10", null, influenced: true);
        }, "2000.5", "2000.5/"),
        WorkedCase.Of("cost_per_contact", "programme and people over all conversations", s =>
        {
            s.Cost("2026-01-01", 30_000);
            s.Cost("2026-01-01", 50_000, change: c => c with { Human = true });
            for (var i = 1; i <= 4; i++)
                s.Conversation(i, "2026-09-01", c => c with { Automated = i < 3 });
        }, "200", "800/4"),
        WorkedCase.Of("cost_per_resolution", "over those that were resolved", s =>
        {
            s.Cost("2026-01-01", 80_000);
            s.Conversation(1, "2026-09-01", c => c with { ResolvedAt = Story.At("2026-09-01"), ResolvedBy = ResolvedBy.Bot });
            s.Conversation(2, "2026-09-01");
        }, "800", "800/1"),
        WorkedCase.Of("cpa", "cost of the campaign over first orders credited to it", s =>
        {
            s.Cost("2026-09-01", 9_000, CostRecurrence.Period, c => c with { CampaignId = "fall" });
            s.Cost("2026-09-01", 70_000);
            var c = s.Conversation(1, "2026-09-01", c => c with { CampaignId = "fall" });
            for (var i = 1; i <= 3; i++)
                s.Credit(Sold(s, i, 1_000, change: o => o with { NewCustomer = i < 3 }), c, 1_000);
        }, "45", "90/2", "month=2026-09&campaign=fall"),
        WorkedCase.Of("rocs", "messages are priced by their own day", s =>
        {
            s.Rate("2026-01-01", .10m);
            s.Rate("2026-09-16", .15m);
            s.Message(1, "2026-09-15", m => m with { CampaignId = "fall", Billable = true, Category = MessageCategory.Marketing });
            s.Message(2, "2026-09-16", m => m with { CampaignId = "fall", Billable = true, Category = MessageCategory.Marketing });
            s.Message(3, "2026-09-16", m => m with { CampaignId = "fall", Billable = false, Category = MessageCategory.Marketing });
            s.Credit(Sold(s, 1, 500), s.Conversation(1, "2026-09-01", c => c with { CampaignId = "fall" }), 500);
            s.Credit(Sold(s, 2, 900), s.Conversation(2, "2026-09-01"), 900);
        }, "20", "5/0.25"),
        WorkedCase.Of("deflected_contacts", "four of five until Finance says otherwise", s => Contained(s, 10, 10), "8", "8/"),
        WorkedCase.Of("avoided_support_cost", "where it is order status in miniature: 6.48 × 4.20 for each thousandth", s =>
        {
            s.Assume("would_have_contacted_human", 1);
            s.Assume("cost_per_human_contact", 4.20m);
            s.Assume("baseline_containment", .42m);
            Contained(s, 1404, 1800);
        }, "2721.6", "2721.6/"),
        WorkedCase.Of("time_saved_value", "ten hours a week at 50 with four weeks a month", s =>
        {
            s.Assume("hours_saved_per_week", 10);
            s.Assume("hourly_cost", 50);
            s.Assume("weeks_per_month", 4);
        }, "2000", "2000/"),
        WorkedCase.Of("revenue_value", "half of it until Finance says otherwise", s => s.Credit(Sold(s, 1, 8_000), s.Conversation(1, "2026-09-01"), 8_000), "40", "40/"),
        WorkedCase.Of("generated_value", "the parts add up", s =>
        {
            s.Assume("cost_per_human_contact", 5);
            Contained(s, 10, 10);
            s.Credit(Sold(s, 1, 8_000), s.Conversation(1, "2026-08-01"), 8_000);
        }, "80", "80/"),
        WorkedCase.Of("net_value", "added revenue 50,000 against a cost of 10,000, both whole", Calculator, "40000", "40000/"),
        WorkedCase.Of("roi_pct", "added revenue 50,000 against a cost of 10,000, both whole", Calculator, "400", "40000/10000"),
        WorkedCase.Of("payback_months", "36,000 once over 27,216 less 6,000 a month", s =>
        {
            s.Cost("2026-09-01", 3_600_000, CostRecurrence.Once);
            s.Cost("2026-09-01", 600_000);
            s.Assume("contribution_margin", 1);
            foreach (var month in new[] { "2026-09", "2026-10", "2026-11" })
                s.Credit(Sold(s, 1, 2_721_600, month + "-05"), s.Conversation(1, month + "-01"), 2_721_600);
        }, "1.696832579186", null, "from=2026-09-01&to=2026-12-01"),
        WorkedCase.Of("programme_coverage", "one flow pays for all of it twice", s =>
        {
            s.Assume("cost_per_human_contact", 10);
            s.Assume("would_have_contacted_human", 1);
            s.Cost("2026-01-01", 5_000);
            for (var i = 1; i <= 10; i++)
                s.Conversation(i, "2026-09-01", c => c with { FlowId = "status" });
            s.Conversation(11, "2026-09-01", c => c with { FlowId = "other", HumanInvolved = true });
        }, "2", "100/50", "month=2026-09&flow=status"),
    ];

    private static void Calculator(Story story)
    {
        story.Cost("2026-09-01", 1_000_000, CostRecurrence.Period, c => c with { ToDay = new LocalDate(2026, 10, 1) });
        story.Assume("contribution_margin", 1);
        story.Credit(Sold(story, 1, 5_000_000), story.Conversation(1, "2026-09-01"), 5_000_000);
    }

    private static void Contained(Story story, int contained, int all)
    {
        for (var i = 0; i < all; i++)
            story.Conversation(i, "2026-09-01", c => c with { HumanInvolved = i >= contained });
    }

    private static OrderFact Sold(
        Story story, int contact, long minor, string at = "2026-09-05", Evidence evidence = Evidence.C, Func<OrderFact, OrderFact>? change = null) =>
        story.Order(contact, at, minor, o => (change ?? (x => x))(o with { Evidence = evidence, Influenced = true }));
}
