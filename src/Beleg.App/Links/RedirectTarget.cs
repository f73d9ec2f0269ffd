using System.Text;

namespace Beleg.App.Links;

/// <summary>Builds the address a tagged link leads to. Pure.</summary>
internal static class RedirectTarget
{
    /// <summary>
    /// The stored target with its own query and fragment kept, then the campaign tags it does not have itself, then the click id.
    /// </summary>
    /// <param name="target">Stored http(s) address.</param>
    /// <param name="tags">Name and value; a null value is left out.</param>
    /// <param name="bid">Click id; replaces one that the target may carry, since each click is its own. Null for what is no person's click.</param>
    public static string Compose(Uri target, IEnumerable<(string Name, string? Value)> tags, string? bid)
    {
        var query = new StringBuilder();
        var present = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in target.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = part.Split('=', 2)[0];
            if (name.Equals("bid", StringComparison.OrdinalIgnoreCase))
                continue;
            present.Add(name);
            query.Append('&').Append(part);
        }

        foreach (var (name, value) in tags)
            if (!string.IsNullOrEmpty(value) && !present.Contains(name))
                query.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        if (bid is not null)
            query.Append("&bid=").Append(bid);
        return target.GetLeftPart(UriPartial.Path) + (query.Length > 0 ? "?" + query.Remove(0, 1) : "") + target.Fragment;
    }

    /// <summary>utm_source says the channel, utm_medium that it was a chat, the others where in it.</summary>
    public static IEnumerable<(string Name, string? Value)> Tags(string? channel, string? flow, string? branch, string? campaign) =>
    [
        ("utm_source", channel),
        ("utm_medium", "chat"),
        ("utm_campaign", flow ?? campaign),
        ("utm_content", branch),
    ];

    /// <summary>Whether an address is http(s), names no user, and its host is a listed domain or below one.</summary>
    public static bool IsAllowed(Uri target, IEnumerable<string> domains) =>
        target.IsAbsoluteUri && target.Scheme is "http" or "https" && target.UserInfo.Length == 0
        && domains.Any(domain => target.IdnHost.Equals(domain, StringComparison.OrdinalIgnoreCase)
            || target.IdnHost.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase));
}
