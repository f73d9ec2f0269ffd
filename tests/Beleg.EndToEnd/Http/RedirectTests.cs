using System.Net;
using System.Text;
using System.Text.Json;
using System.Web;
using Beleg.EndToEnd.Support;

namespace Beleg.EndToEnd.Http;

/// <summary>Tagged links lead on whatever asks, and only people's clicks count.</summary>
[Trait("Speed", "Slow")]
public sealed class RedirectTests
{
    private const string Person = "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36";

    [Fact]
    public async Task AClickLeadsToAnOrderAsEvidenceB()
    {
        await using var beleg = await RunningBeleg.StartAsync();
        var (admin, write) = await SetUpAsync(beleg);
        var url = await MakeAsync(beleg, admin, """{"target":"https://shop.example/p?size=m#top","channel":"whatsapp","flow":"welcome","branch":"a b","recipient":{"type":"phone","value":"+4915112345678"}}""");

        var answer = await AskAsync(beleg, url, HttpMethod.Get, Person);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var target = answer.Headers.Location!;
        var query = HttpUtility.ParseQueryString(target.Query);
        (target.Host, target.Fragment, query["size"], query["utm_source"], query["utm_medium"], query["utm_campaign"], query["utm_content"])
            .ShouldBe(("shop.example", "#top", "m", "whatsapp", "chat", "welcome", "a b"));
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        var bid = query["bid"]!;
        bid.Length.ShouldBe(32);

        var order = $$$"""{"type":"track","event":"Order Completed","messageId":"o","userId":"somebody-else","timestamp":"{{{DateTime.UtcNow.AddSeconds(1):O}}}","properties":{"order_id":"77","total":"50.00","captured":"50.00","currency":"EUR","bid":"{{{bid}}}"}}""";
        await SendAsync(beleg, write, order);
        var receipt = await RunningBeleg.EventuallyAsync(
            async () => (await GetAsync(beleg, admin, "/api/shop/receipts/shop/77")) is { Length: > 0 } text ? JsonDocument.Parse(text).RootElement : default,
            found => found.ValueKind == JsonValueKind.Object && found.GetProperty("touches").GetArrayLength() > 0);
        receipt.GetProperty("evidence").GetProperty("grade").GetString().ShouldBe("b");
        receipt.GetProperty("touches")[0].GetProperty("kind").GetString().ShouldBe("click");
    }

    [Fact]
    public async Task FetchersAreLedOnKeptAndNeverCounted()
    {
        await using var beleg = await RunningBeleg.StartAsync();
        var (admin, _) = await SetUpAsync(beleg);
        var url = await MakeAsync(beleg, admin, """{"target":"https://shop.example/","channel":"instagram","flow":"f"}""");
        foreach (var (method, agent) in new[] { (HttpMethod.Get, "WhatsApp/2.23.20.0"), (HttpMethod.Get, "Googlebot/2.1 (+http://www.google.com/bot.html)"), (HttpMethod.Head, Person) })
        {
            var answer = await AskAsync(beleg, url, method, agent);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            answer.Headers.Location!.Query.ShouldNotContain("bid=");
        }

        await AskAsync(beleg, url, HttpMethod.Get, Person);
        await beleg.SignInAsync(beleg.Http);
        var page = await RunningBeleg.EventuallyAsync(() => beleg.Http.GetStringAsync("/w/shop/links"), html => html.Contains("previews 1", StringComparison.Ordinal) && html.Contains("HEAD 1", StringComparison.Ordinal));
        var text = WebUtility.HtmlDecode(page);
        text.ShouldContain("previews 1 · crawlers 1 · HEAD 1");
        System.Text.RegularExpressions.Regex.Matches(text, """<td class="num">\s*(\d+)""").Select(match => match.Groups[1].Value).ShouldBe(["1", "3"]);
    }

    [Fact]
    public async Task ATargetOutsideTheListIsNeitherMadeNorFollowed()
    {
        await using var beleg = await RunningBeleg.StartAsync();
        var (admin, _) = await SetUpAsync(beleg);
        foreach (var target in new[] { "https://evil.example/", "javascript:alert(1)", "https://shop.example.evil.example/", "https://shop.example@evil.example/" })
            (await PostAsync(beleg, admin, "/api/shop/links", $$"""{"target":"{{target}}","channel":"whatsapp"}""")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var url = await MakeAsync(beleg, admin, """{"target":"https://shop.example/","channel":"whatsapp"}""");
        (await beleg.RunAsync("workspace", "set", "shop", "link_domains", "other.example")).Ok();
        (await AskAsync(beleg, url, HttpMethod.Get, Person)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await beleg.Http.GetAsync("/r/aaaaaaaaaaaaaaaaaaaaaaaaaa?target=https://evil.example/")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<(string Admin, string Write)> SetUpAsync(RunningBeleg beleg)
    {
        (await beleg.RunAsync("workspace", "create", "shop")).Ok();
        (await beleg.RunAsync("workspace", "set", "shop", "link_domains", "shop.example")).Ok();
        return ((await beleg.RunAsync("key", "create", "shop", "--scope", "admin")).Ok().Trim(), (await beleg.RunAsync("key", "create", "shop", "--scope", "write")).Ok().Trim());
    }

    private static async Task<string> MakeAsync(RunningBeleg beleg, string key, string body)
    {
        var answer = await PostAsync(beleg, key, "/api/shop/links", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        using var made = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return new Uri(made.RootElement.GetProperty("url").GetString()!).AbsolutePath;
    }

    private static Task<HttpResponseMessage> PostAsync(RunningBeleg beleg, string key, string path, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Bearer", key);
        return beleg.Http.SendAsync(request);
    }

    private static async Task<string> GetAsync(RunningBeleg beleg, string key, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", key);
        using var answer = await beleg.Http.SendAsync(request);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : "";
    }

    private static async Task SendAsync(RunningBeleg beleg, string key, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/track") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(key + ":")));
        (await beleg.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpResponseMessage> AskAsync(RunningBeleg beleg, string path, HttpMethod method, string agent)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        return await beleg.Http.SendAsync(request);
    }
}
