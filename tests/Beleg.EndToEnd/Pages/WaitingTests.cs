using Beleg.EndToEnd.Support;
using Microsoft.Playwright;

namespace Beleg.EndToEnd.Pages;

/// <summary>What takes longer than a blink is seen to be under way, ends when it is there, and is not sent twice.</summary>
[Collection(DemoCollection.Name)]
[Trait("Speed", "Slow")]
public sealed class WaitingTests(DemoBeleg demo)
{
    // A locator waits for the next page itself, so the page that is left tells what it shows.
    private const string TellWhatIsSaid = """
        new MutationObserver(() => {
          const text = document.getElementById("waiting").textContent;
          if (text && document.documentElement.classList.contains("is-waiting")) tell(text);
        }).observe(document.getElementById("waiting"), { childList: true });
        """;

    [Fact]
    public async Task APageThatIsStillComingIsSaidToBe()
    {
        await using var browser = await Browser.StartAsync();
        var page = await SignedInAsync(browser);
        var said = new TaskCompletionSource<string>();
        await page.ExposeFunctionAsync<string>("tell", said.SetResult);
        await page.EvaluateAsync(TellWhatIsSaid);
        await page.RouteAsync("**/w/florist/roi*", async route =>
        {
            await said.Task;
            await route.ContinueAsync();
        });
        (await page.Locator("html.is-waiting").CountAsync()).ShouldBe(0);

        await page.Locator(".nav a[href='/w/florist/roi']").ClickAsync();
        await page.WaitForURLAsync("**/w/florist/roi");
        (await said.Task).ShouldBe("One moment: this is being worked out.");
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
        await page.RouteAsync("**/verify?*", _ => { });
        await page.Locator("input[name=hash]").FillAsync(new string('0', 64));

        var told = await page.EvaluateAsync<string[]>("""
            () => new Promise(done => {
              const form = document.querySelector("form:has(input[name=hash])"), waiting = document.getElementById("waiting"), told = [];
              form.addEventListener("submit", () => setTimeout(() => told.push(form.dataset.sent)));
              new MutationObserver(() => {
                told.push(waiting.textContent);
                if (!waiting.textContent) return done([...told, document.documentElement.className, form.dataset.sent ?? "may be sent"]);
                const again = new Event("submit", { bubbles: true, cancelable: true });
                form.dispatchEvent(again);
                told.push(again.defaultPrevented ? "not sent again" : "sent again");
                window.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
              }).observe(waiting, { childList: true });
              form.querySelector("button").click();
            })
            """);
        told.ShouldBe(["yes", "One moment: this is being worked out.", "not sent again", "", "", "may be sent"]);
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
