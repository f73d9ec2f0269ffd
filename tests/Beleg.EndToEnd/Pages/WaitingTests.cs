using Beleg.EndToEnd.Support;
using Microsoft.Playwright;

namespace Beleg.EndToEnd.Pages;

/// <summary>What takes longer than a blink is seen to be under way, ends when it is there, and is not sent twice.</summary>
[Collection(DemoCollection.Name)]
[Trait("Speed", "Slow")]
public sealed class WaitingTests(DemoBeleg demo)
{
    private static readonly LocatorWaitForOptions Attached = new() { State = WaitForSelectorState.Attached };

    [Fact]
    public async Task APageThatIsStillComingIsSaidToBe()
    {
        await using var browser = await Browser.StartAsync();
        var page = await SignedInAsync(browser);
        var answer = new TaskCompletionSource();
        await page.RouteAsync("**/w/florist/roi*", async route =>
        {
            await answer.Task;
            await route.ContinueAsync();
        });
        (await page.Locator("html.is-waiting").CountAsync()).ShouldBe(0);

        await page.Locator(".nav a[href='/w/florist/roi']").ClickAsync(new LocatorClickOptions { NoWaitAfter = true });
        await page.Locator("html.is-waiting").WaitForAsync(Attached);
        (await page.Locator("#waiting").TextContentAsync()).ShouldBe("One moment: this is being worked out.");

        answer.SetResult();
        await page.WaitForURLAsync("**/w/florist/roi");
        (await page.Locator("html.is-waiting").CountAsync()).ShouldBe(0);
        await page.GoBackAsync();
        (await page.Locator("html.is-waiting").CountAsync()).ShouldBe(0, "what was left waiting is at rest when one comes back");
    }

    [Fact]
    public async Task AFormIsNotSentTwiceAndAStopGivesItBack()
    {
        await using var browser = await Browser.StartAsync();
        var page = await SignedInAsync(browser);
        await page.GotoAsync(new Uri(demo.Beleg.Url, "/verify").ToString());
        var asked = 0;
        await page.RouteAsync("**/verify?*", _ => Interlocked.Increment(ref asked));

        await page.Locator("input[name=hash]").FillAsync(new string('0', 64));
        var send = page.Locator("form:has(input[name=hash]) button");
        await send.ClickAsync(new LocatorClickOptions { NoWaitAfter = true });
        await page.Locator("html.is-waiting").WaitForAsync(Attached);
        await send.ClickAsync(new LocatorClickOptions { NoWaitAfter = true });
        asked.ShouldBe(1);

        await page.Keyboard.PressAsync("Escape");
        (await page.Locator("html.is-waiting").CountAsync()).ShouldBe(0);
        (await page.Locator("#waiting").TextContentAsync()).ShouldBe("");
    }

    private async Task<IPage> SignedInAsync(Browser browser)
    {
        var page = await (await browser.OpenAsync()).NewPageAsync();
        await page.GotoAsync(new Uri(demo.Beleg.Url, "/sign-in").ToString());
        await DemoPages.SignInAsync(page);
        await page.GotoAsync(new Uri(demo.Beleg.Url, "/w/florist").ToString());
        return page;
    }
}
