using Beleg.Attribution;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Sources;
using Beleg.Tests.Metrics;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static Beleg.Tests.Support.Some;

namespace Beleg.Tests.Reports;

/// <summary>Receipts of what the stream itself folds.</summary>
public sealed class ReceiptOfTheFoldTests
{
    private static readonly Instant Placed = At("2026-09-10 12:00");

    [Fact]
    public void EveryCentOfTheReceiptIsACreditRowOfTheWarehouse() => Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), seed =>
    {
        var dossiers = Tell(new System.Random(seed));
        var receipt = dossiers.Receipts.Read("shop", "1001")!;
        using var scene = new MetricScene(dossiers.Facts);
        using var reading = scene.Warehouse.Read();
        foreach (var (model, m) in AttributionModels.All.Select((model, m) => (model.Id, m)))
        {
            var rows = reading.Connection.Query(
                $"select touch, sum({model})::bigint from credit where \"order\" = ? and touch is not null group by touch", [receipt.Order.Order.Value], row => (new Key(row.Long(0)), row.Long(1)));
            receipt.Touches.Select(t => (t.Touch, t.Shares[m].Minor)).ShouldBe(rows, ignoreOrder: true, model);
        }

        receipt.Models.ShouldAllBe(line => line.Difference == 0 && line.Recomputed);
        receipt.Touches.Count.ShouldBe(dossiers.Facts.Orders.Single().Touches);
        if (receipt.Touches.Count > 0)
            Enumerable.Range(0, 6).ShouldAllBe(m => Math.Abs(receipt.Touches.Sum(t => t.Shares[m].Weight) - 1) < .00001m);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public void AClickIdOfAnotherContactIsSaidToBeAnothers()
    {
        var receipt = new SomeDossiers(
            Inbound(Anna, Placed - Duration.FromHours(3)), Bot(Anna, Placed - Duration.FromHours(2)), Click(Anna, Placed - Duration.FromHours(1), bid: "0123456789ab1f3a"),
            Order(Berta, Placed, 10_000, bid: "0123456789ab1f3a")).Receipts.Read("shop", "1001")!;

        receipt.Evidence.Grade.ShouldBe(Evidence.B);
        receipt.Evidence.JoinedContact.ShouldBe(Anna.Key);
        receipt.Evidence.Rule.En.ShouldBe($"B: the order carries click id …1f3a that the redirect gave to contact {Anna.Key.ToString()[..6]}… on 10 Sep 2026 11:00.");
        receipt.Touches.ShouldHaveSingleItem().Kind.ShouldBe(TouchKind.Click);
        receipt.Events.Select(e => e.Part).ShouldContain("touch");
    }

    [Fact]
    public void AConversationThatGoesOnAfterTheOrderTouchesItBefore()
    {
        var receipt = new SomeDossiers(
            Inbound(Anna, Placed - Duration.FromHours(3)), Bot(Anna, Placed - Duration.FromHours(2)), Order(Anna, Placed, 10_000), Bot(Anna, Placed + Duration.FromHours(1))).Receipts.Read("shop", "1001")!;

        receipt.Touches.ShouldHaveSingleItem().AgeMs.ShouldBe(2 * 3_600_000);
        receipt.Models.ShouldAllBe(m => m.Recomputed);
        receipt.Events.ShouldAllBe(e => e.At <= Placed);
    }

    [Fact]
    public void TheRefundBeforeItsOrderIsOneBooking()
    {
        var receipt = new SomeDossiers(Refund(Placed + Duration.FromDays(1), 2_500), Inbound(Anna, Placed - Duration.FromHours(3)), Bot(Anna, Placed - Duration.FromHours(2)), Order(Anna, Placed, 10_000))
            .Receipts.Read("shop", "1001")!;

        receipt.Bookings.Select(b => b.Amount.Minor).ShouldBe([10_000, -2_500]);
        receipt.Order.Net.Minor.ShouldBe(7_500);
        receipt.Events.Select(e => e.Part).ShouldBe(["touch", "touch", "order", "refund"]);
    }

    [Fact]
    public void FiveCurrenciesEachKeepTheirOwn()
    {
        var day = new LocalDate(2026, 9, 10);
        Rate[] rates = [.. new[] { ("USD", 1.1m), ("JPY", 160m), ("BHD", .41m), ("GBP", .85m) }.Select(r => new Rate(day, Currency.Eur, Currency.Find(r.Item1), r.Item2))];
        var settings = Settings with { Rates = new RateTable(Currency.Eur, rates) };
        foreach (var (code, minor, text) in new[] { ("EUR", 10_000L, "100.00"), ("USD", 11_000, "110.00"), ("JPY", 16_000, "16000"), ("BHD", 41_000, "41.000"), ("GBP", 8_500, "85.00") })
        {
            var receipt = new SomeDossiers(settings, Inbound(Anna, Placed - Duration.FromHours(3)), Bot(Anna, Placed - Duration.FromHours(2)), Order(Anna, Placed, minor, currency: code))
                .Receipts.Read("shop", "1001")!;

            receipt.Order.GrossOriginal.Text.ShouldBe(text);
            receipt.Order.Net.ShouldBe(new Amount(10_000, "EUR"), code);
            receipt.Models.ShouldAllBe(m => m.Difference == 0);
        }
    }

    [Fact]
    public void WithoutARateTheGapIsLoud()
    {
        var receipt = new SomeDossiers(Inbound(Anna, Placed - Duration.FromHours(3)), Bot(Anna, Placed - Duration.FromHours(2)), Order(Anna, Placed, 10_000, currency: "USD")).Receipts.Read("shop", "1001")!;

        receipt.Order.State.ShouldBe(OrderState.RateMissing);
        receipt.Order.StateReason.En.ShouldBe("Does not count: no exchange rate for USD on 10 Sep 2026.");
        receipt.Order.Rate.ShouldBeNull();
        receipt.Models.ShouldAllBe(m => m.Net == 0 && m.Difference == 0);
    }

    private static SomeDossiers Tell(System.Random random)
    {
        var events = new List<Event> { Order(Anna, Placed, 1 + random.Next(20_000)) };
        for (var i = random.Next(6); i > 0; i--)
        {
            var at = Placed - Duration.FromMinutes(random.Next(1, 60 * 24 * 40));
            events.AddRange(random.Next(3) switch
            {
                0 => [Inbound(Anna, at, m: $"in{i}"), Bot(Anna, at + Duration.FromSeconds(20))],
                1 => [Click(Anna, at, link: $"l{i}")],
                _ => [Visit(Anna, at, $"v{i}", (TrafficChannel)random.Next(20))],
            });
        }

        for (var i = random.Next(3); i > 0; i--)
            events.Add(Refund(Placed + Duration.FromDays(i), random.Next(1, 3_000), $"r{i}"));
        return new SomeDossiers([.. events]);
    }
}
