namespace Beleg.Sources.Normalising;

/// <summary>E-mail addresses and handles as identifiers.</summary>
internal static class Addresses
{
    private const int LongestEmail = 254;
    private const int LongestHandle = 128;

    /// <summary>An e-mail in lower case without surrounding space; null where it is none. Dots and plus tags stay: only some hosts ignore them.</summary>
    public static string? Email(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            trimmed = trimmed["mailto:".Length..];
        var at = trimmed.LastIndexOf('@');
        return at > 0 && at < trimmed.Length - 1 && trimmed.Length <= LongestEmail && trimmed.IndexOfAny(' ', '\t', '\n') < 0
            ? trimmed.ToString().ToLowerInvariant()
            : null;
    }

    /// <summary>A handle in lower case without @; null where nothing is left.</summary>
    public static string? Handle(string text)
    {
        var trimmed = text.AsSpan().Trim().TrimStart('@');
        return trimmed.Length is > 0 and <= LongestHandle ? trimmed.ToString().ToLowerInvariant() : null;
    }
}
