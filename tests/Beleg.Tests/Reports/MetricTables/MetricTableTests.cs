using System.Globalization;
using Beleg.App.Dashboard;
using Beleg.App.Dashboard.Language;
using Beleg.Metrics;
using Beleg.Reports;
using Beleg.Reports.Books;
using Beleg.Reports.MetricTables;
using Beleg.Sources;
using Beleg.Tests.Metrics;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using NodaTime;

namespace Beleg.Tests.Reports.MetricTables;

/// <summary>The living document says one thing in every form, and nothing in it runs in whoever opens it.</summary>
public sealed class MetricTableTests
{
    private const string Hostile = "=HYPERLINK(\"http://evil.example\",\"click\")";

    [Fact]
    public void ItHoldsEveryMetricOfTheCatalogueWithItsValue()
    {
        var table = Table();

        table.Rows.Select(row => row.Id).Order().ShouldBe(MetricCatalogue.Default.All.Select(metric => metric.Id).Order());
        table.Rows.Single(row => row.Id == "automated_conversations").Value.ShouldBe(1m);
        table.Rows.ShouldAllBe(row => row.WaitsFor == null || row.Value == null);
    }

    [Fact]
    public void WhatWasAgreedReplacesTheCataloguesWordAndKeepsItsHistory()
    {
        var row = Table(Agreed("automated_conversations", "Ines", 5, 1), Agreed("automated_conversations", "Tom", 1, 2)).Rows.Single(row => row.Id == "automated_conversations");

        (row.Owner, row.Target, row.OnTarget).ShouldBe(("Tom", 1m, true));
        row.History.Select(agreed => (agreed.Version, agreed.Owner, agreed.Target)).ShouldBe([(1, "Ines", 5m), (2, "Tom", 1m)]);
        Table(Agreed("automated_conversations", null, null, 1)).Rows.Single(one => one.Id == "automated_conversations").ShouldSatisfyAllConditions(one => one.Owner.ShouldBe("CX lead"), one => one.OnTarget.ShouldBeNull());
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void TheWorkbookHoldsWhatTheDocumentHolds(string language)
    {
        var table = Table(Agreed("aov", Hostile, 6.5m, 1));
        var cells = Open(MetricTableWorkbook.Render(table, ReportLanguage.Of(language), Instant.FromUtc(2026, 10, 1, 8, 0)));

        cells.Count.ShouldBe(table.Rows.Count + 1);
        cells[0].ShouldBe(MetricTableColumns.All.Select(column => column.Head.In(language)));
        foreach (var (row, line) in table.Rows.Zip(cells.Skip(1)))
        {
            (line[0], line[1], line[2]).ShouldBe((row.Name.In(language), row.Id, row.Definition.In(language)));
            (Number(line[8]), Number(line[9])).ShouldBe((row.Target, row.Value), row.Id);
        }
    }

    /// <summary>Seen in the German workbook: "CX lead", "Conversations", "daily" between German words.</summary>
    [Fact]
    public void WhoeverReadsGermanReadsOwnerSourceAndFrequencyInGermanToo()
    {
        var table = Table(Agreed("aov", "Ines Öztürk", null, 1));
        var german = Open(MetricTableWorkbook.Render(table, ReportLanguage.German, Instant.FromUtc(2026, 10, 1, 8, 0))).ToDictionary(line => line[1]);

        (german["durable_resolution_rate"][3], german["durable_resolution_rate"][4], german["durable_resolution_rate"][5]).ShouldBe(("Gespräche", "Leitung Kundenservice", "monatlich"));
        german["aov"][4].ShouldBe("Ines Öztürk", "what somebody wrote themselves stays");
        string[] alike = ["Compliance", "Leads"];
        table.Rows.SelectMany(row => new[] { row.Frequency, row.Source }).Distinct().Where(word => CatalogueWords.Of(word).De == word && !alike.Contains(word)).ShouldBeEmpty();
    }

    [Fact]
    public void TextThatLooksLikeAFormulaIsNone()
    {
        var table = Table(Agreed("aov", Hostile, null, 1));

        var bytes = MetricTableWorkbook.Render(table, ReportLanguage.English, Instant.FromUtc(2026, 10, 1, 8, 0));
        using var file = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        var sheet = file.WorkbookPart!.WorksheetParts.Single().Worksheet;
        sheet.Descendants<CellFormula>().ShouldBeEmpty();
        Open(bytes).SelectMany(line => line).Single(text => text.Contains("evil", StringComparison.Ordinal) && text.Contains("HYPERLINK", StringComparison.Ordinal) && !text.StartsWith("1:", StringComparison.Ordinal)).ShouldStartWith("'=");
        MetricTableText.Csv(table, Tongue.English).ShouldContain("\"'=HYPERLINK(");
    }

    [Fact]
    public void TheCsvHoldsTheSameLines()
    {
        var table = Table();
        var lines = MetricTableText.Csv(table, Tongue.German).TrimEnd().Split("\r\n");

        lines[0].ShouldStartWith("Kennzahl,Id,Definition,");
        lines.Length.ShouldBe(table.Rows.Count + 1);
    }

    private static MetricTable Table(params (string Metric, LedgerVersion<AgreementPayload> Version)[] agreed)
    {
        var story = new Story();
        story.Conversation(1, "2026-09-01");
        using var scene = new MetricScene(story.Facts);
        var answer = scene.Ask($"metrics={string.Join(',', MetricCatalogue.Default.All.Where(m => m.IsDue).Select(m => m.Id))}&month=2026-09&intervals=false");
        var book = new LedgerBook
        {
            Costs = [],
            Assumptions = [],
            Hypotheses = [],
            Agreements = agreed.GroupBy(one => one.Metric).ToDictionary(line => line.Key, line => new LedgerLine<AgreementPayload>(line.Key, [.. line.Select(one => one.Version)])),
        };
        return MetricTable.Compose("story", MetricCatalogue.Default, book, answer);
    }

    private static (string, LedgerVersion<AgreementPayload>) Agreed(string metric, string? owner, decimal? target, int version) =>
        (metric, new LedgerVersion<AgreementPayload>(version, new AgreementPayload { MetricId = metric, Owner = owner, Target = target }, new Written(Instant.FromUtc(2026, 9, version, 8, 0), "ines", null, "operator", version)));

    private static List<string[]> Open(byte[] bytes)
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        return [.. file.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InlineString?.InnerText ?? cell.CellValue?.Text ?? "").ToArray())];
    }

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
