using Beleg.Primitives;
using Beleg.Sources.Json;
using Beleg.Sources.Normalising;

namespace Beleg.Sources.Track;

/// <summary>
/// Reads who a call is about. A name that cannot be normalised is left out where the event stands without it; a browser's strong
/// names are left out always, so that nobody can claim to be somebody else with a public key.
/// </summary>
internal static class IdentifierReader
{
    /// <summary>Fills the envelope's identifiers from the call's ids, its traits and the event's own properties.</summary>
    public static void Read(PropertyReader r, JsonValue call, JsonValue traits, JsonValue outerTraits)
    {
        var call0 = r.Call;
        AddId(r, IdentifierType.CustomerId, call0.Shop, call["userId"u8]);
        AddId(r, IdentifierType.CustomerId, call0.Shop, call["previousId"u8]);
        AddId(r, IdentifierType.AnonymousId, string.Empty, call["anonymousId"u8]);
        foreach (var of in (ReadOnlySpan<JsonValue>)[traits, outerTraits])
        {
            Add(r, IdentifierType.Email, string.Empty, of["email"u8].Text());
            Add(r, IdentifierType.Phone, string.Empty, of["phone"u8].Text());
        }

        Add(r, IdentifierType.Email, string.Empty, r.Peek(Properties.Email).Text());
        Add(r, IdentifierType.Phone, string.Empty, r.Peek(Properties.Phone).Text());
        foreach (var item in r.Peek(Properties.Identifiers).Items)
            Add(r, item);
    }

    /// <summary>Adds who a message goes to: an object with a type, or an address that the channel tells the type of.</summary>
    public static void AddRecipient(PropertyReader r)
    {
        var recipient = r.Peek(Properties.Recipient);
        if (recipient.IsObject)
        {
            Add(r, recipient);
            return;
        }

        var type = r.Envelope.Channel switch
        {
            Channel.WhatsApp or Channel.Sms or Channel.Voice => IdentifierType.Phone,
            Channel.Email => IdentifierType.Email,
            Channel.WebChat => IdentifierType.AnonymousId,
            _ => IdentifierType.ScopedId,
        };
        Add(r, type, r.Envelope.AccountId ?? string.Empty, recipient.Text());
    }

    /// <summary>The key of an identifier that an act names: an object, or sixteen hex digits as the pages show them.</summary>
    public static Key KeyOf(PropertyReader r, Property property)
    {
        var value = r[property];
        if (value.IsObject && Read(r, value) is { } identifier)
            return identifier.Key;
        if (value.IsText && Key.TryParse(value.Text(), out var key) && !key.IsNone)
            return key;
        r.Fail(RefusalReason.BadIdentifier, $"'{property.Name}' must be {{type, scope, value}} or a key of 16 hex digits.");
        return default;
    }

    // An id without space around it is normal as it stands, and its bytes are enough where nobody wants to see it.
    private static void AddId(PropertyReader r, IdentifierType type, string scope, JsonValue value)
    {
        var plain = value.Plain;
        if (!r.Call.WithPersonal && plain.Length is > 0 and <= 64 && plain[0] is > (byte)' ' and < 0x80 && plain[^1] is > (byte)' ' and < 0x80)
            Add(r, new Identifier(type, scope, string.Empty, KeyCache.Of(r.Call.Hash, Identifier.Domain(type), scope, plain)));
        else
            Add(r, type, scope, value.Text());
    }

    private static void Add(PropertyReader r, JsonValue item)
    {
        if (Read(r, item) is { } identifier)
            Add(r, identifier);
    }

    private static void Add(PropertyReader r, IdentifierType type, string scope, string? value)
    {
        if (value is not null && Make(r, type, scope, value) is { } identifier)
            Add(r, identifier);
    }

    private static void Add(PropertyReader r, Identifier identifier)
    {
        if (identifier.IsStrong && r.Call.Trust == Trust.Browser)
            return;
        foreach (var known in r.Envelope.Identifiers)
        {
            if (known.Key == identifier.Key)
                return;
        }

        r.Envelope.Identifiers.Add(identifier);
    }

    private static Identifier? Read(PropertyReader r, JsonValue item)
    {
        var value = item["value"u8].Text() ?? item["id"u8].Text();
        var named = item["type"u8].Text();
        if (value is null || named is null)
            return null;
        var type = named switch
        {
            "user_id" or "userId" => IdentifierType.CustomerId,
            "wa_id" => IdentifierType.Phone,
            "bsuid" => IdentifierType.WhatsAppUserId,
            _ => Labels<IdentifierType>.TryRead(named, out var known) ? known : default,
        };
        if (type == default)
            return null;
        if (named == "wa_id" && !value.StartsWith('+'))
            value = "+" + value;
        return Make(r, type, item["scope"u8].Text() ?? ScopeOf(r, type), value);
    }

    private static string ScopeOf(PropertyReader r, IdentifierType type) => type switch
    {
        IdentifierType.CustomerId => r.Call.Shop,
        IdentifierType.ScopedId => r.Envelope.AccountId ?? string.Empty,
        IdentifierType.Handle => Labels<Channel>.Of(r.Envelope.Channel),
        IdentifierType.CrmId => r.Call.Source.Name,
        _ => string.Empty,
    };

    private static Identifier? Make(PropertyReader r, IdentifierType type, string scope, string value)
    {
        if (ErasedValue.TryRead(r.Call.Hash, Identifier.Domain(type), Normalise.IsUniqueByItself(type) ? string.Empty : scope, value, out _, out var calling))
        {
            r.Envelope.CallingCode ??= calling;
        }
        else if (type == IdentifierType.Phone)
        {
            if (!PhoneNumber.TryNormalise(value, r.Call.Source.DefaultRegion, out var e164))
                return null;
            r.Envelope.CallingCode ??= PhoneNumber.CallingCode(e164);
            value = e164;
        }

        return Normalise.Identifier(r.Call.Hash, type, scope, value, null, r.Call.WithPersonal);
    }
}
