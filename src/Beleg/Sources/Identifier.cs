using Beleg.Primitives;

namespace Beleg.Sources;

/// <summary>One name of a person: type, the scope it is unique in, and its normalised value.</summary>
/// <param name="Type">What kind of name.</param>
/// <param name="Scope">Where it is unique (a page id, a shop, a portfolio); empty for e-mail and phone.</param>
/// <param name="Value">The normalised value. Empty once stored: only the key leaves the journal.</param>
/// <param name="Key">The keyed hash of type, scope and value; what contacts are joined by.</param>
public readonly record struct Identifier(IdentifierType Type, string Scope, string Value, Key Key)
{
    /// <summary>Whether sharing this name makes two records one person even against other names (e-mail, phone, ids); handles and anonymous ids only join where nothing stronger speaks.</summary>
    public bool IsStrong => Type is not (IdentifierType.AnonymousId or IdentifierType.Handle);

    /// <summary>Makes an identifier from an already normalised value.</summary>
    public static Identifier Of(KeyedHash hash, IdentifierType type, string scope, string value) =>
        new(type, scope, value, hash.Of(Domain(type), scope, value));

    internal static string Domain(IdentifierType type) => type switch
    {
        IdentifierType.CustomerId => "customer_id",
        IdentifierType.Email => "email",
        IdentifierType.Phone => "phone",
        IdentifierType.WhatsAppUserId => "whatsapp_user_id",
        IdentifierType.ScopedId => "scoped_id",
        IdentifierType.Handle => "handle",
        IdentifierType.AnonymousId => "anonymous_id",
        IdentifierType.CrmId => "crm_id",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
