using Beleg.Metrics;
using Beleg.Model;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Beleg.Tests.Metrics;

/// <summary>Every cent of the shop is somewhere.</summary>
public sealed class FooterTests
{
    [Fact]
    public void AttributedUnattributedAndExcludedAreTheShop()
    {
        var story = new Story();
        var chat = story.Conversation(1, "2026-09-01");
        var sold = story.Order(1, "2026-09-02", 10_000, o => o with { Evidence = Evidence.C });
        story.Credit(sold, chat, 6_000);
        story.Credit(sold, chat, 4_000, change: c => c with { IsChat = false, TouchKind = TouchKind.Visit, Touch = story.Next() });
        story.Credit(story.Order(1, "2026-09-03", 2_000, o => o with { Evidence = Evidence.D }), chat, 2_000);
        story.Credit(story.Order(2, "2026-09-04", 3_000), null, 3_000);
        var cancelled = story.Order(3, "2026-09-05", 900, o => o with { State = OrderState.Cancelled, NetMinor = 0 });
        story.Refund(cancelled, "2026-09-06", 400);
        var footer = Footer(story, "basis=conservative");
        footer.Attributed.ShouldBe(60m);
        (footer.WeakerEvidence, footer.OtherTouches, footer.NoTouch, footer.Unattributed).ShouldBe((20m, 40m, 30m, 90m));
        (footer.Excluded, footer.ShopTotal, footer.Difference).ShouldBe((5m, 155m, 0m));
    }

    [Fact]
    public void WhatAModelGivesToNobodyIsUnattributed()
    {
        var story = new Story();
        var sold = story.Order(1, "2026-09-02", 10_000);
        story.Credit(sold, story.Conversation(1, "2026-09-01"), 10_000,
            change: c => c with { IsChat = false, TouchKind = TouchKind.Visit, LastNonDirect = 0, Influenced = 0 });
        var footer = Footer(story, "model=last_non_direct");
        (footer.Attributed, footer.OtherTouches, footer.NoTouch, footer.Difference).ShouldBe((0m, 0m, 100m, 0m));
    }

    [Fact]
    public void ARefundCountsOnItsOwnDay()
    {
        var story = new Story();
        var chat = story.Conversation(1, "2026-08-01");
        var sold = story.Order(1, "2026-08-02", 10_000);
        story.Credit(sold, chat, 10_000);
        story.Refund(sold, "2026-09-10", 2_500);
        story.Credit(sold, chat, -2_500, at: "2026-09-10");
        var footer = Footer(story);
        (footer.Attributed, footer.ShopTotal, footer.Difference).ShouldBe((-25m, -25m, 0m));
    }

    [Fact]
    public void ARefundWithoutItsOrderIsALineOfItsOwnAndNothingIsLost()
    {
        var story = new Story();
        story.Credit(story.Order(1, "2026-09-02", 10_000), story.Conversation(1, "2026-09-01"), 10_000);
        story.UnmatchedRefund(2, "2026-09-10", 2_500);
        story.UnmatchedRefund(2, "2026-10-10", 9_900);
        story.UnmatchedRefund(3, "2026-09-11", 100, r => r with { AmountMinor = null });
        var footer = Footer(story);
        (footer.Attributed, footer.RefundsWithoutOrder, footer.ShopTotal, footer.Difference, footer.Excluded).ShouldBe((100m, -25m, 75m, 0m, 0m));
        footer.OrdersWithoutRate.ShouldBe(1);
    }

    [Fact]
    public void LostMoneyShows()
    {
        var story = new Story();
        story.Credit(story.Order(1, "2026-09-02", 10_000), story.Conversation(1, "2026-09-01"), 9_999);
        Footer(story).Difference.ShouldBe(.01m);
    }

    [Fact]
    public void AnImportedTotalStandsAgainstTheSum()
    {
        var story = new Story();
        story.Credit(story.Order(1, "2026-09-02", 10_000), null, 10_000);
        story.Batch.ShopTotals.Add(new ShopTotalFact { Total = story.Next(), Shop = "shop", FromDay = new LocalDate(2026, 9, 1), ToDay = new LocalDate(2026, 10, 1), AmountMinor = 10_050 });
        var footer = Footer(story);
        (footer.ImportedTotal, footer.ImportedDifference).ShouldBe((100.50m, .50m));
    }

    [Fact]
    public void ImportedMonthsMakeAQuarterAndAMissingOneMakesNone()
    {
        var story = new Story();
        foreach (var month in new[] { 7, 8 })
            story.Batch.ShopTotals.Add(new ShopTotalFact { Total = story.Next(), Shop = "shop", FromDay = new LocalDate(2026, month, 1), ToDay = new LocalDate(2026, month + 1, 1), AmountMinor = 100 });
        Imported().ShouldBeNull();
        story.Batch.ShopTotals.Add(new ShopTotalFact { Total = story.Next(), Shop = "shop", FromDay = new LocalDate(2026, 9, 1), ToDay = new LocalDate(2026, 10, 1), AmountMinor = 100 });
        Imported().ShouldBe(3m);

        decimal? Imported()
        {
            using var scene = new MetricScene(story.Facts);
            return scene.Ask("metrics=attributed_revenue&from=2026-07-01&to=2026-10-01").Footer!.ImportedTotal;
        }
    }

    [Fact]
    public void AnOrderWithoutARateIsCountedAsAGap()
    {
        var story = new Story();
        story.Order(1, "2026-09-02", 0, o => o with { State = OrderState.RateMissing, Currency = "XAF", GrossOriginalMinor = 5_000, Rate = 0 });
        Footer(story).OrdersWithoutRate.ShouldBe(1);
    }

    [Fact]
    public void NoModelLosesACentOfAnyShop() => Prop.ForAll<int>(seed =>
    {
        var story = RandomStory.Tell(seed);
        foreach (var refund in story.Batch.Credits.Where(c => c.Kind == CreditKind.Refund).GroupBy(c => (c.Order, c.Booking)).ToArray())
            story.Batch.Refunds.Add(new RefundFact
            {
                Refund = story.Next(),
                Order = refund.Key.Order,
                Contact = refund.First().Contact,
                At = refund.First().BookedAt,
                Day = refund.First().Day,
                Kind = Beleg.Sources.RefundKind.Refund,
                AmountOriginalMinor = -refund.Sum(c => c.Linear),
                AmountMinor = -refund.Sum(c => c.Linear),
            });
        using var scene = new MetricScene(story.Facts);
        foreach (var model in AttributionChoice.All.Where(m => !m.IsLearned))
            scene.Ask($"metrics=attributed_revenue&from=2026-07-01&to=2026-09-01&model={model.Id}&intervals=false").Footer!.Difference.ShouldBe(0m, model.Id);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(4));

    private static RevenueFooter Footer(Story story, string query = "model=linear")
    {
        using var scene = new MetricScene(story.Facts);
        return scene.Ask($"metrics=attributed_revenue&month=2026-09&{query}").Footer!;
    }
}
