using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Beleg.EndToEnd.Support;
using Microsoft.Playwright;

namespace Beleg.EndToEnd.Pages;

/// <summary>Whoever typed something does not type it twice: not after a mistake, not after having been signed out, not after a restart.</summary>
[Trait("Speed", "Slow")]
public sealed partial class FormTests
{
    [Fact]
    public async Task AMistakeIsToldInTheReadersLanguageAndWhatWasTypedStays()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.GoAsync("/w/ours/roi?lang=de&period=2026-08");
        var form = desk.Page.Locator("#costs form").Last;
        await form.Locator("[name=kind]").FillAsync("Plattform & <b>Dienst</b>");
        await form.Locator("[name=amount]").FillAsync("zwölf");
        await form.Locator("[name=recurrence]").SelectOptionAsync("once");
        await form.Locator("[name=from]").FillAsync("2026-08-03");
        await form.Locator("[name=human]").CheckAsync();
        await form.Locator("[name=reason]").FillAsync("Vertrag 7");
        await form.GetByRole(AriaRole.Button).ClickAsync();

        (await desk.Page.Locator(".note.error").InnerTextAsync()).ShouldBe("Nichts wurde geändert: Betrag: Dort ist keine Zahl zu lesen; schreib 1234,50 oder 1.234,50.");
        form = desk.Page.Locator("#costs form").Last;
        (await form.Locator("[name=kind]").InputValueAsync()).ShouldBe("Plattform & <b>Dienst</b>");
        (await form.Locator("[name=amount]").InputValueAsync()).ShouldBe("zwölf");
        (await form.Locator("[name=recurrence]").InputValueAsync()).ShouldBe("once");
        (await form.Locator("[name=from]").InputValueAsync()).ShouldBe("2026-08-03");
        (await form.Locator("[name=human]").IsCheckedAsync()).ShouldBeTrue();
        (await form.Locator("[name=reason]").InputValueAsync()).ShouldBe("Vertrag 7");

        // The ways of the page lead to the page, not to the act that answered.
        foreach (var way in await desk.Page.Locator("form.filters, .tongues a").EvaluateAllAsync<string[]>("ways => ways.map(way => way.getAttribute('action') ?? way.getAttribute('href'))"))
            way.Split('?')[0].ShouldBe("/w/ours/roi");

        await form.Locator("[name=amount]").FillAsync("1.234,56");
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await desk.SavedAsync();
        desk.Page.Url.ShouldContain("period=2026-08", customMessage: "one comes back to the month that one looked at");
        (await desk.Page.Locator("#costs td.num").First.InnerTextAsync()).ShouldBe("1.234,56\u00a0€");
        (await desk.Page.Locator("#costs form").First.Locator("[name=amount]").InputValueAsync()).ShouldBe("1234,56", "a field is filled as its language writes");
    }

    [Fact]
    public async Task OfSeveralFormsOnlyTheOneThatWasSentStandsOpen()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.GoAsync("/w/ours/roi");
        var row = desk.Page.Locator("#assumptions tr", new() { HasText = "contribution_margin" });
        await row.Locator("summary").ClickAsync();
        await row.Locator("[name=low]").FillAsync("0.9");
        await row.Locator("[name=value]").FillAsync("0.4");
        await row.Locator("[name=reason]").FillAsync("asked Finance");
        await row.GetByRole(AriaRole.Button).ClickAsync();

        (await desk.Page.Locator(".note.error").InnerTextAsync()).ShouldContain("low, value, high");
        (await desk.Page.Locator("#assumptions details[open]").CountAsync()).ShouldBe(1);
        row = desk.Page.Locator("#assumptions tr", new() { HasText = "contribution_margin" });
        (await row.Locator("[name=low]").InputValueAsync()).ShouldBe("0.9");
        (await row.Locator("[name=reason]").InputValueAsync()).ShouldBe("asked Finance");
        (await desk.Page.Locator("#assumptions tr", new() { HasText = "hourly_cost" }).Locator("[name=reason]").InputValueAsync()).ShouldBe("");
    }

    [Fact]
    public async Task WhatWasTypedAfterTheSessionHadEndedIsSavedOnceSignedInAgain()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.GoAsync("/w/ours/roi");
        var form = desk.Page.Locator("#costs form").Last;
        await form.Locator("[name=kind]").FillAsync("Plattform");
        await form.Locator("[name=amount]").FillAsync("17");
        await desk.Page.Context.ClearCookiesAsync(new() { Name = "beleg_session" });
        await form.GetByRole(AriaRole.Button).ClickAsync();

        (await desk.Page.Locator(".note.warn").InnerTextAsync()).ShouldContain("What you typed is kept");
        await SignInAsync(desk.Page, "not the password");
        (await desk.Page.Locator(".note.error").CountAsync()).ShouldBe(1);
        await SignInAsync(desk.Page, SignedIn.Password);
        await desk.SavedAsync();
        new Uri(desk.Page.Url).AbsolutePath.ShouldBe("/w/ours/roi");
        (await desk.Page.Locator("#costs td.num").First.InnerTextAsync()).ShouldBe("€17.00");
    }

    [Fact]
    public async Task WhoeverIsNotSignedInComesBackToThePageOfAnActAndAForeignFormIsNotKept()
    {
        await using var desk = await Desk.OpenAsync();
        using var stranger = desk.Beleg.NewClient();
        using var forged = new FormUrlEncodedContent([KeyValuePair.Create("text", "bought from evil")]);
        var answer = await stranger.PostAsync("/w/ours/contacts/0123456789abcdef/names", forged);
        (answer.StatusCode, answer.Headers.Location!.ToString()).ShouldBe((HttpStatusCode.Redirect, "/sign-in?return=%2Fw%2Fours%2Fcontacts%2F0123456789abcdef"));
        (await stranger.GetStringAsync("/sign-in")).ShouldNotContain("evil");

        var page = await desk.Beleg.Http.GetStringAsync("/w/ours/roi");
        using var stale = Costs("not a token", "21");
        (await (await desk.Beleg.Http.SendAsync(stale)).Content.ReadAsStringAsync()).ShouldNotContain("\"21\"", customMessage: "nobody says that it came from our own page");
        page.ShouldNotContain("€21.00");
    }

    [Fact]
    public async Task AfterARestartAFormIsSentAgainWithOneClick()
    {
        await using var desk = await Desk.OpenAsync();
        using var stale = Costs("a token of before the restart", "21");
        stale.Headers.Add("Sec-Fetch-Site", "same-origin");
        var answer = await desk.Beleg.Http.SendAsync(stale);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await answer.Content.ReadAsStringAsync();
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page);
        var form = document.QuerySelector("main form")!;
        form.GetAttribute("action").ShouldBe("/w/ours/roi/costs");
        var fields = form.QuerySelectorAll("input").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));
        (await desk.Beleg.Http.PostAsync("/w/ours/roi/costs", new FormUrlEncodedContent(fields))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await desk.Beleg.Http.GetStringAsync("/w/ours/roi")).ShouldContain("€21.00");
    }

    [Fact]
    public async Task ASourceThatCouldNotBeAddedStaysTypedButForItsSecrets()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.GoAsync("/w/ours/sources?lang=de");
        await FillSourceAsync(await desk.OpenFormAsync("Quelle hinzufügen"), "import");

        (await desk.Page.Locator(".note.error").InnerTextAsync()).ShouldContain("'import' ist eine Quelle, die jeder Mandant schon hat");
        var form = await desk.OpenFormAsync("Quelle hinzufügen");
        await HoldsAsync(form, ("provider", "shopify"), ("name", "import"), ("account_ids", "a.example, b.example"), ("shop", "main"), ("secret", ""), ("verify_token", ""));
        (await desk.Page.ContentAsync()).ShouldNotContain("s3cr3t");
        (await form.InnerTextAsync()).ShouldContain("Geheimnisse werden nie behalten: Gib sie noch einmal ein.");
    }

    [Fact]
    public async Task ASourceTypedAfterTheSessionHadEndedWaitsWithoutItsSecretsAndAsksForThemAgain()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.GoAsync("/w/ours/sources");
        var form = await desk.OpenFormAsync("Add a source");
        await desk.Page.Context.ClearCookiesAsync(new() { Name = "beleg_session" });
        await FillSourceAsync(form, "shop");
        (await desk.Page.ContentAsync()).ShouldNotContain("s3cr3t");
        await SignInAsync(desk.Page, SignedIn.Password);

        (await desk.Page.Locator(".note.error").InnerTextAsync()).ShouldContain("Secrets are never kept");
        await HoldsAsync(await desk.OpenFormAsync("Add a source"), ("provider", "shopify"), ("name", "shop"), ("shop", "main"), ("secret", ""), ("verify_token", ""));
        await FillSourceAsync(await desk.OpenFormAsync("Add a source"), "shop");
        await desk.SavedAsync();
        (await desk.Beleg.RunAsync("source", "list", "ours")).Ok().ShouldContain("shop\tshopify\ta.example,b.example\t1 secret");
    }

    [Fact]
    public async Task LinksThatCouldNotBeMadeOrSignedStayTyped()
    {
        await using var desk = await Desk.OpenAsync();
        (await desk.Beleg.RunAsync("workspace", "set", "ours", "link_domains", "shop.example")).Ok();
        await desk.GoAsync("/w/ours/links");
        await FillLinkAsync(desk, "https://elsewhere.example/p?size=m");

        (await desk.Page.Locator(".note.error").InnerTextAsync()).ShouldContain("elsewhere.example is not among the domains");
        var form = Form(desk, "/w/ours/links");
        await HoldsAsync(form, ("target", "https://elsewhere.example/p?size=m"), ("channel", "instagram"), ("flow", "welcome & \"more\""), ("branch", "a"), ("campaign", "spring"));
        (await form.Locator("[name=many]").IsCheckedAsync()).ShouldBeTrue();
        await form.Locator("[name=target]").FillAsync("https://shop.example/p");
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await desk.SavedAsync();
        await HoldsAsync(Form(desk, "/w/ours/links"), ("target", ""), ("flow", ""));

        await FillLinkAsync(desk, "https://shop.example/other");
        await desk.SavedAsync();
        var sign = Form(desk, "/w/ours/links/contact");
        var code = (await sign.Locator("[name=code] option").Last.GetAttributeAsync("value"))!;
        await sign.Locator("[name=code]").SelectOptionAsync(code);
        await sign.Locator("[name=type]").SelectOptionAsync("Phone");
        await sign.Locator("[name=value]").FillAsync("0151 234");
        await sign.Locator("[name=scope]").FillAsync("sales");
        await sign.Locator("[name=days]").FillAsync("12");
        await sign.GetByRole(AriaRole.Button).ClickAsync();
        (await desk.Page.Locator(".note.error").InnerTextAsync()).ShouldContain("recipient: its value cannot be read");
        await HoldsAsync(Form(desk, "/w/ours/links/contact"), ("code", code), ("type", "Phone"), ("value", "0151 234"), ("scope", "sales"), ("days", "12"));
        await HoldsAsync(Form(desk, "/w/ours/links"), ("target", ""), ("flow", ""));

        // Whoever it was signed for does not stay behind on a screen for the next one.
        await Form(desk, "/w/ours/links/contact").Locator("[name=value]").FillAsync("+49 151 23456789");
        await Form(desk, "/w/ours/links/contact").GetByRole(AriaRole.Button).ClickAsync();
        await desk.SavedAsync();
        await HoldsAsync(Form(desk, "/w/ours/links/contact"), ("value", ""), ("days", "90"));
    }

    [Fact]
    public async Task DomainsThatCannotBeDomainsStayTyped()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.GoAsync("/w/ours/links");
        var form = Form(desk, "/w/ours/links/domains");
        await form.Locator("[name=domains]").FillAsync("shop.example\nno domain!/at all");
        await form.GetByRole(AriaRole.Button).ClickAsync();
        (await desk.Page.Locator(".note.error").CountAsync()).ShouldBe(1);
        await HoldsAsync(Form(desk, "/w/ours/links/domains"), ("domains", "shop.example\nno domain!/at all"));
    }

    [Fact]
    public async Task ASharedLinkThatCouldNotBeMadeStaysTyped()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SendAsync(
            """{"type":"track","event":"Message Received","messageId":"m1","userId":"c1","timestamp":"2026-08-01T10:00:00Z","properties":{"channel":"webchat","message_id":"1"}}""",
            """{"type":"track","event":"Flow Entered","messageId":"f1","userId":"c1","timestamp":"2026-08-01T10:00:01Z","properties":{"channel":"webchat","flow_id":"welcome"}}""",
            """{"type":"track","event":"Message Received","messageId":"m2","userId":"c1","timestamp":"2026-09-30T10:00:00Z","properties":{"channel":"webchat","message_id":"2"}}""");
        await desk.GoAsync("/w/ours/shares");
        var form = Form(desk, "/w/ours/shares");
        await form.Locator("[name=label]").FillAsync("Board <of> Kim");
        await form.Locator("[name=channel]").SelectOptionAsync("webchat");
        await form.Locator("[name=flow]").SelectOptionAsync("welcome");
        await form.Locator("[name=from]").SelectOptionAsync("2026-09");
        await form.Locator("[name=to]").SelectOptionAsync("2026-08");
        await form.Locator("[name=days]").FillAsync("7");
        await form.Locator("[name=drill_down]").CheckAsync();
        await form.GetByRole(AriaRole.Button).ClickAsync();

        (await desk.Page.Locator(".note.error").InnerTextAsync()).ShouldContain("the first not after the last");
        form = Form(desk, "/w/ours/shares");
        await HoldsAsync(form, ("label", "Board <of> Kim"), ("channel", "webchat"), ("flow", "welcome"), ("from", "2026-09"), ("to", "2026-08"), ("days", "7"));
        (await form.Locator("[name=drill_down]").IsCheckedAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task APersonWhoCouldNotBeAddedStaysTypedAndOneWhoWasDoesNot()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.GoAsync("/people");
        await FillPersonAsync(desk, "owner@localhost");
        (await desk.Page.Locator(".note.error").InnerTextAsync()).ShouldContain("There is a user with that e-mail already.");
        await HoldsAsync(Form(desk, "/people"), ("person_email", "owner@localhost"), ("name", "Kim"), ("workspace", "ours"), ("role", "editor"));

        await FillPersonAsync(desk, "kim@client.example");
        (await desk.Page.Locator(".note.done code").InnerTextAsync()).ShouldContain("/welcome/");
        await HoldsAsync(Form(desk, "/people"), ("person_email", ""), ("name", ""), ("role", "viewer"));

        // Of the forms of all people the one that was sent stands open, with what was chosen there.
        var own = desk.Page.Locator("tr", new() { HasText = "owner@localhost" });
        await own.Locator("details summary").ClickAsync();
        await own.Locator("form[action$='/role'] [name=role]").SelectOptionAsync("none");
        await own.Locator("form[action$='/role'] button").ClickAsync();
        (await desk.Page.Locator(".note.error").InnerTextAsync()).ShouldContain("admin of all workspaces");
        (await desk.Page.Locator("tr details[open]").CountAsync()).ShouldBe(1);
        await HoldsAsync(desk.Page.Locator("tr", new() { HasText = "owner@localhost" }).Locator("form[action$='/role']"), ("workspace", ""), ("role", "none"));
    }

    [Fact]
    public async Task APersonTypedAfterTheSessionHadEndedIsAddedOnceSignedInAgain()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.GoAsync("/people");
        await desk.Page.Context.ClearCookiesAsync(new() { Name = "beleg_session" });
        await FillPersonAsync(desk, "kim@client.example");
        (await desk.Page.Locator(".note.warn").InnerTextAsync()).ShouldContain("What you typed is kept");
        await SignInAsync(desk.Page, SignedIn.Password);
        (await desk.Page.Locator(".note.done").InnerTextAsync()).ShouldContain("kim@client.example");
    }

    [Fact]
    public async Task WhatNoFormOfOursIsGetsAPageAndNoFault()
    {
        await using var desk = await Desk.OpenAsync();
        var token = Token().Match(await desk.Beleg.Http.GetStringAsync("/w/ours/roi")).Groups[1].Value;

        var many = Enumerable.Range(0, 3_000).Select(i => KeyValuePair.Create($"f{i}", "x")).Prepend(KeyValuePair.Create("_form", WebUtility.HtmlDecode(token)));
        await IsAPageAsync(await SendAsync(desk, "/w/ours/roi/costs", new FormUrlEncodedContent(many)), HttpStatusCode.BadRequest, "That could not be done");
        var long_ = new FormUrlEncodedContent([KeyValuePair.Create("_form", WebUtility.HtmlDecode(token)), KeyValuePair.Create("text", new string('x', 601))]);
        await IsAPageAsync(await SendAsync(desk, "/w/ours/notes/headline", long_), HttpStatusCode.BadRequest, "at most 600 characters");
        await IsAPageAsync(await SendAsync(desk, "/w/ours/nothing", new FormUrlEncodedContent([])), HttpStatusCode.NotFound, "There is no such page");
        await IsAPageAsync(await desk.Beleg.Http.GetAsync("/w/ours.html"), HttpStatusCode.NotFound, "There is no such page");
        await IsAPageAsync(await desk.Beleg.Http.GetAsync("/w/ours/roi/costs"), HttpStatusCode.NotFound, "There is no such page");
        desk.Beleg.Log.ShouldNotContain("broken");
    }

    [Fact]
    public async Task TheCalculatorSaysWhatItCannotRead()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.GoAsync("/w/ours/roi?lang=de&c_added=50.000,00&c_cost=10000&c_hours=viele&c_rate=-3");
        (await desk.Page.Locator("#calculator").InnerTextAsync()).ShouldContain("400\u00a0%");
        (await desk.Page.Locator("#calculator [name=c_added]").InputValueAsync()).ShouldBe("50000");
        (await desk.Page.Locator("#calculator [name=c_hours]").InputValueAsync()).ShouldBe("viele");
        (await desk.Page.Locator("#calculator [name=c_hours]").GetAttributeAsync("aria-invalid")).ShouldBe("true");
        (await desk.Page.Locator("#calculator .field-error").CountAsync()).ShouldBe(2);
    }

    private static ILocator Form(Desk desk, string action) => desk.Page.Locator($"form[method=post][action='{action}']");

    private static async Task HoldsAsync(ILocator form, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
            (await form.Locator($"[name={name}]").InputValueAsync()).ShouldBe(value, name);
    }

    private static async Task FillSourceAsync(ILocator form, string name)
    {
        await form.Locator("[name=provider]").SelectOptionAsync("shopify");
        await form.Locator("[name=name]").FillAsync(name);
        await form.Locator("[name=secret]").FillAsync("s3cr3t-one");
        await form.Locator("[name=verify_token]").FillAsync("s3cr3t-two");
        await form.Locator("[name=account_ids]").FillAsync("a.example, b.example");
        await form.Locator("[name=shop]").FillAsync("main");
        await form.GetByRole(AriaRole.Button).ClickAsync();
    }

    private static async Task FillLinkAsync(Desk desk, string target)
    {
        var form = Form(desk, "/w/ours/links");
        await form.Locator("[name=target]").FillAsync(target);
        await form.Locator("[name=channel]").SelectOptionAsync("instagram");
        await form.Locator("[name=flow]").FillAsync("welcome & \"more\"");
        await form.Locator("[name=branch]").FillAsync("a");
        await form.Locator("[name=campaign]").FillAsync("spring");
        await form.Locator("[name=many]").CheckAsync();
        await form.GetByRole(AriaRole.Button).ClickAsync();
    }

    private static async Task FillPersonAsync(Desk desk, string email)
    {
        var form = Form(desk, "/people");
        await form.Locator("[name=person_email]").FillAsync(email);
        await form.Locator("[name=name]").FillAsync("Kim");
        await form.Locator("[name=workspace]").SelectOptionAsync("ours");
        await form.Locator("[name=role]").SelectOptionAsync("editor");
        await form.GetByRole(AriaRole.Button).ClickAsync();
    }

    private static async Task IsAPageAsync(HttpResponseMessage answer, HttpStatusCode status, string says)
    {
        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        (await answer.Content.ReadAsStringAsync()).ShouldContain(says);
    }

    private static Task<HttpResponseMessage> SendAsync(Desk desk, string path, HttpContent form)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        return desk.Beleg.Http.SendAsync(request);
    }

    private static HttpRequestMessage Costs(string token, string amount) => new(HttpMethod.Post, "/w/ours/roi/costs")
    {
        Content = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("_form", token), KeyValuePair.Create("kind", "platform"), KeyValuePair.Create("amount", amount), KeyValuePair.Create("currency", "EUR"), KeyValuePair.Create("recurrence", "monthly"),
            KeyValuePair.Create("from", "2026-09-01"),
        ]),
    };

    private static async Task SignInAsync(IPage page, string password)
    {
        await page.Locator("input[name=email]").FillAsync("owner@localhost");
        await page.Locator("input[type=password]").FillAsync(password);
        await page.Locator("main button[type=submit]").ClickAsync();
        await page.WaitForLoadStateAsync();
    }

    [GeneratedRegex("name=\"_form\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
