using System.Net;
using System.Net.Http.Headers;
using Beleg.EndToEnd.Support;

namespace Beleg.EndToEnd.Http;

/// <summary>Whoever asks by HEAD – a monitor, a mail program, a link checker – reads what GET would answer, without its body, and is counted nowhere.</summary>
[Trait("Speed", "Slow")]
public sealed class HeadTests
{
    // The length of an answer that is made on the way may be left out; a day and a cookie are new each time.
    private static readonly string[] ofTheMoment = ["Date", "Set-Cookie", "Transfer-Encoding", "Content-Length", "Connection"];

    [Fact]
    public async Task HeadAnswersAsGetDoesWithoutABody()
    {
        await using var desk = await Desk.OpenAsync();
        string[] paths =
        [
            "/healthz", "/readyz", "/sign-in", "/", "/w/ours", "/w/ours/roi", "/w/ours/metrics.xlsx", "/w/ours/rows/aov.csv", "/w/nowhere", "/nothing", "/beleg.css", "/api/ours/metrics", "/api/ours/query?metrics=aov", "/api/verify/0", "/metrics",
            "/in/ours/nothing", "/w/ours/roi/costs", "/r/nothing", "/w/ours/figures?period=",
        ];
        foreach (var path in paths)
        {
            var (got, asked) = (await AskAsync(desk.Beleg.Http, HttpMethod.Get, path, desk.AdminKey), await AskAsync(desk.Beleg.Http, HttpMethod.Head, path, desk.AdminKey));
            asked.Status.ShouldBe(got.Status, path);
            asked.Headers.ShouldBe(got.Headers, path);
            asked.Body.ShouldBeEmpty(path);
        }

        // Who is not signed in is led to the door, as by GET.
        using var stranger = desk.Beleg.NewClient();
        var door = await AskAsync(stranger, HttpMethod.Head, "/w/ours/roi?period=2026-08", null);
        door.Status.ShouldBe(HttpStatusCode.Redirect);
        door.Headers.ShouldBe((await AskAsync(stranger, HttpMethod.Get, "/w/ours/roi?period=2026-08", null)).Headers);
    }

    [Fact]
    public async Task ASharedLinkThatAMailProgramLooksAtWasSeenByNobody()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.GoAsync("/w/ours/shares");
        var form = desk.Page.Locator("form[action='/w/ours/shares']");
        await form.Locator("[name=label]").FillAsync("Board");
        await form.GetByRole(Microsoft.Playwright.AriaRole.Button).ClickAsync();
        await desk.SavedAsync();
        var path = new Uri((await desk.Page.Locator("th a[href*='/share/']").GetAttributeAsync("href"))!).AbsolutePath;
        using var stranger = desk.Beleg.NewClient();
        stranger.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", LinkShop.Person);
        (await AskAsync(stranger, HttpMethod.Head, path, null)).Status.ShouldBe(HttpStatusCode.OK);
        (await ViewsAsync(desk)).ShouldBe("0");
        (await AskAsync(stranger, HttpMethod.Get, path, null)).Status.ShouldBe(HttpStatusCode.OK);
        (await ViewsAsync(desk)).ShouldStartWith("1");
    }

    [Fact]
    public async Task ATaggedLinkLeadsOnAndNoClickIsCounted()
    {
        await using var shop = await LinkShop.OpenAsync();
        var (path, _) = await shop.MakeAsync("""{"target":"https://shop.example/p","channel":"whatsapp","flow":"f"}""");
        var answer = await shop.FollowAsync(path, method: HttpMethod.Head);
        (answer.StatusCode, answer.Headers.Location!.Host).ShouldBe((HttpStatusCode.Redirect, "shop.example"));
        answer.Headers.Location.Query.ShouldNotContain("bid=");
        var clicks = await RunningBeleg.EventuallyAsync(() => shop.RowsAsync("click"), rows => rows.Count > 0);
        clicks.ShouldHaveSingleItem()["counted"].ShouldBe("false", StringCompareShould.IgnoreCase);
    }

    private static async Task<string> ViewsAsync(Desk desk)
    {
        await desk.GoAsync("/w/ours/shares");
        return (await desk.Page.Locator("td.num a").First.InnerTextAsync()).Trim();
    }

    private static async Task<(HttpStatusCode Status, string[] Headers, string Body)> AskAsync(HttpClient client, HttpMethod method, string path, string? key)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        if (key is not null && path.StartsWith("/api", StringComparison.Ordinal))
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await client.SendAsync(request);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => !ofTheMoment.Contains(header.Key)).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal);
        return (answer.StatusCode, [.. headers], await answer.Content.ReadAsStringAsync());
    }
}
