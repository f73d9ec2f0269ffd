using System.Net;
using System.Text;
using System.Text.Json;
using Beleg.EndToEnd.Support;

namespace Beleg.EndToEnd.Privacy;

/// <summary>What was delivered behind a receipt: for whoever administers, encoded, and in no log.</summary>
[Trait("Speed", "Slow")]
public sealed class RawEventTests
{
    private const string Hostile = "<script>alert('Rawlina')</script>\\u001b[31m";

    [Fact]
    public async Task OnlyWhoAdministersSeesWhatWasDeliveredAndNobodyElseOfTheBatch()
    {
        await using var beleg = await RunningBeleg.StartAsync();
        (await beleg.RunAsync("workspace", "create", "ours")).Ok();
        var (write, read, admin) = ((await beleg.RunAsync("key", "create", "ours", "--scope", "write")).Ok().Trim(), (await beleg.RunAsync("key", "create", "ours", "--scope", "read")).Ok().Trim(), (await beleg.RunAsync("key", "create", "ours", "--scope", "admin")).Ok().Trim());
        var batch = $$$"""
            {"batch":[
            {"type":"track","event":"Order Completed","messageId":"r1","userId":"raw","timestamp":"2026-09-02T10:00:00Z","properties":{"order_id":"raw-1","total":"10.00","captured":"10.00","currency":"EUR","email":"rawlina@mail.example","note":"{{{Hostile}}}"}},
            {"type":"track","event":"Order Completed","messageId":"r2","userId":"another","timestamp":"2026-09-02T10:00:00Z","properties":{"order_id":"raw-2","total":"10.00","captured":"10.00","currency":"EUR","email":"bystander@mail.example"}}
            ]}
            """;
        using (var request = new HttpRequestMessage(HttpMethod.Post, "/v1/batch") { Content = new StringContent(batch, Encoding.UTF8, "application/json") })
        {
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(write + ":")));
            (await beleg.Http.SendAsync(request)).EnsureSuccessStatusCode();
        }

        await RunningBeleg.EventuallyAsync(() => AskAsync(beleg, read, ""), answer => answer.Code == HttpStatusCode.OK);
        var plain = await AskAsync(beleg, read, "");
        plain.Body.ShouldNotContain("rawlina", Case.Insensitive);
        using (var json = JsonDocument.Parse(plain.Body))
            json.RootElement.GetProperty("raw").ValueKind.ShouldBe(JsonValueKind.Null);
        (await AskAsync(beleg, read, "?raw=true")).Code.ShouldBe(HttpStatusCode.Forbidden);
        (await AskAsync(beleg, null, "?raw=true")).Code.ShouldBe(HttpStatusCode.Unauthorized);
        var full = await AskAsync(beleg, admin, "?raw=true");
        full.Code.ShouldBe(HttpStatusCode.OK);
        full.Body.ShouldNotContain("bystander", Case.Insensitive, "who else was in the delivery stays unseen");
        using (var json = JsonDocument.Parse(full.Body))
        {
            var raw = json.RootElement.GetProperty("raw").EnumerateArray().ShouldHaveSingleItem();
            raw.GetProperty("is_whole").GetBoolean().ShouldBeFalse();
            using var item = JsonDocument.Parse(raw.GetProperty("text").GetString()!);
            item.RootElement.GetProperty("properties").GetProperty("email").GetString().ShouldBe("rawlina@mail.example");
        }

        await beleg.SignInAsync(beleg.Http);
        (await beleg.Http.GetStringAsync("/w/ours/receipts/shop/raw-1")).ShouldNotContain("rawlina", Case.Insensitive);
        var page = await beleg.Http.GetStringAsync("/w/ours/receipts/shop/raw-1?raw=true");
        page.ShouldContain("rawlina@mail.example");
        page.ShouldNotContain("<script>alert");

        var told = (await beleg.RunAsync("receipt", "raw-1", "--workspace", "ours", "--raw")).Ok();
        told.ShouldContain("rawlina@mail.example");
        told.ShouldNotContain("\u001b[31m");
        (await beleg.RunAsync("receipt", "raw-1", "--workspace", "ours")).Ok().ShouldNotContain("rawlina", Case.Insensitive);
        beleg.Log.ShouldNotContain("rawlina", Case.Insensitive);
    }

    private static async Task<(HttpStatusCode Code, string Body)> AskAsync(RunningBeleg beleg, string? key, string query)
    {
        using var client = beleg.NewClient();
        if (key is not null)
            client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        using var answer = await client.GetAsync("/api/ours/receipts/shop/raw-1" + query);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
