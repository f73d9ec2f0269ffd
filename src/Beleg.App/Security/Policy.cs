using System.Collections.Frozen;
using Beleg.App.Commands;

namespace Beleg.App.Security;

/// <summary>
/// Whom each address and act is for: the one place where that is said. What does not stand here is for nobody; a test names whatever
/// is missing. Addresses under /api/{workspace} are for keyholders: the scope stands where each is made (<see cref="Api.ApiDoor"/>).
/// </summary>
internal static class Policy
{
    private const string Workspace = "/w/{workspace}";
    private const string Api = "/api/{workspace}/";

    private static readonly FrozenDictionary<string, Audience> lines = new (Audience Audience, string[] Lines)[]
    {
        (Audience.Anyone,
        [
            "GET /healthz", "GET /readyz", "GET /r/{code}", "HEAD /r/{code}",
            "GET /sign-in", "POST /sign-in", "GET /welcome/{token}", "POST /welcome",
            "GET /verify", "POST /verify", "GET /verify/{hash}", "GET /api/verify/{hash}",
            "GET /share/{token}", "GET /share/{token}/metrics/{metric}",
        ]),
        (Audience.Keyholder,
        [
            "GET /metrics", "POST " + RemoteRequest.Path,
            .. new[] { "track", "identify", "page", "screen", "alias", "group", "batch" }.SelectMany(call => new[] { "POST /v1/" + call, "OPTIONS /v1/" + call }),
        ]),
        (Audience.SignedIn, ["GET /", "POST /sign-out"]),
        (Audience.Viewer,
        [
            .. new[]
            {
                "", "/figures", "/rows/{metric}", "/rows/{metric}.csv", "/metrics", "/metrics.{format}", "/metrics/{metric}", "/why/{metric}", "/receipts", "/receipts/{shop}/{order}", "/flows", "/flows/{flow}", "/roi",
                "/findings", "/findings/{rule}", "/cases", "/growth", "/quality", "/sensitivity", "/models", "/customers", "/outlook", "/experiments", "/experiments/{id}", "/experiments/{id}/contacts", "/methods", "/proof", "/proof/{month}", "/proof/{month}/pdf", "/links", "/sources",
            }.Select(page => "GET " + Workspace + page),
        ]),
        (Audience.Editor,
        [
            // People's data: contacts, and what a delivery said word for word.
            $"GET {Workspace}/contacts", $"POST {Workspace}/contacts", $"GET {Workspace}/contacts/{{contact}}", $"GET {Workspace}/receipts/{{shop}}/{{order}}?raw",
            .. new[] { "", "/names", "/consents", "/merge", "/undo" }.Select(act => $"POST {Workspace}/contacts/{{contact}}{act}"),
            $"POST {Workspace}/notes/{{subject}}", $"POST {Workspace}/metrics/{{metric}}", $"GET {Workspace}/experiments/new", $"POST {Workspace}/experiments/new", $"GET {Workspace}/experiments/{{id}}/edit", $"POST {Workspace}/experiments/{{id}}",
            $"GET {Workspace}/models/change", $"POST {Workspace}/roi/costs", $"POST {Workspace}/roi/assumptions", $"POST {Workspace}/roi/hypotheses",
            $"POST {Workspace}/proof/{{month}}", $"GET {Workspace}/proof/{{month}}/edit", $"POST {Workspace}/proof/{{month}}/edit",
            // The address of a shared link opens to whoever has it: it is shown to those only who may make one.
            $"GET {Workspace}/shares", $"POST {Workspace}/shares", $"GET {Workspace}/shares/{{share}}", $"POST {Workspace}/shares/{{share}}/revoke",
            $"POST {Workspace}/links", $"POST {Workspace}/links/contact",
        ]),
        (Audience.Admin, [$"POST {Workspace}/sources", $"POST {Workspace}/sources/again", $"POST {Workspace}/links/domains", $"POST {Workspace}/models/change"]),
        (Audience.AdminOfAll, ["GET /people", "POST /people", "POST /people/{person}/role", "POST /people/{person}/link", "POST /people/{person}/remove"]),
    }.SelectMany(group => group.Lines.Select(line => KeyValuePair.Create(line, group.Audience))).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every line, by "GET /address".</summary>
    public static IReadOnlyDictionary<string, Audience> Lines => lines;

    /// <summary>Path of the page that a request asks for; of an act the page that it stands on: nobody goes back to an act.</summary>
    public static string PageOf(HttpContext http)
    {
        var path = http.Request.Path.ToUriComponent();
        // The last resort has no page above it.
        if (HttpMethods.IsGet(http.Request.Method) || (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is not { } pattern || pattern[0] != '/')
            return path;
        for (; pattern.Length > 1 && !lines.ContainsKey("GET " + pattern); path = path[..path.LastIndexOf('/')])
            pattern = pattern[..pattern.LastIndexOf('/')];
        return path.Length > 0 ? path : "/";
    }

    /// <summary>Whom a request is for; null where nobody said, which means nobody.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="pattern">The pattern of the address, as it is mapped.</param>
    /// <param name="query">Its query: some parts of it ask for more.</param>
    public static Audience? Of(string method, string? pattern, IQueryCollection? query = null)
    {
        if (pattern is null)
            return null;
        // The last resort answers that there is nothing.
        if (pattern.StartsWith("{*", StringComparison.Ordinal))
            return Audience.Anyone;
        if (pattern.StartsWith(Api, StringComparison.Ordinal))
            return Audience.Keyholder;
        if (query?.ContainsKey("raw") == true && lines.TryGetValue($"{method} {pattern}?raw", out var more))
            return more;
        return lines.TryGetValue($"{method} {pattern}", out var found) ? found : null;
    }
}
