using Beleg.Model;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Tests.Metrics;

/// <summary>Cases of metrics whose rows are messages, steps, answers, visits and appointments.</summary>
internal static class WorkedMessages
{
    private static readonly Instant Later = Story.At("2026-09-02");

    public static IEnumerable<WorkedCase> All =>
    [
        WorkedCase.Of("delivery_rate", "a note is no message, a failed one is", s =>
        {
            for (var i = 0; i < 3; i++)
                s.Message(1, "2026-09-01", m => m with { DeliveredAt = Later });
            s.Message(1, "2026-09-01", m => m with { FailedAt = Later });
            s.Message(1, "2026-09-01", m => m with { Kind = MessageKind.Note });
            s.Message(1, "2026-09-01", m => m with { Direction = Direction.Inbound, Actor = Actor.Contact });
        }, "0.75", "3/4"),
        WorkedCase.Of("read_rate", "of three delivered one was read", s =>
        {
            s.Message(1, "2026-09-01", m => m with { DeliveredAt = Later, ReadAt = Later });
            s.Message(2, "2026-09-01", m => m with { DeliveredAt = Later });
            s.Message(3, "2026-09-01", m => m with { DeliveredAt = Later });
            s.Message(4, "2026-09-01");
        }, "0.333333333333", "1/3"),
        WorkedCase.Of("read_rate", "a channel that never tells has no value", s =>
            s.Message(1, "2026-09-01", m => m with { Channel = Channel.Sms, DeliveredAt = Later }), "", "0/0"),
        WorkedCase.Of("reply_rate", "a recipient of two messages counts once", s =>
        {
            s.Message(1, "2026-09-01", m => m with { DeliveredAt = Later });
            s.Message(1, "2026-09-02", m => m with { DeliveredAt = Later, RepliedAt = Later });
            s.Message(2, "2026-09-01", m => m with { DeliveredAt = Later });
            s.Message(3, "2026-09-01");
        }, "0.5", "1/2"),
        WorkedCase.Of("ctr", "links and buttons together; a message without either is out", s =>
        {
            s.Message(1, "2026-09-01", m => m with { HasLinks = true, DeliveredAt = Later, LinkClickedAt = Later });
            s.Message(2, "2026-09-01", m => m with { HasButtons = true, DeliveredAt = Later, ButtonClickedAt = Later });
            s.Message(3, "2026-09-01", m => m with { HasLinks = true, HasButtons = true, DeliveredAt = Later });
            s.Message(4, "2026-09-01", m => m with { HasLinks = true });
            s.Message(5, "2026-09-01", m => m with { DeliveredAt = Later });
        }, "0.666666666667", "2/3"),
        WorkedCase.Of("opt_out_rate", "one who opts out after the month has not opted out in it", s =>
        {
            s.Message(1, "2026-09-01");
            s.Message(1, "2026-09-03");
            s.Message(2, "2026-09-01");
            s.Message(3, "2026-09-01");
            s.Message(4, "2026-09-30");
            s.Person(1, c => c with { OptedOutAt = Later, OptedOutDay = new LocalDate(2026, 9, 4) });
            s.Person(2, c => c with { OptedOutAt = Later, OptedOutDay = new LocalDate(2026, 10, 1) });
            s.Person(5, c => c with { OptedOutAt = Later, OptedOutDay = new LocalDate(2026, 9, 4) });
        }, "0.25", "1/4"),
        WorkedCase.Of("flow_starts", "who enters twice starts twice", s =>
        {
            s.Run(1, "2026-09-01", goal: true);
            s.Run(1, "2026-09-02", goal: false);
            s.Run(2, "2026-08-31", goal: false);
        }, "2"),
        WorkedCase.Of("flow_goal_rate", "two of three runs reached the goal", s =>
        {
            s.Run(1, "2026-09-01", goal: true);
            s.Run(1, "2026-09-02", goal: true);
            s.Run(2, "2026-09-02", goal: false);
        }, "0.666666666667", "2/3"),
        WorkedCase.Of("step_visits", "a loop visits again, a last step counts too", s =>
        {
            s.Step(1, "2026-09-01", "ask", left: true);
            s.Step(1, "2026-09-01", "ask", left: true);
            s.Step(1, "2026-09-01", "thanks", left: false, v => v with { Terminal = true });
        }, "3"),
        WorkedCase.Of("branch_choices", "a visit without a choice is none", s =>
        {
            s.Step(1, "2026-09-01", "ask", left: true, v => v with { Branch = "bundle" });
            s.Step(2, "2026-09-01", "ask", left: true, v => v with { Branch = "single" });
            s.Step(3, "2026-09-01", "ask", left: false);
        }, "2"),
        WorkedCase.Of("step_dropoff", "three visits of one looping run, the last one never left; a last step cannot drop off", s =>
        {
            var run = s.Next();
            s.Step(1, "2026-09-01", "ask", left: true, v => v with { Run = run });
            s.Step(1, "2026-09-01", "ask", left: true, v => v with { Run = run });
            s.Step(1, "2026-09-01", "ask", left: false, v => v with { Run = run });
            s.Step(2, "2026-09-01", "thanks", left: false, v => v with { Terminal = true });
        }, "0.333333333333", "1/3"),
        WorkedCase.Of("csat", "fours and fives of five", s =>
        {
            foreach (var (score, contact) in new[] { 5, 4, 3, 1, 5 }.Select((v, i) => (v, i + 1)))
                s.Survey(contact, "2026-09-01", SurveyType.Csat, score);
            s.Survey(9, "2026-09-01", SurveyType.Nps, 10);
        }, "0.6", "3/5"),
        WorkedCase.Of("nps", "five promoters, three passives, two detractors: 30", s =>
        {
            foreach (var (score, contact) in new[] { 10, 10, 9, 9, 9, 8, 7, 7, 6, 0 }.Select((v, i) => (v, i + 1)))
                s.Survey(contact, "2026-09-01", SurveyType.Nps, score);
        }, "30", "3/10"),
        WorkedCase.Of("thumbs", "a thumb for a person is not the automation's", s =>
        {
            s.Survey(1, "2026-09-01", SurveyType.Thumb, 1);
            s.Survey(2, "2026-09-01", SurveyType.Thumb, 1);
            s.Survey(3, "2026-09-01", SurveyType.Thumb, 0);
            s.Survey(4, "2026-09-01", SurveyType.Thumb, 0, Actor.Human);
        }, "0.666666666667", "2/3"),
        WorkedCase.Of("conversion_rate", "with chat two of four", s =>
        {
            for (var i = 0; i < 4; i++)
                s.Visit(i, "2026-09-01", withChat: true, converted: i < 2);
            for (var i = 4; i < 10; i++)
                s.Visit(i, "2026-09-01", withChat: false, converted: i == 4);
        }, "0.5", "2/4", "month=2026-09&with_chat=true"),
        WorkedCase.Of("no_show_rate", "what is not due yet is not in the denominator", s =>
        {
            s.Appointment(1, "2026-09-01", AppointmentState.Missed);
            s.Appointment(2, "2026-09-01", AppointmentState.Attended);
            s.Appointment(3, "2026-09-01", AppointmentState.Attended);
            s.Appointment(4, "2026-09-01", AppointmentState.Booked);
        }, "0.25", "1/4"),
    ];
}
