using System.Buffers;
using System.Text.Json;
using System.Text.Encodings.Web;

namespace Beleg.Sources.Files;

/// <summary>
/// Writes what a row becomes as items of a batch in the form of the Segment HTTP API, so that one translator serves both. Each item also
/// carries the line of the file, for whatever is refused later.
/// </summary>
internal sealed class ItemWriter : IDisposable
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly string[] PlainNames = ["email", "phone"];
    private static readonly string[] TypedNames = ["handle", "scoped_id", "whatsapp_user_id", "crm_id"];

    private readonly ArrayBufferWriter<byte> buffer = new(4096);
    private readonly Utf8JsonWriter json;
    private int start;

    public ItemWriter() => json = new Utf8JsonWriter(buffer, Plain);

    /// <summary>The items written since <see cref="Clear"/>, in order.</summary>
    public List<byte[]> Items { get; } = [];

    public void Clear() => Items.Clear();

    /// <summary>Begins an item about the person of a record.</summary>
    /// <param name="record">The row.</param>
    /// <param name="name">Name of the event.</param>
    /// <param name="at">When it happened, ISO 8601.</param>
    /// <param name="part">Tells the items of one row apart.</param>
    public ItemWriter Begin(ImportRecord record, string name, string at, string part = "")
    {
        json.Reset();
        buffer.ResetWrittenCount();
        start = buffer.WrittenCount;
        json.WriteStartObject();
        json.WriteString("type"u8, "track"u8);
        json.WriteString("event"u8, name);
        json.WriteString("messageId"u8, part.Length == 0 ? record.Id : record.Id + ":" + part);
        json.WriteString("timestamp"u8, at);
        json.WriteNumber("line"u8, record.Line);
        Person(record);
        json.WriteStartObject("properties"u8);
        json.WriteString("updated_at"u8, record["updated_at"] ?? record.FileTime);
        Identifiers(record);
        return this;
    }

    /// <summary>Writes the given columns of the record where they have a value.</summary>
    public ItemWriter Put(ImportRecord record, params ReadOnlySpan<string> columns)
    {
        foreach (var (column, value) in record.Known)
        {
            if (columns.Contains(column.Name))
                Value(column.Name, column.Type, value);
        }

        return this;
    }

    /// <summary>Writes every column that is neither the person's nor named here, and what the kind does not know.</summary>
    public ItemWriter PutOthers(ImportRecord record, params ReadOnlySpan<string> except)
    {
        foreach (var (column, value) in record.Known)
        {
            if (!except.Contains(column.Name) && column.Name != "updated_at" && !Columns.Person.Contains(column))
                Value(column.Name, column.Type, value);
        }

        foreach (var (name, value) in record.Others)
            Other(name, value);
        return this;
    }

    /// <summary>Writes one property; nothing where it has no value.</summary>
    public ItemWriter Put(string name, string? value, ColumnType type = ColumnType.Text)
    {
        if (value is not null)
            Value(name, type, value);
        return this;
    }

    /// <summary>Ends the item.</summary>
    public void End()
    {
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        Items.Add(buffer.WrittenSpan[start..].ToArray());
    }

    public void Dispose() => json.Dispose();

    private void Person(ImportRecord record)
    {
        if (record["customer_id"] is { } customer)
            json.WriteString("userId"u8, customer);
        if (record["anonymous_id"] is { } anonymous)
            json.WriteString("anonymousId"u8, anonymous);
    }

    private void Identifiers(ImportRecord record)
    {
        foreach (var plain in PlainNames)
        {
            if (record[plain] is { } value)
                json.WriteString(plain, value);
        }

        var open = false;
        foreach (var type in TypedNames)
        {
            if (record[type] is not { } value)
                continue;
            if (!open)
                json.WriteStartArray("identifiers"u8);
            open = true;
            json.WriteStartObject();
            json.WriteString("type"u8, type);
            json.WriteString("value"u8, value);
            json.WriteEndObject();
        }

        if (open)
            json.WriteEndArray();
    }

    private void Value(string name, ColumnType type, string value)
    {
        json.WritePropertyName(name);
        switch (type)
        {
            case ColumnType.YesNo:
                json.WriteBooleanValue(value == "true");
                break;
            case ColumnType.Whole:
                json.WriteRawValue(value, skipInputValidation: true);
                break;
            case ColumnType.List:
                json.WriteStartArray();
                foreach (var part in CellReader.Parts(value))
                    json.WriteStringValue(part);
                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(value);
                break;
        }
    }

    private void Other(string name, string value)
    {
        json.WritePropertyName(name);
        if (value is "true" or "false")
            json.WriteBooleanValue(value == "true");
        else if (value is (['[', .., ']'] or ['{', .., '}']) && IsJson(value))
            json.WriteRawValue(value, skipInputValidation: true);
        else
            json.WriteStringValue(value);
    }

    private static bool IsJson(string value)
    {
        try
        {
            using var document = JsonDocument.Parse(value);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
