using Beleg.Metrics;
using Beleg.Reports;
using Beleg.Reports.Charts;
using NodaTime;

namespace Beleg.Tests.Reports.Charts;

/// <summary>What a chart of scenarios shows beside its line is what the scenarios say, and nothing where they say the same.</summary>
public sealed class MetricChartsTests
{
    [Fact]
    public void WhereAllScenariosAreTheSameNothingFillsTheSpaceBelowTheLine()
    {
        // Seen as a band from −4,950 up to 0 beside a headline without base and high.
        var chart = MetricCharts.Scenarios(Net((-4_950m, -4_950m, -4_950m), (-4_950m, -4_950m, -4_950m)), "USD");

        var line = chart.Series.ShouldHaveSingleItem();
        line.Values.ShouldBe([-4_950m, -4_950m]);
        (line.Low, line.High, line.IsArea).ShouldBe((null, null, false));
    }

    [Fact]
    public void WhereTheyDifferTheBandReachesFromLowToHigh()
    {
        var line = MetricCharts.Scenarios(Net((10m, 20m, 30m), (15m, 25m, 35m)), "USD").Series.ShouldHaveSingleItem();
        line.RangeName.ShouldBe(ChartSeries.Scenarios, "assumptions are no interval of chance");

        line.Values.ShouldBe([10m, 15m]);
        line.Low.ShouldNotBeNull().ShouldBe([10m, 15m]);
        line.High.ShouldNotBeNull().ShouldBe([30m, 35m]);
    }

    [Fact]
    public void ABarOfPartsSaysWhatThePartsComeTo()
    {
        var share = SomeChart.Of(ChartKind.Share);
        var chart = share with { Categories = [ChartCategory.Named("First"), ChartCategory.Named("Last")], Series = [.. share.Series.Select(series => series with { Values = [series.Values[0], 1m] })] };

        var json = ChartJson.Write(chart, ReportLanguage.English);

        json.ShouldContain("\"whole\":\"$1,280.00\"");
        json.ShouldContain("\"whole\":\"$3.00\"");
    }

    [Fact]
    public void WhatIsExpectedHasNoCents()
    {
        ChartJson.Write(SomeChart.Line, ReportLanguage.English).ShouldContain("$3.40");
        ChartJson.Write(SomeChart.Line with { HasWholeMoney = true }, ReportLanguage.English).ShouldNotContain("$3.40");
    }

    private static MetricResult Net(params (decimal Low, decimal Base, decimal High)[] months) => new()
    {
        Metric = MetricCatalogue.Default.Find("net_value")!,
        By = [],
        Total = new Figure(),
        Rows = [.. months.Select((month, i) => new MetricRow(Period.Month(new YearMonth(2026, 8 + i)), [], new Figure { Value = month.Base, Low = month.Low, High = month.High }))],
    };
}
