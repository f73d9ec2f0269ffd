using Beleg.EndToEnd.Support;
using Microsoft.Playwright;

namespace Beleg.EndToEnd.Pages;

/// <summary>Every page in a real browser: wide and narrow, light and dark, English and German. With BELEG_SCREENSHOTS=DIR the pictures are kept.</summary>
[Collection(DemoCollection.Name)]
[Trait("Speed", "Slow")]
public sealed class LooksTests(DemoBeleg demo)
{
    private static readonly string? pictures = Environment.GetEnvironmentVariable("BELEG_SCREENSHOTS");

    [Theory]
    [InlineData(1440, false, "en")]
    [InlineData(1440, true, "de")]
    [InlineData(390, false, "de")]
    [InlineData(390, true, "en")]
    [InlineData(1920, false, "en")]
    public async Task NoPageScrollsSidewaysOrBreaksItsOwnPolicy(int width, bool dark, string language)
    {
        await using var browser = await Browser.StartAsync();
        var context = await browser.OpenAsync(width, dark, language);
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            // A page that is not there is meant not to be.
            if (message.Type is "error" or "warning" && !message.Text.Contains("404", StringComparison.Ordinal))
                complaints.Add(message.Text);
        };
        await VisitAsync(page, "/sign-in", "sign-in", width, dark, language);
        await SignInAsync(page);
        foreach (var (path, name) in await PathsAsync(page))
            await VisitAsync(page, path, name, width, dark, language);
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task EveryPageWorksWithoutScripts()
    {
        await using var browser = await Browser.StartAsync();
        var context = await browser.OpenAsync(scripts: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(demo.Beleg.Url, "/sign-in").ToString());
        await SignInAsync(page);
        await page.GotoAsync(new Uri(demo.Beleg.Url, "/w/florist?month=2026-09").ToString());
        (await page.Locator(".hero-figure").TextContentAsync()).ShouldBe("$6.40");
        await page.GetByRole(AriaRole.Link, new() { Name = "Receipts" }).ClickAsync();
        await page.Locator("select[name=month]").SelectOptionAsync("2026-08");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await page.Locator("tbody a").First.ClickAsync();
        (await page.Locator(".receipt h1").TextContentAsync()).ShouldNotBeNullOrEmpty();
    }

    private static async Task SignInAsync(IPage page)
    {
        // The fixture has set the password; a browser signs in by the form.
        await page.Locator("input[name=email]").FillAsync("owner@localhost");
        await page.Locator("input[type=password]").FillAsync(SignedIn.Password);
        await page.Locator("button[type=submit]").ClickAsync();
        await page.WaitForURLAsync("**/");
    }

    private async Task<List<(string Path, string Name)>> PathsAsync(IPage page)
    {
        await page.GotoAsync(new Uri(demo.Beleg.Url, "/w/florist/receipts?month=2026-09").ToString());
        var receipt = (await page.Locator("tbody a").First.GetAttributeAsync("href"))!;
        await page.GotoAsync(new Uri(demo.Beleg.Url, receipt).ToString());
        var contact = (await page.Locator("a[href*='/contacts/']").First.GetAttributeAsync("href"))!;
        return
        [
            ("/", "start"),
            ("/w/florist?month=2026-09", "overview"),
            ("/w/wismo", "overview-wismo"),
            ("/w/florist/metrics", "metrics"),
            ("/w/florist/metrics/revenue_per_chat", "metric"),
            ("/w/florist/receipts?month=2026-09", "receipts"),
            (receipt, "receipt"),
            (contact, "contact"),
            ("/w/florist/findings?month=2026-08", "findings"),
            ("/w/florist/findings/dead_offer?month=2026-08&subject=bouquet/3/next-order-offer", "finding"),
            ("/w/wismo/cases", "cases"),
            ("/w/wismo/sensitivity", "sensitivity"),
            ("/w/florist/quality", "quality"),
            ("/w/saas/growth", "growth"),
            ("/w/florist/proof", "proofs"),
            ("/w/florist/proof/2026-09", "proof"),
            ("/w/florist/sources", "sources"),
            ("/w/florist/links", "links"),
            ("/w/nowhere", "not-found"),
        ];
    }

    private async Task VisitAsync(IPage page, string path, string name, int width, bool dark, string language)
    {
        await page.GotoAsync(new Uri(demo.Beleg.Url, path + (path.Contains('?') ? "&" : "?") + "lang=" + language).ToString());
        await page.EvaluateAsync("document.fonts.ready");
        if (pictures is not null)
            await page.ScreenshotAsync(new() { Path = Path.Combine(pictures, $"{name}-{width}-{(dark ? "dark" : "light")}-{language}.png"), FullPage = true });
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, $"{path} at {width} scrolls sideways");
        (await page.EvaluateAsync<string>("document.documentElement.lang")).ShouldBe(language);
    }
}
