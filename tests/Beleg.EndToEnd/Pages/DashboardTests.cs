using System.Text.RegularExpressions;
using Beleg.EndToEnd.Support;
using Microsoft.Playwright;

namespace Beleg.EndToEnd.Pages;

/// <summary>The way of whoever doubts a figure: narrow it, open its rows, open the receipt; and of whoever knows better why: write it down.</summary>
[Collection(DemoCollection.Name)]
[Trait("Speed", "Slow")]
public sealed partial class DashboardTests(DemoBeleg demo)
{
    private const int Most = 12;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FiltersLieInTheAddressAndSurviveReloadBackAndSharing(bool scripts)
    {
        await using var browser = await Browser.StartAsync();
        var page = await EnterAsync(await browser.OpenAsync(scripts: scripts));
        await page.GotoAsync(At("/w/florist?period=2026-09"));
        var all = await HeadlineAsync(page);

        await page.Locator("select[name=period]").SelectOptionAsync("2026-08");
        await ApplyAsync(page, scripts, "period=2026-08");
        await page.Locator("select[name=entry_point]").SelectOptionAsync("keyword");
        await ApplyAsync(page, scripts, "entry_point=keyword");
        var narrowed = await HeadlineAsync(page);
        narrowed.ShouldNotBe(all);
        // What says nothing is not in the address.
        page.Url.ShouldEndWith("/w/florist?period=2026-08&entry_point=keyword");

        await page.ReloadAsync();
        (await HeadlineAsync(page)).ShouldBe(narrowed);
        var other = await EnterAsync(await browser.OpenAsync(scripts: scripts));
        await other.GotoAsync(page.Url);
        (await HeadlineAsync(other)).ShouldBe(narrowed);
        await page.GoBackAsync();
        page.Url.ShouldNotContain("entry_point");
    }

    [Fact]
    public async Task AFigureOpensItsRowsAndARowItsReceipt()
    {
        await using var browser = await Browser.StartAsync();
        var page = await EnterAsync(await browser.OpenAsync());
        await page.GotoAsync(At("/w/florist?period=2026-09"));

        await page.Locator("#conversion .tile-figure a").ClickAsync();
        page.Url.ShouldContain("/rows/revenue_per_chat?period=2026-09");
        var cells = await page.Locator("main tbody tr td:last-child").AllTextContentsAsync();
        var sum = cells.Sum(Amount);
        sum.ShouldBe(1280.00m, "the rows of the florist's September add up to what its chats earned");
        (await page.Locator(".tabs a").CountAsync()).ShouldBe(2);

        var order = page.Locator("main tbody a[href*='/receipts/']").First;
        var id = await order.TextContentAsync();
        await order.ClickAsync();
        (await page.Locator(".receipt h1").TextContentAsync()).ShouldBe(id);
    }

    [Fact]
    public async Task TheRowsOfAFigureAreAFileWithoutFormulas()
    {
        var answer = await demo.Beleg.Http.GetAsync("/w/florist/rows/revenue_per_chat.csv?period=2026-09");
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("booked_at,shop,order,contact,touch_kind,touched_at,channel,flow,evidence,credited");
        lines.Skip(1).Sum(line => decimal.Parse(line.Split(',')[^1], System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(1280.00m);
        lines.Skip(1).ShouldAllBe(line => line.Split(',').All(cell => cell.Length == 0 || !"=+@".Contains(cell[0])));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task APersonOverwritesTheDraftAndBothAreKept(bool scripts)
    {
        await using var browser = await Browser.StartAsync();
        var page = await EnterAsync(await browser.OpenAsync(scripts: scripts));
        await page.GotoAsync(At("/w/florist?period=2026-07"));
        var why = page.Locator("#why-operations");
        var draft = (await why.Locator(".why-text").TextContentAsync())!.Replace("Why", "", StringComparison.Ordinal).Trim();
        draft.ShouldStartWith("Self-serve rate");

        var mine = $"The new menu answers what people ask. {scripts}";
        await OpenAsync(why);
        await why.Locator("textarea").FillAsync(mine);
        await why.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Assertions.Expect(why.Locator(".why-text")).ToContainTextAsync(mine);
        (await why.TextContentAsync())!.ShouldContain("owner@localhost");
        await OpenAsync(why);
        (await why.Locator(".versions li").First.TextContentAsync())!.ShouldContain(draft);

        await why.GetByRole(AriaRole.Button, new() { Name = "Show the draft again" }).ClickAsync();
        await Assertions.Expect(why.Locator(".why-text")).ToContainTextAsync(draft);
        await OpenAsync(why);
        await why.GetByRole(AriaRole.Button, new() { Name = "Erase the text" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("body")).Not.ToContainTextAsync(mine);
        (await page.ContentAsync()).ShouldNotContain(mine);
    }

    [Fact]
    public async Task ATileWithoutFiguresDraftsNothingAndStillTakesANote()
    {
        (await demo.PageAsync("/w/wismo", "en")).QuerySelectorAll("#engagement .why-text, #conversion .why-text").ShouldBeEmpty("there is nothing to explain");

        await using var browser = await Browser.StartAsync();
        var page = await EnterAsync(await browser.OpenAsync());
        await page.GotoAsync(At("/w/wismo?period=2026-08"));
        var why = page.Locator("#why-engagement");
        (await why.Locator(".why-text").CountAsync()).ShouldBe(0);
        await OpenAsync(why);
        await why.Locator("textarea").FillAsync("This widget reports no reads.");
        await why.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Assertions.Expect(why.Locator(".why-text")).ToContainTextAsync("This widget reports no reads.");
        await OpenAsync(why);
        await why.GetByRole(AriaRole.Button, new() { Name = "Take the note back" }).ClickAsync();
        await Assertions.Expect(why.Locator(".why-text")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task ALinkToAnAssumptionOpensItsForm()
    {
        var page = await demo.PageAsync("/w/florist/roi?assumption=retainer_tier", "en");
        page.QuerySelector("#assumptions details[open] input[name=id]")!.GetAttribute("value").ShouldBe("retainer_tier");
        (await demo.PageAsync("/w/florist/roi?assumption=contribution_margin", "en")).QuerySelector("#assumptions tbody details[open] input[name=id]")!.GetAttribute("value").ShouldBe("contribution_margin");
        (await demo.PageAsync("/w/florist/roi?assumption=%3Cb%3E", "en")).QuerySelector("#assumptions details[open]").ShouldBeNull();
        (await demo.PageAsync("/w/florist/growth", "en")).QuerySelector("a[href*='assumption=retainer_tier']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("/w/florist?period=2026-09&entry_point=keyword")]
    [InlineData("/w/florist/customers?period=2026-09")]
    public async Task OnPaperThereIsNothingToClickAndWhatIsFoldedIsOpen(string path)
    {
        await using var browser = await Browser.StartAsync();
        var page = await EnterAsync(await browser.OpenAsync(dark: true));
        await page.GotoAsync(At(path));
        await page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });

        foreach (var control in await page.Locator("nav, form, button, select, input, textarea").AllAsync())
            (await control.IsVisibleAsync()).ShouldBeFalse(await control.EvaluateAsync<string>("one => one.outerHTML.slice(0, 200)"));
        (await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor")).ShouldBe("rgb(255, 255, 255)");
        (await page.Locator("main").InnerTextAsync()).ShouldStartWith("florist · Beleg", Case.Sensitive, "paper says whose figures these are");
        if (path.Contains("keyword", StringComparison.Ordinal))
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Entry point: Keyword");
        else
            (await page.EvaluateAsync<double>("document.querySelector('details:not([open]) td').getBoundingClientRect().height")).ShouldBeGreaterThan(0, "the parameters are on paper");
    }

    [Fact]
    public async Task TheDashboardIsDrawnWithinASecondStandsStillAndIsLight()
    {
        await using var browser = await Browser.StartAsync();
        var page = await EnterAsync(await browser.OpenAsync());
        var seen = new List<(double Drawn, double Shift, double Bytes)>();
        // The machine may be busy with others: the best of several is what the page needs.
        for (var i = 0; i < Most && (BenchRows.AreWanted || i < 3 || seen.Min(s => s.Drawn) >= 1_000); i++)
        {
            // A fresh profile each time: nothing of the page is kept from before.
            var context = await browser.OpenAsync();
            await context.AddCookiesAsync((await page.Context.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path }));
            var fresh = await context.NewPageAsync();
            await fresh.GotoAsync(At("/w/florist?period=2026-09"));
            await fresh.WaitForSelectorAsync("html.charts-live");
            var measured = await fresh.EvaluateAsync<double[]>("""
                () => new Promise(done => {
                  let shift = 0;
                  new PerformanceObserver(list => { for (const one of list.getEntries()) shift += one.value; }).observe({ type: "layout-shift", buffered: true });
                  setTimeout(() => {
                    const bytes = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].reduce((sum, one) => sum + one.encodedBodySize, 0);
                    done([performance.getEntriesByName("charts-live")[0].startTime, shift, bytes]);
                  }, 200);
                })
                """);
            seen.Add((measured[0], measured[1], measured[2]));
            await context.CloseAsync();
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"drawn {string.Join(", ", seen.Select(s => s.Drawn.ToString("0", System.Globalization.CultureInfo.InvariantCulture)))} ms; shift {seen.Max(s => s.Shift)}; {seen.Max(s => s.Bytes) / 1024:0} KB");
        BenchRows.Add("dashboard of the demo fully drawn, ms", seen.Select(s => s.Drawn), "0", "≤ 1,000", "Chromium with an empty cache, from asking for the page until the last chart stands; the server runs on the same cores");
        BenchRows.Add("the same, layout shift", seen.Select(s => s.Shift), "0.000", "≤ 0.02", "");
        BenchRows.Add("the same, weight as sent (gzip), KB", seen.Select(s => s.Bytes / 1024), "0", "≤ 500", "page, styles, scripts, typefaces and pictures, charts included");
        seen.Min(s => s.Drawn).ShouldBeLessThan(1_000);
        seen.Max(s => s.Shift).ShouldBeLessThanOrEqualTo(.02);
        seen.Max(s => s.Bytes).ShouldBeInRange(50_000, 500 * 1024);
    }

    private async Task<IPage> EnterAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(At("/sign-in"));
        await DemoPages.SignInAsync(page);
        return page;
    }

    private static async Task OpenAsync(ILocator why)
    {
        var last = why.Locator("details").Last;
        if (await last.GetAttributeAsync("open") is null)
            await last.Locator("summary").First.ClickAsync();
    }

    private static async Task ApplyAsync(IPage page, bool scripts, string expected)
    {
        if (!scripts)
            await page.Locator(".filter-go").ClickAsync();
        await page.WaitForURLAsync(new Regex(Regex.Escape(expected)));
    }

    private static async Task<string> HeadlineAsync(IPage page) => string.Join(" ", await page.Locator(".tile-figure, .hero-figure").AllTextContentsAsync());

    private static decimal Amount(string text) => decimal.Parse(NotNumber().Replace(text.Replace('−', '-'), ""), System.Globalization.CultureInfo.InvariantCulture);

    private string At(string path) => new Uri(demo.Beleg.Url, path).ToString();

    [GeneratedRegex("[^0-9.-]")]
    private static partial Regex NotNumber();
}
