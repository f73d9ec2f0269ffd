using Beleg.Model;
using Beleg.Sources;
using NodaTime;
using static Beleg.Tests.Support.Some;

namespace Beleg.Tests.Model;

public sealed class LedgerFoldTests
{
    private static readonly Instant Start = At("2026-09-14 10:00");

    private static Event Set(EventKind kind, Payload payload, int minutes = 0) => Named(new Event
    {
        Kind = kind,
        Id = default,
        OccurredAt = Start.Plus(Duration.FromMinutes(minutes)),
        Source = "operator",
        Trust = Trust.Operator,
        Payload = payload,
    });

    private static Event Cost(long minor, int minutes = 0, string currency = "EUR") =>
        Set(EventKind.CostRecorded, new CostPayload { CostId = "platform", Cost = "platform", Recurrence = CostRecurrence.Monthly, AmountMinor = minor, Currency = currency }, minutes);

    private static Event Assume(decimal value, LocalDate? from, int minutes) =>
        Set(EventKind.AssumptionSet, new AssumptionPayload { AssumptionId = "margin", Value = value, ValidFrom = from }, minutes);

    private static FactBatch Ledger(params Event[] events)
    {
        var facts = new FactBatch();
        LedgerFold.Fold(events, Settings with { Rates = LedgerFold.Rates(events) }, facts);
        return facts;
    }

    [Fact]
    public void TheSameLineAgainReplacesIt()
    {
        var cost = Ledger(Cost(200, 5), Cost(100)).Costs.ShouldHaveSingleItem();
        (cost.AmountMinor, cost.FromDay).ShouldBe((200, new LocalDate(2026, 9, 14)));
    }

    [Fact]
    public void ACostWithoutItsRateIsAGap() => Ledger(Cost(100, currency: "USD")).Costs.ShouldHaveSingleItem().AmountMinor.ShouldBeNull();

    [Fact]
    public void ACostIsConvertedAtTheRateAmongTheSameEvents() =>
        Ledger(Cost(100, currency: "USD"), Set(EventKind.ExchangeRateSet, new RatePayload { From = "USD", To = "EUR", Rate = 0.9m, Day = new LocalDate(2026, 9, 14) }))
            .Costs.ShouldHaveSingleItem().AmountMinor.ShouldBe(90);

    [Fact]
    public void AnAssumptionKeepsEveryVersionInOrderOfValidity()
    {
        var facts = Ledger(Assume(0.6m, new LocalDate(2026, 10, 1), 1), Assume(0.5m, null, 2), Assume(0.55m, null, 3));
        facts.Assumptions.Select(a => (a.Version, a.Value, a.Low)).ShouldBe([(1, 0.5m, 0.5m), (2, 0.55m, 0.55m), (3, 0.6m, 0.6m)]);
    }

    [Fact]
    public void ARateCardLineKeepsItsPriceAndWhatItIsInTheWorkspacesCurrency()
    {
        var rate = Ledger(
            Set(EventKind.MessageRateSet, new RatePayload { From = "49", To = "marketing", RateChannel = "whatsapp", Rate = 0.1365m, Currency = "USD", Day = new LocalDate(2026, 9, 14) }),
            Set(EventKind.ExchangeRateSet, new RatePayload { From = "EUR", To = "USD", Rate = 1.25m, Day = new LocalDate(2026, 9, 14) })).MessageRates.ShouldHaveSingleItem();
        (rate.Channel, rate.Category, rate.Price, rate.PriceInCurrency).ShouldBe((Channel.WhatsApp, MessageCategory.Marketing, 0.1365m, 0.1092m));
    }

    [Fact]
    public void TheOrderOfTheLinesDoesNotMatter()
    {
        Event[] lines = [Cost(200, 5), Cost(100), Assume(0.6m, new LocalDate(2026, 10, 1), 1), Assume(0.5m, null, 2),
            Set(EventKind.ShopTotalReported, new ShopTotalPayload { Shop = "shop", From = new LocalDate(2026, 9, 1), To = new LocalDate(2026, 10, 1), AmountMinor = 5, Currency = "EUR" })];
        Canonical(Ledger([.. lines.Reverse(), .. lines])).ShouldBe(Canonical(Ledger(lines)));
        Ledger(lines).ShopTotals.ShouldHaveSingleItem().AmountMinor.ShouldBe(5);
    }
}
