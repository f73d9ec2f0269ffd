using System.Text;
using Beleg.Primitives;

namespace Beleg.Sources.Normalising;

/// <summary>Turns what providers write about a person into identifiers, so that one person written twice is one.</summary>
internal static class Normalise
{
    private const int LongestId = 256;

    /// <summary>Normalises a value by its type; null where it cannot be.</summary>
    /// <param name="type">What kind of name.</param>
    /// <param name="value">The value as it came.</param>
    /// <param name="region">Region of phone numbers without a country code; null refuses those.</param>
    public static string? Value(IdentifierType type, string value, string? region)
    {
        if (type == IdentifierType.Email)
            return Addresses.Email(value);
        if (type == IdentifierType.Handle)
            return Addresses.Handle(value);
        if (type == IdentifierType.Phone)
            return PhoneNumber.TryNormalise(value, region, out var e164) ? e164 : null;
        var id = value.Trim();
        return id.Length is > 0 and <= LongestId ? id : null;
    }

    /// <summary>Makes an identifier; null where the value cannot be normalised.</summary>
    /// <param name="hash">The workspace's hash.</param>
    /// <param name="type">What kind of name.</param>
    /// <param name="scope">Where it is unique; left out for e-mail, phone and the ids that are unique by themselves.</param>
    /// <param name="value">The value as it came.</param>
    /// <param name="region">Region of phone numbers without a country code.</param>
    /// <param name="withValue">Whether the value itself is kept beside the key.</param>
    public static Identifier? Identifier(KeyedHash hash, IdentifierType type, string scope, string value, string? region, bool withValue)
    {
        var where = IsUniqueByItself(type) ? string.Empty : scope;
        if (ErasedValue.TryRead(hash, Sources.Identifier.Domain(type), where, value, out var kept, out _))
            return new Identifier(type, where, string.Empty, kept);
        if (Value(type, value, region) is not { } normal)
            return null;
        Span<byte> utf8 = stackalloc byte[LongestId * 4];
        var key = KeyCache.Of(hash, Sources.Identifier.Domain(type), where, utf8[..Encoding.UTF8.GetBytes(normal, utf8)]);
        return new Identifier(type, where, withValue ? normal : string.Empty, key);
    }

    /// <summary>Whether a name of this type means the same person wherever it is met.</summary>
    public static bool IsUniqueByItself(IdentifierType type) =>
        type is IdentifierType.Email or IdentifierType.Phone or IdentifierType.WhatsAppUserId or IdentifierType.AnonymousId;
}
