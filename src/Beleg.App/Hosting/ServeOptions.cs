using System.Globalization;
using Beleg.Primitives;

namespace Beleg.App.Hosting;

/// <summary>How the server runs. Read once at start; every problem is listed at once.</summary>
internal sealed record ServeOptions
{
    /// <summary>Addresses to listen on; default loopback only.</summary>
    public required IReadOnlyList<Uri> Urls { get; init; }

    /// <summary>The address people and providers reach it by; the first of <see cref="Urls"/> where it has no proxy before it.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>Deliveries a second and source, 1 to 1,000,000, default 5,000 (BELEG_SOURCE_RATE). Ten seconds' worth may come at once.</summary>
    public double SourceRate { get; init; } = 5_000;

    /// <summary>Calls a second and browser key, 1 to 1,000,000, default 200 (BELEG_BROWSER_RATE): anybody can read that key from a page.</summary>
    public double BrowserRate { get; init; } = 200;

    /// <summary>How long a body may take, 1 to 60 s, default 10 (BELEG_BODY_SECONDS).</summary>
    public TimeSpan BodyTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How far facts may fall behind a burst of deliveries at the most, 2 to 60 s (BELEG_FACTS_BEHIND), at the intake's cost. Default null:
    /// while a burst leaves them no core they work a tenth of the time, and are behind for as long as it lasts.
    /// </summary>
    public TimeSpan? FactsBehind { get; init; }

    /// <summary>Whether it answers this machine only.</summary>
    public bool IsLoopbackOnly => Urls.All(url => url.IsLoopback);

    /// <summary>Reads the options.</summary>
    /// <exception cref="UserErrorException">Something cannot be read; the message names all of it.</exception>
    public static ServeOptions Read(string urls, string? publicUrl, Func<string, string?> environment)
    {
        var problems = new List<string>();
        var listen = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(url => Address("--urls", url, problems)).OfType<Uri>().ToList();
        var outside = publicUrl is null ? listen.FirstOrDefault() : Address("--public-url", publicUrl, problems);
        var options = new ServeOptions
        {
            Urls = listen,
            PublicUrl = outside ?? new Uri(Commands.GlobalOptions.DefaultUrl),
            SourceRate = Number("BELEG_SOURCE_RATE", 5_000, 1, 1_000_000, environment, problems),
            BrowserRate = Number("BELEG_BROWSER_RATE", 200, 1, 1_000_000, environment, problems),
            BodyTimeout = TimeSpan.FromSeconds(Number("BELEG_BODY_SECONDS", 10, 1, 60, environment, problems)),
            FactsBehind = Number("BELEG_FACTS_BEHIND", 0, 2, 60, environment, problems) is > 0 and var behind ? TimeSpan.FromSeconds(behind) : null,
        };
        return problems.Count == 0 && listen.Count > 0 ? options : throw new UserErrorException(string.Join(" ", problems.DefaultIfEmpty("--urls: name an address, such as http://127.0.0.1:5080.")));
    }

    private static Uri? Address(string option, string text, List<string> problems)
    {
        if (Uri.TryCreate(text.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var url)
            && url.Scheme is "http" or "https" && url.AbsolutePath == "/")
            return url;
        problems.Add($"{option}: '{text}' is no address; write it like http://127.0.0.1:5080.");
        return null;
    }

    private static double Number(string name, double standard, double least, double most, Func<string, string?> environment, List<string> problems)
    {
        if (environment(name) is not { Length: > 0 } text)
            return standard;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            return value;
        problems.Add(string.Create(CultureInfo.InvariantCulture, $"{name}: write a number from {least} to {most}."));
        return standard;
    }
}
