using Beleg.Model;
using Beleg.Sources;

namespace Beleg.Tests.Metrics;

/// <summary>Cases of metrics whose rows are conversations.</summary>
internal static class WorkedConversations
{
    private const long Hour = 3_600_000;

    public static IEnumerable<WorkedCase> All =>
    [
        WorkedCase.Of("automated_conversations", "a conversation without automation and one of another month do not count", s =>
        {
            s.Conversation(1, "2026-09-01T00:00:00Z");
            s.Conversation(1, "2026-09-30T23:59:59Z");
            s.Conversation(2, "2026-09-10", c => c with { Automated = false });
            s.Conversation(2, "2026-10-01T00:00:00Z");
        }, "2", "2/"),
        WorkedCase.Of("entry_starts", "each way in counts its own", s =>
        {
            s.Conversation(1, "2026-09-01", c => c with { EntryPoint = EntryPoint.CommentToDm });
            s.Conversation(2, "2026-09-02", c => c with { EntryPoint = EntryPoint.CommentToDm });
            s.Conversation(3, "2026-09-03", c => c with { EntryPoint = EntryPoint.Ad });
        }, "2", "2/", "month=2026-09&entry_point=comment_to_dm"),
        WorkedCase.Of("handoff_quality", "filled and not asked again; one lacked a field, one had to repeat, one names no field and cannot be judged", s =>
        {
            s.Handoff(1, "2026-09-01", required: 2, filled: 2);
            s.Handoff(2, "2026-09-01", required: 2, filled: 2, h => h with { Repeated = false });
            s.Handoff(3, "2026-09-01", required: 2, filled: 1);
            s.Handoff(4, "2026-09-01", required: 2, filled: 2, h => h with { Repeated = true });
            s.Handoff(5, "2026-09-01", required: 0, filled: 0);
            s.Handoff(6, "2026-10-01", required: 1, filled: 1);
        }, "0.5", "2/4"),
        WorkedCase.Of("language_coverage", "German was answered in kind once and in two regions, English never; what no source tells and what only we began is no language heard", s =>
        {
            s.Conversation(1, "2026-09-01", c => c with { Language = "de-AT", AnsweredLanguage = "de" });
            s.Conversation(2, "2026-09-01", c => c with { Language = "de", AnsweredLanguage = "en" });
            s.Conversation(3, "2026-09-01", c => c with { Language = "en", AnsweredLanguage = "de" });
            s.Conversation(4, "2026-09-01", c => c with { AnsweredLanguage = "de" });
            s.Conversation(5, "2026-09-01", c => c with { Language = "fr", AnsweredLanguage = "fr", Inbound = 0 });
        }, "0.5", "1/2"),
        WorkedCase.Of("no_human_rate", "abandoned ones are inside, an unanswered hand-off request is not", s =>
        {
            s.Conversation(1, "2026-09-01");
            s.Conversation(2, "2026-09-01", c => c with { Abandoned = true });
            s.Conversation(3, "2026-09-01", c => c with { HandoffRequested = true, HumanInvolved = true });
            s.Conversation(4, "2026-09-01", c => c with { HumanActed = true, HumanInvolved = true });
        }, "0.5", "2/4"),
        WorkedCase.Of("containment_rate", "silence is not a resolution", s =>
        {
            s.Conversation(1, "2026-09-01");
            s.Conversation(2, "2026-09-01", c => c with { Abandoned = true });
            s.Conversation(3, "2026-09-01", c => c with { HumanInvolved = true });
            s.Conversation(4, "2026-09-01", c => c with { GoalReached = true });
        }, "0.5", "2/4"),
        WorkedCase.Of("abandonment_rate", "one of four was left in silence", s =>
        {
            s.Conversation(1, "2026-09-01", c => c with { Abandoned = true });
            s.Conversation(2, "2026-09-01");
            s.Conversation(3, "2026-09-01");
            s.Conversation(4, "2026-09-01", c => c with { HumanInvolved = true });
        }, "0.25", "1/4"),
        WorkedCase.Of("verified_containment_rate", "a person on any channel within 72 hours takes it back, at 72 h 01 min no more", s =>
        {
            s.Conversation(1, "2026-09-01");
            s.Conversation(2, "2026-09-01", c => c with { HumanAfterMs = 71 * Hour + 59 * 60_000 });
            s.Conversation(3, "2026-09-01", c => c with { HumanAfterMs = 72 * Hour + 60_000 });
            s.Conversation(4, "2026-09-01", c => c with { HumanInvolved = true });
        }, "0.5", "2/4"),
        WorkedCase.Of("self_serve_rate", "a return at 71 h 59 min deducts, one at 72 h 01 min does not", s =>
        {
            s.Conversation(1, "2026-09-01", c => c with { GoalReached = true, ReturnAfterMs = 71 * Hour + 59 * 60_000 });
            s.Conversation(2, "2026-09-01", c => c with { GoalReached = true, ReturnAfterMs = 72 * Hour + 60_000 });
            s.Conversation(3, "2026-09-01", c => c with { Confirmed = true });
            s.Conversation(4, "2026-09-01");
            s.Conversation(5, "2026-09-01", c => c with { GoalReached = true, HumanInvolved = true });
        }, "0.4", "2/5"),
        WorkedCase.Of("handoff_rate", "a request that nobody accepted counts too", s =>
        {
            s.Conversation(1, "2026-09-01", c => c with { HandoffRequested = true, HumanInvolved = true });
            s.Conversation(2, "2026-09-01", c => c with { HandoffRequested = true, HandoffAccepted = true, HumanActed = true, HumanInvolved = true });
            s.Conversation(3, "2026-09-01");
            s.Conversation(4, "2026-09-01", c => c with { Automated = false, HumanActed = true, HumanInvolved = true });
        }, "0.666666666667", "2/3"),
        WorkedCase.Of("human_handled_conversations", "a request alone is no handling; one without automation is", s =>
        {
            s.Conversation(1, "2026-09-01", c => c with { HumanActed = true, HumanInvolved = true });
            s.Conversation(2, "2026-09-01", c => c with { HandoffRequested = true, HumanInvolved = true });
            s.Conversation(3, "2026-09-01", c => c with { Automated = false, HumanActed = true, HumanInvolved = true });
        }, "2", "2/"),
        WorkedCase.Of("first_response_time_automated", "the median of what was answered; the unanswered one is not dropped but counted", s =>
        {
            s.Conversation(1, "2026-09-01", c => c with { AutomatedResponseMs = 2_000 });
            s.Conversation(2, "2026-09-01", c => c with { AutomatedResponseMs = 90_000 });
            s.Conversation(3, "2026-09-01", c => c with { AutomatedResponseMs = 5_000 });
            s.Conversation(4, "2026-09-01");
        }, "5000", "/3"),
        WorkedCase.Of("first_response_time_human", "ten minutes and two hours: the median of an even number is the lower of the middle ones", s =>
        {
            s.Conversation(1, "2026-09-01", c => c with { HumanClockAt = Story.At("2026-09-01"), HumanResponseMs = 600_000 });
            s.Conversation(2, "2026-09-01", c => c with { HumanClockAt = Story.At("2026-09-01"), HumanResponseMs = 7_200_000 });
            s.Conversation(3, "2026-09-01", c => c with { HumanClockAt = Story.At("2026-09-01") });
            s.Conversation(4, "2026-09-01");
        }, "600000", "/2"),
        WorkedCase.Of("time_to_resolution", "the unresolved one stands beside", s =>
        {
            s.Conversation(1, "2026-09-01", c => c with { ResolvedAt = Story.At("2026-09-02"), ResolvedBy = ResolvedBy.Bot, TimeToResolutionMs = 60_000 });
            s.Conversation(2, "2026-09-01", c => c with { ResolvedAt = Story.At("2026-09-02"), ResolvedBy = ResolvedBy.Timer, TimeToResolutionMs = 120_000 });
            s.Conversation(3, "2026-09-01", c => c with { ResolvedAt = Story.At("2026-09-02"), ResolvedBy = ResolvedBy.Human, TimeToResolutionMs = 600_000 });
            s.Conversation(4, "2026-09-01");
        }, "120000", "/3"),
        WorkedCase.Of("first_message_open_rate", "a channel without read receipts has no say", s =>
        {
            s.Conversation(1, "2026-09-01", c => c with { FirstOutboundRead = true });
            s.Conversation(2, "2026-09-01", c => c with { FirstOutboundRead = false });
            s.Conversation(3, "2026-09-01", c => c with { FirstOutboundRead = null });
            s.Conversation(4, "2026-09-01", c => c with { FirstOutboundRead = false, FirstOutboundDelivered = false });
        }, "0.5", "1/2"),
        WorkedCase.Of("opener_dropoff", "two of five never left the first step", s =>
        {
            for (var i = 1; i <= 5; i++)
                s.Conversation(i, "2026-09-01", c => c with { OpenerVisited = true, OpenerLeft = i > 2 });
            s.Conversation(6, "2026-09-01");
        }, "0.4", "2/5"),
        WorkedCase.Of("fallback_rate", "three of twelve messages were not understood", s =>
        {
            s.Conversation(1, "2026-09-01", c => c with { InboundReadByAutomation = 8, Fallbacks = 3 });
            s.Conversation(2, "2026-09-01", c => c with { InboundReadByAutomation = 4 });
            s.Conversation(3, "2026-09-01", c => c with { InboundReadByAutomation = 0, Automated = false });
        }, "0.25", "3/12"),
        WorkedCase.Of("lead_capture_rate", "details without consent do not count", s =>
        {
            s.Conversation(1, "2026-09-01", c => c with { LeadCaptured = true, LeadWithConsent = true });
            s.Conversation(2, "2026-09-01", c => c with { LeadCaptured = true });
            s.Conversation(3, "2026-09-01");
            s.Conversation(4, "2026-09-01");
        }, "0.25", "1/4"),
        WorkedCase.Of("dm_to_lead", "with or without consent a lead is a lead", s =>
        {
            s.Conversation(1, "2026-09-01", c => c with { LeadCaptured = true, LeadWithConsent = true });
            s.Conversation(2, "2026-09-01", c => c with { LeadCaptured = true });
            s.Conversation(3, "2026-09-01");
            s.Conversation(4, "2026-09-01");
        }, "0.5", "2/4"),
        WorkedCase.Of("leads_without_consent", "a risk is counted, not rated", s =>
        {
            s.Lead(1, "2026-09-01", withConsent: false);
            s.Lead(2, "2026-09-02", withConsent: true);
            s.Lead(3, "2026-08-31", withConsent: false);
        }, "1", "1/"),
    ];
}
