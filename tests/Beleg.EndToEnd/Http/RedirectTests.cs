using System.Net;
using System.Web;
using Beleg.EndToEnd.Support;

namespace Beleg.EndToEnd.Http;

/// <summary>Tagged links lead on whatever asks, and only people's clicks count.</summary>
[Trait("Speed", "Slow")]
public sealed class RedirectTests
{
    [Fact]
    public async Task AClickLeadsToAnOrderAsEvidenceB()
    {
        await using var shop = await LinkShop.OpenAsync();
        var (url, _) = await shop.MakeAsync("""{"target":"https://shop.example/p?size=m#top","channel":"whatsapp","flow":"welcome","branch":"a b","recipient":{"type":"phone","value":"+4915112345678"}}""");

        var answer = await shop.FollowAsync(url);
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
        await shop.SendAsync(order);
        var receipt = await shop.ReceiptAsync("77");
        receipt.GetProperty("evidence").GetProperty("grade").GetString().ShouldBe("b");
        receipt.GetProperty("touches")[0].GetProperty("kind").GetString().ShouldBe("click");
    }

    [Fact]
    public async Task FetchersAreLedOnKeptAndNeverCounted()
    {
        await using var shop = await LinkShop.OpenAsync();
        var (url, _) = await shop.MakeAsync("""{"target":"https://shop.example/","channel":"instagram","flow":"f"}""");
        foreach (var (method, agent) in new[] { (HttpMethod.Get, "WhatsApp/2.23.20.0"), (HttpMethod.Get, "Googlebot/2.1 (+http://www.google.com/bot.html)"), (HttpMethod.Head, LinkShop.Person) })
        {
            var answer = await shop.FollowAsync(url, agent, method);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            answer.Headers.Location!.Query.ShouldNotContain("bid=");
        }

        await shop.FollowAsync(url);
        await shop.Beleg.SignInAsync(shop.Beleg.Http);
        var page = await RunningBeleg.EventuallyAsync(() => shop.Beleg.Http.GetStringAsync("/w/shop/links"), html => html.Contains("previews 1", StringComparison.Ordinal) && html.Contains("HEAD 1", StringComparison.Ordinal));
        var text = WebUtility.HtmlDecode(page);
        text.ShouldContain("previews 1 · crawlers 1 · HEAD 1");
        System.Text.RegularExpressions.Regex.Matches(text, """<td class="num"[^>]*>\s*(\d+)""").Select(match => match.Groups[1].Value).ShouldBe(["1", "3"]);
    }

    [Fact]
    public async Task ATargetOutsideTheListIsNeitherMadeNorFollowed()
    {
        await using var shop = await LinkShop.OpenAsync();
        foreach (var target in new[] { "https://evil.example/", "javascript:alert(1)", "https://shop.example.evil.example/", "https://shop.example@evil.example/" })
            (await shop.PostAsync("/api/shop/links", $$"""{"target":"{{target}}","channel":"whatsapp"}""")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var (url, _) = await shop.MakeAsync("""{"target":"https://shop.example/","channel":"whatsapp"}""");
        (await shop.Beleg.RunAsync("workspace", "set", "shop", "link_domains", "other.example")).Ok();
        (await shop.FollowAsync(url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await shop.Beleg.Http.GetAsync("/r/aaaaaaaaaaaaaaaaaaaaaaaaaa?target=https://evil.example/")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
