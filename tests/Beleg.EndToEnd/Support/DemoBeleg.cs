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

    public async ValueTask DisposeAsync()
    {
        if (Beleg is not null)
            await Beleg.DisposeAsync();
        data.Dispose();
    }
}
