using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Beleg.EndToEnd.Support;

namespace Beleg.EndToEnd.Pages;

/// <summary>What is booked decides which reports a client is given; whoever advises the client sees all of them.</summary>
[Trait("Speed", "Slow")]
public sealed class TierTests : IAsyncLifetime
{
    private const string Kim = "kim@client.example";
    private const string Ada = "ada@agency.example";

    private RunningBeleg beleg = null!;
    private HttpClient client = null!;
    private HttpClient agency = null!;
    private string admin = null!;

    public async ValueTask InitializeAsync()
    {
        beleg = await RunningBeleg.StartAsync();
        (await beleg.RunAsync("workspace", "create", "ours")).Ok();
        admin = (await beleg.RunAsync("key", "create", "ours", "--scope", "admin")).Ok().Trim();
        (client, agency) = (await SignInAsync(Kim, "viewer"), await SignInAsync(Ada, "editor"));
    }

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        agency?.Dispose();
        if (beleg is not null)
            await beleg.DisposeAsync();
    }

    [Fact]
    public async Task AClientIsShownTheReportsOfTheBookedTierAndTheAgencyAllOfThem()
    {
        foreach (var page in new[] { "findings", "outlook", "sensitivity", "growth", "experiments", "cases", "quality" })
            (await client.GetAsync($"/w/ours/{page}")).StatusCode.ShouldBe(HttpStatusCode.OK, $"nothing is booked: {page}");
        Tabs(await PageAsync(client, "/w/ours/cases")).Length.ShouldBe(9);

        await BookAsync(2);

        // Out of scope: a page that says so calmly, in the reader's language, and whom to ask.
        var english = await PageAsync(client, "/w/ours/outlook", HttpStatusCode.Forbidden);
        english.QuerySelector("main h1")!.TextContent.ShouldBe("Not part of what is booked");
        english.QuerySelector("main")!.TextContent.ShouldContain("“Forecast” belongs to the tier Strategic; this workspace has booked Growth.");
        english.QuerySelector("main")!.TextContent.ShouldContain(Ada);
        (await PageAsync(client, "/w/ours/outlook", HttpStatusCode.Forbidden, "de")).QuerySelector("main")!.TextContent
            .ShouldContain("„Prognose“ gehört zur Stufe Strategisch; dieser Mandant hat Wachstum gebucht.");
        (await client.GetAsync("/w/ours/outlook?metric=net_value&extension=2")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        // In scope: as before, without a way to what is not.
        var findings = await PageAsync(client, "/w/ours/findings");
        Tabs(findings).ShouldBe(["findings", "cases", "quality", "models", "customers", "experiments"]);
        findings.QuerySelector(".not-booked").ShouldBeNull();

        // The agency sees everything, and what of it the client does not.
        var advised = await PageAsync(agency, "/w/ours/outlook");
        advised.QuerySelector(".head .not-booked")!.TextContent.ShouldBe("not part of the booked tier");
        Tabs(advised).Length.ShouldBe(9);
        (await PageAsync(agency, "/w/ours/outlook", language: "de")).QuerySelector(".not-booked")!.TextContent.ShouldBe("nicht in der gebuchten Stufe");
        (await PageAsync(agency, "/w/ours/findings")).QuerySelector(".not-booked").ShouldBeNull();
    }

    [Fact]
    public async Task WhereFindingsAreNotBookedTheWayLeadsToWhatIs()
    {
        await BookAsync(1);

        var page = await PageAsync(client, "/w/ours");
        var links = page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!.Split('?')[0]).ToHashSet();
        links.ShouldContain("/w/ours/cases");
        links.ShouldNotContain("/w/ours/findings");
        foreach (var link in links.Where(link => link.StartsWith("/w/ours", StringComparison.Ordinal)))
            (await client.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.OK, $"no way leads to what is not booked: {link}");
        foreach (var beyond in new[] { "findings", "findings/dead_offer", "experiments", "experiments/x", "experiments/x/contacts" })
            (await client.GetAsync($"/w/ours/{beyond}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden, beyond);
        // What a role does not allow is refused before the page; its ways keep to what is booked all the same.
        var refused = await PageAsync(client, "/w/ours/contacts", HttpStatusCode.Forbidden);
        foreach (var link in refused.QuerySelectorAll(".nav a").Select(link => link.GetAttribute("href")!))
            (await client.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.OK, $"no way leads to what is not booked: {link}");
        (await PageAsync(agency, "/w/ours")).QuerySelector(".nav a[href='/w/ours/findings']").ShouldNotBeNull();

        // More is booked: it shows at the next click.
        await BookAsync(3);
        (await PageAsync(client, "/w/ours")).QuerySelector(".nav a[href='/w/ours/findings']").ShouldNotBeNull();
        (await client.GetAsync("/w/ours/growth")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task TheApiAnswersAClientsSessionAsItsPagesDoAndAKeyAsBefore()
    {
        await BookAsync(2);

        using var refused = await client.GetAsync("/api/ours/forecast");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        using var said = JsonDocument.Parse(await refused.Content.ReadAsStringAsync());
        said.RootElement.GetProperty("detail").GetString().ShouldBe("'Forecast' belongs to the tier Strategic; this workspace has booked Growth.");
        foreach (var beyond in new[] { "growth", "sensitivity" })
            (await client.GetAsync($"/api/ours/{beyond}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden, beyond);
        foreach (var within in new[] { "findings", "quality", "experiments" })
            (await client.GetAsync($"/api/ours/{within}")).StatusCode.ShouldBe(HttpStatusCode.OK, within);

        (await agency.GetAsync("/api/ours/growth")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await AskAsync(HttpMethod.Get, "/api/ours/growth", null)).StatusCode.ShouldBe(HttpStatusCode.OK, "a key follows its scope alone");
    }

    [Fact]
    public async Task ASharedLinkShowsWhatEveryTierHasAndLeadsNowhereElse()
    {
        var path = new Uri((await beleg.RunAsync("report", "share", "create", "--workspace", "ours", "--from", "2026-08", "--to", "2026-09", "--drill-down")).Ok().Trim()).AbsolutePath;
        using var stranger = beleg.NewClient();
        await BookAsync(1);

        var shared = await PageAsync(stranger, path);

        shared.QuerySelectorAll("a[href*='/w/']").ShouldBeEmpty();
        shared.QuerySelectorAll("#lift, #drivers").ShouldBeEmpty("experiments and sensitivity are not booked");
        (await stranger.GetAsync(path + "/metrics/forecast_value")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync("/w/ours/outlook")).StatusCode.ShouldBe(HttpStatusCode.Redirect, "a link is no session");
    }

    private async Task BookAsync(int tier) =>
        (await AskAsync(HttpMethod.Post, "/api/ours/roi/assumptions/retainer_tier", new { value = tier, owner = "Agency", approver = "Client", valid_from = "2024-01-01", reason = "contract" })).EnsureSuccessStatusCode();

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", admin);
        using var program = beleg.NewClient();
        return await program.SendAsync(request);
    }

    private async Task<HttpClient> SignInAsync(string email, string role)
    {
        var link = (await beleg.RunAsync("user", "add", email, "--role", role, "--workspace", "ours")).Ok().Trim();
        var path = new Uri(link).AbsolutePath;
        var person = beleg.NewClient();
        var page = await person.GetStringAsync(path);
        (await person.PostAsync("/welcome", SignedIn.Form(page, ("token", path.Split('/')[^1]), ("password", SignedIn.Password)))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return person;
    }

    private static string[] Tabs(IHtmlDocument page) => [.. page.QuerySelector("nav.tabs")!.QuerySelectorAll("a").Select(tab => tab.GetAttribute("href")!.Split('?')[0].Split('/')[^1])];

    private static async Task<IHtmlDocument> PageAsync(HttpClient person, string path, HttpStatusCode expected = HttpStatusCode.OK, string language = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await person.SendAsync(request);
        answer.StatusCode.ShouldBe(expected, path);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }
}
