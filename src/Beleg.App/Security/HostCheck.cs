using Beleg.App.Api;

namespace Beleg.App.Security;

/// <summary>
/// Answers only to the names it is known by, so that a page elsewhere cannot reach it through a name that resolves to this machine
/// (DNS rebinding), and no address it prints can be forged by a Host header.
/// </summary>
internal sealed class HostCheck
{
    private readonly HashSet<string> allowed = new(StringComparer.OrdinalIgnoreCase) { "localhost", "127.0.0.1", "[::1]" };

    /// <param name="addresses">What it listens on, and what it is reached by from outside.</param>
    public HostCheck(IEnumerable<Uri> addresses)
    {
        foreach (var address in addresses)
            allowed.Add(address.HostNameType == UriHostNameType.IPv6 ? $"[{address.Host.Trim('[', ']')}]" : address.Host);
    }

    public Task InvokeAsync(HttpContext http, RequestDelegate next) =>
        Admits(http.Request.Host) ? next(http) : Unknown.WriteAsync(http);

    /// <summary>Whether a Host header names this server.</summary>
    public bool Admits(HostString host) => host.HasValue && allowed.Contains(host.Host);

    private static Problem Unknown { get; } = new(
        400, "unknown-host", "This server is not known by that name.", "Start it with --public-url to name the address it is reached by.");
}
