using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Beleg.Reports.Printing;

/// <summary>
/// Prints a page of our own with Chromium: a process and a profile of its own for each, and no way out. The page's policy lets it load
/// nothing; where it did not, every host name is unknown and every address, this machine's too, lies behind a proxy that does not exist.
/// </summary>
/// <param name="program">Path of Chromium.</param>
public sealed class PagePrinter(string program)
{
    /// <summary>A print takes a second; one that takes this long hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // A browser takes 150 MB and a core: more at once would only wait for each other.
    private static readonly SemaphoreSlim AtOnce = new(2);

    private static readonly string[] Alone =
    [
        "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", "--mute-audio", "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-sync",
        "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--disable-domain-reliability", "--disable-breakpad", "--no-pings", "--no-service-autorun",
        "--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider,AutofillServerCommunication,CertificateTransparencyComponentUpdater",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=http://127.0.0.1:9", "--proxy-bypass-list=<-loopback>",
        "--force-color-profile=srgb", "--export-tagged-pdf", "--no-pdf-header-footer",
    ];

    /// <summary>Prints a page that brings its own policy.</summary>
    /// <param name="html">The page, with everything it needs inside.</param>
    /// <param name="cancellationToken">Ends the browser.</param>
    /// <returns>The PDF as the browser wrote it.</returns>
    /// <exception cref="ArgumentException">The page has no content security policy.</exception>
    /// <exception cref="PrintFailedException">The browser failed, or took longer than 30 s.</exception>
    public async Task<byte[]> PrintAsync(string html, CancellationToken cancellationToken)
    {
        if (!html.Contains("http-equiv=\"Content-Security-Policy\"", StringComparison.Ordinal))
            throw new ArgumentException("Only a page that says what it may load is printed.", nameof(html));
        await AtOnce.WaitAsync(cancellationToken);
        var folder = Directory.CreateTempSubdirectory("beleg-print-").FullName;
        try
        {
            var (page, pdf) = (Path.Combine(folder, "page.html"), Path.Combine(folder, "page.pdf"));
            await File.WriteAllTextAsync(page, html, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken);
            var said = await RunAsync(folder, page, pdf, cancellationToken);
            return File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, cancellationToken) : throw new PrintFailedException($"{program} wrote no PDF: {said}");
        }
        finally
        {
            AtOnce.Release();
            Remove(folder);
        }
    }

    /// <returns>The last line that the browser said.</returns>
    private async Task<string> RunAsync(string folder, string page, string pdf, CancellationToken cancellationToken)
    {
        // Chromium refuses to run as root inside its sandbox; everyone else keeps it.
        string[] asRoot = OperatingSystem.IsWindows() || Environment.UserName != "root" ? [] : ["--no-sandbox"];
        var start = new ProcessStartInfo(program, [.. Alone, .. asRoot, $"--user-data-dir={Path.Combine(folder, "profile")}", $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        // Neither its files nor those of whoever runs us.
        start.Environment["HOME"] = folder;
        start.Environment["XDG_CONFIG_HOME"] = start.Environment["XDG_CACHE_HOME"] = folder;
        using var browser = Process.Start(start) ?? throw new PrintFailedException($"{program} did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var said = browser.StandardError.ReadToEndAsync(limit.Token);
            await Task.WhenAll(browser.StandardOutput.ReadToEndAsync(limit.Token), said, browser.WaitForExitAsync(limit.Token));
            var last = LastLine(await said);
            if (browser.ExitCode != 0)
                throw new PrintFailedException(string.Create(CultureInfo.InvariantCulture, $"{program} ended with {browser.ExitCode}: {last}"));
            return last;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PrintFailedException(string.Create(CultureInfo.InvariantCulture, $"{program} did not print within {Patience.TotalSeconds:0} s."));
        }
        finally
        {
            if (!browser.HasExited)
                browser.Kill(entireProcessTree: true);
        }
    }

    private static string LastLine(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "it said nothing";

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A helper process of the browser that is still ending may hold a file; the folder is empty of anything but its profile.
        }
    }
}
