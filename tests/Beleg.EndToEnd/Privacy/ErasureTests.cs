using System.Net;
using System.Text;
using Beleg.EndToEnd.Support;

namespace Beleg.EndToEnd.Privacy;

/// <summary>The command erase, run as an operator runs it: beside a running server, and on its own.</summary>
[Trait("Speed", "Slow")]
public sealed class ErasureTests
{
    private static readonly string[] planted = ["Quillona Vanishing", "quillona.vanishing@mail.example", "4915799001122", "please forget all of this"];
    private static readonly string[] tables = ["message", "conversation", "contact", "orders", "click", "touch", "credit"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task NobodyIsLeftAnywhereAndEveryFigureStays(bool besideTheServer)
    {
        await using var beleg = await RunningBeleg.StartAsync();
        await beleg.AddWhatsAppAsync("ours");
        await TellStoryAsync(beleg);
        var facts = await FactsAsync(beleg);
        facts.ShouldContain("q-1");
        await beleg.SignInAsync(beleg.Http);
        var contact = await ContactPageAsync(beleg);
        (await beleg.Http.GetStringAsync(contact)).ShouldContain(planted[0]);

        if (!besideTheServer)
            await beleg.StopAsync();
        (await beleg.Data.RunAsync("erase", "nobody@mail.example", "--workspace", "ours")).Code.ShouldBe(2);
        (await beleg.Data.RunAsync("erase", planted[1], "--workspace", "ours", "--dry-run")).Ok().ShouldContain("Nothing was changed");
        (await beleg.Data.RunAsync("erase", planted[1].ToUpperInvariant(), "--workspace", "ours")).Ok().ShouldContain("is erased");
        if (besideTheServer)
        {
            Clean(await beleg.Http.GetStringAsync(contact), "the contact's page");
            Clean(await beleg.Http.GetStringAsync("/w/ours/receipts/shop/q-1"), "the receipt");
            (await FactsAsync(beleg)).ShouldBe(facts);
            await TellStoryAsync(beleg);
            (await FactsAsync(beleg)).ShouldBe(facts, "what is delivered again changes nothing and brings nobody back");
            Clean(await beleg.Http.GetStringAsync(contact), "the contact's page after the same was delivered again");
            (await beleg.RunAsync("rebuild", "--workspace", "ours")).Ok();
            Clean(beleg.Log, "the log");
            await beleg.StopAsync();
        }

        (await FactsAsync(beleg)).ShouldBe(facts);
        foreach (var file in Directory.EnumerateFiles(beleg.Data.Path, "*", SearchOption.AllDirectories))
            Clean(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)), file);
        var copy = Path.Combine(beleg.Data.Root, "copy");
        (await beleg.Data.RunAsync("backup", "--out", copy)).Ok();
        foreach (var file in Directory.EnumerateFiles(beleg.Data.Root, "copy*", SearchOption.AllDirectories).Concat(Directory.Exists(copy) ? Directory.EnumerateFiles(copy, "*", SearchOption.AllDirectories) : []))
            Clean(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)), file);
    }

    private static async Task TellStoryAsync(RunningBeleg beleg)
    {
        (await beleg.Http.SendAsync(Webhook.Signed("/in/ours/whatsapp", Webhook.Text(planted[3], "wamid.q", from: planted[2], name: planted[0])))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await beleg.Http.SendAsync(Webhook.Signed("/in/ours/whatsapp", Webhook.Text("somebody else stays", "wamid.s", from: "4915700000001", name: "Stays Here")))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var write = (await beleg.RunAsync("key", "create", "ours", "--scope", "write")).Ok().Trim();
        var batch = $$$"""
            {"batch":[
            {"type":"identify","messageId":"q1","userId":"quill","timestamp":"2026-09-02T09:00:00Z","traits":{"name":"{{{planted[0]}}}","email":"{{{planted[1]}}}","phone":"+{{{planted[2]}}}"}},
            {"type":"track","event":"Order Completed","messageId":"q2","userId":"quill","timestamp":"2026-09-02T10:00:00Z","properties":{"order_id":"q-1","total":"10.00","captured":"10.00","currency":"EUR","email":"{{{planted[1]}}}"}}
            ]}
            """;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/batch") { Content = new StringContent(batch, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(write + ":")));
        (await beleg.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<string> FactsAsync(RunningBeleg beleg)
    {
        var all = new StringBuilder();
        foreach (var table in tables)
            all.AppendLine(table).Append((await beleg.RunAsync("export", "--workspace", "ours", "--table", table)).Ok());
        return all.ToString();
    }

    private static async Task<string> ContactPageAsync(RunningBeleg beleg)
    {
        var html = await RunningBeleg.EventuallyAsync(() => beleg.Http.GetStringAsync("/w/ours/receipts/shop/q-1"), text => text.Contains("/contacts/", StringComparison.Ordinal));
        return System.Text.RegularExpressions.Regex.Match(html, "/w/ours/contacts/[0-9a-f]{16}").Value;
    }

    private static void Clean(string text, string where)
    {
        foreach (var secret in planted)
            text.ShouldNotContain(secret, Case.Insensitive, where);
    }
}
