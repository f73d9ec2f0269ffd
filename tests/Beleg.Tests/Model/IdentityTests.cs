using Beleg.Sources;
using NodaTime;
using static Beleg.Tests.Support.Some;

namespace Beleg.Tests.Model;

public sealed class IdentityTests
{
    private static readonly Instant Start = At("2026-09-14 10:00");
    private static readonly Identifier Mail = Email("anna@example.test");

    private static Instant Day(int days) => Start.Plus(Duration.FromDays(days));

    private static int People(params Event[] events) => Fold(events).Contacts.Count;

    [Fact]
    public void TwoRecordsThatShareANameAreOneContact() =>
        People(Inbound(Anna, Start), Seen(Day(1), Anna, Mail), Order(Mail, Day(2), 100)).ShouldBe(1);

    [Fact]
    public void AContactIsNamedAfterItsBestName()
    {
        var contact = Fold(Seen(Start, Anna, Mail, Customer("7"))).Contacts.ShouldHaveSingleItem();
        contact.Contact.ShouldBe(Customer("7").Key);
        contact.Identifiers.ShouldBe(3);
    }

    [Fact]
    public void NothingABrowserSaysJoins() =>
        People(Inbound(Anna, Start), Seen(Day(1), Trust.Browser, Anna, Mail), Order(Mail, Day(2), 100)).ShouldBe(2);

    [Fact]
    public void ABrowsersEventsStayWithItsAnonymousIdUntilAServerNamesIt()
    {
        var browser = Anonymous("b7");
        var visit = Visit(browser, Day(1), "v1", trust: Trust.Browser) with { Identifiers = [browser, Mail] };
        People(visit, Order(Mail, Day(2), 100)).ShouldBe(2);
        People(visit, Seen(Day(3), browser, Mail), Order(Mail, Day(2), 100)).ShouldBe(1);
    }

    [Fact]
    public void ASharedBrowserBelongsToTheFirstPersonNamedWithIt()
    {
        var browser = Anonymous("b7");
        var facts = Fold(Seen(Start, browser, Anna), Seen(Day(1), browser, Berta), Visit(browser, Day(2), "v1"));
        facts.Contacts.Count.ShouldBe(2);
        facts.Visits.ShouldHaveSingleItem().Contact.ShouldBe(Anna.Key);
    }

    [Fact]
    public void IdsOnTwoPagesUnderOneHandleAreOnePersonAndTwoOnOnePageAreNot()
    {
        var (handle, here, there, other) = (Handle("anna"), Scoped("page-1", "11"), Scoped("page-2", "22"), Scoped("page-1", "33"));
        People(Seen(Start, handle, here), Seen(Day(1), handle, there)).ShouldBe(1);
        People(Seen(Day(1), handle, there), Seen(Start, handle, here)).ShouldBe(1);
        People(Seen(Start, handle, here), Seen(Day(1), handle, other)).ShouldBe(2);
        People(Seen(Start, handle, here), Seen(Day(1), handle, there), Seen(Day(2), handle, other)).ShouldBe(3, "a handle that is contradicted stays with the first alone");
    }

    private static Identifier Scoped(string page, string id) => Identifier.Of(Hash, IdentifierType.ScopedId, page, id);

    [Fact]
    public void AHandleJoinsWhatItDoesNotContradict()
    {
        var handle = Handle("anna");
        People(Seen(Start, handle, Anna), Seen(Day(1), handle, Mail)).ShouldBe(1);
        People(Seen(Start, handle, Anna), Seen(Day(1), handle, Berta)).ShouldBe(2);
    }

    [Fact]
    public void AUserWithoutPhoneWhosePhoneComesLaterIsOneContact()
    {
        var user = WhatsAppUser("DE.1234");
        var facts = Fold(Inbound(user, Start), Bot(user, Start.Plus(Duration.FromMinutes(1))), Seen(Day(2), user, Anna), Order(Anna, Day(3), 100));
        facts.Contacts.ShouldHaveSingleItem().Identifiers.ShouldBe(2);
        facts.Orders.ShouldHaveSingleItem().Influenced.ShouldBeTrue();
    }

    [Fact]
    public void AMergeIsReversibleAndTheLatestActCounts()
    {
        Event[] talk = [Inbound(Anna, Start), Order(Mail, Day(1), 100)];
        People([.. talk, Merge(Day(2), Anna, Mail)]).ShouldBe(1);
        People([.. talk, Merge(Day(2), Anna, Mail), Merge(Day(3), Mail, Anna, undo: true)]).ShouldBe(2);
        People([.. talk, Merge(Day(2), Anna, Mail), Merge(Day(3), Mail, Anna, undo: true), Merge(Day(4), Anna, Mail)]).ShouldBe(1);
    }

    [Fact]
    public void WhatIsPartedStaysSoWhateverJoinsIt()
    {
        var parted = Merge(Day(9), Anna, Mail, undo: true);
        var order = Order(Mail, Day(3), 100);
        People(Inbound(Anna, Start), Seen(Day(1), Anna, Mail), order, parted).ShouldBe(2);
        People(Seen(Start, Anna, Customer("7")), Seen(Day(1), Mail, Customer("7")), order, parted).ShouldBe(2);
    }

    [Fact]
    public void ANameThatComesWithTooManyOthersJoinsNobody()
    {
        var shop = Email("info@example.test");
        Event[] Guests(int count) => [.. Enumerable.Range(0, count).Select(i => Seen(Day(i), shop, Phone($"+491520000{i:d4}")))];
        People(Guests(20)).ShouldBe(1);
        // Each guest stands alone; the shared name is seen only together with them.
        People(Guests(21)).ShouldBe(21);
    }

    [Fact]
    public void OrdersUnderASharedNameAloneAreNobodys()
    {
        var shop = Email("info@example.test");
        Event[] guests = [.. Enumerable.Range(0, 21).Select(i => Seen(Day(i), shop, Phone($"+491520000{i:d4}")))];
        var facts = Fold([.. guests, Order(shop, Day(30), 100, "1"), Order(shop, Day(31), 100, "2")]);
        facts.Orders.Select(o => o.Contact).Distinct().Count().ShouldBe(2);
        facts.Orders.ShouldAllBe(o => !o.NewCustomer);
        facts.Contacts.Count(c => !c.IsPerson).ShouldBe(2);
    }

    [Fact]
    public void AnOrderIsOnePersonsWhicheverSourceNamesAnother()
    {
        var facts = Fold(Order(Anna, Start, 100, source: "segment"), Order(Berta, Start, 100, source: "shopify", updatedAt: Day(1)), Refund(Day(2), 40));
        facts.Orders.ShouldHaveSingleItem().Contact.ShouldBe(Anna.Key);
        facts.Refunds.ShouldHaveSingleItem().Contact.ShouldBe(Anna.Key);
    }

    [Fact]
    public void WhatACrmSaysOfALeadGoesWhereTheLeadWasCaptured()
    {
        var facts = Fold(Lead(EventKind.LeadCaptured, Anna, Start), Lead(EventKind.LeadStatusChanged, Mail, Day(1), LeadStatus.Won));
        var lead = facts.Leads.ShouldHaveSingleItem();
        (lead.Contact, lead.Status).ShouldBe((Anna.Key, LeadStatus.Won));
    }

    [Fact]
    public void AClickThatNamesNobodyBelongsToWhoWasSentTheLink()
    {
        var facts = Fold(Sent(Anna, Start, Actor.Bot, m: "m1", links: ["spring"]), Click(null, Day(1)));
        facts.Clicks.ShouldHaveSingleItem().Contact.ShouldBe(Anna.Key);
        facts.Messages.ShouldHaveSingleItem().LinkClickedAt.ShouldBe(Day(1));
    }

    [Fact]
    public void ALinkThatTwoWereSentTellsNobodyApart()
    {
        var facts = Fold(Sent(Anna, Start, Actor.Bot, m: "m1", links: ["spring"]), Sent(Berta, Start, Actor.Bot, m: "m2", links: ["spring"]), Click(null, Day(1)));
        facts.Clicks.ShouldHaveSingleItem().Contact.ShouldNotBeOneOf(Anna.Key, Berta.Key);
    }
}
