using Beleg.Model;
using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;
using static Beleg.Tests.Support.Some;

namespace Beleg.Tests.Model;

public sealed class OrderTests
{
    private static readonly Instant Placed = At("2026-09-14 12:00");

    private static Instant Before(double hours) => Placed.Minus(Duration.FromMinutes(hours * 60));

    private static Instant After(double hours) => Placed.Plus(Duration.FromMinutes(hours * 60));

    private static Event[] Talk(Identifier who, Instant at) => [Inbound(who, at), Bot(who, at.Plus(Duration.FromMinutes(1)))];

    [Fact]
    public void ARefundLowersTheOrderButKeepsTheTouch()
    {
        var facts = Fold([.. Talk(Anna, Before(2)), Order(Anna, Placed, 20_900), Refund(After(24), 5_000)]);
        var order = facts.Orders.ShouldHaveSingleItem();
        (order.GrossMinor, order.RefundedMinor, order.NetMinor, order.Touches, order.Influenced).ShouldBe((20_900, 5_000, 15_900, 1, true));
        facts.Credits.Select(c => c.Linear).ShouldBe([20_900, -5_000]);
        facts.Credits[1].Touch.ShouldBe(facts.Credits[0].Touch);
        facts.Credits[1].Day.ShouldBe(new LocalDate(2026, 9, 15));
    }

    [Fact]
    public void TwoHalfRefundsLeaveNothingOnAnyTouch()
    {
        var facts = Fold([.. Talk(Anna, Before(200)), .. Talk(Anna, Before(100)), .. Talk(Anna, Before(2)), Order(Anna, Placed, 10_000), Refund(After(1), 5_000), Refund(After(2), 5_000, "r2")]);
        facts.Credits.Where(c => c.Kind == CreditKind.Order).Select(c => c.Linear).ShouldBe([3334, 3333, 3333]);
        facts.Credits.Where(c => c.Booking == facts.Refunds[0].Refund).Select(c => c.Linear).ShouldBe([-1667, -1666, -1667]);
        facts.Credits.Where(c => c.Booking == facts.Refunds[1].Refund).Select(c => c.Linear).ShouldBe([-1667, -1667, -1666]);
        facts.Orders.ShouldHaveSingleItem().NetMinor.ShouldBe(0);
    }

    [Fact]
    public void TheMoneyMovedCountsAndNotTheItems() => Fold(Order(Anna, Placed, 39_800), Refund(After(1), 20_900)).Orders.ShouldHaveSingleItem().NetMinor.ShouldBe(18_900);

    [Fact]
    public void TheSameOrderFromThreeSourcesIsOneAndTheLatestWordCounts()
    {
        var facts = Fold(
            Order(Anna, Placed, 10_000, source: "segment"),
            Order(Anna, Placed, 12_000, source: "shopify", kind: EventKind.OrderUpdated, updatedAt: After(2)),
            Order(Anna, Placed, 11_000, source: "csv", kind: EventKind.OrderUpdated, updatedAt: After(1)));
        facts.Orders.ShouldHaveSingleItem().NetMinor.ShouldBe(12_000);
    }

    [Fact]
    public void ARefundBeforeItsOrderWaitsForIt()
    {
        var refund = Refund(Before(1), 4_000);
        Fold(refund).Refunds.ShouldBeEmpty();
        Fold(refund, Order(Anna, Placed, 10_000)).Orders.ShouldHaveSingleItem().NetMinor.ShouldBe(6_000);
    }

    [Fact]
    public void ARefundAndACancellationDoNotCountTwice()
    {
        var facts = Fold([.. Talk(Anna, Before(2)), Order(Anna, Placed, 10_000), Refund(After(1), 10_000), Order(Anna, Placed, 10_000, kind: EventKind.OrderCancelled, updatedAt: After(2), with: p => p with { Cancelled = true })]);
        var order = facts.Orders.ShouldHaveSingleItem();
        (order.State, order.NetMinor).ShouldBe((OrderState.Cancelled, 0));
        facts.Credits.ShouldBeEmpty();
    }

    [Fact]
    public void ACancellationThatNamesOnlyTheOrderKeepsWhatItWas()
    {
        var order = Fold(Order(Anna, Placed, 10_000), Order(Anna, After(1), 0, currency: "", status: null, kind: EventKind.OrderCancelled, with: p => p with { Cancelled = true })).Orders.ShouldHaveSingleItem();
        (order.State, order.GrossMinor, order.PlacedAt, order.Currency).ShouldBe((OrderState.Cancelled, 10_000, Placed, "EUR"));
    }

    [Fact]
    public void AChargebackIsMoneyThatMoved()
    {
        var facts = Fold(Order(Anna, Placed, 10_000), Refund(After(24 * 40), 10_000, kind: RefundKind.Chargeback));
        facts.Refunds.ShouldHaveSingleItem().Kind.ShouldBe(RefundKind.Chargeback);
        facts.Orders.ShouldHaveSingleItem().NetMinor.ShouldBe(0);
    }

    [Theory]
    [InlineData("paid", OrderState.Counted, 10_000)]
    [InlineData("partially_refunded", OrderState.Counted, 10_000)]
    [InlineData("pending", OrderState.Unpaid, 0)]
    [InlineData("authorized", OrderState.Unpaid, 0)]
    [InlineData("voided", OrderState.Unpaid, 0)]
    [InlineData("refunded", OrderState.Counted, 0)]
    public void WithoutACapturedAmountTheFinancialStatusDecides(string status, OrderState state, long net)
    {
        var order = Fold(Order(Anna, Placed, 10_000, status: status)).Orders.ShouldHaveSingleItem();
        (order.State, order.NetMinor).ShouldBe((state, net));
    }

    [Fact]
    public void WhatWasCapturedCountsWhateverTheStatus() =>
        Fold(Order(Anna, Placed, 10_000, status: "partially_paid", with: p => p with { CapturedMinor = 4_000 })).Orders.ShouldHaveSingleItem().NetMinor.ShouldBe(4_000);

    [Fact]
    public void AnUnpaidOrderInTheChatIsACart() =>
        Fold(Order(Anna, Placed, 10_000, status: null, with: p => p with { PlacedInChat = true })).Orders.ShouldHaveSingleItem().State.ShouldBe(OrderState.Cart);

    [Fact]
    public void TestAndFraudAreOut()
    {
        Fold(Order(Anna, Placed, 10_000, with: p => p with { Test = true })).Orders.ShouldHaveSingleItem().State.ShouldBe(OrderState.Test);
        Fold(Order(Anna, Placed, 10_000, with: p => p with { Fraud = true })).Orders.ShouldHaveSingleItem().State.ShouldBe(OrderState.Fraud);
    }

    [Fact]
    public void AnOrderIsConvertedAtTheRateOfItsDayAndItsRefundToo()
    {
        var rates = new RateTable(Currency.Eur, [new Rate(new LocalDate(2026, 9, 14), Currency.Eur, Currency.Usd, 1.25m), new Rate(new LocalDate(2026, 9, 15), Currency.Eur, Currency.Usd, 2m)]);
        var facts = FoldWith(Settings with { Rates = rates }, Order(Anna, Placed, 10_001, currency: "USD"), Refund(After(24), 3_333, currency: "USD"), Refund(After(25), 6_668, "r2", currency: "USD"));
        var order = facts.Orders.ShouldHaveSingleItem();
        (order.GrossMinor, order.RefundedMinor, order.NetMinor, order.Rate, order.RateDay).ShouldBe((8_001, 8_001, 0, 0.8m, new LocalDate(2026, 9, 14)));
        facts.Refunds.Sum(r => r.AmountMinor).ShouldBe(8_001);
    }

    [Fact]
    public void AMissingRateIsALoudGap()
    {
        var order = Fold(Order(Anna, Placed, 10_000, currency: "USD")).Orders.ShouldHaveSingleItem();
        (order.State, order.NetMinor, order.GrossOriginalMinor, order.Rate).ShouldBe((OrderState.RateMissing, 0, 10_000, 0m));
    }

    [Fact]
    public void TaxAndShippingCanBeLeftOut()
    {
        var settings = Settings with { TaxIncluded = false, ShippingIncluded = false };
        var facts = FoldWith(settings, Order(Anna, Placed, 11_900, with: p => p with { TaxMinor = 1_900, ShippingMinor = 500 }), Refund(After(1), 5_950), Refund(After(2), 5_950, "r2"));
        var order = facts.Orders.ShouldHaveSingleItem();
        (order.GrossMinor, order.RefundedMinor).ShouldBe((9_500, 9_500));
        facts.Refunds.Select(r => r.AmountMinor).ShouldBe([4_750, 4_750]);
    }

    [Fact]
    public void OnlyTheFirstCountedOrderIsANewCustomers()
    {
        var facts = Fold(Order(Anna, Before(48), 5_000, "1", "pending"), Order(Anna, Placed, 5_000, "2"), Order(Anna, After(48), 5_000, "3"));
        facts.Orders.Select(o => o.NewCustomer).ShouldBe([false, true, false]);
        facts.Contacts.ShouldHaveSingleItem().FirstOrderAt.ShouldBe(Placed);
    }

    [Fact]
    public void ABrowsersWordMovesNoMoney() => Fold(Order(Anna, Placed, 10_000, trust: Trust.Browser)).Orders.ShouldBeEmpty();

    [Fact]
    public void AnOrderWithoutTouchIsARowOfItsOwn()
    {
        var credit = Fold(Order(Anna, Placed, 10_000)).Credits.ShouldHaveSingleItem();
        (credit.Touch.IsNone, credit.Linear, credit.First, credit.Influenced, credit.Evidence).ShouldBe((true, 10_000, 10_000, 10_000, Evidence.None));
    }
}
