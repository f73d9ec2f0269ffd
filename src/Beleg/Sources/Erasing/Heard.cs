using Beleg.Primitives;
using Beleg.Sources.Normalising;

namespace Beleg.Sources.Erasing;

/// <summary>Which values a translation made keys of.</summary>
internal sealed class Heard
{
    private const int FewestDigits = 6;

    private readonly Dictionary<string, HashSet<(string Domain, string Scope, Key Key)>> keysOf = new(StringComparer.Ordinal);
    private readonly List<string> phones = [];

    /// <summary>Notes a value.</summary>
    public void Note(string domain, string scope, string value, Key key)
    {
        if (!keysOf.TryGetValue(value, out var keys))
            keysOf[value] = keys = [];
        keys.Add((domain, scope, key));
        if (domain == Identifier.Domain(IdentifierType.Phone))
            phones.Add(value);
    }

    /// <summary>The keys that a value as it is written may have become, in whatever spelling.</summary>
    public List<(string Domain, string Scope, Key Key)> KeysOf(string written)
    {
        var found = new HashSet<(string, string, Key)>();
        foreach (var spelling in Spellings(written).Distinct(StringComparer.Ordinal))
        {
            if (keysOf.TryGetValue(spelling, out var keys))
                found.UnionWith(keys);
        }

        return [.. found];
    }

    /// <summary>Calling code of a value that is a phone number; null where it is none.</summary>
    public string? CallingCodeOf(string written) =>
        Spellings(written).FirstOrDefault(phones.Contains) is { } phone ? PhoneNumber.CallingCode(phone) : null;

    private IEnumerable<string> Spellings(string written)
    {
        yield return written;
        yield return written.Trim();
        if (Addresses.Email(written) is { } email)
            yield return email;
        if (Addresses.Handle(written) is { } handle)
            yield return handle;
        var digits = string.Concat(written.Where(char.IsAsciiDigit));
        if (digits.Length < FewestDigits || digits.Length < written.Length / 2)
            yield break;
        if (PhoneNumber.TryInternational(digits, out var international))
            yield return international;

        // Without its country a number is known by its end: which country was meant is the translator's to say.
        var end = digits.TrimStart('0');
        foreach (var phone in phones.Where(phone => end.Length >= FewestDigits && phone.EndsWith(end, StringComparison.Ordinal)))
            yield return phone;
    }
}
