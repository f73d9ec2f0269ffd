using System.Text.Json;
using Beleg.Ledger;
using Beleg.Primitives;
using Beleg.Reports;

namespace Beleg.Tests.Reports;

/// <summary>A formula on a page writes money as the figures beside it do; programs read it as they always did.</summary>
public sealed class WorkedTextTests
{
    [Fact]
    public void AFormulaOnAPageWritesMoneyAsEveryFigureBesideIt()
    {
        var roi = Calculator.ReturnOnInvestment(Dollars(665.60m), Dollars(279));

        WorkedText.Of(roi, ReportLanguage.English).ShouldBe("($665.60 − $279.00) ÷ $279.00 × 100 = 138.57%");
        WorkedText.Of(roi, ReportLanguage.German).ShouldBe("(665,60\u00a0$ − 279,00\u00a0$) ÷ 279,00\u00a0$ × 100 = 138,57\u00a0%");
        WorkedText.Of(Calculator.AvoidedCost(14_040, 7_560, 1m, Dollars(4.20m)), ReportLanguage.English).ShouldBe("(14,040 − 7,560) contacts × 100% × $4.20 = $27,216.00");
        WorkedText.Of(Calculator.PaybackMonths(Dollars(600), Dollars(10), Dollars(20)), ReportLanguage.English).ShouldBe("$600.00 ÷ ($10.00 − $20.00) = – months");
    }

    [Fact]
    public void AProgramReadsTheFormulaAsItAlwaysDid()
    {
        var json = JsonSerializer.Serialize(Calculator.Net(Dollars(50_000), Dollars(60_000)));

        json.ShouldContain("50,000.00 USD");
        json.ShouldContain("= -10,000.00 USD");
        JsonDocument.Parse(json).RootElement.EnumerateObject().Select(property => property.Name).ShouldBe(["Value", "English", "German"]);
    }

    private static Money Dollars(decimal amount) => Money.FromMajor(amount, Currency.Usd);
}
