using Beleg.App.Dashboard;
using Beleg.App.Dashboard.Language;
using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Statistics;

namespace Beleg.Tests.App;

/// <summary>Figures in words: what would say nothing is left out, and what has no value says why.</summary>
public sealed class FigureTextTests
{
    private static readonly FigureText english = new(Tongue.English, Currency.Usd);

    [Fact]
    public void AnIntervalWhoseEndsAreWrittenAlikeIsNotPrinted()
    {
        english.Tile(Result("roi_pct", new Figure { Value = -100, Interval = Between(-100.001m, -99.999m) })).MarkedInterval.ShouldBeNull();
        english.Tile(Result("roi_pct", new Figure { Value = -100, Interval = Between(-100.001m, -99.999m) })).Interval.ShouldBeNull();
        english.Tile(Result("roi_pct", new Figure { Value = 12, Interval = Between(10m, 14m) })).Interval.ShouldBe("10.0% – 14.0%");
    }

    [Theory]
    [InlineData(true, "Not yet", "as it goes now, it does not pay back")]
    [InlineData(false, "–", "no cost in the ledger, nothing to pay back")]
    public void APaybackWithoutValueSaysWhy(bool hasCost, string figure, string why)
    {
        var payback = Result("payback_months", new Figure());

        var tile = english.Unpaid(english.Cautious(payback, payback), payback, hasCost ? 100m : 0m);

        (tile.Figure, tile.Parts, tile.Before).ShouldBe((figure, why, null));
    }

    [Fact]
    public void APaybackThatOnlyBetterAssumptionsReachSaysSo()
    {
        var payback = Result("payback_months", new Figure { Value = 9.5m, High = 7m });

        var tile = english.Unpaid(english.Cautious(payback), payback, 100m);

        (tile.Figure, tile.Parts).ShouldBe(("Not yet", "counted cautiously, it does not pay back"));
        tile.Range.ShouldNotBeNull().Value.ShouldContain("9.50 months");
    }

    [Fact]
    public void APaybackThatLiesAheadKeepsItsForecast()
    {
        var payback = Result("payback_months", new Figure { Forecast = 14m });

        var tile = english.Unpaid(english.Cautious(payback), payback, 100m);

        (tile.Figure, tile.Parts).ShouldBe(("Not yet", "expected after 14.00 months"));
    }

    [Fact]
    public void WhatHadNotPaidBackAMonthBeforeIsNoGapInTheData()
    {
        var now = Result("payback_months", new Figure { Value = 1.7m, Low = 1.7m, High = 1.7m });

        english.Cautious(now, Result("payback_months", new Figure { Forecast = 2m })).Before.ShouldBe("not yet");
        english.Cautious(now, Result("payback_months", new Figure())).Before.ShouldBeNull();
        english.Cautious(now, Result("payback_months", new Figure { Value = 1.8m, Low = 1.8m, High = 1.8m })).Before.ShouldBe("1.80 months");
    }

    private static MetricResult Result(string metric, Figure figure) => new() { Metric = MetricCatalogue.Default.Find(metric)!, By = [], Total = figure, Rows = [] };

    private static FigureInterval Between(decimal low, decimal high) => new(low, high, default(IntervalMethod));
}
