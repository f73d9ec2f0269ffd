using Beleg.Ledger;
using Beleg.Primitives;

namespace Beleg.Tests.Ledger;

public sealed class CalculatorTests
{
    [Fact]
    public void TenThousandThatBringFiftyThousandReturnFourHundredPercent()
    {
        Calculator.Net(Dollars(50_000), Dollars(10_000)).Value.ShouldBe(40_000m);
        var roi = Calculator.ReturnOnInvestment(Dollars(50_000), Dollars(10_000));
        roi.Value.ShouldBe(400m);
        roi.English.ShouldBe("(50,000.00 USD − 10,000.00 USD) ÷ 10,000.00 USD × 100 = 400 %");
        roi.German.ShouldBe("(50.000,00 USD − 10.000,00 USD) ÷ 10.000,00 USD × 100 = 400 %");
    }

    [Fact]
    public void TenHoursAWeekAtFiftyAreTwoThousandAMonth()
    {
        var saved = Calculator.TimeSaved(10, Dollars(50), 4);
        saved.Value.ShouldBe(2_000m);
        saved.English.ShouldBe("10 h a week × 50.00 USD × 4 weeks a month = 2,000.00 USD");
        saved.German.ShouldBe("10 Std. je Woche × 50,00 USD × 4 Wochen im Monat = 2.000,00 USD");
    }

    [Fact]
    public void TwentyPurchasesOfAHundredConversationsAreTwentyPercent()
    {
        var conversion = Calculator.Conversion(20, 100);
        conversion.Value.ShouldBe(20m);
        conversion.English.ShouldBe("20 purchases ÷ 100 conversations × 100 = 20 %");
        conversion.German.ShouldBe("20 Käufe ÷ 100 Gespräche × 100 = 20 %");
    }

    [Fact]
    public void TheSupportCaseShowsItsWay()
    {
        Calculator.AvoidedCost(14_040, 7_560, 1m, Dollars(4.20m)).English.ShouldBe("(14,040 − 7,560) contacts × 100 % × 4.20 USD = 27,216.00 USD");
        var payback = Calculator.PaybackMonths(Dollars(36_000), Dollars(27_216), Dollars(6_000));
        payback.English.ShouldBe("36,000.00 USD ÷ (27,216.00 USD − 6,000.00 USD) = 1.70 months");
        payback.German.ShouldBe("36.000,00 USD ÷ (27.216,00 USD − 6.000,00 USD) = 1,70 Monate");
    }

    [Fact]
    public void WhatHasNoDenominatorHasNoValue()
    {
        Calculator.ReturnOnInvestment(Dollars(5), Dollars(0)).Value.ShouldBeNull();
        Calculator.Conversion(0, 0).Value.ShouldBeNull();
        Calculator.Conversion(0, 0).English.ShouldEndWith("= –");
        Calculator.PaybackMonths(Dollars(5), Dollars(1), Dollars(1)).Value.ShouldBeNull();
    }

    private static Money Dollars(decimal amount) => Money.FromMajor(amount, Currency.Usd);
}
