using Microsoft.AspNetCore.Http.Features;

namespace Beleg.App.Api;

/// <summary>Parts of an address that may hold anything, a slash too.</summary>
internal static class PathParts
{
    /// <summary>
    /// A part of the path, decoded. TRICKY: routing leaves %2F as it is, since it cannot tell it from a border; the request as sent can.
    /// </summary>
    /// <param name="http">The exchange.</param>
    /// <param name="index">From 1, as the slashes part them.</param>
    public static string At(HttpContext http, int index)
    {
        var target = http.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?', 2)[0].Split('/');
        return index < target.Length ? Uri.UnescapeDataString(target[index]) : "";
    }
}
