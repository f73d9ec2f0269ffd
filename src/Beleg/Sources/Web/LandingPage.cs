namespace Beleg.Sources.Web;

/// <summary>What the address of a visit's first page says about where the visit came from.</summary>
/// <param name="Path">Its path, without query or fragment: those may hold a person's data.</param>
/// <param name="Host">Its host; null where the address names none.</param>
/// <param name="Utm">Campaign tags; null where there is none.</param>
/// <param name="Bid">Click id of a tagged link.</param>
/// <param name="AdNetwork">Source and medium that an ad network's click id stands for; null where there is none.</param>
internal sealed record LandingPage(string? Path, string? Host, Utm? Utm, string? Bid, (string Source, string Medium)? AdNetwork)
{
    private const int LongestPath = 300;
    private const int LongestTag = 200;

    /// <summary>The page of an address that says nothing.</summary>
    public static LandingPage Nothing { get; } = new(null, null, null, null, null);

    /// <summary>Reads an address: whole, without scheme, or from the path on.</summary>
    public static LandingPage Read(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
            return Nothing;
        var rest = address.AsSpan().Trim();
        var fragment = rest.IndexOf('#');
        if (fragment >= 0)
            rest = rest[..fragment];
        var question = rest.IndexOf('?');
        var query = question < 0 ? default : rest[(question + 1)..];
        if (question >= 0)
            rest = rest[..question];
        var (host, path) = Split(rest);
        var tags = new Tags();
        foreach (var range in query.Split('&'))
            tags.Take(query[range]);
        var utm = tags.Source is null && tags.Medium is null && tags.Campaign is null && tags.Content is null && tags.Term is null
            ? null
            : new Utm(tags.Source, tags.Medium, tags.Campaign, tags.Content, tags.Term);
        return new LandingPage(path, host, utm, tags.Bid, tags.AdNetwork);
    }

    /// <summary>Host of an address in lower case without "www."; null where it has none.</summary>
    public static string? HostOf(string? address) => string.IsNullOrWhiteSpace(address) ? null : Split(address.AsSpan().Trim()).Host;

    /// <summary>The channel of the visit: its tags, else an ad network's click id, else who referred, else direct.</summary>
    public TrafficChannel Channel(Utm? tags, string? referrerHost)
    {
        if (tags is not null)
            return TrafficChannels.Of(tags.Source, tags.Medium, tags.Campaign);
        if (AdNetwork is { } ad)
            return TrafficChannels.Of(ad.Source, ad.Medium, null);
        return referrerHost is null || referrerHost == Host ? TrafficChannel.Direct : TrafficChannels.Of(referrerHost, "referral", null);
    }

    private static (string? Host, string? Path) Split(ReadOnlySpan<char> address)
    {
        var scheme = address.IndexOf("://");
        var rest = scheme >= 0 ? address[(scheme + 3)..] : address.StartsWith("//") ? address[2..] : address;
        var named = scheme >= 0 || address.StartsWith("//") || (rest.Length > 0 && rest[0] != '/');
        var slash = rest.IndexOf('/');
        var authority = !named ? default : slash < 0 ? rest : rest[..slash];
        var path = slash < 0 ? "/" : rest[slash..];
        var cut = path.IndexOfAny('?', '#');
        if (cut >= 0)
            path = path[..cut];
        return (HostIn(authority), path[..Math.Min(path.Length, LongestPath)].ToString());
    }

    private static string? HostIn(ReadOnlySpan<char> authority)
    {
        authority = authority[(authority.LastIndexOf('@') + 1)..];
        var end = authority.IndexOfAny(':', '?', '#');
        if (end >= 0)
            authority = authority[..end];
        if (authority.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            authority = authority[4..];
        return authority.Length is > 0 and <= 253 ? authority.ToString().ToLowerInvariant() : null;
    }

    private struct Tags
    {
        public string? Source, Medium, Campaign, Content, Term, Bid;
        public (string, string)? AdNetwork;

        public void Take(ReadOnlySpan<char> pair)
        {
            var equals = pair.IndexOf('=');
            if (equals <= 0 || equals == pair.Length - 1)
                return;
            var name = pair[..equals];
            switch (name)
            {
                case "utm_source": Source ??= Value(pair[(equals + 1)..]); break;
                case "utm_medium": Medium ??= Value(pair[(equals + 1)..]); break;
                case "utm_campaign": Campaign ??= Value(pair[(equals + 1)..]); break;
                case "utm_content": Content ??= Value(pair[(equals + 1)..]); break;
                case "utm_term": Term ??= Value(pair[(equals + 1)..]); break;
                case "bid": Bid ??= Value(pair[(equals + 1)..]); break;
                case "gclid" or "gbraid" or "wbraid" or "dclid": AdNetwork ??= ("google", "cpc"); break;
                case "msclkid": AdNetwork ??= ("bing", "cpc"); break;
                case "ttclid": AdNetwork ??= ("tiktok", "cpc"); break;
                case "li_fat_id": AdNetwork ??= ("linkedin", "cpc"); break;

                // Facebook puts its click id on every outgoing link, paid or not.
                case "fbclid": AdNetwork ??= ("facebook", "referral"); break;
                case "igshid" or "igsh": AdNetwork ??= ("instagram", "referral"); break;
            }
        }

        private static string? Value(ReadOnlySpan<char> escaped)
        {
            var text = Uri.UnescapeDataString(escaped.ToString().Replace('+', ' ')).Trim();
            return text.Length is > 0 and <= LongestTag ? text : null;
        }
    }
}
