using Beleg.Primitives;

namespace Beleg.Sources.Normalising;

/// <summary>
/// A name given by its key alone, as it stands in an operator's act: the act is filed with the person, and whoever reads it learns nothing.
/// </summary>
/// <param name="Type">What kind of name, as the vocabulary calls it.</param>
/// <param name="Scope">Always the same; the value is signed for it.</param>
/// <param name="Value">The signed key.</param>
public sealed record NameByKey(string Type, string Scope, string Value)
{
    private const string SignedFor = "key";

    /// <summary>The name with a key.</summary>
    public static NameByKey Of(KeyedHash hash, IdentifierType type, Key key)
    {
        var where = Normalise.IsUniqueByItself(type) ? string.Empty : SignedFor;
        return new NameByKey(Identifier.Domain(type), SignedFor, ErasedValue.Write(hash, [(Identifier.Domain(type), where, key)], null));
    }
}
