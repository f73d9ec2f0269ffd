using Beleg.Model;
using Beleg.Sources;
using NodaTime;
using static Beleg.Tests.Support.Some;

namespace Beleg.Tests.Model;

public sealed class TouchTests
{
    private static readonly Instant Placed = At("2026-09-14 12:00");

    private static Instant Before(double hours) => Placed.Minus(Duration.FromMinutes(hours * 60));

    private static Event[] Talk(Identifier who, Instant at) => [Inbound(who, at), Bot(who, at.Plus(Duration.FromMinutes(1)))];

    private static readonly Duration LookBack = Duration.FromHours(30 * 24);

    [Fact]
    public void ATouchExactlyTheLookBackBeforeIsInAndAMillisecondEarlierIsOut()
    {
        Fold(Bot(Anna, Placed.Minus(LookBack)), Order(Anna, Placed, 100)).Orders.ShouldHaveSingleItem().Touches.ShouldBe(1);
        Fold(Bot(Anna, Placed.Minus(LookBack).Minus(Duration.FromMilliseconds(1))), Order(Anna, Placed, 100)).Orders.ShouldHaveSingleItem().Touches.ShouldBe(0);
    }

    [Fact]
    public void ATouchAtTheOrdersInstantIsInAndAfterItOut()
    {
        Fold(Bot(Anna, Placed), Order(Anna, Placed, 100)).Orders.ShouldHaveSingleItem().Touches.ShouldBe(1);
        Fold(Bot(Anna, Placed.Plus(Duration.FromMilliseconds(1))), Order(Anna, Placed, 100)).Orders.ShouldHaveSingleItem().Touches.ShouldBe(0);
    }

    [Fact]
    public void AConversationTouchesAtItsLastAutomatedMessageBeforeTheOrder()
    {
        var facts = Fold(Inbound(Anna, Before(5)), Bot(Anna, Before(4)), Bot(Anna, Before(1)), Order(Anna, Placed, 100), Bot(Anna, Before(-2)));
        facts.Credits.ShouldHaveSingleItem().TouchAt.ShouldBe(Before(1));
        facts.Touchs.ShouldHaveSingleItem().At.ShouldBe(Before(-2));
    }

    [Fact]
    public void AClickReplacesTheConversationItHappenedIn()
    {
        var facts = Fold(Inbound(Anna, Before(5)), Sent(Anna, Before(4), Actor.Bot, m: "m1", links: ["spring"]), Click(Anna, Before(3)), Order(Anna, Placed, 100));
        var touch = facts.Touchs.ShouldHaveSingleItem();
        touch.Kind.ShouldBe(TouchKind.Click);
        touch.Conversation.ShouldBe(facts.Conversations[0].Conversation);
        facts.Orders.ShouldHaveSingleItem().Evidence.ShouldBe(Evidence.C);
        facts.Credits.ShouldHaveSingleItem().ConversationDay.ShouldBe(facts.Conversations[0].Day);
    }

    [Fact]
    public void BeforeTheClickTheConversationIsTheTouch()
    {
        var facts = Fold(Inbound(Anna, Before(5)), Sent(Anna, Before(4), Actor.Bot, m: "m1", links: ["spring"]), Order(Anna, Placed, 100), Click(Anna, Before(-1)));
        facts.Credits.ShouldHaveSingleItem().TouchKind.ShouldBe(TouchKind.Conversation);
        facts.Touchs.Count.ShouldBe(2);
        facts.Orders[0].Evidence.ShouldBe(Evidence.D);
    }

    [Fact]
    public void PreviewsCrawlersHeadsAndRepeatsAreNoClicks()
    {
        var facts = Fold(
            Click(Anna, Before(9), agent: UserAgentClass.Preview), Click(Anna, Before(8), agent: UserAgentClass.Crawler), Click(Anna, Before(7), agent: UserAgentClass.Head),
            Click(Anna, Before(6)), Click(Anna, Before(5.5)), Click(Anna, Before(5.5).Plus(Duration.FromMilliseconds(1))), Click(Anna, Before(5.4), link: "autumn"));
        facts.Clicks.Select(c => c.NotCountedBecause).ShouldBe(["preview", "crawler", "head", null, "repeat", null, null]);
        facts.Touchs.Count.ShouldBe(3);
    }

    [Fact]
    public void AClickIdOnTheOrderJoinsTheTouchesOfWhoClicked()
    {
        var facts = Fold([.. Talk(Anna, Before(50)), Click(Anna, Before(2), bid: "b1"), Order(Berta, Placed, 100, bid: "b1")]);
        var order = facts.Orders.ShouldHaveSingleItem();
        (order.Evidence, order.Influenced, order.Contact, order.JoinedContact).ShouldBe((Evidence.B, true, Berta.Key, Anna.Key));
        facts.Credits.Sum(c => c.Linear).ShouldBe(100);
        facts.Contacts.Count.ShouldBe(2);
    }

    [Fact]
    public void AClickIdOfARepeatedClickStillLeadsToTheClick() =>
        Fold(Click(Anna, Before(2), bid: "b1"), Click(Anna, Before(1.9), bid: "b2"), Order(null, Placed, 100, bid: "b2")).Orders.ShouldHaveSingleItem().Evidence.ShouldBe(Evidence.B);

    [Fact]
    public void AClickIdNobodyCarriedProvesNothing()
    {
        var order = Fold(Click(Anna, Before(2), bid: "b1"), Order(null, Placed, 100, bid: "b9")).Orders.ShouldHaveSingleItem();
        (order.Evidence, order.Touches).ShouldBe((Evidence.None, 0));
    }

    [Fact]
    public void PaidInTheChatIsTheStrongestEvidence() =>
        Fold([.. Talk(Anna, Before(2)), Order(Anna, Placed, 100, with: p => p with { PlacedInChat = true, PaidInChat = true })]).Orders.ShouldHaveSingleItem().Evidence.ShouldBe(Evidence.A);

    [Fact]
    public void ATagOfTheChatAloneIsEvidenceEAndUnattributed()
    {
        var facts = Fold(Order(null, Placed, 100, utmMedium: "chat"));
        facts.Orders.ShouldHaveSingleItem().Evidence.ShouldBe(Evidence.E);
        facts.Credits.ShouldHaveSingleItem().Touch.IsNone.ShouldBeTrue();
        facts.Contacts.ShouldHaveSingleItem().IsPerson.ShouldBeFalse();
        var coupon = FoldWith(Settings with { ChatCoupons = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "CHAT10" } }, Order(null, Placed, 100, with: p => p with { Coupons = ["chat10"] }));
        coupon.Orders.ShouldHaveSingleItem().Evidence.ShouldBe(Evidence.E);
    }

    [Fact]
    public void WhatOnlyABrowserSaysGivesEvidenceEAtMost()
    {
        var click = Click(Anna, Before(2), trust: Trust.Browser);
        Fold(click, Order(Anna, Placed, 100)).Orders.ShouldHaveSingleItem().Evidence.ShouldBe(Evidence.E);
        Fold(click with { Payload = new ClickPayload { LinkCode = "spring", ClickId = "b1" } }, Order(null, Placed, 100, bid: "b1")).Orders.ShouldHaveSingleItem().Evidence.ShouldBe(Evidence.E);
    }

    [Fact]
    public void AVisitSharesTheOrderButIsNotTheChats()
    {
        var facts = Fold([.. Talk(Anna, Before(5)), Visit(Anna, Before(2), "v1", TrafficChannel.OrganicSearch), Order(Anna, Placed, 100)]);
        facts.Credits.Where(c => c.IsChat).Sum(c => c.Linear).ShouldBe(50);
        facts.Credits.Sum(c => c.Influenced).ShouldBe(100);
        Fold(Visit(Anna, Before(2), "v1"), Order(Anna, Placed, 100)).Orders.ShouldHaveSingleItem().Influenced.ShouldBeFalse();
    }

    [Fact]
    public void AClickThatArrivesAtTheShopIsOneTouch()
    {
        var facts = Fold(Click(Anna, Before(2), bid: "b1"), Visit(Anna, Before(2).Plus(Duration.FromSeconds(3)), "v1", TrafficChannel.Chat, bid: "b1"), Order(Anna, Placed, 100));
        facts.Orders.ShouldHaveSingleItem().Touches.ShouldBe(1);
        facts.Visits.ShouldHaveSingleItem();
    }

    [Fact]
    public void ALaterVisitChangesNoEarlierCredit()
    {
        Event[] events = [.. Talk(Anna, Before(5)), Order(Anna, Placed, 100)];
        Fold(events.Append(Visit(Anna, Before(-1), "v1"))).Credits.ShouldBe(Fold(events).Credits);
    }

    [Fact]
    public void ACampaignThatWasReadAndAnAdAreTouches()
    {
        var facts = Fold(
            Sent(Anna, Before(9), Actor.Bot, MessageKind.Campaign, m: "m1", campaign: "spring"), Status(EventKind.MessageRead, "m1", Before(8), Anna),
            Inbound(Anna, Before(100), adId: "ad7"), Order(Anna, Placed, 100));
        facts.Touchs.Select(t => t.Kind).Order().ShouldBe([TouchKind.CampaignRead, TouchKind.AdReferral]);
        facts.Orders.ShouldHaveSingleItem().Touches.ShouldBe(2);
    }
}
