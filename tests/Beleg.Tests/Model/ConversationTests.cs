using Beleg.Model;
using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;
using static Beleg.Tests.Support.Some;

namespace Beleg.Tests.Model;

public sealed class ConversationTests
{
    private static readonly Instant Start = At("2026-09-14 10:00");

    private static Instant After(double minutes) => Start.Plus(Duration.FromMinutes(minutes));

    [Fact]
    public void AGapOfMoreThanADayStartsANewEpisode()
    {
        Fold(Inbound(Anna, Start), Inbound(Anna, After(24 * 60))).Conversations.Count.ShouldBe(1);
        Fold(Inbound(Anna, Start), Inbound(Anna, After(24 * 60).Plus(Duration.FromMilliseconds(1)))).Conversations.Count.ShouldBe(2);
    }

    [Fact]
    public void TheSourcesOwnConversationOutlastsSilence() =>
        Fold(Inbound(Anna, Start, conversation: "c1"), Inbound(Anna, After(3 * 24 * 60), conversation: "c1")).Conversations.ShouldHaveSingleItem().Inbound.ShouldBe(2);

    [Fact]
    public void AMessageAfterAResolutionIsANewEpisodeLinkedToIt()
    {
        var facts = Fold(
            Inbound(Anna, Start, conversation: "c1"),
            Human(Anna, After(5), "c1"),
            Resolved(Anna, After(6), Actor.Human, conversation: "c1"),
            Inbound(Anna, After(60), conversation: "c1"));
        facts.Conversations.Count.ShouldBe(2);
        facts.Conversations[1].ReopenOf.ShouldBe(facts.Conversations[0].Conversation);
        facts.Conversations[0].ReturnAfterMs.ShouldBe(54 * 60_000);
    }

    [Fact]
    public void ASurveyPromptAfterAResolutionIsNoNewEpisode() =>
        Fold(Inbound(Anna, Start), Bot(Anna, After(1)), Resolved(Anna, After(2), Actor.Bot), Bot(Anna, After(3), kind: MessageKind.Survey)).Conversations.ShouldHaveSingleItem();

    [Fact]
    public void AClosingWordOfTheBotIsNoNewEpisode()
    {
        Fold(Inbound(Anna, Start), Bot(Anna, After(1)), Resolved(Anna, After(2), Actor.Bot), Bot(Anna, After(2.5))).Conversations.ShouldHaveSingleItem();
        Fold(Inbound(Anna, Start), Bot(Anna, After(1)), Resolved(Anna, After(2), Actor.Bot), Bot(Anna, After(4))).Conversations.Count.ShouldBe(2);
    }

    [Fact]
    public void ChannelsAreApart() =>
        Fold(Inbound(Anna, Start), Inbound(Anna, After(1), channel: Channel.Instagram)).Conversations.Count.ShouldBe(2);

    [Fact]
    public void AutomationThatSpokeMakesASession() => Single(Inbound(Anna, Start), Bot(Anna, After(1))).Automated.ShouldBeTrue();

    [Theory]
    [InlineData(MessageKind.Acknowledgement)]
    [InlineData(MessageKind.OutOfOffice)]
    public void AMereReceiptIsNoAutomation(MessageKind kind) => Single(Inbound(Anna, Start), Bot(Anna, After(1), kind: kind)).Automated.ShouldBeFalse();

    [Fact]
    public void AnEnteredFlowIsAutomation() => Single(Flow(EventKind.FlowEntered, Anna, Start), Inbound(Anna, After(1))).Automated.ShouldBeTrue();

    [Fact]
    public void AnUnknownActorIsNoAutomation() => Single(Inbound(Anna, Start), Sent(Anna, After(1), Actor.Unknown)).Automated.ShouldBeFalse();

    [Fact]
    public void ACampaignNobodyAnswersIsNoSessionAndOneThatIsAnsweredIs()
    {
        var campaign = Sent(Anna, Start, Actor.Bot, MessageKind.Campaign, campaign: "spring");
        Single(campaign).Automated.ShouldBeFalse();
        var answered = Single(campaign, Inbound(Anna, After(10)));
        answered.Automated.ShouldBeTrue();
        answered.EntryPoint.ShouldBe(EntryPoint.CampaignReply);
        answered.CampaignId.ShouldBe("spring");
    }

    [Fact]
    public void WhatIsBilledAsMarketingIsACampaignEvenIfOnlyItsStatusesAreKnown()
    {
        var priced = new StatusPayload { Category = MessageCategory.Marketing };
        var facts = Fold(Status(EventKind.MessageRead, "m1", Start, Anna, Actor.Bot, priced), Order(Anna, After(60), 100));
        facts.Messages.ShouldHaveSingleItem().Kind.ShouldBe(MessageKind.Campaign);
        facts.Conversations.ShouldHaveSingleItem().Automated.ShouldBeFalse();
        facts.Credits.ShouldHaveSingleItem().TouchKind.ShouldBe(TouchKind.CampaignRead);
    }

    [Fact]
    public void SilenceAfterAnOpenQuestionIsAbandonment()
    {
        Single(Inbound(Anna, Start), Bot(Anna, After(1), expectsReply: true)).Abandoned.ShouldBeTrue();
        Single(Inbound(Anna, Start), Bot(Anna, After(1), fallback: true)).Abandoned.ShouldBeTrue();
        Single(Inbound(Anna, Start), Bot(Anna, After(1))).Abandoned.ShouldBeFalse();
        Single(Inbound(Anna, Start), Bot(Anna, After(1), expectsReply: true), Inbound(Anna, After(2))).Abandoned.ShouldBeFalse();
    }

    [Fact]
    public void AQuestionAfterTheGoalIsNoAbandonment() =>
        Single(Inbound(Anna, Start), Flow(EventKind.FlowEntered, Anna, After(1)), Flow(EventKind.FlowGoalReached, Anna, After(2)), Bot(Anna, After(3), expectsReply: true)).Abandoned.ShouldBeFalse();

    [Fact]
    public void AnUnansweredSurveyPromptIsNoAbandonment() =>
        Single(Inbound(Anna, Start), Bot(Anna, After(1)), Bot(Anna, After(2), expectsReply: true, kind: MessageKind.Survey)).Abandoned.ShouldBeFalse();

    [Fact]
    public void AnAutoCloseWithoutGoalIsAbandonedAndNotResolved()
    {
        var conversation = Single(Inbound(Anna, Start), Bot(Anna, After(1)), Resolved(Anna, After(60), Actor.Timer, 3540));
        conversation.Abandoned.ShouldBeTrue();
        conversation.ResolvedAt.ShouldBeNull();
        conversation.ResolvedBy.ShouldBe(ResolvedBy.Nobody);
        conversation.EndedAt.ShouldBe(After(1));
    }

    [Fact]
    public void ATimersWaitIsNotTimeToResolution()
    {
        var conversation = Single(Inbound(Anna, Start), Human(Anna, After(10)), Resolved(Anna, After(40), Actor.Timer, 1800));
        conversation.ResolvedBy.ShouldBe(ResolvedBy.Timer);
        conversation.TimeToResolutionMs.ShouldBe(10 * 60_000);
        Single(Inbound(Anna, Start), Human(Anna, After(12)), Resolved(Anna, After(40), Actor.Timer)).TimeToResolutionMs.ShouldBe(12 * 60_000);
    }

    [Fact]
    public void ResolvingWithoutAWordAfterAHandoffIsAHandoffAndNoBotResolution()
    {
        var conversation = Single(Inbound(Anna, Start), Bot(Anna, After(1)), Handoff(EventKind.HandoffRequested, Anna, After(2)), Resolved(Anna, After(9), Actor.Human));
        conversation.HandoffRequested.ShouldBeTrue();
        conversation.HandoffAccepted.ShouldBeFalse();
        conversation.HumanActed.ShouldBeTrue();
        conversation.ResolvedBy.ShouldBe(ResolvedBy.Human);
        conversation.TimeToResolutionMs.ShouldBe(9 * 60_000);
    }

    [Fact]
    public void AHandoffNobodyTookInvolvesAPersonStill()
    {
        var facts = Fold(Inbound(Anna, Start), Bot(Anna, After(1)), Handoff(EventKind.HandoffRequested, Anna, After(2)), Handoff(EventKind.HandoffExpired, Anna, After(30)));
        facts.Conversations.ShouldHaveSingleItem().HumanInvolved.ShouldBeTrue();
        var handoff = facts.Handoffs.ShouldHaveSingleItem();
        handoff.AcceptedAt.ShouldBeNull();
        handoff.ExpiredAt.ShouldBe(After(30));
        (handoff.Required, handoff.Filled).ShouldBe((2, 1));
    }

    [Theory]
    [InlineData(71, 59)]
    [InlineData(72, 1)]
    public void TheReturnIsKeptAsADurationThatTheQueryJudges(int hours, int minutes)
    {
        var silence = Duration.FromHours(hours).Plus(Duration.FromMinutes(minutes));
        var first = Fold(Inbound(Anna, Start), Bot(Anna, After(1)), Inbound(Anna, After(1).Plus(silence))).Conversations[0];
        first.ReturnAfterMs.ShouldBe((hours * 60 + minutes) * 60_000L);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void AReturnLaterThanAnyWindowIsNone(int beyond, bool told)
    {
        var silence = Duration.FromHours(RecontactWindow.MostHours).Plus(Duration.FromMilliseconds(beyond));
        var facts = Fold(Inbound(Anna, Start), Bot(Anna, After(1)), Inbound(Anna, After(1).Plus(silence)), Sent(Anna, After(1).Plus(silence), Actor.Human, channel: Channel.Email));
        (facts.Conversations[0].ReturnAfterMs, facts.Conversations[0].HumanAfterMs).ShouldBe(told ? (RecontactWindow.MostMilliseconds, RecontactWindow.MostMilliseconds) : (null, null));
    }

    [Fact]
    public void AReturnOnAnotherChannelIsAReturn() =>
        Fold(Inbound(Anna, Start), Bot(Anna, After(1)), Inbound(Anna, After(61), channel: Channel.WebChat)).Conversations[0].ReturnAfterMs.ShouldBe(60 * 60_000);

    [Fact]
    public void APersonOnAnotherChannelHandlesTheContact()
    {
        var facts = Fold(
            Inbound(Anna, Start), Bot(Anna, After(1)),
            Inbound(Anna, After(100), channel: Channel.Email), Sent(Anna, After(121), Actor.Human, channel: Channel.Email));
        facts.Conversations[0].HumanAfterMs.ShouldBe(120 * 60_000);
        facts.Conversations[1].HumanAfterMs.ShouldBeNull();
    }

    [Fact]
    public void OutboundFirstTheClockStartsAtTheCustomer()
    {
        var monday = At("2026-09-14 09:00");
        var friday = At("2026-09-18 14:00");
        var conversation = Single(Human(Anna, monday, "c1"), Inbound(Anna, friday, conversation: "c1"), Human(Anna, friday.Plus(Duration.FromMinutes(10)), "c1"));
        conversation.HumanResponseMs.ShouldBe(10 * 60_000);
    }

    [Fact]
    public void ANaggingContactDoesNotRestartTheClock()
    {
        var conversation = Single(
            Inbound(Anna, At("2026-09-14 09:58")), Bot(Anna, At("2026-09-14 09:59")),
            Handoff(EventKind.HandoffRequested, Anna, At("2026-09-14 10:00")),
            Inbound(Anna, At("2026-09-14 11:50")), Human(Anna, At("2026-09-14 12:00")));
        conversation.HumanResponseMs.ShouldBe(120 * 60_000);
        conversation.AutomatedResponseMs.ShouldBe(60_000);
    }

    [Theory]
    [InlineData(MessageKind.Greeting)]
    [InlineData(MessageKind.OutOfOffice)]
    [InlineData(MessageKind.Acknowledgement)]
    [InlineData(MessageKind.Campaign)]
    [InlineData(MessageKind.Survey)]
    public void WhatIsNoAnswerStopsNoClock(MessageKind kind)
    {
        var conversation = Single(Inbound(Anna, Start), Bot(Anna, After(1), kind: kind), Human(Anna, After(2), kind: kind), Human(Anna, After(5)));
        conversation.AutomatedResponseMs.ShouldBeNull();
        conversation.HumanResponseMs.ShouldBe(5 * 60_000);
    }

    [Fact]
    public void AnUnansweredContactIsAnOpenClock()
    {
        var conversation = Single(Inbound(Anna, Start));
        conversation.HumanClockAt.ShouldBe(Start);
        conversation.HumanResponseMs.ShouldBeNull();
        Single(Inbound(Anna, Start), Bot(Anna, After(1))).HumanClockAt.ShouldBeNull();
    }

    [Fact]
    public void AReachedGoalIsAResolutionByTheFlow()
    {
        var conversation = Single(Inbound(Anna, Start), Flow(EventKind.FlowEntered, Anna, After(1)), Flow(EventKind.FlowGoalReached, Anna, After(3)));
        (conversation.GoalReached, conversation.ResolvedBy, conversation.TimeToResolutionMs).ShouldBe((true, ResolvedBy.Bot, 180_000L));
    }

    [Fact]
    public void AContactThatConfirmsHasResolvedIt()
    {
        var conversation = Single(Inbound(Anna, Start), Bot(Anna, After(1), expectsReply: true), Inbound(Anna, After(2), confirms: true));
        (conversation.Confirmed, conversation.ResolvedBy, conversation.Abandoned).ShouldBe((true, ResolvedBy.Contact, false));
    }

    [Fact]
    public void FallbacksAreInboundMessagesThatAutomationCouldNotPlace()
    {
        var conversation = Single(
            Inbound(Anna, Start), Bot(Anna, After(1), fallback: true), Bot(Anna, After(2), fallback: true),
            Inbound(Anna, After(3)), Bot(Anna, After(4)), Inbound(Anna, After(5)), Human(Anna, After(6)));
        (conversation.Fallbacks, conversation.InboundReadByAutomation, conversation.Inbound).ShouldBe((1, 2, 3));
    }

    [Fact]
    public void AFlowEnteredAMomentBeforeTheConversationIsNamedBelongsToIt() =>
        Single(Flow(EventKind.FlowEntered, Anna, Start), Inbound(Anna, After(0.1), conversation: "c1"), Bot(Anna, After(1), conversation: "c1")).FlowId.ShouldBe("welcome");

    [Fact]
    public void TheFirstOutboundCountsAsReadWhenAnswered()
    {
        var conversation = Single(Sent(Anna, Start, Actor.Bot, m: "m1"), Inbound(Anna, After(5)));
        (conversation.FirstOutboundDelivered, conversation.FirstOutboundRead, conversation.RepliedAfterOpener).ShouldBe((true, true, true));
        Single(Sent(Anna, Start, Actor.Bot, m: "m1")).FirstOutboundRead.ShouldBe(false);
    }

    private static ConversationFact Single(params Event[] events) => Fold(events).Conversations.ShouldHaveSingleItem();
}
