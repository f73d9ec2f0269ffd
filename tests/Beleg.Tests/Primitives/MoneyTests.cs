using System.Xml.Linq;
using Beleg.Primitives;
using Beleg.Tests.Support;

namespace Beleg.Tests.Primitives;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("209.00", "EUR", 20900)]
    [InlineData("0.1", "USD", 10)]
    [InlineData(".5", "USD", 50)]
    [InlineData("5.", "USD", 500)]
    [InlineData("0", "EUR", 0)]
    [InlineData("1000", "JPY", 1000)]
    [InlineData("1000.00", "JPY", 1000)]
    [InlineData("1.234", "BHD", 1234)]
    [InlineData("1.2345", "CLF", 12345)]
    [InlineData("12.3400", "EUR", 1234)]
    [InlineData("2.09e2", "EUR", 20900)]
    [InlineData("20900E-2", "EUR", 20900)]
    [InlineData("10000000000.00", "EUR", 1_000_000_000_000)]
    [InlineData("000000000000000000000000000001.50", "EUR", 150)]
    [InlineData("49.99", "eur", 4999)]
    public void AnAmountIsReadToTheMinorUnit(string text, string code, long minor)
    {
        Money.TryParse(text, code, out var money, out var refusal).ShouldBeTrue();
        refusal.ShouldBe(MoneyRefusal.None);
        money.ShouldBe(new Money(minor, Currency.Find(code)));
    }

    [Theory]
    [InlineData("10.999", "EUR", MoneyRefusal.TooManyDecimals)]
    [InlineData("0.5", "JPY", MoneyRefusal.TooManyDecimals)]
    [InlineData("1.0000000000000000000000000000001", "EUR", MoneyRefusal.TooManyDecimals)]
    [InlineData("99999999999999.001", "EUR", MoneyRefusal.TooManyDecimals)]
    [InlineData("1e-3", "EUR", MoneyRefusal.TooManyDecimals)]
    [InlineData("10000000000.01", "EUR", MoneyRefusal.TooLarge)]
    [InlineData("1e30", "JPY", MoneyRefusal.TooLarge)]
    [InlineData("1e999999999", "JPY", MoneyRefusal.TooLarge)]
    [InlineData("99999999999999999999999999999999999999", "EUR", MoneyRefusal.TooLarge)]
    [InlineData("-1", "EUR", MoneyRefusal.Negative)]
    [InlineData("1", "XAU", MoneyRefusal.UnknownCurrency)]
    [InlineData("1", "EURO", MoneyRefusal.UnknownCurrency)]
    [InlineData("1", "", MoneyRefusal.UnknownCurrency)]
    [InlineData("", "EUR", MoneyRefusal.NotANumber)]
    [InlineData("-", "EUR", MoneyRefusal.NotANumber)]
    [InlineData(".", "EUR", MoneyRefusal.NotANumber)]
    [InlineData("1,50", "EUR", MoneyRefusal.NotANumber)]
    [InlineData("1.2.3", "EUR", MoneyRefusal.NotANumber)]
    [InlineData("1e", "EUR", MoneyRefusal.NotANumber)]
    [InlineData("NaN", "EUR", MoneyRefusal.NotANumber)]
    [InlineData("٣", "EUR", MoneyRefusal.NotANumber)]
    public void ABadAmountIsAValueWithAReason(string text, string code, MoneyRefusal expected)
    {
        Money.TryParse(text, code, out _, out var refusal).ShouldBeFalse();
        refusal.ShouldBe(expected);
    }

    [Fact]
    public void ANegativeAmountIsTakenWhereItIsAskedFor()
    {
        Money.TryParse("-1.05", Currency.Eur, out var money, out _, allowNegative: true).ShouldBeTrue();
        money.Minor.ShouldBe(-105);
    }

    [Theory]
    [InlineData(20900, "EUR", "209.00 EUR")]
    [InlineData(-5, "EUR", "-0.05 EUR")]
    [InlineData(1000, "JPY", "1000 JPY")]
    [InlineData(1500, "BHD", "1.500 BHD")]
    public void AnAmountIsWrittenWithTheDecimalsOfItsCurrency(long minor, string code, string text) =>
        new Money(minor, Currency.Find(code)).ToString().ShouldBe(text);

    [Fact]
    public void TwoCurrenciesDoNotMix() =>
        Should.Throw<InvalidOperationException>(() => new Money(1, Currency.Eur) + new Money(1, Currency.Usd));

    [Fact]
    public void ASumThatDoesNotFitIsAnErrorNotANegativeAmount() =>
        Should.Throw<OverflowException>(() => new Money(long.MaxValue, Currency.Eur) + new Money(1, Currency.Eur));

    [Fact]
    public void TheTableAgreesWithTheListOfTheStandard()
    {
        var list = XDocument.Load(SharedFiles.Find("data/phone_currency/iso-4217-list-one.xml"));
        var checkedCodes = 0;
        foreach (var entry in list.Descendants("CcyNtry"))
        {
            var code = entry.Element("Ccy")?.Value;
            if (code is null)
                continue;
            var known = Currency.TryFind(code, out var currency);
            if (int.TryParse(entry.Element("CcyMnrUnts")!.Value, out var decimals))
            {
                known.ShouldBeTrue(code);
                currency!.Decimals.ShouldBe(decimals, code);
                checkedCodes++;
            }
            else
            {
                known.ShouldBeFalse(code);
            }
        }

        checkedCodes.ShouldBeGreaterThan(160);
    }
}
