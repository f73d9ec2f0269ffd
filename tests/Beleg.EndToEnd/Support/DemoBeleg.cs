namespace Beleg.EndToEnd.Support;

/// <summary>A running server with the three stories of the demonstration, for all tests that only look.</summary>
public sealed class DemoBeleg : IAsyncLifetime
{
    private readonly BelegData data = new(Environment.GetEnvironmentVariable("BELEG_E2E_DATA"));

    internal RunningBeleg Beleg { get; private set; } = null!;

    internal Finished Loaded { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Loaded = await data.RunAsync("demo", "--no-serve", "--json");
        Loaded.Ok();
        Beleg = await RunningBeleg.StartAsync(data);
        (await Beleg.SignInAsync(Beleg.Http)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
    }

    /// <summary>A page in a language. Not by the address: that choice would be remembered for the tests that share this session.</summary>
    internal async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(string path, string language = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await Beleg.Http.SendAsync(request);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, path);
        return new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (Beleg is not null)
            await Beleg.DisposeAsync();
        data.Dispose();
    }
}
