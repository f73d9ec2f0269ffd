using System.Net.Http.Headers;
using System.Text;
using Beleg.EndToEnd.Support;

namespace Beleg.EndToEnd.Privacy;

/// <summary>A planted name, phone, address and text must be in no file, log or answer but the page that is meant to show them.</summary>
[Trait("Speed", "Slow")]
public sealed class CanaryTests
{
    private static readonly string[] planted = ["Zyxwina Canarybird", "zyxwina.canarybird@mail.example", "4915799887766", "the canary sings at midnight"];

    [Fact]
    public async Task APersonIsNowhereButOnTheirOwnPage()
    {
        await using var beleg = await RunningBeleg.StartAsync();
        await beleg.AddWhatsAppAsync("ours");
        var write = (await beleg.RunAsync("key", "create", "ours", "--scope", "write")).Ok().Trim();
        var read = (await beleg.RunAsync("key", "create", "ours", "--scope", "admin")).Ok().Trim();
        (await beleg.Http.SendAsync(Webhook.Signed("/in/ours/whatsapp", Webhook.Text(planted[3], "wamid.canary", from: planted[2], name: planted[0])))).EnsureSuccessStatusCode();
        (await beleg.Http.SendAsync(Webhook.Signed("/in/ours/whatsapp", Webhook.Text(planted[3], "wamid.refused", from: planted[2], name: planted[0]), "wrong"))).StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
        var order = $$$"""
            {"batch":[
            {"type":"identify","messageId":"i1","userId":"c1","traits":{"name":"{{{planted[0]}}}","email":"{{{planted[1]}}}","phone":"+{{{planted[2]}}}"}},
            {"type":"track","event":"Order Completed","messageId":"o1","userId":"c1","timestamp":"2026-09-02T10:00:00Z","properties":{"order_id":"c-1","total":"10.00","captured":"10.00","currency":"EUR","email":"{{{planted[1]}}}"}},
            {"type":"track","event":"Order Completed","messageId":"o2","userId":"{{{planted[1]}}}","timestamp":"1990-09-02T10:00:00Z","properties":{"order_id":"c-2","email":"{{{planted[1]}}}","note":"{{{planted[3]}}}"}},
            {"type":"track","event":"Order Completed","messageId":"o3","properties":"{{{planted[1]}}}"}
            ]}
            """;
        using (var request = new HttpRequestMessage(HttpMethod.Post, "/v1/batch") { Content = new StringContent(order, Encoding.UTF8, "application/json") })
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(write + ":")));
            (await beleg.Http.SendAsync(request)).EnsureSuccessStatusCode();
        }

        await beleg.SignInAsync(beleg.Http);
        await RunningBeleg.EventuallyAsync(() => beleg.Http.GetAsync("/w/ours/receipts/shop/c-1"), answer => answer.IsSuccessStatusCode);
        await RunningBeleg.EventuallyAsync(() => beleg.Http.GetStringAsync("/w/ours/sources"), html => html.Contains("time_out_of_range", StringComparison.Ordinal));

        using var client = beleg.NewClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", read);
        foreach (var path in new[] { "/api/ours/metrics", "/api/ours/query?metrics=aov,entry_starts&month=2026-09", "/api/ours/receipts/shop/c-1", "/api/ours/links", "/metrics", "/readyz" })
            Clean(await client.GetStringAsync(path), path);
        foreach (var path in new[] { "/", "/w/ours", "/w/ours/receipts?month=2026-09", "/w/ours/receipts/shop/c-1", "/w/ours/sources", "/w/ours/links" })
            Clean(await beleg.Http.GetStringAsync(path), path);
        foreach (var table in new[] { "contact", "orders", "message", "conversation" })
            Clean((await beleg.RunAsync("export", "--workspace", "ours", "--table", table)).Ok(), "export of " + table);
        Clean((await beleg.RunAsync("receipt", "c-1", "--workspace", "ours")).Ok(), "receipt");
        Clean(beleg.Log, "the log");

        var html = await beleg.Http.GetStringAsync("/w/ours/receipts/shop/c-1");
        var contact = System.Text.RegularExpressions.Regex.Match(html, "/w/ours/contacts/[0-9a-f]{16}").Value;
        (await beleg.Http.GetStringAsync(contact)).ShouldContain(planted[0], customMessage: "the one page that is meant to show it");

        await beleg.StopAsync();
        foreach (var file in Directory.EnumerateFiles(beleg.Data.Path, "*", SearchOption.AllDirectories))
            Clean(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)), file);
    }

    private static void Clean(string text, string where)
    {
        foreach (var secret in planted)
            text.ShouldNotContain(secret, Case.Insensitive, where);
    }
}
