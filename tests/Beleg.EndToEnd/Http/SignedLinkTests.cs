using System.Net;
using System.Text;
using System.Text.Json;
using System.Web;
using Beleg.EndToEnd.Support;

namespace Beleg.EndToEnd.Http;

/// <summary>One link for many: the contact in its address is signed, and believed for that link and that time only.</summary>
[Trait("Speed", "Slow")]
public sealed class SignedLinkTests
{
    private const string Person = "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36";

    [Fact]
    public async Task ASignedContactOwnsItsClickAndAChangedOneIsNobodys()
    {
        await using var beleg = await RunningBeleg.StartAsync();
        var admin = await SetUpAsync(beleg);
        using var made = JsonDocument.Parse(await PostAsync(beleg, admin, "/api/shop/links", """{"target":"https://shop.example/p","channel":"whatsapp","flow":"spring","contact_parameter":"c"}"""));
        var code = made.RootElement.GetProperty("code").GetString()!;
        made.RootElement.GetProperty("contact_parameter").GetString().ShouldBe("c");
        using var signed = JsonDocument.Parse(await PostAsync(beleg, admin, $"/api/shop/links/{code}/contacts", """{"recipients":[{"type":"phone","value":"+49 151 12345678"},{"type":"email","value":"eve@example.org"}],"days":30}"""));
        var urls = signed.RootElement.GetProperty("urls").EnumerateArray().Select(url => new Uri(url.GetString()!)).ToList();
        urls.Count.ShouldBe(2);
        urls[0].Query.ShouldNotContain("4915112345678");

        var adas = await ClickAsync(beleg, urls[0].PathAndQuery);
        var changed = urls[0].PathAndQuery;
        changed = changed[..^5] + (changed[^5] == 'A' ? 'B' : 'A') + changed[^4..];
        await ClickAsync(beleg, changed);
        await ClickAsync(beleg, urls[0].AbsolutePath);
        await ClickAsync(beleg, urls[1].PathAndQuery);

        // Somebody the link was forwarded to buys: evidence B by the click's id, and nobody becomes Ada.
        var write = (await beleg.RunAsync("key", "create", "shop", "--scope", "write")).Ok().Trim();
        await SendAsync(beleg, write, $$$"""{"type":"track","event":"Order Completed","messageId":"o","userId":"somebody-else","timestamp":"{{{DateTime.UtcNow.AddSeconds(1):O}}}","properties":{"order_id":"77","total":"50.00","captured":"50.00","currency":"EUR","bid":"{{{adas}}}"}}""");
        await SendAsync(beleg, write, """{"type":"identify","userId":"ada","messageId":"i","traits":{"phone":"+4915112345678"}}""");
        var receipt = await RunningBeleg.EventuallyAsync(
            async () => await GetAsync(beleg, admin, "/api/shop/receipts/shop/77") is { Length: > 0 } text ? JsonDocument.Parse(text).RootElement : default,
            found => found.ValueKind == JsonValueKind.Object && found.GetProperty("touches").GetArrayLength() > 0);
        receipt.GetProperty("evidence").GetProperty("grade").GetString().ShouldBe("b");

        (await beleg.RunAsync("rebuild", "--workspace", "shop")).Ok();
        var clicks = Rows((await beleg.RunAsync("export", "--table", "click", "--workspace", "shop")).Ok());
        clicks.Count.ShouldBe(4, "each led on and counts");
        clicks.ShouldAllBe(click => click["counted"] == "true");
        clicks.Select(click => click["contact_claim"]).Order(StringComparer.Ordinal).ShouldBe(["missing", "tampered", "valid", "valid"]);
        var contacts = Rows((await beleg.RunAsync("export", "--table", "contact", "--workspace", "shop")).Ok());
        var orders = Rows((await beleg.RunAsync("export", "--table", "orders", "--workspace", "shop")).Ok());
        var mine = clicks.Where(click => click["contact_claim"] == "valid").Select(click => click["contact"]).ToList();
        mine.Distinct().Count().ShouldBe(2);
        mine.ShouldNotContain(orders[0]["contact"]);
        contacts.Count(contact => mine.Contains(contact["contact"])).ShouldBe(2);
        contacts.Count.ShouldBe(5, "Ada with her id, Eve, two nobodies, and who bought");

        await beleg.SignInAsync(beleg.Http);
        var page = WebUtility.HtmlDecode(await beleg.Http.GetStringAsync("/w/shop/links"));
        page.ShouldContain("nobody’s, signature wrong 1 · nobody’s, contact missing 1");
    }

    [Fact]
    public async Task ThePageMakesALinkForManyAndSignsAnAddress()
    {
        await using var beleg = await RunningBeleg.StartAsync();
        await SetUpAsync(beleg);
        await beleg.SignInAsync(beleg.Http);
        var page = await beleg.Http.GetStringAsync("/w/shop/links");
        (await beleg.Http.PostAsync("/w/shop/links", SignedIn.Form(page, ("target", "https://shop.example/"), ("channel", "whatsapp"), ("flow", "spring"), ("many", "yes")))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        page = await beleg.Http.GetStringAsync("/w/shop/links");
        var code = page[(page.IndexOf("<option value=\"", page.IndexOf("name=\"code\"", StringComparison.Ordinal), StringComparison.Ordinal) + 15)..][..26];
        var answer = await beleg.Http.PostAsync("/w/shop/links/contact", SignedIn.Form(page, ("code", code), ("type", "Phone"), ("value", "+4915112345678"), ("days", "7")));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldContain($"/r/{code}?c=");
        var wrong = await beleg.Http.PostAsync("/w/shop/links/contact", SignedIn.Form(page, ("code", code), ("type", "Phone"), ("value", "12"), ("days", "7")));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("""{"target":"https://shop.example/","channel":"whatsapp","contact_parameter":"C!"}""")]
    [InlineData("""{"target":"https://shop.example/","channel":"whatsapp","contact_parameter":"c","recipient":{"type":"phone","value":"+4915112345678"}}""")]
    public async Task ALinkForManyIsMadeWithAPlainNameAndWithoutARecipient(string body)
    {
        await using var beleg = await RunningBeleg.StartAsync();
        var admin = await SetUpAsync(beleg);
        (await PostAsync(beleg, admin, "/api/shop/links", body)).ShouldContain("contact_parameter");
    }

    private static async Task<string> SetUpAsync(RunningBeleg beleg)
    {
        (await beleg.RunAsync("workspace", "create", "shop")).Ok();
        (await beleg.RunAsync("workspace", "set", "shop", "link_domains", "shop.example")).Ok();
        return (await beleg.RunAsync("key", "create", "shop", "--scope", "admin")).Ok().Trim();
    }

    private static List<Dictionary<string, string>> Rows(string csv)
    {
        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split(',')).ToList();
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    private static async Task<string> ClickAsync(RunningBeleg beleg, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("User-Agent", Person);
        using var answer = await beleg.Http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var query = HttpUtility.ParseQueryString(answer.Headers.Location!.Query);
        query["c"].ShouldBeNull("the shop learns nothing of the contact");
        return query["bid"]!;
    }

    private static async Task<string> PostAsync(RunningBeleg beleg, string key, string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Bearer", key);
        using var answer = await beleg.Http.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
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
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/" + (body.Contains("identify", StringComparison.Ordinal) ? "identify" : "track")) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(key + ":")));
        (await beleg.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
