using Beleg.Metrics;
using Beleg.Model;
using Beleg.Reports;
using Beleg.Tests.Metrics;
using NodaTime;

namespace Beleg.Tests.Reports;

public sealed class ReconciliationTests
{
    private static readonly Period September = Period.Month(2026, 9);

    [Fact]
    public void EveryShopAndEveryCurrencyAddsUp()
    {
        var story = new Story();
        var chat = story.Conversation(1, "2026-09-01");
        story.Credit(story.Order(1, "2026-09-02", 10_000, o => o with { Evidence = Evidence.B, Shop = "bloom" }), chat, 10_000);
        story.Credit(story.Order(1, "2026-09-03", 2_000, o => o with { Evidence = Evidence.D, Shop = "bloom", Currency = "JPY" }), chat, 2_000);
        var second = story.Order(2, "2026-09-04", 3_000, o => o with { Shop = "stem", Currency = "USD" });
        story.Credit(second, null, 3_000);
        story.Refund(second, "2026-09-10", 1_000);
        story.Credit(second, null, -1_000, at: "2026-09-10");
        story.Order(3, "2026-09-05", 900, o => o with { State = OrderState.Test, NetMinor = 0, Shop = "stem" });
        story.Order(4, "2026-09-05", 0, o => o with { State = OrderState.RateMissing, NetMinor = 0, Shop = "stem", Currency = "XAF" });
        Total(story, "bloom", 12_050);

        var books = Read(story);

        books.Shops.Select(s => (s.Name, s.Attributed, s.WeakerEvidence, s.Unattributed, s.Excluded, s.Total, s.Difference)).ShouldBe(
            [("bloom", 10_000, 2_000, 0, 0, 12_000, 0), ("stem", 0, 0, 2_000, 900, 2_900, 0)]);
        (books.Shops[0].ShopDifference, books.Shops[0].ShopAgrees).ShouldBe((50, false));
        books.Currencies.Select(c => (c.Name, c.Total, c.Difference)).ShouldBe([("EUR", 10_900, 0), ("JPY", 2_000, 0), ("USD", 2_000, 0), ("XAF", 0, 0)]);
        books.Total.Total.ShouldBe(14_900);
        books.OrdersWithoutRate.ShouldBe(1);
    }

    [Fact]
    public void APartOfTheShopsIsNotSetAgainstTheWhole()
    {
        var story = new Story();
        story.Credit(story.Order(1, "2026-09-02", 10_000, o => o with { Shop = "bloom" }), null, 10_000);
        story.Credit(story.Order(1, "2026-09-02", 5_000, o => o with { Shop = "stem" }), null, 5_000);
        Total(story, "bloom", 10_000);

        Read(story).Total.ShopTotal.ShouldBeNull();
        Total(story, "stem", 4_000);
        Read(story).Total.ShopDifference.ShouldBe(-1_000);
    }

    [Fact]
    public void AShopThatLeavesOutWhatDoesNotCountAgrees()
    {
        var story = new Story();
        story.Credit(story.Order(1, "2026-09-02", 10_000), null, 10_000);
        story.Order(1, "2026-09-02", 5_200, o => o with { State = OrderState.Test, NetMinor = 0 });
        Total(story, "shop", 10_000);

        Read(story).Total.ShopAgrees.ShouldBe(true);
    }

    [Fact]
    public void ARefundWithoutItsOrderStandsInItsShopAndCurrency()
    {
        var story = new Story();
        story.Credit(story.Order(1, "2026-09-02", 10_000, o => o with { Shop = "bloom" }), null, 10_000);
        Read(story).Total.RefundsWithoutOrder.ShouldBeNull();
        story.UnmatchedRefund(2, "2026-09-10", 2_500, r => r with { Shop = "stem", Currency = "USD" });

        var books = Read(story);

        books.Shops.Select(s => (s.Name, s.RefundsWithoutOrder, s.Excluded, s.Total, s.Difference)).ShouldBe([("bloom", null, 0, 10_000, 0), ("stem", -2_500, 0, -2_500, 0)]);
        (books.Total.RefundsWithoutOrder, books.Total.Total, books.Total.Difference).ShouldBe((-2_500, 7_500, 0));
        books.Currencies.Single(c => c.Name == "USD").RefundsWithoutOrder.ShouldBe(-2_500);
    }

    [Fact]
    public void ARefundOfAnEarlierMonthCountsOnItsOwnDay()
    {
        var story = new Story();
        var chat = story.Conversation(1, "2026-08-01");
        var sold = story.Order(1, "2026-08-02", 10_000, o => o with { Evidence = Evidence.A });
        story.Credit(sold, chat, 10_000);
        story.Refund(sold, "2026-09-10", 2_500);
        story.Credit(sold, chat, -2_500, at: "2026-09-10");

        var line = Read(story).Shops.Single();

        (line.Attributed, line.Total, line.Difference, line.Orders).ShouldBe((-2_500, -2_500, 0, 0));
    }

    [Fact]
    public void LostMoneyShows()
    {
        var story = new Story();
        story.Credit(story.Order(1, "2026-09-02", 10_000), story.Conversation(1, "2026-09-01"), 9_999);

        Read(story).Total.Difference.ShouldBe(1);
    }

    [Fact]
    public void AnEmptyWorkspaceHasNothingToReconcile()
    {
        var books = Read(new Story());

        books.Shops.ShouldBeEmpty();
        (books.Total.Total, books.Total.Difference, books.Total.ShopTotal).ShouldBe((0, 0, null));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task ItSaysTheSameAsTheFooterOfTheFiguresUnderEveryModel(int seed)
    {
        using var scene = new MetricScene(RandomStory.Tell(seed).Facts);
        foreach (var model in AttributionChoice.All.Where(m => !m.IsLearned))
        {
            var footer = scene.Ask($"metrics=attributed_revenue&from=2026-07-01&to=2026-09-01&basis=conservative&model={model.Id}&intervals=false").Footer!;
            var books = (await scene.Engine.ReadAsync(
                scene.Warehouse, f => ReconciliationReader.Read(f, new Period(new LocalDate(2026, 7, 1), new LocalDate(2026, 9, 1)), model), TestContext.Current.CancellationToken)).Total;

            new[] { books.Attributed, books.WeakerEvidence, books.OtherTouches, books.Unattributed, books.Excluded, books.Total, books.Difference }.Select(m => m / 100m)
                .ShouldBe([footer.Attributed, footer.WeakerEvidence, footer.OtherTouches, footer.NoTouch, footer.Excluded, footer.ShopTotal, footer.Difference], model.Id);
        }
    }

    private static Reconciliation Read(Story story)
    {
        using var scene = new MetricScene(story.Facts);
        return scene.Engine.ReadAsync(scene.Warehouse, f => ReconciliationReader.Read(f, September, AttributionChoice.Default), TestContext.Current.CancellationToken).Result;
    }

    private static void Total(Story story, string shop, long minor) => story.Batch.ShopTotals.Add(new ShopTotalFact
    {
        Total = story.Next(),
        Shop = shop,
        FromDay = September.From,
        ToDay = September.To,
        AmountMinor = minor,
    });
}
