using System.Net.Http.Headers;
using System.Text;
using Microsoft.Playwright;

namespace Beleg.EndToEnd.Support;

/// <summary>A server with one workspace of its own, a person signed in at a browser without scripts, and keys for programs: where something is written down.</summary>
internal sealed class Desk : IAsyncDisposable
{
    public const string Workspace = "ours";

    private readonly Browser browser;

    private Desk(RunningBeleg beleg, Browser browser, IPage page, string write, string admin) => (Beleg, this.browser, Page, WriteKey, AdminKey) = (beleg, browser, page, write, admin);

    public RunningBeleg Beleg { get; }

    public IPage Page { get; }

    public string WriteKey { get; }

    public string AdminKey { get; }

    public static async Task<Desk> OpenAsync()
    {
        var browser = await Browser.StartAsync();
        var beleg = await RunningBeleg.StartAsync();
        (await beleg.RunAsync("workspace", "create", Workspace)).Ok();
        var write = (await beleg.RunAsync("key", "create", Workspace, "--scope", "write")).Ok().Trim();
        var admin = (await beleg.RunAsync("key", "create", Workspace, "--scope", "admin")).Ok().Trim();
        await beleg.SignInAsync(beleg.Http);
        var page = await (await browser.OpenAsync(scripts: false)).NewPageAsync();
        var desk = new Desk(beleg, browser, page, write, admin);
        // TRICKY: the start page comes again by itself while it reads workspaces, and would take the page away from whoever goes on at once.
        await desk.GoAsync($"/sign-in?return=/w/{Workspace}/sources");
        await page.Locator("input[name=email]").FillAsync("owner@localhost");
        await page.Locator("input[type=password]").FillAsync(SignedIn.Password);
        await page.Locator("button[type=submit]").ClickAsync();
        await page.WaitForURLAsync($"**/w/{Workspace}/sources");
        return desk;
    }

    public Task<IResponse?> GoAsync(string path) => Page.GotoAsync(new Uri(Beleg.Url, path).ToString());

    /// <summary>Sends calls as a Segment client does, and waits until the facts have them.</summary>
    public async Task SendAsync(params string[] calls)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/batch") { Content = Json($"{{\"batch\":[{string.Join(',', calls)}]}}") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(WriteKey + ":")));
        (await Beleg.Http.SendAsync(request)).EnsureSuccessStatusCode();
        (await RunningBeleg.EventuallyAsync(() => Beleg.Http.GetStringAsync($"/w/{Workspace}/sources"), html => html.Contains("dot ok", StringComparison.Ordinal))).ShouldContain("dot ok");
    }

    /// <summary>Waits until a form that was sent is answered: whoever goes elsewhere before may cut it off on its way.</summary>
    public Task SavedAsync() => Page.Locator(".note.done").WaitForAsync();

    /// <summary>Asks the API as a program with a key.</summary>
    public async Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, string? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : Json(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key ?? AdminKey);
        using var client = Beleg.NewClient();
        var answer = await client.SendAsync(request);
        await answer.Content.LoadIntoBufferAsync();
        return answer;
    }

    /// <summary>Opens the form beneath a summary and gives it.</summary>
    public async Task<ILocator> OpenFormAsync(string summary)
    {
        var details = Page.Locator("details", new() { Has = Page.Locator("summary", new() { HasText = summary }) }).Last;
        if (await details.GetAttributeAsync("open") is null)
            await details.Locator("summary").First.ClickAsync();
        return details.Locator("form");
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        await Beleg.DisposeAsync();
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
