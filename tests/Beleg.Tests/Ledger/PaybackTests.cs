using Beleg.Ledger;

namespace Beleg.Tests.Ledger;

public sealed class PaybackTests
{
    [Fact]
    public void ThirtySixThousandIsEarnedBackInOnePointSevenMonths()
    {
        var payback = Payback.Of([new(2_721_600, 600_000, 3_600_000), new(2_721_600, 600_000), new(2_721_600, 600_000)]);
        Math.Round(payback.Months!.Value, 2).ShouldBe(1.70m);
        payback.Months.Value.ShouldBe(36_000m / 21_216m, 1e-20m);
        payback.ForecastMonths.ShouldBeNull();
    }

    [Fact]
    public void NotYetNamesTheMonthItWillBe()
    {
        var payback = Payback.Of([new(2_721_600, 600_000, 3_600_000)]);
        payback.Months.ShouldBeNull();
        Math.Round(payback.ForecastMonths!.Value, 2).ShouldBe(1.70m);
    }

    [Fact]
    public void AProgrammeThatCostsMoreThanItBringsNeverPaysBack() =>
        Payback.Of([new(100, 200, 1000), new(100, 200)]).ShouldBe(new Payback(null, null));

    [Fact]
    public void WithoutCostThereIsNothingToPayBack() => Payback.Of([new(100, 0), new(100, 0)]).ShouldBe(new Payback(null, null));

    [Fact]
    public void ARunningCostThatIsAlwaysEarnedIsPaidBackAtOnce() => Payback.Of([new(300, 100)]).Months.ShouldBe(0m);

    [Fact]
    public void ALossCarriesOverToTheMonthThatEarnsItBack() => Payback.Of([new(0, 100), new(300, 100)]).Months.ShouldBe(1.5m);

    [Fact]
    public void ACostReachedExactlyAtTheEndOfAMonthIsThatMonth() => Payback.Of([new(100, 0, 200), new(100, 0)]).Months.ShouldBe(2m);

    [Fact]
    public void NoMonthsNoAnswer() => Payback.Of([]).ShouldBe(new Payback(null, null));
}
