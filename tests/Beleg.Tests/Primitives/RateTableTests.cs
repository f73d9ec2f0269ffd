using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Beleg.Primitives;
using Beleg.Tests.Support;
using NodaTime;

namespace Beleg.Tests.Primitives;

public sealed class RateTableTests
{
    private static readonly LocalDate Day = new(2017, 3, 8);
    private static readonly Currency Jpy = Currency.Find("JPY");

    private static readonly RateTable Table = new(Currency.Eur, [
        new Rate(Day, Currency.Eur, Currency.Usd, 1.0556m),
        new Rate(Day, Currency.Eur, Jpy, 120.65m)]);

    [Fact]
    public void DollarsBecomeEurosByTheInverse()
    {
        var converted = Table.Convert(new Money(10000, Currency.Usd), Currency.Eur, Day).ShouldBeOfType<Conversion.Converted>();
        converted.Amount.ShouldBe(new Money(9473, Currency.Eur));
        converted.Original.ShouldBe(new Money(10000, Currency.Usd));
        converted.Rate.ShouldBe(0.947328533535m);
        converted.RateDate.ShouldBe(Day);
    }

    [Fact]
    public void YenBecomeDollarsAcrossTheBaseAndBetweenDifferentDecimals() =>
        Table.Convert(new Money(1000, Jpy), Currency.Usd, Day).ShouldBeOfType<Conversion.Converted>().Amount.ShouldBe(new Money(875, Currency.Usd));

    [Fact]
    public void AWeekendTakesTheLastPublishedRate()
    {
        var converted = Table.Convert(new Money(100, Currency.Eur), Currency.Usd, Day.PlusDays(7)).ShouldBeOfType<Conversion.Converted>();
        converted.RateDate.ShouldBe(Day);
    }

    [Fact]
    public void ARateOlderThanAWeekIsAGap() =>
        Table.Convert(new Money(100, Currency.Eur), Currency.Usd, Day.PlusDays(8)).ShouldBe(
            new Conversion.RateMissing(new Money(100, Currency.Eur), Currency.Usd, Day.PlusDays(8)));

    [Fact]
    public void ALaterRateIsNotUsedForAnEarlierDay() =>
        Table.Convert(new Money(100, Currency.Eur), Currency.Usd, Day.PlusDays(-1)).ShouldBeOfType<Conversion.RateMissing>();

    [Fact]
    public void AnUnknownPairIsAGapNeverOne() =>
        Table.Convert(new Money(100, Currency.Find("GBP")), Currency.Usd, Day).ShouldBeOfType<Conversion.RateMissing>();

    [Fact]
    public void ItsOwnCurrencyNeedsNoRate() =>
        RateTable.Empty.Convert(new Money(123, Jpy), Jpy, Day).ShouldBe(new Conversion.Converted(new Money(123, Jpy), new Money(123, Jpy), 1m, Day));

    [Theory]
    [InlineData(5, 2)]
    [InlineData(15, 8)]
    [InlineData(-5, -2)]
    [InlineData(-15, -8)]
    public void HalfAMinorUnitGoesToTheEvenOne(long from, long to)
    {
        var half = new RateTable(Currency.Eur, [new Rate(Day, Currency.Eur, Currency.Usd, 0.5m)]);
        half.Convert(new Money(from, Currency.Eur), Currency.Usd, Day).ShouldBeOfType<Conversion.Converted>().Amount.Minor.ShouldBe(to);
    }

    [Fact]
    public void ARateOfZeroIsNeverTakenIn() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new RateTable(Currency.Eur, [new Rate(Day, Currency.Eur, Currency.Usd, 0m)]));

    [Fact]
    public void TheCrossRatesOfTheEuropeanCentralBankComeOut()
    {
        var table = new RateTable(Currency.Eur, XDocument.Load(SharedFiles.Find("data/phone_currency/ecb_eurofxref-daily_2017-03-08.xml"))
            .Descendants().Where(e => e.Attribute("rate") is not null)
            .Select(e => new Rate(Day, Currency.Eur, Currency.Find(e.Attribute("currency")!.Value), decimal.Parse(e.Attribute("rate")!.Value, CultureInfo.InvariantCulture))));
        table.Count.ShouldBe(31);
        using var cases = JsonDocument.Parse(File.ReadAllText(SharedFiles.Find("data/phone_currency/fx_cross_rate_cases.json")));
        var seen = 0;
        foreach (var item in cases.RootElement.GetProperty("cases").EnumerateArray())
        {
            var to = Currency.Find(item.GetProperty("to").GetString()!);
            var amount = Money.FromMajor(item.GetProperty("amount").GetDecimal(), Currency.Find(item.GetProperty("from_").GetString()!));
            var expected = item.GetProperty("result").GetDecimal();
            table.TryRate(amount.Currency, to, Day, out var rate, out _).ShouldBeTrue();
            ((double)(amount.ToMajor() * rate.ToDecimal())).ShouldBe((double)expected, 1e-7);
            table.Convert(amount, to, Day).ShouldBeOfType<Conversion.Converted>().Amount.ShouldBe(Money.FromMajor(expected, to));
            seen++;
        }

        seen.ShouldBe(6);
    }
}
