using Beleg.Model;
using Beleg.Sources;
using NodaTime;
using static Beleg.Tests.Support.Some;

namespace Beleg.Tests.Model;

public sealed class MessageLifeTests
{
    private static readonly Instant Start = At("2026-09-14 10:00");

    public static TheoryData<int[]> Orders => new([0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]);

    [Theory]
    [MemberData(nameof(Orders))]
    public void StatusesInAnyOrderAndTwiceGiveOneLife(int[] order)
    {
        Event[] life =
        [
            Sent(Anna, Start, Actor.Bot, m: "m1"),
            Status(EventKind.MessageDelivered, "m1", Start.Plus(Duration.FromSeconds(2)), Anna),
            Status(EventKind.MessageRead, "m1", Start.Plus(Duration.FromSeconds(9)), Anna),
        ];

        var message = Fold(order.Concat(order).Select(i => life[i])).Messages.ShouldHaveSingleItem();

        message.At.ShouldBe(Start);
        message.DeliveredAt.ShouldBe(Start.Plus(Duration.FromSeconds(2)));
        message.ReadAt.ShouldBe(Start.Plus(Duration.FromSeconds(9)));
        message.DeliveredImplied.ShouldBeFalse();
        message.ReadImplied.ShouldBeFalse();
    }

    [Theory]
    [InlineData("a1b2c3", false)]
    [InlineData("https://shop.example/?utm_source=whatsapp", false)]
    [InlineData("https://shop.example/", true)]
    public void AnAddressWithoutOurRedirectAndWithoutUtmIsUntagged(string link, bool untagged)
    {
        var message = Fold(Sent(Anna, Start, Actor.Bot, m: "m1", links: [link])).Messages.ShouldHaveSingleItem();
        (message.HasLinks, message.HasUntaggedLinks).ShouldBe((true, untagged));
    }

    [Fact]
    public void AReadAloneImpliesADelivery()
    {
        var message = Fold(Sent(Anna, Start, Actor.Bot, m: "m1"), Status(EventKind.MessageRead, "m1", Start.Plus(Duration.FromSeconds(9)), Anna)).Messages.ShouldHaveSingleItem();
        message.DeliveredAt.ShouldBe(Start.Plus(Duration.FromSeconds(9)));
        message.DeliveredImplied.ShouldBeTrue();
    }

    [Fact]
    public void AStatusBeforeItsMessageWaitsForIt()
    {
        var message = Fold(Status(EventKind.MessageDelivered, "m1", Start.Minus(Duration.FromSeconds(1)), Anna), Sent(Anna, Start, Actor.Bot, m: "m1")).Messages.ShouldHaveSingleItem();
        message.At.ShouldBe(Start);
        message.Actor.ShouldBe(Actor.Bot);
        message.DeliveredAt.ShouldBe(Start.Minus(Duration.FromSeconds(1)));
    }

    [Fact]
    public void AStatusThatNamesNobodyFindsItsMessage()
    {
        var facts = Fold(Sent(Anna, Start, Actor.Bot, m: "m1"), Status(EventKind.MessageRead, "m1", Start.Plus(Duration.FromSeconds(9))));
        facts.Contacts.ShouldHaveSingleItem();
        facts.Messages.ShouldHaveSingleItem().ReadAt.ShouldNotBeNull();
    }

    [Fact]
    public void AMessageKnownFromStatusesAloneMakesNoSession()
    {
        var facts = Fold(Status(EventKind.MessageDelivered, "m1", Start, Anna), Status(EventKind.MessageRead, "m1", Start.Plus(Duration.FromSeconds(9)), Anna));
        facts.Messages.ShouldHaveSingleItem().Direction.ShouldBe(Direction.Outbound);
        facts.Conversations.ShouldHaveSingleItem().Automated.ShouldBeFalse();
    }

    [Fact]
    public void TheDefaultActorOfASourceMakesOne() =>
        Fold(Status(EventKind.MessageDelivered, "m1", Start, Anna, Actor.Bot)).Conversations.ShouldHaveSingleItem().Automated.ShouldBeTrue();

    [Fact]
    public void AWatermarkReachesTheMessagesUpToThatInstant()
    {
        var facts = Fold(
            Sent(Anna, Start, Actor.Bot, m: "m1", channel: Channel.Messenger),
            Sent(Anna, Start.Plus(Duration.FromMilliseconds(500)), Actor.Bot, m: "m2", channel: Channel.Messenger),
            Sent(Anna, Start.Plus(Duration.FromMilliseconds(501)), Actor.Bot, m: "m3", channel: Channel.Messenger),
            Watermark(EventKind.MessageRead, Anna, Start.Plus(Duration.FromMilliseconds(500)), Start.Plus(Duration.FromSeconds(5))));
        facts.Messages.Select(m => m.ReadAt is not null).ShouldBe([true, true, false]);
        facts.Messages[0].ReadAt.ShouldBe(Start.Plus(Duration.FromSeconds(5)));
    }

    [Fact]
    public void AnAnswerImpliesThatTheMessageWasRead()
    {
        var message = Fold(Sent(Anna, Start, Actor.Bot, m: "m1"), Inbound(Anna, Start.Plus(Duration.FromHours(1)))).Messages[0];
        message.RepliedAt.ShouldBe(Start.Plus(Duration.FromHours(1)));
        message.ReadAt.ShouldBe(Start.Plus(Duration.FromHours(1)));
        message.ReadImplied.ShouldBeTrue();
    }

    [Fact]
    public void WithoutReceiptsThereIsNothingToImply()
    {
        var facts = Fold(Sent(Anna, Start, Actor.Bot, m: "m1", channel: Channel.Telegram), Inbound(Anna, Start.Plus(Duration.FromHours(1)), channel: Channel.Telegram));
        facts.Messages[0].ReadAt.ShouldBeNull();
        facts.Conversations.ShouldHaveSingleItem().FirstOutboundRead.ShouldBeNull();
    }

    [Fact]
    public void AnAnswerAfterADayIsNoReply() =>
        Fold(Sent(Anna, Start, Actor.Bot, m: "m1"), Inbound(Anna, Start.Plus(Duration.FromHours(24)).Plus(Duration.FromMilliseconds(1)))).Messages[0].RepliedAt.ShouldBeNull();

    [Fact]
    public void APrivateNoteIsNoMessage()
    {
        var facts = Fold(Inbound(Anna, Start), Human(Anna, Start.Plus(Duration.FromMinutes(1)), isPublic: false), Sent(Anna, Start.Plus(Duration.FromMinutes(2)), Actor.Human, MessageKind.Note));
        facts.Messages.ShouldHaveSingleItem().Direction.ShouldBe(Direction.Inbound);
        facts.Conversations.ShouldHaveSingleItem().HumanInvolved.ShouldBeFalse();
    }

    [Fact]
    public void TheSameMessageFromTwoSourcesIsOne()
    {
        var plain = Sent(Anna, Start.Plus(Duration.FromSeconds(1)), Actor.Unknown, m: "m1");
        var rich = Sent(Anna, Start, Actor.Flow, m: "m1", flow: "welcome", campaign: "spring");
        var message = Fold(plain, rich).Messages.ShouldHaveSingleItem();
        message.Actor.ShouldBe(Actor.Flow);
        message.FlowId.ShouldBe("welcome");
    }

    [Fact]
    public void AFailureKeepsItsReason()
    {
        var message = Fold(Sent(Anna, Start, Actor.Bot, m: "m1"), Status(EventKind.MessageFailed, "m1", Start, Anna, payload: new StatusPayload { ErrorCode = "131026" })).Messages.ShouldHaveSingleItem();
        message.FailedAt.ShouldBe(Start);
        message.ErrorCode.ShouldBe("131026");
        message.DeliveredAt.ShouldBeNull();
    }

    [Fact]
    public void OnlyTheFirstPressAndTheRealClickAreKept()
    {
        var facts = Fold(
            Sent(Anna, Start, Actor.Bot, m: "m1", links: ["spring"], buttons: ["yes"]),
            Click(Anna, Start.Plus(Duration.FromSeconds(1)), agent: UserAgentClass.Preview),
            Click(Anna, Start.Plus(Duration.FromMinutes(5))),
            Act(EventKind.ButtonClicked, Anna, Start.Plus(Duration.FromMinutes(6)), new ClickPayload { ButtonId = "yes" }) with { Message = MessageKey("m1") });
        var message = facts.Messages.ShouldHaveSingleItem();
        message.LinkClickedAt.ShouldBe(Start.Plus(Duration.FromMinutes(5)));
        message.ButtonClickedAt.ShouldBe(Start.Plus(Duration.FromMinutes(6)));
    }
}
