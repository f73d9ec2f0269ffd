using Beleg.Primitives;

namespace Beleg.Sources.Web;

/// <summary>Whom a click's address names, and whether that is to be believed.</summary>
/// <param name="Claim">What became of it.</param>
public sealed record SignedContact(ContactClaim Claim)
{
    /// <summary>What kind of identifier; only of a valid one.</summary>
    public IdentifierType Type { get; init; }

    /// <summary>Where it is unique.</summary>
    public string Scope { get; init; } = "";

    /// <summary>The identifier's key; none unless valid.</summary>
    public Key Key { get; init; }

    /// <summary>The identifier as it may stand in a delivery: its key alone, signed, as it stays of an erased person. Only of a valid one.</summary>
    public string Written(KeyedHash hash) => ErasedValue.Write(hash, [(Identifier.Domain(Type), Scope, Key)], null);
}
