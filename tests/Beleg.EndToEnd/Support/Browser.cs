using Microsoft.Playwright;

namespace Beleg.EndToEnd.Support;

/// <summary>Debian's Chromium, driven by Playwright; tests that need it are counted as skipped where there is none.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    public static async Task<Browser> StartAsync(params string[] arguments)
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(directory => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(directory, name)))
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "There is no Chromium here.");
        var playwright = await Playwright.CreateAsync();
        string[] root = Environment.UserName == "root" ? ["--no-sandbox"] : [];
        return new Browser(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = [.. root, .. arguments] }));
    }

    /// <summary>A fresh profile.</summary>
    public Task<IBrowserContext> OpenAsync(int width = 1440, bool dark = false, string language = "en", bool scripts = true) => browser.NewContextAsync(new BrowserNewContextOptions
    {
        ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 844 : 900 },
        ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        Locale = language,
        JavaScriptEnabled = scripts,
        // A browser without a window says so, and is rightly taken for a machine.
        UserAgent = "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36",
        DeviceScaleFactor = 1,
    });

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
