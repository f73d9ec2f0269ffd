using Beleg.Primitives;
using Beleg.Sources.Json;
using Beleg.Sources.Normalising;
using NodaTime;
using NodaTime.Text;

namespace Beleg.Sources.Track;

/// <summary>
/// The properties of one event, read by what they should hold. The first one that does not hold it is remembered and refuses the
/// whole event; reading goes on with nothing in its place. Used again for the next event of the thread.
/// </summary>
internal sealed class PropertyReader
{
    /// <summary>Longer names and ids are a mistake: the longest of a provider (a WhatsApp message id) has about a hundred characters.</summary>
    public const int LongestText = 512;

    private readonly JsonValue[] slots = new JsonValue[PropertyCount];
    private readonly bool[] asked = new bool[PropertyCount];
    private readonly List<int> filled = [];
    private readonly List<(string Name, JsonValue Value)> unknown = [];

    /// <summary>Called for each property that is asked for; a test learns from it what each event reads.</summary>
    public Action<Property>? Asked { get; set; }

    public required TrackCall Call { get; set; }

    /// <summary>The envelope of the event that is being read.</summary>
    public Envelope Envelope { get; set; } = null!;

    /// <summary>Why the event is refused; null while all is well.</summary>
    public (RefusalReason Reason, string Detail)? Problem { get; private set; }

    /// <summary>Properties that the vocabulary does not know.</summary>
    public IReadOnlyList<(string Name, JsonValue Value)> Unknown => unknown;

    private static int PropertyCount
    {
        get
        {
            PropertyTable.Find("channel"u8);
            return Property.All.Count;
        }
    }

    public void Load(JsonValue properties, bool keepUnknown)
    {
        foreach (var index in filled)
            slots[index] = default;
        filled.Clear();
        unknown.Clear();
        Array.Clear(asked);
        Problem = null;
        foreach (var field in properties.Fields)
        {
            if (PropertyTable.Find(field.RawName) is { } property)
            {
                slots[property.Index] = field.Value;
                filled.Add(property.Index);
            }
            else if (keepUnknown)
            {
                unknown.Add((field.Name, field.Value));
            }
        }
    }

    public void Fail(RefusalReason reason, string detail) => Problem ??= (reason, detail);

    public void Fail(Property property, string what) => Fail(RefusalReason.MalformedItem, $"'{property.Name}' {what}.");

    public JsonValue this[Property property]
    {
        get
        {
            asked[property.Index] = true;
            Asked?.Invoke(property);
            return slots[property.Index];
        }
    }

    /// <summary>The properties that came: those that are a person's own words, and those this kind of event did not ask for.</summary>
    public IEnumerable<Property> Leftover => filled.Select(index => Property.All[index]).Where(property => property.Type == PropertyType.LongText || !asked[property.Index]);

    /// <summary>A property without asking for it: what is kept for the pages is not what the event reads.</summary>
    public JsonValue Peek(Property property) => slots[property.Index];

    public string? Text(Property property)
    {
        var value = this[property];
        if (!value.Exists)
            return null;
        var text = value.Raw.Length <= LongestText * 4 ? value.Text() : null;
        if (text is { Length: <= LongestText })
            return text;
        if (!value.Is(""u8))
            Fail(property, value.IsText ? "is too long or no text" : "must be a text");
        return null;
    }

    public string Required(Property property)
    {
        var text = Text(property);
        if (text is null)
            Fail(RefusalReason.MissingId, $"'{property.Name}' is missing.");
        return text ?? string.Empty;
    }

    /// <summary>The key of an id within this source.</summary>
    public Key Key(Property property, string domain) => Key(property, domain, Call.Source.Name);

    public Key Key(Property property, string domain, string scope)
    {
        var value = this[property];
        var plain = value.Plain;
        if (!plain.IsEmpty && plain.Length <= LongestText)
            return Call.Hash.OfUtf8(domain, scope, plain);
        return Text(property) is { } text ? Call.Hash.Of(domain, scope, text) : default;
    }

    public bool? Bool(Property property)
    {
        var value = this[property];
        if (!value.Exists)
            return null;
        var read = value.Bool();
        if (read is null)
            Fail(property, "must be true or false");
        return read;
    }

    public long? Whole(Property property)
    {
        var value = this[property];
        if (!value.Exists)
            return null;
        var read = value.Whole();
        if (read is null)
            Fail(property, "must be a whole number");
        return read;
    }

    public int? Int(Property property)
    {
        var read = Whole(property);
        if (read is < int.MinValue or > int.MaxValue)
            Fail(property, "is too large");
        return Problem is null ? (int?)read : null;
    }

    public decimal? Number(Property property)
    {
        var value = this[property];
        if (!value.Exists)
            return null;
        var read = Amounts.Number(value);
        if (read is null)
            Fail(property, "must be a decimal number with a point");
        return read;
    }

    public long? Amount(Property property, Currency? currency)
    {
        var value = this[property];
        if (!value.Exists || currency is null)
            return null;
        if (Amounts.TryRead(value, currency, out var minor) is { } why)
        {
            Fail(why.Reason, $"'{property.Name}' {why.Why}.");
            return null;
        }

        return minor;
    }

    /// <summary>The currency of the event's amounts; refuses where it is missing or unknown.</summary>
    public Currency? Currency(bool required = true)
    {
        var code = Text(Properties.Currency);
        if (code is null)
        {
            if (required)
                Fail(RefusalReason.UnknownCurrency, "'currency' is missing.");
            return null;
        }

        if (!Primitives.Currency.TryFind(code.AsSpan().Trim(), out var currency))
            Fail(RefusalReason.UnknownCurrency, "'currency' is not a code of ISO 4217.");
        return currency;
    }

    public Instant? Time(Property property)
    {
        var value = this[property];
        if (!value.Exists || value.Is(""u8))
            return null;
        var read = Timestamps.Read(value);
        if (read is null)
            Fail(property, "must be a time: ISO 8601, or seconds or milliseconds since 1970");
        return read;
    }

    public LocalDate? Day(Property property) => Text(property) is { } text ? DayOf(property, text) : null;

    public LocalDate? DayOf(Property property, string text)
    {
        var parsed = LocalDatePattern.Iso.Parse(text.Length > 10 ? text[..10] : text);
        if (!parsed.Success)
            Fail(property, "must be a day such as 2026-08-14");
        return parsed.Success ? parsed.Value : null;
    }

    public T? Label<T>(Property property)
        where T : struct, Enum
    {
        var value = this[property];
        if (!value.Exists || value.Is(""u8))
            return null;
        if (value.IsText && Labels<T>.TryRead(value.Plain, out var member))
            return member;
        Fail(property, "must be one of " + string.Join(", ", Labels<T>.All));
        return null;
    }

    /// <summary>A list of short texts: of texts, of objects by their id, code or name, or one text alone.</summary>
    public IReadOnlyList<string> Texts(Property property)
    {
        var value = this[property];
        if (!value.Exists)
            return [];
        if (!value.IsArray)
            return value.IsObject ? [.. NamesOf(value)] : Text(property) is { } one ? [one] : [];
        var texts = new List<string>();
        foreach (var item in value.Items)
        {
            var text = item.IsObject ? IdOf(item) : item.Text();
            if (text is null or { Length: > LongestText })
                Fail(property, "must be a list of texts");
            else
                texts.Add(text);
        }

        return texts;
    }

    /// <summary>The key of a message of the event's channel and account.</summary>
    public Key MessageKey(Property property)
    {
        var plain = this[property].Plain;
        if (!plain.IsEmpty && plain.Length <= LongestText)
            return MessageKeys.Of(Call.Hash, Envelope.Channel, Envelope.AccountId, plain);
        return Text(property) is { } text ? MessageKeys.Of(Call.Hash, Envelope.Channel, Envelope.AccountId, text) : default;
    }

    private static string? IdOf(JsonValue item) =>
        item["code"u8].Text() ?? item["id"u8].Text() ?? item["link_id"u8].Text() ?? item["button_id"u8].Text() ?? item["name"u8].Text();

    private static List<string> NamesOf(JsonValue item)
    {
        var names = new List<string>();
        foreach (var field in item.Fields)
            names.Add(field.Name);
        return names;
    }
}
