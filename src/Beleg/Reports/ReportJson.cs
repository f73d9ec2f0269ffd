using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Beleg.Primitives;
using NodaTime;
using NodaTime.Text;

namespace Beleg.Reports;

/// <summary>How receipts and reports look as JSON: snake_case names and labels, days and instants in ISO 8601, a missing value as null.</summary>
public static class ReportJson
{
    // The vocabulary's own spelling, as in facts and events: whatsapp and webchat are single words. It stands first: the options use it.
    private static readonly JsonNamingPolicy Labels = new LabelPolicy();

    /// <summary>On one line.</summary>
    public static JsonSerializerOptions Compact { get; } = Options(indented: false);

    /// <summary>For people and files.</summary>
    public static JsonSerializerOptions Indented { get; } = Options(indented: true);

    private static JsonSerializerOptions Options(bool indented)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            WriteIndented = indented,
            NewLine = "\n",
            // Letters of every script as they are; what could end a script or an attribute stays escaped.
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            RespectNullableAnnotations = true,
        };
        options.Converters.Add(new JsonStringEnumConverter(Labels));
        options.Converters.Add(new TextConverter<Instant>(at => InstantPattern.ExtendedIso.Format(at), text => InstantPattern.ExtendedIso.Parse(text).Value));
        options.Converters.Add(new TextConverter<LocalDate>(day => LocalDatePattern.Iso.Format(day), text => LocalDatePattern.Iso.Parse(text).Value));
        options.Converters.Add(new TextConverter<YearMonth>(month => YearMonthPattern.Iso.Format(month), text => YearMonthPattern.Iso.Parse(text).Value));
        options.Converters.Add(new KeyConverter());
        options.MakeReadOnly();
        return options;
    }

    private sealed class LabelPolicy : JsonNamingPolicy
    {
        public override string ConvertName(string name) => ReportLanguage.LabelOf(name);
    }

    private sealed class TextConverter<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                return read(reader.GetString() ?? "");
            }
            catch (UnparsableValueException error)
            {
                throw new JsonException(error.Message, error);
            }
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }

    private sealed class KeyConverter : JsonConverter<Key>
    {
        public override bool HandleNull => true;

        public override Key Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? Key.None
            : Key.TryParse(reader.GetString(), out var key) ? key : throw new JsonException("Not a key of sixteen hex digits.");

        public override void Write(Utf8JsonWriter writer, Key value, JsonSerializerOptions options)
        {
            if (value.IsNone)
                writer.WriteNullValue();
            else
                writer.WriteStringValue(value.ToString());
        }
    }
}
