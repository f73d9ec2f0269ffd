using Beleg.Model;
using Beleg.Sources;
using NodaTime;
using static Beleg.Tests.Support.Some;

namespace Beleg.Tests.Model;

public sealed class CartTests
{
    private static readonly Instant Start = At("2026-09-14 10:00");

    [Fact]
    public void ACartThatIsLeftAndOrderedAfterAChatIsRecovered()
    {
        var cart = Fold(Checkout(Anna, Start), Bot(Anna, Later(3)), Order(Anna, Later(4), 5_000, with: o => o with { CartId = "c1" })).Carts.ShouldHaveSingleItem();
        (cart.State, cart.Recovered, cart.TouchedAt, cart.OrderedAt, cart.AmountMinor).ShouldBe((CartState.Ordered, true, Later(3), Later(4), 5_000));
    }

    [Fact]
    public void AChatBeforeTheCartWasLeftRecoversNothing() =>
        Fold(Checkout(Anna, Start), Bot(Anna, Start.Plus(Duration.FromMinutes(59))), Order(Anna, Later(4), 5_000, with: o => o with { CartId = "c1" })).Carts.ShouldHaveSingleItem().Recovered.ShouldBeFalse();

    [Fact]
    public void WhatIsOrderedWithinTheHourWasNeverLeft() =>
        Fold(Checkout(Anna, Start), Bot(Anna, Start.Plus(Duration.FromMinutes(30))), Order(Anna, Start.Plus(Duration.FromMinutes(60)), 5_000, with: o => o with { CartId = "c1" })).Carts.ShouldHaveSingleItem().Recovered.ShouldBeFalse();

    [Fact]
    public void AnOrderThatIsCalledOffRecoversNothing()
    {
        var cart = Fold(Checkout(Anna, Start), Bot(Anna, Later(3)), Order(Anna, Later(4), 5_000, with: o => o with { CartId = "c1", Cancelled = true })).Carts.ShouldHaveSingleItem();
        (cart.State, cart.Recovered).ShouldBe((CartState.Ordered, false));
    }

    [Fact]
    public void ACartBegunByABrowserIsWhoeverOrderedIt()
    {
        var facts = Fold(Checkout(Anonymous("b1"), Start, trust: Trust.Browser), Bot(Anna, Later(3)), Order(Anna, Later(4), 5_000, with: o => o with { CartId = "c1" }));
        var cart = facts.Carts.ShouldHaveSingleItem();
        (cart.Contact, cart.Recovered).ShouldBe((Anna.Key, true));
    }

    [Fact]
    public void AnOrderWithoutANameTakesNoneFromItsCart()
    {
        var facts = Fold(Checkout(Anonymous("b1"), Start, trust: Trust.Browser), Order(null, Later(4), 5_000, with: o => o with { CartId = "c1" }));
        facts.Carts.ShouldHaveSingleItem().Order.ShouldBe(facts.Orders.ShouldHaveSingleItem().Order);
        facts.Orders[0].Contact.ShouldNotBe(facts.Carts[0].Contact);
    }

    [Fact]
    public void ACartThatWentToTheCheckoutTwiceIsOneAndAnotherShopsIsAnother()
    {
        var facts = Fold(Checkout(Anna, Start), Checkout(Anna, Later(2), total: 7_000), Checkout(Anna, Later(3), shop: "other"));
        facts.Carts.Count.ShouldBe(2);
        var cart = facts.Carts.Single(c => c.Shop == "shop");
        (cart.StartedAt, cart.AmountMinor, cart.State).ShouldBe((Start, 7_000, CartState.Started));
    }

    private static Instant Later(int hours) => Start.Plus(Duration.FromHours(hours));

    private static Event Checkout(Identifier who, Instant at, string cart = "c1", long total = 5_000, string shop = "shop", Trust trust = Trust.Server) =>
        Order(who, at, total, cart, status: "pending", kind: EventKind.CheckoutStarted, trust: trust, with: o => o with { CartId = cart, Shop = shop, CapturedMinor = 0 });
}
