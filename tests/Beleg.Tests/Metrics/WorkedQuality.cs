using Beleg.Model;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Tests.Metrics;

/// <summary>Cases of metrics that say how good the data are.</summary>
internal static class WorkedQuality
{
    public static IEnumerable<WorkedCase> All =>
    [
        WorkedCase.Of("stitched_contact_share", "one of three is known by two names; two conversations of one count once", s =>
        {
            s.Conversation(1, "2026-09-01");
            s.Conversation(1, "2026-09-05");
            s.Conversation(2, "2026-09-01");
            s.Conversation(3, "2026-09-30");
            s.Conversation(4, "2026-10-01");
            s.Person(1, c => c with { Identifiers = 2 });
            s.Person(4, c => c with { Identifiers = 3 });
        }, "0.333333333333", "1/3"),
        WorkedCase.Of("intent_accuracy", "one is right whatever its capitals, one is wrong, one was not recognised; without a label nothing is judged", s =>
        {
            s.Message(1, "2026-09-01", m => m with { Intent = "Status", IntentLabel = "status" });
            s.Message(2, "2026-09-01", m => m with { Intent = "refund", IntentLabel = "status" });
            s.Message(3, "2026-09-01", m => m with { IntentLabel = "status" });
            s.Message(4, "2026-09-01", m => m with { Intent = "status" });
        }, "0.333333333333", "1/3"),
        WorkedCase.Of("upsell_revenue", "what a marked flow was credited with, less what was taken back; other flows do not count", s =>
        {
            var (bundle, other) = (s.Conversation(1, "2026-09-01", c => c with { FlowId = "bundle" }), s.Conversation(2, "2026-09-01", c => c with { FlowId = "bouquet" }));
            var sold = s.Order(1, "2026-09-02", 5_000);
            s.Credit(sold, bundle, 5_000);
            s.Credit(sold, bundle, -1_000, "2026-09-05");
            s.Credit(s.Order(2, "2026-09-02", 9_000), other, 9_000);
        }, "40", "40/"),
        WorkedCase.Of("orders_without_identity", "an order nobody is known for, of two that count; a cancelled one does not", s =>
        {
            s.Order(1, "2026-09-01", 1_000);
            s.Order(2, "2026-09-01", 1_000);
            s.Order(3, "2026-09-01", 1_000, o => o with { State = OrderState.Cancelled });
            s.Person(2, c => c with { IsPerson = false });
            s.Person(3, c => c with { IsPerson = false });
        }, "0.5", "1/2"),
        WorkedCase.Of("links_without_utm", "of three messages with links one has a bare address", s =>
        {
            s.Message(1, "2026-09-01", m => m with { HasLinks = true, HasUntaggedLinks = true });
            s.Message(2, "2026-09-01", m => m with { HasLinks = true });
            s.Message(3, "2026-09-01", m => m with { HasLinks = true });
            s.Message(4, "2026-09-01");
        }, "0.333333333333", "1/3"),
        WorkedCase.Of("clock_skew", "a delivery before the sending counts, one that only an answer implies does not", s =>
        {
            s.Message(1, "2026-09-03", m => m with { DeliveredAt = m.At - Duration.FromSeconds(1) });
            s.Message(2, "2026-09-03", m => m with { DeliveredAt = m.At, ReadAt = m.At - Duration.FromSeconds(5) });
            s.Message(3, "2026-09-03", m => m with { DeliveredAt = m.At - Duration.FromSeconds(1), DeliveredImplied = true });
            s.Message(4, "2026-09-03", m => m with { DeliveredAt = m.At + Duration.FromSeconds(1) });
        }, "0.5", "2/4"),
        WorkedCase.Of("missing_read_receipts", "SMS never tells, WhatsApp does", s =>
        {
            s.Message(1, "2026-09-01", m => m with { Channel = Channel.Sms, DeliveredAt = m.At });
            s.Message(2, "2026-09-01", m => m with { DeliveredAt = m.At });
            s.Message(3, "2026-09-01", m => m with { DeliveredAt = m.At });
            s.Message(4, "2026-09-01", m => m with { DeliveredAt = m.At, ReadAt = m.At });
        }, "0.25", "1/4"),
        WorkedCase.Of("silent_days", "from the first day with data on: 28 of September's 30 days, of which two spoke", s =>
        {
            s.Conversation(1, "2026-09-03");
            s.Order(1, "2026-09-20", 1_000);
        }, "0.928571428571", "26/28"),
    ];
}
