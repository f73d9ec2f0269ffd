using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Beleg.EndToEnd.Support;
using Microsoft.Playwright;

namespace Beleg.EndToEnd.Pages;

/// <summary>
/// The whole way in a real browser, as a customer walks it: an empty server is set up, the first events arrive by webhook, a figure opens
/// its rows and an order its receipt, a note is written, the month's proof is edited and published, and a stranger verifies it.
/// </summary>
[Trait("Speed", "Slow")]
public sealed partial class WholeWayTests
{
    private const string Workspace = "bloom";

    [Fact]
    public async Task FromAnEmptyServerToAProofThatAStrangerVerifies()
    {
        await using var browser = await Browser.StartAsync();
        await using var beleg = await RunningBeleg.StartAsync();
        var page = await (await browser.OpenAsync()).NewPageAsync();

        // Set-up: a person signs in by the link that the command prints, and adds a source on its page.
        (await beleg.RunAsync("workspace", "create", Workspace)).Ok();
        await page.GotoAsync((await beleg.RunAsync("sign-in-link")).Ok().Trim());
        await page.Locator("input[type=password]").FillAsync(SignedIn.Password);
        await page.Locator("main button[type=submit]").ClickAsync();
        await page.WaitForURLAsync("**/");
        await page.GotoAsync(At(beleg, "/sources"));
        await page.Locator("details:has(select[name=provider]) > summary").Last.ClickAsync();
        await page.Locator("select[name=provider]").SelectOptionAsync("whatsapp");
        await page.Locator("input[name=name]").FillAsync("whatsapp");
        await page.Locator("input[name=secret]").FillAsync(Webhook.Secret);
        await page.Locator("input[name=verify_token]").FillAsync("verify-me");
        await page.Locator("input[name=account_ids]").FillAsync(Webhook.PhoneNumberId);
        await page.Locator("form:has(input[name=secret]) button[type=submit]").Last.ClickAsync();

        // The first events: a customer's message by the provider's webhook, then what the bot, the link and the shop say.
        (await beleg.Http.SendAsync(Webhook.Signed($"/in/{Workspace}/whatsapp", Webhook.Text("A bouquet for Friday?", from: "4915112345678")))).EnsureSuccessStatusCode();
        await TellAsync(beleg);
        await RunningBeleg.EventuallyAsync(() => beleg.RunAsync("metrics", "revenue_per_chat", "--workspace", Workspace, "--from", "2026-09-01", "--to", "2026-10-01"), said => said.Out.Contains("42.00", StringComparison.Ordinal));
        await page.GotoAsync(At(beleg, "/sources"));
        (await page.Locator("main").TextContentAsync())!.ShouldContain("whatsapp");

        // Figure → rows → receipt.
        await page.GotoAsync(At(beleg, "?period=2026-09"));
        await page.Locator("main a[href*='/rows/revenue_per_chat']").First.ClickAsync();
        (await page.Locator("main tbody").First.TextContentAsync())!.ShouldContain("42.00");
        await page.Locator("main tbody a[href*='/receipts/']").First.ClickAsync();
        var receipt = (await page.Locator("main").TextContentAsync())!;
        receipt.ShouldContain("w-1");
        receipt.ShouldContain("42.00");

        // A note on why.
        await page.GotoAsync(At(beleg, "?period=2026-09"));
        var why = page.Locator("#why-conversion");
        var details = why.Locator("details").Last;
        if (await details.GetAttributeAsync("open") is null)
            await details.Locator("summary").First.ClickAsync();
        await why.Locator("textarea").FillAsync("The bouquet for Friday found its buyer.");
        await why.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator("#why-conversion")).ToContainTextAsync("found its buyer");

        // The month's proof: a draft, a person's words over it, published.
        await page.GotoAsync(At(beleg, "/proof/2026-09"));
        (await page.Locator(".draft").TextContentAsync()).ShouldBe("Draft");
        await page.GotoAsync(At(beleg, "/proof/2026-09/edit"));
        var drafted = await page.Locator("input[name='wins.1.text.en']").InputValueAsync();
        await page.Locator("input[name='wins.1.text.en']").FillAsync("The first bouquet was sold in a chat.");
        await page.Locator("input[name='wins.1.text.de']").FillAsync("Der erste Strauß wurde im Chat verkauft.");
        await page.Locator("button[value=publish]").ClickAsync();
        await page.WaitForURLAsync("**/proof?said=frozen");
        await page.GotoAsync(At(beleg, "/proof/2026-09"));
        (await page.Locator(".words").TextContentAsync())!.ShouldContain("The first bouquet was sold in a chat.");
        (await page.Locator(".draft").CountAsync()).ShouldBe(0);
        var (verify, live) = (await page.Locator("a[href*='/verify/']").GetAttributeAsync("href"), await page.Locator("a[href*='/share/']").GetAttributeAsync("href"));

        // A stranger, on another machine, verifies it and sees the living figures; nothing else opens.
        var stranger = await (await browser.OpenAsync()).NewPageAsync();
        await stranger.GotoAsync(verify!);
        (await stranger.Locator(".verdict.ok h2").TextContentAsync())!.ShouldContain("published here and is unaltered");
        await stranger.GotoAsync(live!);
        (await stranger.Locator("main").TextContentAsync())!.ShouldContain("€42.00");
        await stranger.GotoAsync(At(beleg, ""));
        stranger.Url.ShouldContain("/sign-in");

        await ShouldHoldTogetherAsync(beleg, page, drafted, verify!);
    }

    /// <summary>The file says what the page says, keeps the draft beside the person's words, and verifies.</summary>
    private static async Task ShouldHoldTogetherAsync(RunningBeleg beleg, IPage page, string drafted, string verify)
    {
        var file = Path.Combine(beleg.Data.Root, "september.json");
        (await beleg.RunAsync("report", "proof-pack", "--workspace", Workspace, "--month", "2026-09", "--out", file)).Ok();
        (await beleg.RunAsync("report", "verify", file)).Ok();
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        verify.ShouldEndWith(json.RootElement.GetProperty("hash").GetString()!);
        var edit = json.RootElement.GetProperty("proof").GetProperty("edits")[0];
        edit.GetProperty("drafted").GetProperty("en").GetString().ShouldBe(drafted);
        edit.GetProperty("author").GetString()!.ShouldContain("owner@localhost");
        var seal = (await page.Locator(".seal").TextContentAsync())!;
        Hash().Match(seal).Value.ShouldBe(json.RootElement.GetProperty("hash").GetString());
    }

    private static async Task TellAsync(RunningBeleg beleg)
    {
        var key = (await beleg.RunAsync("key", "create", Workspace, "--scope", "write")).Ok().Trim();
        const string Batch = """
            {"batch":[
            {"type":"identify","messageId":"i1","userId":"c1","timestamp":"2026-09-01T12:00:01Z","traits":{"phone":"+4915112345678"}},
            {"type":"track","event":"Message Sent","messageId":"m1","userId":"c1","timestamp":"2026-09-01T12:00:05Z","properties":{"channel":"whatsapp","actor":"bot","flow_id":"bouquet","message_id":"bot-1"}},
            {"type":"track","event":"Link Clicked","messageId":"k1","userId":"c1","timestamp":"2026-09-01T12:01:00Z","properties":{"channel":"whatsapp","flow_id":"bouquet","link_id":"l1"}},
            {"type":"track","event":"Order Completed","messageId":"o1","userId":"c1","timestamp":"2026-09-02T10:00:00Z","properties":{"order_id":"w-1","total":"42.00","captured":"42.00","currency":"EUR"}}
            ]}
            """;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/batch") { Content = new StringContent(Batch, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(key + ":")));
        (await beleg.Http.SendAsync(request)).EnsureSuccessStatusCode();
    }

    private static string At(RunningBeleg beleg, string path) => new Uri(beleg.Url, $"/w/{Workspace}{path}").ToString();

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();
}
