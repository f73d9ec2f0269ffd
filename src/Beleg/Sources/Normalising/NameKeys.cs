using Beleg.Primitives;
using Beleg.Sources.Track;

namespace Beleg.Sources.Normalising;

/// <summary>
/// The keys that a name somebody types may have: as an e-mail, a phone, a handle, an id of any of the workspace's sources. Who is meant
/// is found by asking for a key; nobody's data is searched.
/// </summary>
public static class NameKeys
{
    /// <summary>The keys, in the order of the types; some may be equal.</summary>
    /// <param name="hash">The workspace's hash.</param>
    /// <param name="name">An identifier in any spelling, or a contact's key of 16 hex digits.</param>
    /// <param name="type">What kind of identifier, as the vocabulary calls it; null tries all.</param>
    /// <param name="sources">The workspace's sources: where ids are unique, and which country a phone without a code is of.</param>
    /// <exception cref="UserErrorException">There is no such type.</exception>
    public static IEnumerable<Key> Of(KeyedHash hash, string name, string? type, IReadOnlyList<SourceSettings> sources)
    {
        IdentifierType only = default;
        if (type is not null && !Labels<IdentifierType>.TryRead(type, out only))
            throw new UserErrorException($"'{type}' is no type of identifier: say one of {string.Join(", ", Labels<IdentifierType>.All)}.");
        return Keys(hash, name, type is null ? Enum.GetValues<IdentifierType>() : [only], type is null, sources);
    }

    /// <summary>One name of a known kind, normalised; null where it cannot be read as one.</summary>
    /// <param name="hash">The workspace's hash.</param>
    /// <param name="type">What kind of name.</param>
    /// <param name="scope">Where it is unique: the channel of a handle; empty for e-mail and phone.</param>
    /// <param name="value">As typed; a phone number with its country code.</param>
    public static Identifier? One(KeyedHash hash, IdentifierType type, string scope, string value) => Normalise.Identifier(hash, type, scope, value, null, withValue: true);

    private static IEnumerable<Key> Keys(KeyedHash hash, string name, IdentifierType[] types, bool orKey, IReadOnlyList<SourceSettings> sources)
    {
        if (orKey && name.Length == 16 && Key.TryParse(name, out var key))
            yield return key;
        foreach (var type in types)
            foreach (var scope in Scopes(type, sources).Distinct(StringComparer.Ordinal))
                foreach (var region in sources.Select(source => source.DefaultRegion).Append(null).Distinct(StringComparer.Ordinal))
                {
                    if (Normalise.Identifier(hash, type, scope, name, region, withValue: false) is { } identifier)
                        yield return identifier.Key;
                }
    }

    private static IEnumerable<string> Scopes(IdentifierType type, IReadOnlyList<SourceSettings> sources) =>
        Normalise.IsUniqueByItself(type) ? [string.Empty] : type switch
        {
            IdentifierType.Handle => Labels<Channel>.All,
            IdentifierType.ScopedId => sources.SelectMany(source => source.AccountIds).Append(string.Empty),
            _ => sources.SelectMany(source => new[] { source.Shop is { Length: > 0 } shop ? shop : source.Name, source.Name }),
        };
}
