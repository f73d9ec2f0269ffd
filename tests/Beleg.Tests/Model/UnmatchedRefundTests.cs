using Beleg.Sources;
using Beleg.Tests.Support;
using Beleg.Warehouse;
using FsCheck;
using FsCheck.Fluent;
using static Beleg.Tests.Support.Some;

namespace Beleg.Tests.Model;

/// <summary>Money that moved back on an order nobody told of is kept, and joins its order once that comes.</summary>
public sealed class UnmatchedRefundTests
{
    [Fact]
    public void ARefundWithoutItsOrderIsKeptAsMoneyThatMoved()
    {
        var facts = Fold(Refund(At("2026-09-14 10:00"), 2_500, who: Anna));
        var kept = facts.UnmatchedRefunds.ShouldHaveSingleItem();
        (kept.Contact, kept.OrderId, kept.AmountOriginalMinor, kept.AmountMinor, kept.Currency).ShouldBe((Anna.Key, "1001", 2_500, 2_500, "EUR"));
        facts.Refunds.ShouldBeEmpty();
        facts.Orders.ShouldBeEmpty();
        facts.Credits.ShouldBeEmpty();
    }

    [Fact]
    public void OnceItsOrderComesItStandsThereUnderTheSameKey()
    {
        var refund = Refund(At("2026-09-14 10:00"), 2_500);
        var alone = Fold(refund).UnmatchedRefunds.ShouldHaveSingleItem();
        var facts = Fold(refund, Order(Anna, At("2026-09-10 10:00"), 10_000));
        facts.UnmatchedRefunds.ShouldBeEmpty();
        facts.Refunds.ShouldHaveSingleItem().Refund.ShouldBe(alone.Refund);
        facts.Orders.ShouldHaveSingleItem().NetMinor.ShouldBe(7_500);
    }

    [Fact]
    public void AnotherOrderOfTheSameCustomerIsNotItsOrder()
    {
        var facts = Fold(Refund(At("2026-09-14 10:00"), 2_500, who: Anna), Order(Anna, At("2026-09-10 10:00"), 10_000, "2002"));
        facts.UnmatchedRefunds.ShouldHaveSingleItem();
        facts.Orders.ShouldHaveSingleItem().NetMinor.ShouldBe(10_000);
    }

    [Fact]
    public void WhatABrowserSaysOfAnOrderMakesNoOrderForARefund() =>
        Fold(Refund(At("2026-09-14 10:00"), 2_500), Order(Anna, At("2026-09-10 10:00"), 10_000, trust: Trust.Browser)).UnmatchedRefunds.ShouldHaveSingleItem();

    [Fact]
    public void ACurrencyWithoutARateIsAGapAndNotNothing()
    {
        var kept = Fold(Refund(At("2026-09-14 10:00"), 2_500, currency: "JPY")).UnmatchedRefunds.ShouldHaveSingleItem();
        (kept.AmountMinor, kept.AmountOriginalMinor, kept.Currency).ShouldBe((null, 2_500, "JPY"));
    }

    [Fact]
    public void TheLatestWordOnItCountsAndTheSameTwiceIsOne()
    {
        var first = Refund(At("2026-09-14 10:00"), 2_500);
        var later = first with { Id = KeyOf("event", "later"), UpdatedAt = At("2026-09-15 10:00"), Payload = ((RefundPayload)first.Payload!) with { AmountMinor = 3_000 } };
        Fold(later, first, first, later).UnmatchedRefunds.ShouldHaveSingleItem().AmountMinor.ShouldBe(3_000);
    }

    [Fact]
    public void AnyPartOfTheStoryInAnyOrderGivesTheSameAndLosesNoRefund() => Prop.ForAll<int>(seed =>
    {
        var random = new Random(seed);
        var events = new List<Event>();
        for (var i = 0; i < 6; i++)
        {
            if (random.Next(2) == 0)
                events.Add(Order(random.Next(2) == 0 ? Anna : Berta, At("2026-09-10 10:00"), 10_000, $"{i}"));
            for (var r = random.Next(3); r > 0; r--)
                events.Add(Refund(At($"2026-09-1{r} 10:00"), 100 * r, $"r{r}", $"{i}", who: random.Next(2) == 0 ? Anna : null));
        }

        var facts = Fold(events);
        Canonical(Fold(SomeHistory.Shuffled(events, seed + 1))).ShouldBe(Canonical(facts));
        (facts.Refunds.Count + facts.UnmatchedRefunds.Count).ShouldBe(events.Count(e => e.Kind == EventKind.OrderRefunded));
        facts.UnmatchedRefunds.Select(u => u.Order).Intersect(facts.Orders.Select(o => o.Order)).ShouldBeEmpty();
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public async Task ThroughTheStreamTheOrderTakesItsRefundWheneverItComes()
    {
        using var stream = new SomeStream();
        var refund = ("segment", """{"type":"track","event":"Order Refunded","messageId":"f1","userId":"u2","timestamp":"2026-08-03T10:00:00Z","properties":{"order_id":"o1","shop":"s","refund_id":"f1","amount":"5.00","currency":"EUR"} }""");
        var order = ("segment", """{"type":"track","event":"Order Completed","messageId":"o1","userId":"u1","timestamp":"2026-08-01T10:00:00Z","properties":{"order_id":"o1","shop":"s","total":"20.00","currency":"EUR"} }""");
        Counts(await stream.FactsOfAsync([refund], () => 1)).ShouldBe((0, 0, 1));
        var rebuilt = await stream.RebuiltAsync([order, refund]);
        Counts(rebuilt).ShouldBe((1, 1, 0));
        (await stream.FactsOfAsync([refund, order, refund], () => 1)).FactsHash().ShouldBe(rebuilt.FactsHash());
    }

    private static (long Orders, long Refunds, long Unmatched) Counts(WorkspaceWarehouse warehouse)
    {
        using var reading = warehouse.Read();
        return reading.Connection.Query("select (select count(*) from orders), (select count(*) from refund), (select count(*) from unmatched_refund)", [], row => (row.Long(0), row.Long(1), row.Long(2))).Single();
    }
}
