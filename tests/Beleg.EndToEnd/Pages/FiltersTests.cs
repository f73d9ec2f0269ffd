using Beleg.EndToEnd.Support;

namespace Beleg.EndToEnd.Pages;

/// <summary>One filter bar on every page of figures: presets and days of one's own, kept by the address, without a script.</summary>
[Collection(DemoCollection.Name)]
[Trait("Speed", "Slow")]
public sealed class FiltersTests(DemoBeleg demo)
{
    [Fact]
    public async Task EveryPageOfFiguresTakesAPresetAndAPeriodOfOnesOwnWithoutAScript()
    {
        await using var browser = await Browser.StartAsync();
        var page = await (await browser.OpenAsync(scripts: false)).NewPageAsync();
        await page.GotoAsync(new Uri(demo.Beleg.Url, "/sign-in").ToString());
        await DemoPages.SignInAsync(page);
        foreach (var path in new[]
        {
            "", "/figures", "/flows", "/flows/bouquet", "/roi", "/metrics", "/findings", "/quality", "/sensitivity", "/models", "/customers", "/receipts",
            "/rows/revenue_per_chat", "/rows/net_value",
        })
        {
            var at = new Uri(demo.Beleg.Url, "/w/florist" + path).ToString();
            (await page.VisitAsync(at + "?period=2026-08")).ShouldBe(200, path);
            await page.Locator(".filters select[name=period]").SelectOptionAsync("custom");
            await page.Locator(".filters .filter-go").ClickAsync();
            await page.Locator(".filters input[type=date][name=from]").FillAsync("2026-08-10");
            await page.Locator(".filters input[type=date][name=through]").FillAsync("2026-09-09");
            await page.Locator(".filters .filter-go").ClickAsync();
            page.Url.ShouldContain("from=2026-08-10&to=2026-09-10", customMessage: path);
            (await page.InnerTextAsync("main")).ShouldContain("10 Aug – 9 Sep 2026", Case.Sensitive, path);

            // Shared, reloaded and gone back to, it is the same.
            (await page.VisitAsync(page.Url)).ShouldBe(200, path);
            (await page.Locator(".filters select[name=period]").InputValueAsync()).ShouldBe("custom", path);
            (await page.Locator(".filters input[type=date]").EvaluateAllAsync<string[]>("days => days.map(day => day.value)")).ShouldBe(["2026-08-10", "2026-09-09"], path);

            await page.Locator(".filters select[name=period]").SelectOptionAsync("last-28");
            await page.Locator(".filters .filter-go").ClickAsync();
            (page.Url.Contains("period=last-28", StringComparison.Ordinal), page.Url.Contains("from=", StringComparison.Ordinal)).ShouldBe((true, false), $"{path}: {page.Url}");
            await page.WaitForLoadStateAsync();
            await page.GoBackAsync();
            page.Url.ShouldContain("from=2026-08-10", customMessage: path);
        }

        // What is said of a month is said of the month those days end in, and the way on keeps the days.
        foreach (var path in new[] { "/cases", "/growth" })
        {
            await page.GotoAsync(new Uri(demo.Beleg.Url, $"/w/florist{path}?from=2026-08-10&to=2026-09-10").ToString());
            (await page.Locator(".filters select[name=period]").InputValueAsync()).ShouldBe("2026-09", path);
            (await page.Locator(".tabs a").First.GetAttributeAsync("href")).ShouldBe("/w/florist/findings?from=2026-08-10&to=2026-09-10");
        }
    }

    [Theory]
    [InlineData("from=2026-07-06&to=2026-09-21")]
    [InlineData("period=last-90")]
    public async Task FromAFindingToItsExperimentAndBackTheDaysStay(string days)
    {
        const string Finding = "/w/florist/findings/dead_offer";
        const string Subject = "subject=bouquet%2F3%2Fnext-order-offer";
        string Behind(AngleSharp.Dom.IParentNode page, string start) => page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).First(href => href.StartsWith(start, StringComparison.Ordinal));

        var findings = await demo.PageAsync($"/w/florist/findings?{days}");
        foreach (var link in findings.QuerySelectorAll("main a[href*='/findings/'], main a[href*='/experiments/new']"))
            link.GetAttribute("href")!.ShouldContain(days);
        findings.QuerySelectorAll("main a[href*='/experiments/new']").ShouldNotBeEmpty();

        // The finding, what it proposes, and the form that agrees it.
        var finding = await demo.PageAsync($"{Finding}?month=2026-08&{Subject}");
        Behind(finding, "/w/florist/experiments/new").ShouldContain("period=2026-08");
        var form = await demo.PageAsync(Behind(findings, "/w/florist/experiments/new"));
        form.QuerySelector("main form")!.GetAttribute("action").ShouldBe($"/w/florist/experiments/new?{days}");

        // What was agreed leads on and back with them; how one that was made of a finding leads back to it, ExperimentTests hold.
        var list = await demo.PageAsync($"/w/florist/experiments?{days}");
        var agreed = list.QuerySelectorAll("main table.folds a").Select(a => a.GetAttribute("href")!).ToArray();
        agreed.ShouldNotBeEmpty();
        agreed.ShouldAllBe(href => href.EndsWith("?" + days, StringComparison.Ordinal));
        foreach (var href in agreed)
        {
            var experiment = await demo.PageAsync(href);
            Behind(experiment, "/w/florist/experiments").ShouldBe($"/w/florist/experiments?{days}");
            foreach (var link in experiment.QuerySelectorAll("#terms a[href*='/findings/'], #result a, #next a"))
                link.GetAttribute("href")!.ShouldContain(days);
        }
    }

    [Fact]
    public async Task TheDaysOfAnAddressAreTheSameOnEveryPageAndByTheApi()
    {
        const string Days = "from=2026-09-01&to=2026-09-16";
        await using var browser = await Browser.StartAsync();
        var page = await (await browser.OpenAsync(scripts: false)).NewPageAsync();
        await page.GotoAsync(new Uri(demo.Beleg.Url, "/sign-in").ToString());
        await DemoPages.SignInAsync(page);
        using var answer = System.Text.Json.JsonDocument.Parse(await demo.Beleg.Http.GetStringAsync($"/api/florist/query?metrics=automated_conversations&{Days}"));
        var api = answer.RootElement.GetProperty("metrics")[0].GetProperty("value").GetDecimal();
        using var month = System.Text.Json.JsonDocument.Parse(await demo.Beleg.Http.GetStringAsync("/api/florist/query?metrics=automated_conversations&from=2026-09-01&to=2026-09-17"));
        api.ShouldNotBe(month.RootElement.GetProperty("metrics")[0].GetProperty("value").GetDecimal(), "a day more is another figure");
        foreach (var path in new[] { "", "/figures", "/metrics" })
        {
            await page.GotoAsync(new Uri(demo.Beleg.Url, $"/w/florist{path}?{Days}").ToString());
            (await page.InnerTextAsync("main")).ShouldContain("1–15 Sep 2026", Case.Sensitive, path);
            var shown = await page.Locator("data[data-figure=automated_conversations]").First.GetAttributeAsync("value");
            decimal.Parse(shown!, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(api, path);
        }

        foreach (var path in new[] { "/roi", "/flows", "/models" })
        {
            await page.GotoAsync(new Uri(demo.Beleg.Url, $"/w/florist{path}?{Days}").ToString());
            (await page.InnerTextAsync("main")).ShouldContain("1–15 Sep 2026", Case.Sensitive, path);
        }

        // The way on keeps them.
        (await page.Locator("a[href*='/models/change']").GetAttributeAsync("href")).ShouldBe($"/w/florist/models/change?{Days}");
        await page.Locator("a[href*='/models/change']").ClickAsync();
        (await page.Locator("form[method=get] input[name=to]").First.GetAttributeAsync("value")).ShouldBe("2026-09-16");
    }

    [Fact]
    public async Task APartOfTheProgrammeIsTheSameOnTheOverviewTheReturnPageAndByTheApi()
    {
        await using var browser = await Browser.StartAsync();
        var page = await (await browser.OpenAsync(scripts: false)).NewPageAsync();
        await page.GotoAsync(new Uri(demo.Beleg.Url, "/sign-in").ToString());
        await DemoPages.SignInAsync(page);

        await page.GotoAsync(new Uri(demo.Beleg.Url, "/w/wismo/roi?period=2026-09&channel=webchat").ToString());
        var note = await page.Locator("#scenarios").InnerTextAsync();
        note.ShouldContain("of common costs by automated conversations");
        await page.GotoAsync(new Uri(demo.Beleg.Url, "/w/wismo?period=2026-09&channel=webchat").ToString());
        var overview = await page.Locator(".headline").InnerTextAsync();
        overview.ShouldContain("of common costs by automated conversations");
        (await page.Locator(".headline-figures").InnerTextAsync()).ShouldNotContain("whole workspace");

        // All of wismo talks on one channel: narrowed to it, the part is the whole.
        var part = await demo.Beleg.Http.GetStringAsync("/api/wismo/query?metrics=net_value,roi_pct&month=2026-09&channel=webchat");
        var whole = await demo.Beleg.Http.GetStringAsync("/api/wismo/query?metrics=net_value,roi_pct&month=2026-09");
        Values(part).ShouldBe(Values(whole));
        part.ShouldContain("of common costs by automated conversations");
    }

    private static List<string> Values(string json)
    {
        using var answer = System.Text.Json.JsonDocument.Parse(json);
        return [.. answer.RootElement.GetProperty("metrics").EnumerateArray().Select(result => result.GetProperty("value").GetRawText())];
    }
}
