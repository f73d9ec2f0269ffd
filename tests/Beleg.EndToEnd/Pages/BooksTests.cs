using System.Globalization;
using System.Text.Json;
using Beleg.EndToEnd.Support;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Playwright;

namespace Beleg.EndToEnd.Pages;

/// <summary>The books of a programme: what is written into them moves the figures, nothing is written over, and the document says one thing everywhere.</summary>
[Trait("Speed", "Slow")]
public sealed class BooksTests
{
    private const string Month = "month=2026-09";

    // One chat, a click in it, one order of 100 within the look-back (evidence C): revenue value 50 at the default margin.
    private static readonly string[] story =
    [
        """{"type":"track","event":"Message Received","messageId":"m1","userId":"c1","timestamp":"2026-09-01T10:00:00Z","properties":{"channel":"webchat","message_id":"1"}}""",
        """{"type":"track","event":"Message Sent","messageId":"m2","userId":"c1","timestamp":"2026-09-01T10:00:05Z","properties":{"channel":"webchat","message_id":"2","actor":"bot"}}""",
        """{"type":"track","event":"Link Clicked","messageId":"k1","userId":"c1","timestamp":"2026-09-01T10:01:00Z","properties":{"channel":"webchat","link_id":"l1"}}""",
        """{"type":"track","event":"Order Completed","messageId":"o1","userId":"c1","timestamp":"2026-09-02T10:00:00Z","properties":{"order_id":"1","total":"100.00","currency":"EUR"}}""",
    ];

    [Fact]
    public async Task ACostWrittenOnThePageMovesTheReturnAndACorrectionKeepsWhatStoodThere()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SendAsync(story);
        await desk.GoAsync($"/w/ours/roi?{Month}");
        (await RowAsync(desk, "Return on investment")).ShouldBe(["–", "–", "–"], "no cost, no value");

        await FillCostAsync(await desk.OpenFormAsync("Add a cost"), "25", "contract");
        await desk.GoAsync($"/w/ours/roi?{Month}");
        (await RowAsync(desk, "Return on investment"))[1].ShouldBe("100.0%");
        (await desk.Page.Locator("#formulas").InnerTextAsync()).ShouldContain("(€50.00 − €25.00) ÷ €25.00 × 100 = 100%");
        (await FigureAsync(desk, "roi_pct")).ShouldBe(100m);

        await FillCostAsync(await desk.OpenFormAsync("Correct"), "10", "discount agreed");
        await desk.GoAsync($"/w/ours/roi?{Month}");
        (await RowAsync(desk, "Return on investment"))[1].ShouldBe("400.0%");
        (await FigureAsync(desk, "roi_pct")).ShouldBe(400m);
        await desk.Page.Locator("#costs details", new() { HasText = "Correct" }).First.Locator("summary").ClickAsync();
        var history = await desk.Page.Locator("#costs").InnerTextAsync();
        foreach (var kept in new[] { "version 2", "version 1", "€10.00", "€25.00", "contract", "discount agreed", "owner@localhost" })
            history.ShouldContain(kept);
        (await desk.Beleg.RunAsync("rebuild", "--workspace", "ours")).Ok().ShouldContain("the same as before");
    }

    [Fact]
    public async Task AnAssumptionHoldsFromItsDayAndNamesWhoAgreed()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SendAsync(story);
        await desk.GoAsync($"/w/ours/roi?{Month}");
        (await RowAsync(desk, "Revenue value"))[1].ShouldBe("€50.00");
        var row = desk.Page.Locator("#assumptions tr", new() { HasText = "contribution_margin" });
        await row.Locator("summary").ClickAsync();
        var form = row.Locator("form");
        await form.Locator("[name=low]").FillAsync("0,3");
        await form.Locator("[name=value]").FillAsync("0.6");
        await form.Locator("[name=high]").FillAsync("0.5");
        await form.Locator("[name=valid_from]").FillAsync("2026-09-01");
        await form.Locator("[name=approver]").FillAsync("CFO");
        await form.Locator("[name=reason]").FillAsync("ledger of 2025");
        await form.Locator("button").ClickAsync();
        (await desk.Page.Locator(".note.error").InnerTextAsync()).ShouldContain("low, value, high");

        await desk.GoAsync($"/w/ours/roi?{Month}");
        row = desk.Page.Locator("#assumptions tr", new() { HasText = "contribution_margin" });
        await row.Locator("summary").ClickAsync();
        form = row.Locator("form");
        await form.Locator("[name=low]").FillAsync("0,3");
        await form.Locator("[name=value]").FillAsync("0.6");
        await form.Locator("[name=high]").FillAsync("0.7");
        await form.Locator("[name=valid_from]").FillAsync("2026-09-01");
        await form.Locator("[name=approver]").FillAsync("CFO");
        await form.Locator("[name=reason]").FillAsync("ledger of 2025");
        await form.Locator("button").ClickAsync();
        await desk.SavedAsync();
        await desk.GoAsync($"/w/ours/roi?{Month}");
        (await RowAsync(desk, "Revenue value")).ShouldBe(["€30.00", "€60.00", "€70.00"]);
        (await desk.Page.Locator("#assumptions tr", new() { HasText = "contribution_margin" }).InnerTextAsync()).ShouldContain("CFO");
        await desk.GoAsync("/w/ours/roi?from=2026-08-01&to=2026-08-31");
        (await desk.Page.Locator("#assumptions tr", new() { HasText = "contribution_margin" }).InnerTextAsync()).ShouldContain("default, not agreed");
    }

    [Fact]
    public async Task AHypothesisIsJudgedByTheFigure()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SendAsync(story);
        await desk.GoAsync($"/w/ours/roi?{Month}");
        var form = await BiggerBasketsAsync(desk, "80");
        await form.Locator("[name=from]").FillAsync("2026-09-01");
        await form.Locator("[name=due]").FillAsync("2026-10-31");
        await form.Locator("button").ClickAsync();
        await desk.SavedAsync();
        await desk.GoAsync($"/w/ours/roi?{Month}");

        // Half of sixty days are gone: the line is at 110, the basket at 100.
        var row = await desk.Page.Locator("#hypotheses tbody tr").First.InnerTextAsync();
        foreach (var said in new[] { "Bigger baskets", "€80.00", "€110.00", "€100.00", "€140.00", "behind" })
            row.ShouldContain(said);
    }

    [Fact]
    public async Task WhatIsExpectedIsReadInThePagesLanguageAndAloneInBoth()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SendAsync(story);
        await desk.GoAsync($"/w/ours/roi?{Month}");
        var form = await BiggerBasketsAsync(desk, "eighty");
        await form.Locator("[name=statement_de]").FillAsync("Größere Körbe");
        await form.Locator("button").ClickAsync();

        // A mistake elsewhere in the form costs nobody the second sentence.
        (await desk.Page.Locator(".note.error").CountAsync()).ShouldBe(1);
        form = desk.Page.Locator("#hypotheses form").Last;
        (await form.Locator("[name=statement_de]").InputValueAsync()).ShouldBe("Größere Körbe");
        await form.Locator("[name=baseline]").FillAsync("80");
        await form.Locator("button").ClickAsync();
        await desk.SavedAsync();

        var answer = await desk.AskAsync(HttpMethod.Post, "/api/ours/roi/hypotheses", """{"statement":"Happier people","metric":"csat","baseline":0.7,"target":0.9,"from":"2026-09-01","due":"2026-12-31"}""");
        answer.EnsureSuccessStatusCode();
        var books = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("hypotheses").EnumerateArray().ToList();
        books.Select(one => (one.GetProperty("statement").GetString(), one.GetProperty("statement_de").GetString())).Order().ShouldBe([("Bigger baskets", "Größere Körbe"), ("Happier people", null)]);

        await desk.GoAsync($"/w/ours/roi?{Month}");
        (await StatementsAsync(desk)).ShouldBe(["Bigger baskets", "Happier people"]);
        await desk.GoAsync($"/w/ours/roi?{Month}&lang=de");
        (await StatementsAsync(desk)).ShouldBe(["Größere Körbe", "Happier people"], "what is said in one language stands in both");
        (await desk.Page.Locator("#hypotheses [name=statement]").AllAsync()).Count.ShouldBe(3, "a form for each, and one for another");

        // Programs send it, too: with the event, or as the next version, and what is too long is refused in both languages.
        var tooLong = await desk.AskAsync(HttpMethod.Post, "/api/ours/roi/hypotheses", $$"""{"statement":"x","statement_de":"{{new string('x', 513)}}","metric":"csat","baseline":0.7,"target":0.9,"due":"2099-12-31"}""");
        tooLong.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
        (await tooLong.Content.ReadAsStringAsync()).ShouldContain("statement_de");
        (await desk.Beleg.RunAsync("rebuild", "--workspace", "ours")).Ok().ShouldContain("the same as before");
    }

    [Fact]
    public async Task WhoeverMovesATargetIsSeenToHaveMovedIt()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.GoAsync($"/w/ours/roi?{Month}");
        var form = await BiggerBasketsAsync(desk, "80");
        await form.Locator("[name=due]").FillAsync("2099-12-31");
        await form.Locator("button").ClickAsync();
        await desk.SavedAsync();
        await desk.GoAsync($"/w/ours/roi?{Month}&lang=de");
        var row = desk.Page.Locator("#hypotheses tbody tr");
        await row.Locator("summary").ClickAsync();
        await row.Locator("[name=target]").FillAsync("100");
        await row.Locator("[name=reason]").FillAsync("zu hoch gegriffen");
        await row.Locator("button").ClickAsync();
        await desk.SavedAsync();

        await row.Locator("summary").ClickAsync();
        var history = await row.Locator("li").AllInnerTextsAsync();
        history.Count.ShouldBe(2);
        history[0].ShouldStartWith("Fassung 2");
        history[0].ShouldContain("zu hoch gegriffen");
        history[0].ShouldContain("Ziel: 140,00\u00a0€ → 100,00\u00a0€");
        history[1].ShouldNotContain("→", customMessage: "the first version changed nothing");
    }

    [Fact]
    public async Task TheCalculatorShowsTheGoldenFormulas()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.GoAsync("/w/ours/roi?c_added=50000&c_cost=10000&c_hours=10&c_rate=50&c_weeks=4&c_chats=100&c_purchases=20&c_once=36000&c_monthly=27216&c_running=6000");

        var worked = await desk.Page.Locator("#calculator").InnerTextAsync();
        foreach (var formula in new[]
        {
            "€50,000.00 − €10,000.00 = €40,000.00", "(€50,000.00 − €10,000.00) ÷ €10,000.00 × 100 = 400%", "10 h a week × €50.00 × 4 weeks a month = €2,000.00",
            "20 purchases ÷ 100 conversations × 100 = 20%", "€36,000.00 ÷ (€27,216.00 − €6,000.00) = 1.70 months",
        })
            worked.ShouldContain(formula);
        await desk.GoAsync("/w/ours/roi?c_added=rubbish&c_cost=-1&lang=de");
        (await desk.Page.Locator("#calculator output").CountAsync()).ShouldBe(5);
    }

    [Fact]
    public async Task TheDocumentIsTheSameOnThePageInTheWorkbookAndInTheApi()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SendAsync(story);
        await desk.GoAsync("/w/ours/metrics/aov");
        var form = desk.Page.Locator("#agreed form");
        await desk.Page.Locator("#agreed summary").ClickAsync();
        await form.Locator("[name=owner]").FillAsync("=cmd|'/c calc'!A1");
        await form.Locator("[name=target]").FillAsync("90");
        await form.Locator("[name=reason]").FillAsync("QBR of August");
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await desk.SavedAsync();
        (await desk.Page.Locator("#agreed").InnerTextAsync()).ShouldContain("QBR of August");

        using var api = JsonDocument.Parse(await desk.Beleg.Http.GetStringAsync($"/api/ours/metric-table.json?{Month}"));
        var told = Cells(await desk.Beleg.Http.GetByteArrayAsync($"/w/ours/metrics.xlsx?{Month}&lang=en"));
        var file = Path.Combine(desk.Beleg.Data.Root, "metrics.xlsx");
        (await desk.Beleg.RunAsync("metrics", "--workspace", "ours", "--month", "2026-09", "--out", file, "--lang", "en")).Ok();
        Cells(await File.ReadAllBytesAsync(file)).ShouldBe(told);
        var rows = api.RootElement.GetProperty("rows").EnumerateArray().ToList();
        told.Count.ShouldBe(rows.Count + 1);
        foreach (var (row, cells) in rows.Zip(told.Skip(1)))
        {
            cells[1].ShouldBe(row.GetProperty("id").GetString());
            cells[2].ShouldBe(row.GetProperty("definition").GetProperty("en").GetString());
            foreach (var (column, name) in new[] { (8, "target"), (9, "value"), (11, "version") })
                Number(cells[column]).ShouldBe(row.GetProperty(name).ValueKind == JsonValueKind.Null ? null : row.GetProperty(name).GetDecimal(), cells[1]);
        }

        var aov = told.Single(cells => cells[1] == "aov");
        (aov[4], Number(aov[8]), Number(aov[9])).ShouldBe(("'=cmd|'/c calc'!A1", 90m, 100m));
        (await desk.Beleg.Http.GetStringAsync($"/w/ours/metrics.csv?{Month}&lang=de")).ShouldContain("'=cmd|");
        (await desk.Beleg.Http.GetStringAsync($"/w/ours/metrics?{Month}&lang=en")).ShouldContain("on target");
    }

    // Larger baskets than before, to be saved.
    private static async Task<ILocator> BiggerBasketsAsync(Desk desk, string baseline)
    {
        var form = await desk.OpenFormAsync("Add a hypothesis");
        await form.Locator("[name=statement]").FillAsync("Bigger baskets");
        await form.Locator("[name=metric]").SelectOptionAsync("aov");
        await form.Locator("[name=baseline]").FillAsync(baseline);
        await form.Locator("[name=target]").FillAsync("140");
        return form;
    }

    private static async Task FillCostAsync(ILocator form, string amount, string reason)
    {
        await form.Locator("[name=kind]").FillAsync("platform");
        await form.Locator("[name=amount]").FillAsync(amount);
        await form.Locator("[name=recurrence]").SelectOptionAsync("monthly");
        await form.Locator("[name=from]").FillAsync("2026-09-01");
        await form.Locator("[name=reason]").FillAsync(reason);
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await form.Page.Locator(".note.done").WaitForAsync();
    }

    // The sentence stands first in its cell; beneath it come metric, owner and the form.
    private static async Task<string[]> StatementsAsync(Desk desk) =>
        [.. (await desk.Page.Locator("#hypotheses tbody th").EvaluateAllAsync<string[]>("cells => cells.map(cell => cell.firstChild.textContent.trim())")).Order(StringComparer.Ordinal)];

    private static async Task<string[]> RowAsync(Desk desk, string name)
    {
        var cells = await desk.Page.Locator("#scenarios tr", new() { Has = desk.Page.GetByText(name, new() { Exact = true }) }).Locator("td").AllInnerTextsAsync();
        return [.. cells.Select(cell => cell.Split('\n')[0].Trim())];
    }

    private static async Task<decimal> FigureAsync(Desk desk, string metric)
    {
        using var answer = JsonDocument.Parse(await desk.Beleg.Http.GetStringAsync($"/api/ours/query?metrics={metric}&{Month}"));
        return answer.RootElement.GetProperty("metrics")[0].GetProperty("value").GetDecimal();
    }

    private static List<string[]> Cells(byte[] bytes)
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        return [.. file.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InlineString?.InnerText ?? cell.CellValue?.Text ?? "").ToArray())];
    }

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
