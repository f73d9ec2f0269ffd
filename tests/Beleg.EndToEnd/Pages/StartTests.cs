using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Beleg.EndToEnd.Support;

namespace Beleg.EndToEnd.Pages;

/// <summary>The start of an agency that has more clients than anybody sees at a look.</summary>
[Trait("Speed", "Slow")]
public sealed class StartTests
{
    private static readonly string[] names = ["alder-bakery", "birke-books", "cedar-cafe", "distel-dental", "efeu-events", "farn-fitness", "linde-bakery", "linde-hotel", "mohn-legal", "olive-boots"];

    [Fact]
    public async Task AClientIsFoundByNameAmongMany()
    {
        await using var beleg = await RunningBeleg.StartAsync();
        foreach (var name in names)
            (await beleg.RunAsync("workspace", "create", name)).Ok();
        await beleg.SignInAsync(beleg.Http);
        var html = await RunningBeleg.EventuallyAsync(() => beleg.Http.GetStringAsync("/?sort=name"), text => !text.Contains("skeleton", StringComparison.Ordinal));
        var all = new HtmlParser().ParseDocument(html);
        Names(all).ShouldBe(names);
        all.QuerySelector(".head p")!.TextContent.ShouldBe("10 workspaces · 10 need attention", "none has a source yet");

        var found = await PageAsync(beleg, "/?sort=name&q=Linde+HOTEL");
        Names(found).ShouldBe(["linde-hotel"]);
        found.QuerySelector(".head p")!.TextContent.ShouldBe("1 of 10 workspaces");
        found.QuerySelector("input[name=sort]")!.GetAttribute("value").ShouldBe("name", "looking for another keeps the order");
        found.QuerySelectorAll(".tabs a").Select(tab => tab.GetAttribute("href")).ShouldAllBe(href => href!.Contains("q=Linde", StringComparison.Ordinal));
        Names(await PageAsync(beleg, "/?q=linde")).ShouldBe(["linde-bakery", "linde-hotel"]);

        var none = await PageAsync(beleg, "/?q=Zeder");
        Names(none).ShouldBeEmpty();
        none.QuerySelector(".state h2")!.TextContent.ShouldContain("Zeder");
        none.QuerySelector(".state a")!.GetAttribute("href").ShouldBe("/");
    }

    private static IEnumerable<string?> Names(IHtmlDocument page) => page.QuerySelectorAll(".glance").Select(glance => glance.GetAttribute("data-workspace"));

    private static async Task<IHtmlDocument> PageAsync(RunningBeleg beleg, string path) => new HtmlParser().ParseDocument(await beleg.Http.GetStringAsync(path));
}
