using System.Text;
using Beleg.Primitives;
using Beleg.Sources.Json;
using Beleg.Sources.Normalising;

namespace Beleg.Sources.Providers.WhatsApp;

/// <summary>
/// Who an item is about. Since usernames exist a number may be empty: the stable name is then the business-scoped user id, and over
/// a portfolio its parent. All names that come are kept, so that whichever comes later joins.
/// </summary>
internal static class WhatsAppPeople
{
    private const int Slots = 16384;
    private const int LongestUserId = 256;
    private const int LongestNumber = 32;

    private static readonly Number None;

    [ThreadStatic]
    private static Number[]? numbers;

    [ThreadStatic]
    private static Identifier[]? scratch;

    /// <summary>The names of a person.</summary>
    /// <param name="reading">What the body shares.</param>
    /// <param name="phone">Digits with calling code; may be absent or empty.</param>
    /// <param name="userId">Business-scoped user id; may be absent.</param>
    /// <param name="parentId">The portfolio's user id; may be absent.</param>
    /// <param name="contact">The entry of the contacts list, where there is one.</param>
    public static Person Read(WhatsAppReading reading, JsonValue phone, JsonValue userId, JsonValue parentId, JsonValue contact)
    {
        // The statuses of a body are mostly about one person.
        if (reading.IsLast(phone, userId, parentId, contact))
            return reading.LastPerson;
        var person = Make(reading, phone, userId, parentId, contact);
        reading.Remember(phone, userId, parentId, contact, person);
        return person;
    }

    private static Person Make(WhatsAppReading reading, JsonValue phone, JsonValue userId, JsonValue parentId, JsonValue contact)
    {
        var found = scratch ??= new Identifier[8];
        var count = 0;
        ref readonly var number = ref Find(reading.Context, phone.Plain);
        if (number.Key.IsNone)
            number = ref Find(reading.Context, contact["wa_id"u8].Plain);
        if (!number.Key.IsNone)
            found[count++] = new Identifier(IdentifierType.Phone, string.Empty, reading.Context.WithPersonal ? number.E164 : string.Empty, number.Key);
        if (UserId(reading, userId.Exists ? userId : contact["user_id"u8]) is { } user)
            found[count++] = user;
        if (UserId(reading, parentId.Exists ? parentId : contact["parent_user_id"u8]) is { } parent)
            found[count++] = parent;
        if (contact["profile"u8]["username"u8].Text() is { } username && Normalise.Identifier(reading.Context.Hash, IdentifierType.Handle, "whatsapp", username, null, reading.Context.WithPersonal) is { } handle)
            found[count++] = handle;
        var calling = number.CallingCode ?? (contact["profile"u8]["country_code"u8].Text() is { } country ? NumberingPlan.CallingCodeOf(country) : null);
        return new Person(found[..count], calling, reading.Context.WithPersonal ? contact["profile"u8]["name"u8].Text() : null);
    }

    /// <summary>The person's names and the number it shared, in any usual spelling; the names alone where it cannot be read.</summary>
    public static Identifier[] With(WhatsAppReading reading, Person who, string number) =>
        Normalise.Identifier(reading.Context.Hash, IdentifierType.Phone, string.Empty, number, reading.Source.DefaultRegion, reading.Context.WithPersonal) is { } phone
        && Array.TrueForAll(who.Names, name => name.Key != phone.Key)
            ? [.. who.Names, phone]
            : who.Names;

    /// <summary>Adds a number that is not among the names yet.</summary>
    public static void AddNumber(WhatsAppReading reading, JsonValue digits, List<Identifier> names)
    {
        var number = Find(reading.Context, digits.Plain);
        if (!number.Key.IsNone && !names.Exists(name => name.Key == number.Key))
            names.Add(new Identifier(IdentifierType.Phone, string.Empty, reading.Context.WithPersonal ? number.E164 : string.Empty, number.Key));
    }

    /// <summary>Adds a user id that is not among the names yet.</summary>
    public static void AddUserId(WhatsAppReading reading, JsonValue value, List<Identifier> names)
    {
        if (UserId(reading, value) is { } found && !names.Exists(name => name.Key == found.Key))
            names.Add(found);
    }

    private static Identifier? UserId(WhatsAppReading reading, JsonValue value)
    {
        var plain = value.Plain;
        if (plain.IsEmpty || plain.Length > LongestUserId)
            return null;
        if (plain.StartsWith("erased:"u8))
            return Normalise.Identifier(reading.Context.Hash, IdentifierType.WhatsAppUserId, string.Empty, Encoding.UTF8.GetString(plain), null, reading.Context.WithPersonal);
        var key = KeyCache.Of(reading.Context.Hash, Identifier.Domain(IdentifierType.WhatsAppUserId), string.Empty, plain);
        return new Identifier(IdentifierType.WhatsAppUserId, string.Empty, reading.Context.WithPersonal ? Encoding.UTF8.GetString(plain) : string.Empty, key);
    }

    /// <summary>A number's key and calling code; the same numbers come again and again.</summary>
    public static ref readonly Number Find(TranslationContext context, ReadOnlySpan<byte> digits)
    {
        if (digits.Length is 0 or > LongestUserId || (digits.Length > LongestNumber && !digits.StartsWith("erased:"u8)))
            return ref None;
        numbers ??= new Number[Slots];
        ref var slot = ref numbers[ByteHash.Of(digits) % Slots];
        if (!ReferenceEquals(slot.Hash, context.Hash) || !digits.SequenceEqual(slot.Digits))
            slot = Make(context.Hash, digits);
        return ref slot;
    }

    private static Number Erased(KeyedHash hash, ReadOnlySpan<byte> value) =>
        ErasedValue.TryRead(hash, Identifier.Domain(IdentifierType.Phone), default, Encoding.UTF8.GetString(value), out var key, out var callingCode)
            ? new Number { Hash = hash, Digits = value.ToArray(), E164 = string.Empty, Key = key, CallingCode = callingCode }
            : new Number { Hash = hash, Digits = value.ToArray(), E164 = string.Empty };

    private static Number Make(KeyedHash hash, ReadOnlySpan<byte> digits)
    {
        if (digits.Length > LongestNumber)
            return Erased(hash, digits);
        Span<char> text = stackalloc char[LongestNumber];
        for (var i = 0; i < digits.Length; i++)
            text[i] = (char)digits[i];
        var number = text[..digits.Length];
        if (number.ContainsAnyExceptInRange('0', '9') || !PhoneNumber.TryInternational(number, out var e164))
            return new Number { Hash = hash, Digits = digits.ToArray(), E164 = string.Empty };
        return new Number
        {
            Hash = hash,
            Digits = digits.ToArray(),
            E164 = e164,
            Key = Identifier.Of(hash, IdentifierType.Phone, string.Empty, e164).Key,
            CallingCode = PhoneNumber.CallingCode(e164),
        };
    }

    /// <summary>A number that was met.</summary>
    internal struct Number
    {
        public KeyedHash? Hash;
        public byte[] Digits;
        public string E164;
        public Key Key;
        public string? CallingCode;
    }

    /// <summary>Names, calling code and profile name of a person.</summary>
    internal readonly record struct Person(Identifier[] Names, string? CallingCode, string? Name)
    {
        public bool IsKnown => Names is { Length: > 0 };
    }
}
