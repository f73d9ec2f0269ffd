using System.Net;
using Beleg.EndToEnd.Support;
using Microsoft.Playwright;

namespace Beleg.EndToEnd.Pages;

/// <summary>A client of the agency, let in to read one workspace: what a browser shows, and what it cannot be made to do.</summary>
[Trait("Speed", "Slow")]
public sealed class AccessTests
{
    private const string Kim = "kim@client.example";

    [Fact]
    public async Task AViewerOfOneWorkspaceSeesThatOneAndCanChangeNothing()
    {
        await using var desk = await Desk.OpenAsync();
        var beleg = desk.Beleg;
        (await beleg.RunAsync("workspace", "create", "theirs")).Ok();
        var link = (await beleg.RunAsync("user", "add", Kim, "--role", "viewer", "--workspace", Desk.Workspace)).Ok().Trim();
        await using var browser = await Browser.StartAsync();
        var page = await (await browser.OpenAsync()).NewPageAsync();
        await page.GotoAsync(new Uri(beleg.Url, new Uri(link).AbsolutePath).ToString());
        await page.Locator("input[type=password]").FillAsync(SignedIn.Password);
        await page.Locator("main button[type=submit]").ClickAsync();

        // The start shows what is theirs and nothing else, by name or otherwise.
        (await page.Locator(".glance h2").AllInnerTextsAsync()).ShouldBe([Desk.Workspace]);
        (await page.ContentAsync()).ShouldNotContain("theirs");
        await page.Locator(".glance h2 a").ClickAsync();
        foreach (var href in await page.Locator(".nav a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))"))
        {
            (await page.VisitAsync(new Uri(beleg.Url, href).ToString())).ShouldBe(200, href);
            (await page.Locator("form[method=post]:not([action='/sign-out'])").CountAsync()).ShouldBe(0, href);
            href.ShouldNotContain("/contacts");
        }

        var foreign = await page.VisitAsync(new Uri(beleg.Url, "/w/theirs").ToString());
        var foreignText = await page.Locator("main").InnerTextAsync();
        var unknown = await page.VisitAsync(new Uri(beleg.Url, "/w/nowhere").ToString());
        (foreign, unknown, foreignText).ShouldBe((404, 404, await page.Locator("main").InnerTextAsync()));

        // A page of theirs carries a token that is good for a form of ours; it opens no act.
        await page.GotoAsync(new Uri(beleg.Url, "/").ToString());
        var forged = await page.EvaluateAsync<int>(
            "async path => (await fetch(path, { method: 'POST', body: new URLSearchParams({ _form: document.querySelector('[name=_form]').value, domains: 'evil.example' }) })).status",
            $"/w/{Desk.Workspace}/links/domains");
        forged.ShouldBe((int)HttpStatusCode.Forbidden);
        (await beleg.RunAsync("workspace", "settings", Desk.Workspace)).Ok().ShouldNotContain("evil.example");

        var forbidden = await page.VisitAsync(new Uri(beleg.Url, $"/w/{Desk.Workspace}/contacts").ToString());
        forbidden.ShouldBe(403);
        (await page.Locator("main").InnerTextAsync()).ShouldContain("owner@localhost", customMessage: "it says who can help");

        // A role that is raised or taken holds from the next click on.
        (await beleg.RunAsync("user", "role", Kim, "editor", "--workspace", Desk.Workspace)).Ok();
        (await page.VisitAsync(page.Url)).ShouldBe(200);
        (await beleg.RunAsync("user", "role", Kim, "none", "--workspace", Desk.Workspace)).Ok();
        await page.ReloadAsync();
        new Uri(page.Url).AbsolutePath.ShouldBe("/sign-in");
        (await beleg.RunAsync("user", "history")).Ok().ShouldContain(Kim);
    }

    [Fact]
    public async Task AnAdminAddsAPersonByThePageAndTakesTheRoleAgain()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.GoAsync("/people");
        var form = desk.Page.Locator("form[action='/people']");
        await form.Locator("[name=person_email]").FillAsync(Kim);
        await form.Locator("[name=workspace]").SelectOptionAsync(Desk.Workspace);
        await form.Locator("[name=role]").SelectOptionAsync("editor");
        await form.Locator("button").ClickAsync();
        var link = (await desk.Page.Locator(".note.done code").InnerTextAsync()).Trim();
        link.ShouldContain("/welcome/");

        await using var browser = await Browser.StartAsync();
        var kim = await (await browser.OpenAsync(scripts: false)).NewPageAsync();
        await kim.GotoAsync(link);
        await kim.Locator("input[type=password]").FillAsync(SignedIn.Password);
        await kim.Locator("main button[type=submit]").ClickAsync();
        (await kim.VisitAsync(new Uri(desk.Beleg.Url, $"/w/{Desk.Workspace}/contacts").ToString())).ShouldBe(200);
        (await kim.VisitAsync(new Uri(desk.Beleg.Url, "/people").ToString())).ShouldBe(403);

        await desk.GoAsync("/people");
        var row = desk.Page.Locator("tr", new PageLocatorOptions { HasText = Kim });
        await row.Locator("details summary").ClickAsync();
        await row.Locator("form[action$='/role'] [name=workspace]").SelectOptionAsync(Desk.Workspace);
        await row.Locator("form[action$='/role'] [name=role]").SelectOptionAsync("none");
        await row.Locator("form[action$='/role'] button").ClickAsync();
        (await desk.Page.Locator("main").InnerTextAsync()).ShouldContain("owner@localhost");
        await kim.ReloadAsync();
        new Uri(kim.Url).AbsolutePath.ShouldBe("/sign-in");

        // The last who administers everything cannot be taken away, and the page says why.
        var own = desk.Page.Locator("tr", new PageLocatorOptions { HasText = "owner@localhost" });
        await own.Locator("details summary").ClickAsync();
        await own.Locator("form[action$='/role'] [name=role]").SelectOptionAsync("none");
        await own.Locator("form[action$='/role'] button").ClickAsync();
        (await desk.Page.Locator("[role=alert]").InnerTextAsync()).ShouldContain("admin of all workspaces");
    }
}
