using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Beleg.EndToEnd.Support;

namespace Beleg.EndToEnd.Http;

/// <summary>Who may do what.</summary>
[Trait("Speed", "Slow")]
public sealed class KeyTests
{
    [Fact]
    public async Task AKeyReadsItsOwnWorkspaceAndLearnsNothingOfOthers()
    {
        await using var beleg = await RunningBeleg.StartAsync();
        (await beleg.RunAsync("workspace", "create", "ours")).Ok();
        (await beleg.RunAsync("workspace", "create", "theirs")).Ok();
        var read = (await beleg.RunAsync("key", "create", "ours", "--scope", "read")).Ok().Trim();
        var write = (await beleg.RunAsync("key", "create", "ours", "--scope", "write")).Ok().Trim();
        var browser = (await beleg.RunAsync("key", "create", "ours", "--scope", "write", "--browser")).Ok().Trim();
        var admin = (await beleg.RunAsync("key", "create", "ours", "--scope", "admin")).Ok().Trim();

        (await GetAsync(beleg, "/api/ours/query?metrics=aov", null)).ShouldBe(HttpStatusCode.Unauthorized);
        (await GetAsync(beleg, "/api/ours/query?metrics=aov", "beleg_read_guessed")).ShouldBe(HttpStatusCode.Unauthorized);
        (await GetAsync(beleg, "/api/ours/query?metrics=aov", read)).ShouldBe(HttpStatusCode.OK);
        (await GetAsync(beleg, "/api/theirs/query?metrics=aov", read)).ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync(beleg, "/api/nowhere/query?metrics=aov", read)).ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync(beleg, "/api/ours/query?metrics=aov", write)).ShouldBe(HttpStatusCode.Forbidden);
        (await GetAsync(beleg, "/api/ours/query?metrics=aov", browser)).ShouldBe(HttpStatusCode.Forbidden);
        (await GetAsync(beleg, "/api/ours/links", read)).ShouldBe(HttpStatusCode.Forbidden);
        (await GetAsync(beleg, "/api/ours/links", admin)).ShouldBe(HttpStatusCode.OK);
        (await GetAsync(beleg, "/metrics", read)).ShouldBe(HttpStatusCode.Unauthorized);
        (await GetAsync(beleg, "/metrics", admin)).ShouldBe(HttpStatusCode.OK);
        (await GetAsync(beleg, "/api/ours/query?metrics=no_such_metric", read)).ShouldBe(HttpStatusCode.BadRequest);

        (await beleg.RunAsync("key", "revoke", "ours", "1")).Ok();
        (await GetAsync(beleg, "/api/ours/query?metrics=aov", read)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task ABrowserKeyMergesNobodyAndMakesNoMoney()
    {
        await using var beleg = await RunningBeleg.StartAsync();
        (await beleg.RunAsync("workspace", "create", "ours")).Ok();
        var browser = (await beleg.RunAsync("key", "create", "ours", "--scope", "write", "--browser")).Ok().Trim();
        var body = "{\"writeKey\":\"" + browser + "\",\"batch\":[{\"type\":\"track\",\"event\":\"Order Completed\",\"messageId\":\"m\",\"anonymousId\":\"a\",\"timestamp\":\"2026-09-01T10:00:00Z\",\"properties\":{\"order_id\":\"forged\",\"total\":\"900\",\"captured\":\"900\",\"currency\":\"EUR\"}}]}";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/batch") { Content = new StringContent(body, Encoding.UTF8, "text/plain") };
        request.Headers.Add("Origin", "https://shop.example");
        var answer = await beleg.Http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        await beleg.SignInAsync(beleg.Http);
        (await RunningBeleg.EventuallyAsync(() => beleg.Http.GetStringAsync("/w/ours/sources"), page => page.Contains("not_trusted", StringComparison.Ordinal))).ShouldContain("not_trusted");
        (await beleg.Http.GetAsync("/api/ours/receipts/browser/forged")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<HttpStatusCode> GetAsync(RunningBeleg beleg, string path, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await beleg.Http.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        return answer.StatusCode;
    }
}
