using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Beleg.Metrics;
using Beleg.Reports;
using Beleg.Reports.Charts;

namespace Beleg.Tests.Reports.Charts;

public sealed class ChartTests
{
    public static TheoryData<ChartKind, string> Kinds => [.. Enum.GetValues<ChartKind>().SelectMany(kind => new[] { "en", "de" }, (kind, language) => new TheoryDataRow<ChartKind, string>(kind, language))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryKindStandsAsDrawingDescriptionTableAndModelWithTheSameFigures(ChartKind kind, string language)
    {
        var (chart, l) = (SomeChart.Of(kind), ReportLanguage.Of(language));

        var page = Parse(ChartFigures.Render(chart, l));

        page.QuerySelector("svg")!.GetAttribute("aria-label").ShouldBe(ChartText.Describe(chart, l));
        page.QuerySelector("figcaption h3")!.TextContent.ShouldBe(chart.Title.In(language));
        using var model = JsonDocument.Parse(page.QuerySelector("script[type='application/json']")!.TextContent);
        var texts = model.RootElement.GetProperty("series").EnumerateArray().Select(series => series.GetProperty("texts").EnumerateArray().Select(text => text.GetString()!).ToArray()).ToArray();
        var cells = page.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td").Select(cell => cell.TextContent).ToArray()).ToArray();
        // One whole stands by its parts, everything else by its categories.
        if (kind == ChartKind.Share)
            texts = [.. Enumerable.Range(0, texts[0].Length).Select(category => texts.Select(series => series[category]).ToArray())];
        cells.Length.ShouldBe(kind == ChartKind.Share ? chart.Series.Count : chart.Categories.Count);
        for (var i = 0; i < cells.Length; i++)
        {
            foreach (var series in texts)
                cells[i].ShouldContain(series[i]);
        }
    }

    [Fact]
    public void TheTableOfOneWholeHasARowForEachOfItsParts()
    {
        var table = ChartTable.Of(SomeChart.Of(ChartKind.Share) with { CategoryName = new Words("Evidence", "Nachweis") }, ReportLanguage.English);

        table.Head.ShouldBe(["Evidence", "All", "Share"]);
        table.Rows.ShouldBe([["A", "$244.00", "19.1%"], ["B", "$365.00", "28.5%"], ["C", "$671.00", "52.4%"]]);
    }

    [Theory]
    [InlineData("en", "Low to high")]
    [InlineData("de", "Niedrig bis hoch")]
    public void WhatLiesBetweenLowAndHighAssumptionsIsNotCalledAnIntervalOfChance(string language, string head)
    {
        var chart = SomeChart.Line with { Series = [SomeChart.Line.Series[0] with { RangeName = ChartSeries.Scenarios }] };

        ChartTable.Of(chart, ReportLanguage.Of(language)).Head[2].ShouldBe(head);
        ChartTable.Of(SomeChart.Line, ReportLanguage.Of(language)).Head[2].ShouldBe(language == "en" ? "95% interval" : "95-%-Intervall");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void NothingOfADrawingIsStyledInline(ChartKind kind, string language) =>
        Parse(ChartFigures.Render(SomeChart.Of(kind), ReportLanguage.Of(language))).QuerySelectorAll("[style], style, script:not([type='application/json'])").ShouldBeEmpty();

    [Fact]
    public void AMonthWithoutAValueIsAGapNotAZero()
    {
        var page = Parse(ChartSvg.Render(SomeChart.Line, ReportLanguage.English));

        // The first two months make a line; the last stands alone behind the gap, as a point.
        page.QuerySelectorAll("path.line").Single().GetAttribute("d")!.Count(c => c == 'L').ShouldBe(1);
        page.QuerySelectorAll("circle").Length.ShouldBe(1);
        ChartTable.Of(SomeChart.Line, ReportLanguage.English).Rows[2].ShouldBe(["August 2026", "–", "–"]);
    }

    [Fact]
    public void TheDescriptionSaysWhereItBeganAndEndedAndItsExtremes() =>
        ChartText.Describe(SomeChart.Line, ReportLanguage.German).ShouldBe(
            "Umsatz pro Chat: von 3,10\u00a0$ (Juni 2026) auf 6,40\u00a0$ (September 2026); niedrigster Wert 3,10\u00a0$ (Juni 2026), höchster 6,40\u00a0$ (September 2026).");

    [Fact]
    public void AHostileNameStaysAName()
    {
        var page = Parse(ChartFigures.Render(SomeChart.Of(ChartKind.Funnel), ReportLanguage.English));

        page.QuerySelectorAll("b").Where(b => b.ParentElement is not IHtmlListItemElement).ShouldBeEmpty();
        page.QuerySelectorAll("tbody th")[2].TextContent.ShouldBe("Offer <b>");
        page.QuerySelector("script")!.TextContent.ShouldNotContain("<b>");
    }

    [Fact]
    public void TheEndsOfAWaterfallAreItsTotals()
    {
        var ends = ChartWaterfall.Ends(SomeChart.Of(ChartKind.Waterfall));

        ends.ShouldBe([(0, 620), (620, 660), (660, 629.5m), (0, 629.5m)]);
    }

    [Fact]
    public void AnEmptyChartSaysSoAndDrawsNothing()
    {
        var empty = SomeChart.Line with { Categories = [], Series = [SomeChart.Line.Series[0] with { Values = [], Low = null, High = null }] };

        var page = Parse(ChartFigures.Render(empty, ReportLanguage.English));

        page.QuerySelector("svg").ShouldBeNull();
        page.QuerySelector(".chart-empty")!.TextContent.ShouldBe("No data in this period.");
    }

    [Theory]
    [InlineData(0, 6.4, MetricUnit.Money, new[] { 0, 2, 4, 6, 8d })]
    [InlineData(0, .42, MetricUnit.Share, new[] { 0, .2, .4, .6d })]
    [InlineData(0, 3, MetricUnit.Count, new[] { 0, 1, 2, 3d })]
    [InlineData(0, 100_000, MetricUnit.DurationMs, new[] { 0, 30_000, 60_000, 90_000, 120_000d })]
    [InlineData(-40, 90, MetricUnit.Money, new[] { -50, 0, 50, 100d })]
    [InlineData(0, 0, MetricUnit.Share, new[] { 0, .25, .5, .75, 1 })]
    public void GridLinesStandAtRoundValues(double low, double high, MetricUnit unit, double[] ticks) =>
        ChartScale.Of((decimal)low, (decimal)high, unit).Ticks.Select(tick => (double)tick).ShouldBe(ticks);

    [Theory]
    [InlineData(12_000, "en", "$12k")]
    [InlineData(1_500_000, "de", "1,5\u00a0Mio.\u00a0$")]
    [InlineData(-2.5, "en", "−$2.50")]
    public void AxisTextsAreShort(double value, string language, string text) =>
        ChartFormat.Tick(SomeChart.Line, (decimal)value, ReportLanguage.Of(language)).ShouldBe(text);

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
