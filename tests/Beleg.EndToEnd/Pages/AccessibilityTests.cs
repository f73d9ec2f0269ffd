using System.Text.Json;
using Beleg.EndToEnd.Support;
using Microsoft.Playwright;

namespace Beleg.EndToEnd.Pages;

/// <summary>axe-core finds nothing to complain about on any page: WCAG 2.2 A and AA, and its best practices.</summary>
[Collection(DemoCollection.Name)]
[Trait("Speed", "Slow")]
public sealed class AccessibilityTests(DemoBeleg demo)
{
    [Theory]
    [InlineData(1440, false, "en")]
    [InlineData(1440, true, "de")]
    [InlineData(390, false, "de")]
    [InlineData(390, true, "en")]
    public async Task NoPageHasAViolation(int width, bool dark, string language)
    {
        await using var browser = await Browser.StartAsync();
        var context = await browser.OpenAsync(width, dark, language);
        var page = await context.NewPageAsync();
        var axe = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "axe.min.js"), TestContext.Current.CancellationToken);
        var found = new List<string>();
        await page.GotoAsync(new Uri(demo.Beleg.Url, "/sign-in").ToString());
        found.AddRange(await ViolationsAsync(page, axe, "/sign-in"));
        await DemoPages.SignInAsync(page);
        foreach (var (path, _) in await DemoPages.PathsAsync(page, demo.Beleg.Url))
        {
            await page.GotoAsync(new Uri(demo.Beleg.Url, path + (path.Contains('?') ? "&" : "?") + "lang=" + language).ToString());
            await page.EvaluateAsync("document.fonts.ready");
            if (await page.Locator(".chart-model").CountAsync() > 0)
                await page.WaitForSelectorAsync("html.charts-live");
            // What is folded away is judged too.
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
            found.AddRange(await ViolationsAsync(page, axe, path));
        }

        // Somebody who may only look: what is refused is a page as well.
        var link = (await demo.Beleg.RunAsync("user", "add", $"kim-{width}-{language}-{dark}@client.example", "--role", "viewer", "--workspace", "florist")).Ok().Trim();
        var kim = await (await browser.OpenAsync(width, dark, language)).NewPageAsync();
        await kim.GotoAsync(new Uri(demo.Beleg.Url, new Uri(link).AbsolutePath).ToString());
        await kim.Locator("input[type=password]").FillAsync(SignedIn.Password);
        await kim.Locator("main button[type=submit]").ClickAsync();
        foreach (var path in new[] { "/", "/w/florist", "/w/florist/contacts", "/people" })
        {
            await kim.GotoAsync(new Uri(demo.Beleg.Url, path).ToString());
            found.AddRange(await ViolationsAsync(kim, axe, "viewer " + path));
        }

        found.ShouldBeEmpty();
    }

    private static async Task<IEnumerable<string>> ViolationsAsync(IPage page, string axe, string path)
    {
        // Evaluated by the debugger, which the page's own policy does not bind.
        await page.EvaluateAsync(axe + "; undefined");
        var answer = await page.EvaluateAsync<JsonElement>("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(v => ({ id: v.id, nodes: v.nodes.map(n => n.html.slice(0, 160) + ' ' + (n.any[0]?.message ?? '')) }))");
        return [.. answer.EnumerateArray().Select(violation => $"{path}: {violation.GetProperty("id").GetString()}: {string.Join(" | ", violation.GetProperty("nodes").EnumerateArray().Take(4).Select(node => node.GetString()))}")];
    }
}
