using System.Globalization;

namespace Beleg.Primitives;

/// <summary>
/// What stands in a delivery where an erased person's value stood: the keys that the value had, signed under the workspace's key, so
/// that the delivery still means the same and nobody can make one up. <c>erased:(tag key)[.(tag key)…]:[calling code]:(mac)</c>, hex.
/// </summary>
/// <remarks>
/// A value can have several keys (a phone number that is a customer's id too). The tag says for which domain and scope each one is;
/// anywhere else the text is an ordinary value, as a forged one is everywhere.
/// </remarks>
internal static class ErasedValue
{
    /// <summary>What each begins with.</summary>
    public const string Prefix = "erased:";

    /// <summary>The domain that signatures are made in.</summary>
    public const string TokenDomain = "erased value";

    private const string TagDomain = "erased for";
    private const int TagLength = 8;
    private const int KeyLength = 16;
    private const int MacLength = 16;

    /// <summary>Writes one.</summary>
    /// <param name="hash">The workspace's hash.</param>
    /// <param name="keys">The keys that the value had, each with its domain and scope.</param>
    /// <param name="callingCode">Where it was a phone number; messages are priced by it.</param>
    public static string Write(KeyedHash hash, IEnumerable<(string Domain, string Scope, Key Key)> keys, string? callingCode)
    {
        var entries = keys.Select(one => Tag(hash, one.Domain, one.Scope) + one.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var signed = $"{Prefix}{string.Join('.', entries)}:{callingCode}";
        return $"{signed}:{hash.Compute(TokenDomain, default, signed)}";
    }

    /// <summary>Reads one; false where it is forged, or has no key for the domain and scope: it is then an ordinary value.</summary>
    public static bool TryRead(KeyedHash hash, string domain, ReadOnlySpan<char> scope, ReadOnlySpan<char> value, out Key key, out string? callingCode)
    {
        key = default;
        callingCode = null;

        // WhatsApp's digits get a plus before they are read as a phone number.
        value = value.StartsWith('+') ? value[1..] : value;
        if (!value.StartsWith(Prefix) || value.Length < Prefix.Length + TagLength + KeyLength + MacLength + 2)
            return false;
        var signed = value[..^(MacLength + 1)];
        if (value[signed.Length] != ':' || !TryHex(value[(signed.Length + 1)..], out var mac) || mac != hash.Compute(TokenDomain, default, signed).Value)
            return false;
        var entries = signed[Prefix.Length..signed.LastIndexOf(':')];
        var code = signed[(signed.LastIndexOf(':') + 1)..];
        callingCode = code.IsEmpty ? null : code.ToString();
        var tag = Tag(hash, domain, scope);
        foreach (var part in entries.Split('.'))
        {
            var entry = entries[part];
            if (entry.StartsWith(tag, StringComparison.Ordinal) && TryHex(entry[TagLength..], out var bits))
            {
                key = new Key(bits);
                return true;
            }
        }

        return false;
    }

    private static string Tag(KeyedHash hash, string domain, ReadOnlySpan<char> scope) => hash.Compute(TagDomain, scope, domain).ToString()[..TagLength];

    private static bool TryHex(ReadOnlySpan<char> hex, out long bits) => long.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bits);
}
