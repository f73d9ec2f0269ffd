using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Beleg.EndToEnd.Support;

namespace Beleg.EndToEnd.Pages;

/// <summary>What people without an account may see: a proof's standing by its hash, and the scope of a link; nothing else.</summary>
[Collection(DemoCollection.Name)]
[Trait("Speed", "Slow")]
public sealed class ProofSharingTests(DemoBeleg demo)
{
    [Fact]
    public async Task AnybodyWithTheHashSeesThatTheProofStandsAndNoFigure()
    {
        using var stranger = demo.Beleg.NewClient();
        using var proof = JsonDocument.Parse(await demo.Beleg.Http.GetStringAsync("/api/florist/reports/proof-pack/2026-08.json"));
        var hash = proof.RootElement.GetProperty("hash").GetString()!;

        foreach (var path in new[] { $"/verify/{hash}", $"/verify/{hash[..16]}", $"/verify?hash={hash}", $"/verify/{hash}?lang=de" })
        {
            var page = await stranger.GetStringAsync(path);
            page.ShouldContain(hash);
            page.ShouldContain("Petal");
            page.ShouldNotContain("620.00", customMessage: "no figure");
        }

        using var check = JsonDocument.Parse(await stranger.GetStringAsync($"/api/verify/{hash}"));
        check.RootElement.GetProperty("is_intact").GetBoolean().ShouldBeTrue();
        check.RootElement.GetProperty("public_key").GetString().ShouldBe(proof.RootElement.GetProperty("public_key").GetString());
        foreach (var wrong in new[] { new string('0', 64), hash[..15], "x" })
        {
            (await stranger.GetAsync($"/verify/{wrong}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, wrong);
            (await stranger.GetAsync($"/api/verify/{wrong}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, wrong);
        }
    }

    [Theory]
    [InlineData("\"brand\": \"Petal", "\"brand\": \"Petal", "letter for letter")]
    [InlineData("\"brand\": \"Petal", "\"brand\": \"Metal", "is not what was published")]
    public async Task AFileIsCheckedAndNotKept(string told, string instead, string expected)
    {
        using var stranger = demo.Beleg.NewClient();
        var file = (await demo.Beleg.Http.GetStringAsync("/api/florist/reports/proof-pack/2026-08.json")).Replace("\"brand\":\"", "\"brand\": \"", StringComparison.Ordinal);
        file.ShouldContain(told);
        var token = System.Text.RegularExpressions.Regex.Match(await stranger.GetStringAsync("/verify"), "name=\"_form\" value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(WebUtility.HtmlDecode(token)), "_form" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(file.Replace(told, instead, StringComparison.Ordinal))), "file", "proof.json" },
        };

        (await (await stranger.PostAsync("/verify", form)).Content.ReadAsStringAsync()).ShouldContain(expected);
    }

    [Fact]
    public async Task ALinkShowsItsScopeAndNoMore()
    {
        var (beleg, stranger) = (demo.Beleg, demo.Beleg.NewClient());
        var link = (await beleg.RunAsync("report", "share", "create", "--workspace", "florist", "--from", "2026-08", "--to", "2026-09", "--label", "Board", "--json")).Ok();
        using var made = JsonDocument.Parse(link);
        var (id, path) = (made.RootElement.GetProperty("id").GetString()!, new Uri(made.RootElement.GetProperty("url").GetString()!).AbsolutePath);

        var september = await SeeAsync(stranger, path);
        september.ShouldContain("$6.40");
        (await SeeAsync(stranger, path + "?month=2026-08")).ShouldContain("$3.10");
        (await SeeAsync(stranger, path + "?month=2026-07")).ShouldContain("$6.40", customMessage: "a month outside the scope is not shown");
        september.ShouldNotContain("/contacts/");
        september.ShouldNotContain("/receipts/");
        september.ShouldNotContain($"{path}/metrics/", customMessage: "no drill-down");
        (await AskAsync(stranger, path + "/metrics/revenue_per_chat")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync(path[..^1] + (path[^1] == 'A' ? 'B' : 'A'))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync("/w/florist")).StatusCode.ShouldBe(HttpStatusCode.Redirect, "a link is no session");
        (await stranger.GetAsync("/api/florist/query?metrics=net_value")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        (await beleg.Http.GetStringAsync($"/w/florist/shares/{id}")).ShouldContain("a person");
        (await beleg.RunAsync("report", "share", "list", "--workspace", "florist")).Ok().Split('\n').Single(line => line.StartsWith(id, StringComparison.Ordinal)).ShouldContain("\t3 views\t", customMessage: "a figure that does not open was not seen");
        (await beleg.RunAsync("report", "share", "revoke", "--workspace", "florist", id)).Ok();
        await LooksAlikeAsync(stranger, path, path[..^1] + (path[^1] == 'A' ? 'B' : 'A'), "/share/nothing");
        (await beleg.RunAsync("report", "share", "list", "--workspace", "florist")).Ok().ShouldContain("ended");
    }

    [Fact]
    public async Task ItIsTheDashboardWithItsChartsAndNotesAndNobodysName()
    {
        var stranger = demo.Beleg.NewClient();
        var link = (await demo.Beleg.RunAsync("report", "share", "create", "--workspace", "florist", "--from", "2026-08", "--to", "2026-09")).Ok().Trim();
        var board = await demo.Beleg.Http.GetStringAsync("/w/florist?period=2026-09");
        (await demo.Beleg.Http.PostAsync("/w/florist/notes/conversion?period=2026-09", SignedIn.Form(board, ("text", "The bundle moved up, and people took it.")))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await SeeAsync(stranger, new Uri(link).AbsolutePath + "?month=2026-09"));

        var engine = await EngineFigures.OfAsync(demo.Beleg.Http, "florist");
        var shown = page.QuerySelectorAll("data[data-figure]").ToArray();
        shown.Length.ShouldBeGreaterThan(25);
        foreach (var figure in shown.Where(f => !f.GetAttribute("data-figure")!.EndsWith(".change", StringComparison.Ordinal)))
            EngineFigures.Parsed(figure.GetAttribute("value")).ShouldBe(engine.Find(figure.GetAttribute("data-figure")!).Value, figure.OuterHtml);
        foreach (var chart in new[] { "trend-net-value", "evidence", "entries", "by-flow-attributed-revenue" })
        {
            page.QuerySelector($"#chart-{chart} svg.chart").ShouldNotBeNull(chart);
            page.QuerySelector($"#chart-{chart} table").ShouldNotBeNull(chart);
        }

        page.QuerySelector("#why-conversion")!.TextContent.ShouldContain("The bundle moved up");
        page.QuerySelectorAll(".why").ShouldAllBe(why => why.TextContent.Trim().Length > 20);
        page.QuerySelectorAll("#why-conversion details").ShouldNotBeEmpty("the draft stands beside what a person wrote");
        page.DocumentElement.OuterHtml.ShouldNotContain("owner@localhost", customMessage: "nobody is named");
        page.QuerySelectorAll("main form[method=post], a[href*='/w/'], a[href*='/rows/']").ShouldBeEmpty();
        page.QuerySelector(".head")!.TextContent.ShouldContain("data up to");
        (await demo.Beleg.Http.PostAsync("/w/florist/notes/conversion?period=2026-09", SignedIn.Form(board, ("draft", "true")))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task ANarrowedLinkShowsNothingOfTheWholeWorkspace()
    {
        var stranger = demo.Beleg.NewClient();
        var link = (await demo.Beleg.RunAsync("report", "share", "create", "--workspace", "florist", "--from", "2026-09", "--to", "2026-09", "--channel", "instagram", "--flow", "bouquet", "--drill-down")).Ok().Trim();

        var html = await SeeAsync(stranger, new Uri(link).AbsolutePath);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);

        html.ShouldNotContain("whole workspace");
        page.QuerySelectorAll("data[data-figure]").Select(d => d.GetAttribute("data-figure")).ShouldContain("automated_conversations");
        using var answer = JsonDocument.Parse(await demo.Beleg.Http.GetStringAsync("/api/florist/query?metrics=automated_conversations&month=2026-09&channel=instagram&flow=bouquet"));
        page.QuerySelector("data[data-figure=automated_conversations]")!.GetAttribute("value").ShouldBe(answer.RootElement.GetProperty("metrics")[0].GetProperty("value").GetRawText());
        (await stranger.GetAsync(new Uri(link).AbsolutePath + "/metrics/conversion_rate")).StatusCode.ShouldBe(HttpStatusCode.NotFound, "visits know no channel of the chat");
        (await demo.Beleg.Http.GetStringAsync("/w/florist/shares")).ShouldContain("bouquet");
    }

    [Fact]
    public async Task WithBreakdownsAllowedAFigureOpensThemAndStillNobodysName()
    {
        var stranger = demo.Beleg.NewClient();
        var link = (await demo.Beleg.RunAsync("report", "share", "create", "--workspace", "florist", "--from", "2026-09", "--to", "2026-09", "--drill-down")).Ok().Trim();
        var path = new Uri(link).AbsolutePath;

        (await SeeAsync(stranger, path)).ShouldContain($"{path}/metrics/revenue_per_chat");
        var broken = await SeeAsync(stranger, path + "/metrics/revenue_per_chat");

        broken.ShouldContain("instagram");
        broken.ShouldNotContain("/contacts/");
        (await stranger.GetAsync(path + "/metrics/csat")).StatusCode.ShouldBe(HttpStatusCode.NotFound, "only figures of the page");
    }

    [Fact]
    public async Task AProgramEditsPublishesAndShares()
    {
        var beleg = demo.Beleg;
        var admin = (await beleg.RunAsync("key", "create", "wismo", "--scope", "admin")).Ok().Trim();
        var read = (await beleg.RunAsync("key", "create", "wismo", "--scope", "read")).Ok().Trim();
        const string Pack = "/api/wismo/reports/proof-pack/2026-07";
        (await SendAsync(HttpMethod.Post, Pack + "/publish", read, null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var edit = new { author = "Ada", texts = new Dictionary<string, object> { ["wins.1.text"] = new { en = "A month to remember.", de = "Ein Monat, der bleibt." } } };
        (await SendAsync(HttpMethod.Post, Pack + "/edits", admin, edit)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SendAsync(HttpMethod.Post, Pack + "/edits", admin, new { author = "Ada", texts = new Dictionary<string, object> { ["wins.9.text"] = new { en = "x" } } })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        foreach (var nothing in new object[] { new { texts = new { } }, new { author = "Ada" }, new { author = " ", texts = new Dictionary<string, object> { ["wins.1.text"] = new { en = "x" } } }, new { author = "Ada", texts = new { } } })
            (await SendAsync(HttpMethod.Post, Pack + "/edits", admin, nothing)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var before = JsonDocument.Parse(await beleg.Http.GetStringAsync(Pack + ".json"));
        using var published = JsonDocument.Parse(await (await SendAsync(HttpMethod.Post, Pack + "/publish", admin, null)).Content.ReadAsStringAsync());

        var proof = published.RootElement.GetProperty("proof");
        published.RootElement.GetProperty("previous_hash").GetString()!.Length.ShouldBe(64);
        published.RootElement.GetProperty("hash").GetString().ShouldNotBe(before.RootElement.GetProperty("hash").GetString(), "what was published stays; this restates it");
        proof.GetProperty("wins")[0].GetProperty("text").GetProperty("de").GetString().ShouldBe("Ein Monat, der bleibt.");
        proof.GetProperty("edits")[0].GetProperty("author").GetString().ShouldBe("Ada");
        proof.GetProperty("edits")[0].GetProperty("drafted").GetProperty("en").GetString().ShouldBe(before.RootElement.GetProperty("proof").GetProperty("wins")[0].GetProperty("text").GetProperty("en").GetString());
        proof.GetProperty("revision").GetInt32().ShouldBe(2);
        (await beleg.Http.GetStringAsync(Pack + ".html?hash=" + before.RootElement.GetProperty("hash").GetString())).ShouldNotContain("A month to remember.");
        (await beleg.Http.GetStringAsync("/verify/" + before.RootElement.GetProperty("hash").GetString())).ShouldContain(published.RootElement.GetProperty("hash").GetString()!);

        var share = await SendAsync(HttpMethod.Post, "/api/wismo/shares", admin, new { label = "CFO", from_month = "2026-08", to_month = "2026-09", days = 7, created_by = "Ada" });
        share.StatusCode.ShouldBe(HttpStatusCode.Created);
        using var made = JsonDocument.Parse(await share.Content.ReadAsStringAsync());
        (await SendAsync(HttpMethod.Delete, "/api/wismo/shares/" + made.RootElement.GetProperty("id").GetString(), admin, null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string key, object? body)
        {
            using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            using var client = beleg.NewClient();
            return await client.SendAsync(request);
        }
    }

    [Fact]
    public async Task WithoutChromiumThereIsHtmlAndAClearMessage()
    {
        using var data = new BelegData();
        data.Environment["BELEG_CHROMIUM"] = "/nowhere/chromium";
        await using var other = await RunningBeleg.StartAsync(data);
        (await other.RunAsync("workspace", "create", "ours")).Ok();

        var file = Path.Combine(other.Data.Root, "proof.pdf");
        var finished = await other.RunAsync("report", "proof-pack", "--workspace", "ours", "--month", "2026-02", "--out", file);

        finished.Code.ShouldBe(2);
        finished.Error.ShouldContain("Chromium");
        File.Exists(file).ShouldBeFalse();
        (await File.ReadAllTextAsync(Path.ChangeExtension(file, ".html"))).ShouldContain("<!doctype html>");
        finished.Error.ShouldContain("proof.html", customMessage: "it says where the same page is");
        await other.SignInAsync(other.Http);
        var answer = await other.Http.GetAsync("/api/ours/reports/proof-pack/2026-02.pdf");
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadAsStringAsync()).ShouldContain("2026-02.html");
        var page = await other.Http.GetAsync("/w/ours/proof/2026-02/pdf");
        page.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var told = await page.Content.ReadAsStringAsync();
        told.ShouldContain("This server cannot write PDFs");
        told.ShouldContain("/w/ours/proof/2026-02\"", customMessage: "it leads to the sheet");
        told.ShouldContain("BELEG_CHROMIUM", customMessage: "and says how it is mended");
        var german = WebUtility.HtmlDecode(await (await other.Http.GetAsync("/w/ours/proof/2026-02/pdf?lang=de")).Content.ReadAsStringAsync());
        german.ShouldContain("Hier ist kein Chromium, das drucken könnte");
        german.ShouldNotContain("There is no Chromium");
    }

    // Nobody learns whether a link once was: all of them are one page.
    private static async Task LooksAlikeAsync(HttpClient client, params string[] paths)
    {
        var pages = new List<string>();
        foreach (var path in paths)
        {
            var answer = await client.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
            pages.Add((await answer.Content.ReadAsStringAsync()).Replace(path, "", StringComparison.Ordinal));
        }

        pages[0].ShouldContain("This link is not open");
        pages.Distinct().ShouldHaveSingleItem();
    }

    private static async Task<string> SeeAsync(HttpClient client, string path)
    {
        var answer = await AskAsync(client, path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await answer.Content.ReadAsStringAsync();
    }

    // As a person's browser asks.
    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36");
        request.Headers.AcceptLanguage.ParseAdd("en");
        return await client.SendAsync(request);
    }
}
