using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Beleg.EndToEnd.Support;

namespace Beleg.EndToEnd.Privacy;

/// <summary>One hostile contact, flow, button, branch, campaign and order name, on every surface.</summary>
[Trait("Speed", "Slow")]
public sealed class HostileNamesTests
{
    private const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'`{{7*7}}";
    private const string Formula = "=HYPERLINK(\"http://evil.example\",\"x\")";

    [Fact]
    public async Task NothingRunsAnywhere()
    {
        await using var beleg = await RunningBeleg.StartAsync();
        (await beleg.RunAsync("workspace", "create", "ours")).Ok();
        (await beleg.RunAsync("workspace", "set", "ours", "link_domains", "shop.example")).Ok();
        var write = (await beleg.RunAsync("key", "create", "ours", "--scope", "write")).Ok().Trim();
        var admin = (await beleg.RunAsync("key", "create", "ours", "--scope", "admin")).Ok().Trim();
        await SendAsync(beleg, write);
        using (var link = new HttpRequestMessage(HttpMethod.Post, "/api/ours/links") { Content = new StringContent(JsonSerializer.Serialize(new { target = "https://shop.example/\"><script>alert(3)</script>", channel = "whatsapp", flow = Script, branch = Formula }), Encoding.UTF8, "application/json") })
        {
            link.Headers.Authorization = new AuthenticationHeaderValue("Bearer", admin);
            (await beleg.Http.SendAsync(link)).EnsureSuccessStatusCode();
        }

        await beleg.SignInAsync(beleg.Http);
        var receiptPath = "/w/ours/receipts/shop/" + Uri.EscapeDataString(Formula + Script);
        var receipt = await RunningBeleg.EventuallyAsync(() => beleg.Http.GetAsync(receiptPath), answer => answer.IsSuccessStatusCode);
        var page = await receipt.Content.ReadAsStringAsync();
        var contact = new HtmlParser().ParseDocument(page).QuerySelector("a[href*='/contacts/']")!.GetAttribute("href")!;
        var shown = 0;
        foreach (var path in new[] { "/", "/w/ours?month=2026-09", "/w/ours/metrics/step_dropoff?month=2026-09", "/w/ours/receipts?month=2026-09", receiptPath, contact, "/w/ours/sources", "/w/ours/links" })
        {
            var html = await beleg.Http.GetStringAsync(path);
            var document = new HtmlParser().ParseDocument(html);
            document.QuerySelectorAll("script:not([type='application/json'], [src^='/page.js?v='])").Length.ShouldBe(0, path);
            document.All.SelectMany(element => element.Attributes).Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name == "style").ShouldBeFalse(path);
            document.QuerySelectorAll("img[src=x]").Length.ShouldBe(0, path);
            shown += document.Body!.TextContent.Contains("<script>alert(1)</script>", StringComparison.Ordinal) ? 1 : 0;
        }

        shown.ShouldBeGreaterThan(2, "the hostile names must really be on the pages, or this proves nothing");
        var answer = await beleg.Http.GetAsync("/api/ours/receipts/shop/" + Uri.EscapeDataString(Formula + Script));
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("<script>");

        var csv = (await beleg.RunAsync("export", "--workspace", "ours", "--table", "orders")).Ok();
        csv.ShouldContain("'" + Formula.Replace("\"", "\"\"", StringComparison.Ordinal));
        csv.Split('\n').SelectMany(line => line.Split(',')).ShouldNotContain(cell => cell.TrimStart('"').StartsWith('='));
    }

    private static async Task SendAsync(RunningBeleg beleg, string key)
    {
        object Call(string id, string name, object properties) => new { type = "track", @event = name, messageId = id, userId = "u1", timestamp = "2026-09-01T10:00:00Z", properties };
        var batch = new object[]
        {
            new { type = "identify", messageId = "h0", userId = "u1", timestamp = "2026-09-01T09:59:00Z", traits = new { name = Script, email = "mallory@mail.example", city = Formula } },
            Call("h1", "Message Received", new { channel = "webchat", text = Script, flow_id = Script }),
            Call("h2", "Flow Entered", new { channel = "webchat", flow_id = Script, run_id = "r", campaign_id = Formula, entry_point = "widget" }),
            Call("h3", "Flow Step Reached", new { channel = "webchat", flow_id = Script, run_id = "r", step_id = Script, step_index = 0 }),
            Call("h4", "Message Sent", new { channel = "webchat", actor = "flow", flow_id = Script, kind = "answer", text = Script, buttons = new[] { Script } }),
            Call("h5", "Button Clicked", new { channel = "webchat", button_id = Script, label = Script }),
            Call("h6", Script, new { channel = "webchat" }),
            Call("h7", "Order Completed", new { order_id = Formula + Script, total = "10.00", captured = "10.00", currency = "EUR", coupon = new[] { Formula } }),
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/batch") { Content = new StringContent(JsonSerializer.Serialize(new { batch }), Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(key + ":")));
        (await beleg.Http.SendAsync(request)).EnsureSuccessStatusCode();
    }
}
