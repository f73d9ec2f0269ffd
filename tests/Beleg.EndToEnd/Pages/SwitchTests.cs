using System.Text.Json;
using Beleg.EndToEnd.Support;
using Microsoft.Playwright;

namespace Beleg.EndToEnd.Pages;

/// <summary>A workspace looks at what other windows would change, applies them, and the figure, the receipt and the history agree.</summary>
[Trait("Speed", "Slow")]
public sealed class SwitchTests
{
    // A conversation ten days before the first order, a click one day before the second.
    private static readonly string[] story =
    [
        """{"type":"track","event":"Message Received","messageId":"m1","userId":"c1","timestamp":"2026-09-01T10:00:00Z","properties":{"channel":"webchat","message_id":"1"}}""",
        """{"type":"track","event":"Message Sent","messageId":"m2","userId":"c1","timestamp":"2026-09-01T10:00:05Z","properties":{"channel":"webchat","message_id":"2","actor":"bot"}}""",
        """{"type":"track","event":"Order Completed","messageId":"o1","userId":"c1","timestamp":"2026-09-11T10:00:00Z","properties":{"order_id":"1","total":"100.00","currency":"EUR"}}""",
        """{"type":"track","event":"Message Received","messageId":"m3","userId":"c2","timestamp":"2026-09-05T10:00:00Z","properties":{"channel":"webchat","message_id":"3"}}""",
        """{"type":"track","event":"Message Sent","messageId":"m4","userId":"c2","timestamp":"2026-09-05T10:00:05Z","properties":{"channel":"webchat","message_id":"4","actor":"bot"}}""",
        """{"type":"track","event":"Link Clicked","messageId":"k1","userId":"c2","timestamp":"2026-09-05T10:01:00Z","properties":{"channel":"webchat","link_id":"l1"}}""",
        """{"type":"track","event":"Order Completed","messageId":"o2","userId":"c2","timestamp":"2026-09-06T10:00:00Z","properties":{"order_id":"2","total":"60.00","currency":"EUR"}}""",
    ];

    private const string Asked = "form=1&month=2026-09&attribution_model=position&look_back_days=30&half_life_days=7&window.conversation=7";

    [Fact]
    public async Task WhatThePageForetoldIsWhatTheFiguresSayOnceItIsApplied()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SendAsync(story);
        (await AttributedAsync(desk)).ShouldBe(160m);

        await desk.GoAsync($"/w/ours/models/change?{Asked}");
        (await desk.Page.Locator("#effect").InnerTextAsync()).ShouldContain("1 of 2 orders change; 1 of them change their evidence.");
        (await CellsAsync(desk, "Attributed to the chat")).ShouldBe(["€160.00", "€60.00", "−€100.00"]);
        (await CellsAsync(desk, "All orders less refunds")).ShouldBe(["€160.00", "€160.00", "0"]);
        (await AttributedAsync(desk)).ShouldBe(160m, "looking changes nothing");
        var shop = "";
        using (var preview = JsonDocument.Parse(await (await desk.AskAsync(HttpMethod.Get, "/api/ours/models/preview?month=2026-09&model=position&look_back_windows=conversation%3D7")).Content.ReadAsStringAsync()))
        {
            shop = preview.RootElement.GetProperty("movers")[0].GetProperty("shop").GetString()!;
            preview.RootElement.GetProperty("totals")[0].GetProperty("after").GetDecimal().ShouldBe(60m);
            preview.RootElement.GetProperty("changed").GetInt64().ShouldBe(1);
        }

        await desk.Page.Locator("input[name=reason]").FillAsync("agreed with Finance");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await desk.Page.Locator(".note.done").WaitForAsync();
        var history = await desk.Page.Locator("#history").InnerTextAsync();
        foreach (var kept in new[] { "owner@localhost", "agreed with Finance", "Linear → Position", "Conversation: 7 d" })
            history.ShouldContain(kept);

        (await AttributedAsync(desk)).ShouldBe(60m);
        using var receipt = JsonDocument.Parse(await (await desk.AskAsync(HttpMethod.Get, $"/api/ours/receipts/{Uri.EscapeDataString(shop)}/1")).Content.ReadAsStringAsync());
        var refused = receipt.RootElement.GetProperty("refused")[0];
        (refused.GetProperty("window").GetProperty("days").GetInt32(), refused.GetProperty("window").GetProperty("rule").GetString()).ShouldBe((7, "conversation"));
        receipt.RootElement.GetProperty("versions").GetProperty("default_model").GetString().ShouldBe("position");
        await desk.GoAsync($"/w/ours/receipts/{Uri.EscapeDataString(shop)}/1");
        (await desk.Page.Locator("main").InnerTextAsync()).ShouldContain("Too early for their window: 1");
        (await desk.Beleg.RunAsync("rebuild", "--workspace", "ours")).Ok().ShouldContain("the same as before");
    }

    [Fact]
    public async Task TheCommandsForetellAndApplyTheSame()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SendAsync(story);
        string[] proposal = ["--workspace", "ours", "--look-back-windows", "conversation=7"];
        using (var preview = JsonDocument.Parse((await desk.Beleg.RunAsync(["models", "preview", .. proposal, "--month", "2026-09", "--json"])).Ok()))
            preview.RootElement.GetProperty("totals")[0].GetProperty("after").GetDecimal().ShouldBe(60m);
        (await desk.Beleg.RunAsync(["models", "apply", .. proposal, "--because", "a read proves little"])).Ok().ShouldContain("look_back_windows = conversation=7");
        (await AttributedAsync(desk)).ShouldBe(60m);
        (await desk.Beleg.RunAsync(["models", "apply", .. proposal])).Code.ShouldBe(2, "it changes nothing any more");
        (await desk.Beleg.RunAsync("models", "preview", "--workspace", "ours", "--look-back-windows", "pigeon=7")).Code.ShouldBe(2);
        (await desk.Beleg.RunAsync("models", "--workspace", "ours", "--month", "2026-09")).Ok().ShouldContain("markov");
    }

    [Fact]
    public async Task WhoMayOnlyReadCannotApply()
    {
        await using var desk = await Desk.OpenAsync();
        var read = (await desk.Beleg.RunAsync("key", "create", Desk.Workspace, "--scope", "read")).Ok().Trim();
        ((int)(await desk.AskAsync(HttpMethod.Post, "/api/ours/models/apply", """{"look_back_days":9}""", read)).StatusCode).ShouldBe(403);
        ((int)(await desk.AskAsync(HttpMethod.Get, "/api/ours/models/preview?look_back_days=9", null, read)).StatusCode).ShouldBe(200);
        ((int)(await desk.AskAsync(HttpMethod.Get, "/api/ours/models/preview?look_back_days=0", null, read)).StatusCode).ShouldBe(400);
        using var applied = JsonDocument.Parse(await (await desk.AskAsync(HttpMethod.Post, "/api/ours/models/apply", """{"look_back_days":9,"reason":"tried"}""")).Content.ReadAsStringAsync());
        (applied.RootElement[0].GetProperty("key").GetString(), applied.RootElement[0].GetProperty("after").GetString(), applied.RootElement[0].GetProperty("reason").GetString()).ShouldBe(("look_back_days", "9", "tried"));
    }

    private static async Task<string[]> CellsAsync(Desk desk, string name) =>
        [.. await desk.Page.Locator("#effect tr", new() { Has = desk.Page.GetByText(name, new() { Exact = true }) }).Locator("td").AllInnerTextsAsync()];

    private static async Task<decimal> AttributedAsync(Desk desk)
    {
        using var answer = JsonDocument.Parse(await (await desk.AskAsync(HttpMethod.Get, "/api/ours/query?metrics=attributed_revenue&month=2026-09")).Content.ReadAsStringAsync());
        return answer.RootElement.GetProperty("metrics")[0].GetProperty("value").GetDecimal();
    }
}
