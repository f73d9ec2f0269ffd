using System.Net;
using System.Web;
using Beleg.EndToEnd.Support;
using Beleg.Keys;
using Beleg.Sources;
using Beleg.Sources.Web;
using NodaTime;

namespace Beleg.EndToEnd.Http;

/// <summary>One link for many: the contact in its address is signed, and believed for that link and that time only.</summary>
[Trait("Speed", "Slow")]
public sealed class SignedLinkTests
{
    [Fact]
    public async Task ASignedContactOwnsItsClickAndAChangedOneIsNobodys()
    {
        await using var shop = await LinkShop.OpenAsync();
        var (_, code) = await shop.MakeAsync("""{"target":"https://shop.example/p","channel":"whatsapp","flow":"spring","contact_parameter":"c"}""");
        var urls = await shop.SignAsync(code, """{"recipients":[{"type":"phone","value":"+49 151 12345678"},{"type":"email","value":"eve@example.org"}],"days":30}""");
        urls.Count.ShouldBe(2);
        urls[0].Query.ShouldStartWith("?c=");
        urls[0].Query.ShouldNotContain("4915112345678");

        var adas = await ClickAsync(shop, urls[0].PathAndQuery);
        var changed = urls[0].PathAndQuery;
        changed = changed[..^5] + (changed[^5] == 'A' ? 'B' : 'A') + changed[^4..];
        await ClickAsync(shop, changed);
        await ClickAsync(shop, urls[0].AbsolutePath);
        await ClickAsync(shop, urls[1].PathAndQuery);

        // Somebody the link was forwarded to buys: evidence B by the click's id, and nobody becomes Ada.
        await shop.SendAsync($$$"""{"type":"track","event":"Order Completed","messageId":"o","userId":"somebody-else","timestamp":"{{{DateTime.UtcNow.AddSeconds(1):O}}}","properties":{"order_id":"77","total":"50.00","captured":"50.00","currency":"EUR","bid":"{{{adas}}}"}}""");
        await shop.SendAsync("""{"type":"identify","userId":"ada","messageId":"i","traits":{"phone":"+4915112345678"}}""");
        var receipt = await shop.ReceiptAsync("77");
        receipt.GetProperty("evidence").GetProperty("grade").GetString().ShouldBe("b");

        (await shop.Beleg.RunAsync("rebuild", "--workspace", "shop")).Ok();
        var clicks = await shop.RowsAsync("click");
        clicks.Count.ShouldBe(4, "each led on and counts");
        clicks.ShouldAllBe(click => click["counted"] == "true");
        clicks.Select(click => click["contact_claim"]).Order(StringComparer.Ordinal).ShouldBe(["missing", "tampered", "valid", "valid"]);
        var contacts = await shop.RowsAsync("contact");
        var orders = await shop.RowsAsync("orders");
        var mine = clicks.Where(click => click["contact_claim"] == "valid").Select(click => click["contact"]).ToList();
        mine.Distinct().Count().ShouldBe(2);
        mine.ShouldNotContain(orders[0]["contact"]);
        contacts.Count(contact => mine.Contains(contact["contact"])).ShouldBe(2);
        contacts.Count.ShouldBe(5, "Ada with her id, Eve, two nobodies, and who bought");

        await shop.Beleg.SignInAsync(shop.Beleg.Http);
        var page = WebUtility.HtmlDecode(await shop.Beleg.Http.GetStringAsync("/w/shop/links"));
        page.ShouldContain("nobody’s, signature wrong 1 · nobody’s, contact missing 1");
    }

    [Fact]
    public async Task AnAddressWhoseTimeIsOverLeadsOnAndItsClickIsNobodys()
    {
        await using var shop = await LinkShop.OpenAsync();
        var (_, code) = await shop.MakeAsync("""{"target":"https://shop.example/p","channel":"whatsapp","contact_parameter":"c"}""");
        var valid = (await shop.SignAsync(code, """{"recipients":[{"type":"phone","value":"+4915112345678"}],"days":1}"""))[0].PathAndQuery;

        // Nobody waits a day: the same signature, by the workspace's own key, that ended an hour ago.
        var master = MasterKey.Find(name => name == "BELEG_MASTER_KEY_FILE" ? shop.Beleg.Data.MasterKey : null, dataIsNew: false);
        using var ring = KeyRing.Open(Path.Combine(shop.Beleg.Data.Path, "keys.json"), master, dataIsNew: false);
        var past = ContactParameter.Sign(ring.Of("shop").Hash, code, IdentifierType.Phone, "", "+4915112345678", Instant.FromDateTimeUtc(DateTime.UtcNow.AddHours(-1)))!;

        (await ClickAsync(shop, $"/r/{code}?c={past}")).Length.ShouldBe(32, "it leads on and carries a click id");
        await ClickAsync(shop, valid);
        (await shop.Beleg.RunAsync("rebuild", "--workspace", "shop")).Ok();
        var clicks = await shop.RowsAsync("click");
        clicks.ShouldAllBe(click => click["counted"] == "true");
        clicks.Select(click => click["contact_claim"]).Order(StringComparer.Ordinal).ShouldBe(["expired", "valid"]);
        clicks.Select(click => click["contact"]).Distinct().Count().ShouldBe(2, "whoever had that number until then is not named by it");
        await shop.Beleg.SignInAsync(shop.Beleg.Http);
        WebUtility.HtmlDecode(await shop.Beleg.Http.GetStringAsync("/w/shop/links?lang=en")).ShouldContain("nobody’s, expired 1");
        WebUtility.HtmlDecode(await shop.Beleg.Http.GetStringAsync("/w/shop/links?lang=de")).ShouldContain("niemandes, abgelaufen 1");
    }

    [Fact]
    public async Task ThePageMakesALinkForManyAndSignsAnAddress()
    {
        await using var shop = await LinkShop.OpenAsync();
        await shop.Beleg.SignInAsync(shop.Beleg.Http);
        var page = await shop.Beleg.Http.GetStringAsync("/w/shop/links");
        (await shop.Beleg.Http.PostAsync("/w/shop/links", SignedIn.Form(page, ("target", "https://shop.example/"), ("channel", "whatsapp"), ("flow", "spring"), ("many", "yes")))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        page = await shop.Beleg.Http.GetStringAsync("/w/shop/links");
        var code = page[(page.IndexOf("<option value=\"", page.IndexOf("name=\"code\"", StringComparison.Ordinal), StringComparison.Ordinal) + 15)..][..26];
        var answer = await shop.Beleg.Http.PostAsync("/w/shop/links/contact", SignedIn.Form(page, ("code", code), ("type", "Phone"), ("value", "+4915112345678"), ("days", "7")));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldContain($"/r/{code}?c=");
        var wrong = await shop.Beleg.Http.PostAsync("/w/shop/links/contact", SignedIn.Form(page, ("code", code), ("type", "Phone"), ("value", "12"), ("days", "7")));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("""{"target":"https://shop.example/","channel":"whatsapp","contact_parameter":"C!"}""")]
    [InlineData("""{"target":"https://shop.example/","channel":"whatsapp","contact_parameter":"c","recipient":{"type":"phone","value":"+4915112345678"}}""")]
    public async Task ALinkForManyIsMadeWithAPlainNameAndWithoutARecipient(string body)
    {
        await using var shop = await LinkShop.OpenAsync();
        (await (await shop.PostAsync("/api/shop/links", body)).Content.ReadAsStringAsync()).ShouldContain("contact_parameter");
    }

    private static async Task<string> ClickAsync(LinkShop shop, string path)
    {
        using var answer = await shop.FollowAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var query = HttpUtility.ParseQueryString(answer.Headers.Location!.Query);
        query["c"].ShouldBeNull("the shop learns nothing of the contact");
        return query["bid"]!;
    }
}
