using Beleg.Ledger;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Sources;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Beleg.Tests.Ledger;

public sealed class CostLedgerTests
{
    private static readonly CostLine Setup = new("setup", CostRecurrence.Once, new LocalDate(2026, 1, 1), null, 3_600_000);
    private static readonly CostLine Platform = new("platform", CostRecurrence.Monthly, new LocalDate(2026, 1, 1), null, 600_000);

    [Fact]
    public void AOneOffCostIsSpreadEvenlyOverTwelveMonths()
    {
        CostLedger.Amortised([Setup], Period.Month(2026, 1)).ShouldBe(300_000);
        CostLedger.Amortised([Setup], Period.Month(2026, 2)).ShouldBe(300_000);
        CostLedger.Amortised([Setup], Period.Month(2026, 12)).ShouldBe(300_000);
        CostLedger.Amortised([Setup], Period.Month(2027, 1)).ShouldBe(0);
        CostLedger.Amortised([Setup], Period.Month(2025, 12)).ShouldBe(0);
        CostLedger.Amortised([Setup], Period.Month(2026, 1), amortiseMonths: 6).ShouldBe(600_000);
    }

    [Fact]
    public void PaybackTakesItWhole()
    {
        CostLedger.Paid([Setup, Platform], Period.Month(2026, 1)).ShouldBe(4_200_000);
        CostLedger.Paid([Setup, Platform], Period.Month(2026, 2)).ShouldBe(600_000);
        CostLedger.PaidOnce([Setup, Platform], Period.Month(2026, 1)).ShouldBe(3_600_000);
    }

    [Fact]
    public void AMonthlyCostIsTakenByDayInAPartialMonth()
    {
        var from = new CostLine("seats", CostRecurrence.Monthly, new LocalDate(2026, 9, 16), new LocalDate(2026, 11, 11), 30_000);
        CostLedger.Amortised([from], Period.Month(2026, 9)).ShouldBe(15_000);
        CostLedger.Amortised([from], Period.Month(2026, 10)).ShouldBe(30_000);
        CostLedger.Amortised([from], Period.Month(2026, 11)).ShouldBe(10_000);
        CostLedger.Amortised([from], Period.Month(2026, 12)).ShouldBe(0);
        CostLedger.Amortised([Platform], new Period(new LocalDate(2026, 2, 1), new LocalDate(2026, 2, 8))).ShouldBe(150_000);
    }

    [Fact]
    public void AnInvoiceForStatedDaysIsTakenByDay()
    {
        var invoice = new CostLine("audit", CostRecurrence.Period, new LocalDate(2026, 9, 29), new LocalDate(2026, 10, 3), 40_000);
        CostLedger.Amortised([invoice], Period.Month(2026, 9)).ShouldBe(20_000);
        CostLedger.Paid([invoice], Period.Month(2026, 10)).ShouldBe(20_000);
        CostLedger.Paid([invoice with { To = null }], Period.Month(2026, 9)).ShouldBe(40_000);
    }

    [Fact]
    public void WhereverItBeginsASpreadCostAddsUpToItself() =>
        Prop.ForAll<int, int>((day, minor) =>
        {
            var line = new CostLine("x", CostRecurrence.Once, new LocalDate(2027, 1, 1).PlusDays(Math.Abs(day % 800)), null, minor);
            return CostLedger.Amortised([line], new Period(line.From, line.From.PlusMonths(12))) == minor
                && CostLedger.Amortised([line], new Period(new LocalDate(2020, 1, 1), new LocalDate(2040, 1, 1))) == minor;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void ThirdsOfACentAreRoundedOnceAtTheEnd()
    {
        var third = Setup with { Minor = 4 };
        CostLedger.Amortised([third], Period.Month(2026, 1)).ShouldBe(0);
        CostLedger.Amortised([third, third, third], Period.Month(2026, 1)).ShouldBe(1);
    }

    [Fact]
    public void SeatsAndHoursAreMultiplied()
    {
        CostLine.Seats(3, 19.99m, Currency.Eur).ShouldBe(new Money(5997, Currency.Eur));
        CostLine.Work(7.5m, 85m, Currency.Eur).ShouldBe(new Money(63_750, Currency.Eur));
    }

    [Fact]
    public void EachMessageIsPricedByItsOwnDate()
    {
        var card = new RateCard([Line("49", .0456m, 7), Line("49", .1131m, 1), Line("*", .02m, 1)]);
        card.Price(Channel.WhatsApp, "49", MessageCategory.Marketing, new LocalDate(2026, 6, 30)).ShouldBe(.1131m);
        card.Price(Channel.WhatsApp, "49", MessageCategory.Marketing, new LocalDate(2026, 7, 1)).ShouldBe(.0456m);
        card.Price(Channel.WhatsApp, "33", MessageCategory.Marketing, new LocalDate(2026, 7, 1)).ShouldBe(.02m);
        card.Price(Channel.WhatsApp, null, MessageCategory.Marketing, new LocalDate(2026, 7, 1)).ShouldBe(.02m);
    }

    [Fact]
    public void AMessageWithoutPriceIsAGapNotFree()
    {
        var card = new RateCard([Line("49", .05m, 7)]);
        card.Price(Channel.WhatsApp, "49", MessageCategory.Marketing, new LocalDate(2026, 6, 30)).ShouldBeNull();
        card.Price(Channel.WhatsApp, "49", MessageCategory.Utility, new LocalDate(2026, 8, 1)).ShouldBeNull();
        card.Price(Channel.Sms, "49", MessageCategory.Marketing, new LocalDate(2026, 8, 1)).ShouldBeNull();
        new RateCard([Line("49", .05m, 7) with { PriceInCurrency = null }]).Price(Channel.WhatsApp, "49", MessageCategory.Marketing, new LocalDate(2026, 8, 1)).ShouldBeNull();
    }

    private static MessageRateFact Line(string country, decimal price, int month) => new()
    {
        Rate = new Key(month),
        Channel = Channel.WhatsApp,
        CountryCallingCode = country,
        Category = MessageCategory.Marketing,
        ValidFrom = new LocalDate(2026, month, 1),
        Price = price,
        Currency = "USD",
        PriceInCurrency = price,
    };
}
