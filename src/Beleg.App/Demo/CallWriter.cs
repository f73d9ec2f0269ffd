using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Beleg.Journal;
using NodaTime;

namespace Beleg.App.Demo;

/// <summary>Writes track calls into batches as a Segment client sends them: many calls a delivery, which is what the intake likes best.</summary>
internal sealed class CallWriter(string workspace, string source, int callsPerDelivery = 400, string? numberFrom = null) : IDisposable
{
    private static readonly IReadOnlyDictionary<string, string> NoHeaders = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty;

    private static readonly Duration OnTheWay = Duration.FromMilliseconds(180);

    private readonly ArrayBufferWriter<byte> buffer = new(128 * 1024);
    private readonly List<NewDelivery> filled = [];
    private Utf8JsonWriter? json;
    private Instant latest = Instant.MinValue;
    private long number;
    private int calls;

    /// <summary>Begins a call; <see cref="End"/> ends it.</summary>
    /// <param name="name">Name of the event.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="user">The customer's id; null where nobody knows.</param>
    /// <param name="anonymous">The browser's id.</param>
    public CallWriter Track(string name, Instant at, string? user = null, string? anonymous = null)
    {
        if (json is null)
        {
            json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
            json.WriteStartObject();
            json.WriteStartArray("batch"u8);
        }

        latest = Instant.Max(latest, at);
        json.WriteStartObject();
        json.WriteString("type"u8, "track"u8);
        json.WriteString("event"u8, name);
        json.WriteString("messageId"u8, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{numberFrom ?? source}-{++number}"));
        json.WriteString("timestamp"u8, at.ToDateTimeUtc());
        if (user is not null)
            json.WriteString("userId"u8, user);
        if (anonymous is not null)
            json.WriteString("anonymousId"u8, anonymous);
        json.WriteStartObject("properties"u8);
        return this;
    }

    public CallWriter With(string name, string? value)
    {
        if (value is not null)
            json!.WriteString(name, value);
        return this;
    }

    public CallWriter With(string name, bool value)
    {
        json!.WriteBoolean(name, value);
        return this;
    }

    public CallWriter With(string name, int value)
    {
        json!.WriteNumber(name, value);
        return this;
    }

    public CallWriter With(string name, Instant value)
    {
        json!.WriteString(name, value.ToDateTimeUtc());
        return this;
    }

    /// <summary>An amount of minor units, written as major units.</summary>
    public CallWriter Money(string name, long minor, string currency)
    {
        json!.WriteString(name, Amount(minor));
        json.WriteString("currency", currency);
        return this;
    }

    public CallWriter List(string name, params ReadOnlySpan<string> values)
    {
        json!.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
        return this;
    }

    /// <summary>A value that is JSON already.</summary>
    public CallWriter Raw(string name, string value)
    {
        json!.WritePropertyName(name);
        json.WriteRawValue(value);
        return this;
    }

    /// <summary>Names of a person: type, scope, value.</summary>
    public CallWriter Identifiers(params ReadOnlySpan<(string Type, string Scope, string Value)> names)
    {
        json!.WriteStartArray("identifiers"u8);
        foreach (var name in names)
            Identifier(name);
        json.WriteEndArray();
        return this;
    }

    /// <summary>One name of a person as a property.</summary>
    public CallWriter With(string property, (string Type, string Scope, string Value) name)
    {
        json!.WritePropertyName(property);
        Identifier(name);
        return this;
    }

    public void End()
    {
        json!.WriteEndObject();
        json.WriteEndObject();
        if (++calls >= callsPerDelivery)
            Close();
    }

    /// <summary>Closes the delivery that is being filled and hands over what is ready, in order.</summary>
    public IReadOnlyList<NewDelivery> Take()
    {
        Close();
        NewDelivery[] ready = [.. filled];
        filled.Clear();
        return ready;
    }

    /// <summary>Hands over what is ready and leaves the delivery that is being filled open.</summary>
    public void MoveTo(List<NewDelivery> lot)
    {
        lot.AddRange(filled);
        filled.Clear();
    }

    public void Dispose() => json?.Dispose();

    internal static string Amount(long minor) => (minor / 100m).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);

    private void Identifier((string Type, string Scope, string Value) name)
    {
        json!.WriteStartObject();
        json.WriteString("type"u8, name.Type);
        if (name.Scope.Length > 0)
            json.WriteString("scope"u8, name.Scope);
        json.WriteString("value"u8, name.Value);
        json.WriteEndObject();
    }

    private void Close()
    {
        if (json is null)
            return;
        json.WriteEndArray();
        json.WriteEndObject();
        json.Dispose();
        filled.Add(new NewDelivery(workspace, source, latest + OnTheWay, NoHeaders, buffer.WrittenSpan.ToArray()));
        json = null;
        buffer.ResetWrittenCount();
        (calls, latest) = (0, Instant.MinValue);
    }
}
