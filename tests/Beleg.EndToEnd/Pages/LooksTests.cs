using Beleg.EndToEnd.Support;
using Microsoft.Playwright;

namespace Beleg.EndToEnd.Pages;

/// <summary>Every page in a real browser: wide and narrow, light and dark, English and German. With BELEG_SCREENSHOTS=DIR the pictures are kept.</summary>
[Collection(DemoCollection.Name)]
[Trait("Speed", "Slow")]
public sealed class LooksTests(DemoBeleg demo)
{
    private static readonly string? pictures = Environment.GetEnvironmentVariable("BELEG_SCREENSHOTS");

    /// <summary>What every run looks at; with pictures kept, every size, theme and language.</summary>
    public static TheoryData<int, bool, string> Looks => pictures is null
        ? [(1440, false, "en"), (1440, true, "de"), (390, false, "de"), (390, true, "en"), (1920, false, "en")]
        : [.. from width in new[] { 390, 768, 1440, 1920 } from dark in new[] { false, true } from language in new[] { "en", "de" } select (width, dark, language)];

    [Theory]
    [MemberData(nameof(Looks))]
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
        await DemoPages.SignInAsync(page);
        foreach (var (path, name) in await DemoPages.PathsAsync(page, demo.Beleg.Url))
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
        await DemoPages.SignInAsync(page);
        await page.GotoAsync(new Uri(demo.Beleg.Url, "/w/florist?month=2026-09").ToString());
        (await page.Locator(".headline-side .tile-figure").Last.TextContentAsync()).ShouldBe("$6.40");
        await page.GetByRole(AriaRole.Link, new() { Name = "Receipts" }).ClickAsync();
        await page.Locator("select[name=period]").SelectOptionAsync("2026-08");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await page.Locator("tbody a").First.ClickAsync();
        (await page.Locator(".receipt h1").TextContentAsync()).ShouldNotBeNullOrEmpty();
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
