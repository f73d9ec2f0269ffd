using System.Text.Json;
using System.Text.Json.Serialization;
using Beleg.Primitives;
using NodaTime;
using NodaTime.Text;

namespace Beleg.App.Api;

/// <summary>Reads the body of a request as one record; a mistake is said with its place.</summary>
internal static class JsonBody
{
    private static readonly JsonSerializerOptions reading = Options();

    /// <summary>The record.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="example">What was expected.</param>
    /// <exception cref="UserErrorException">The body is not that.</exception>
    public static async Task<T> ReadAsync<T>(HttpContext http, string example)
        where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(http.Request.Body, reading, http.RequestAborted) ?? throw new JsonException();
        }
        catch (JsonException malformed)
        {
            throw new UserErrorException($"A body such as {example} was expected.{(malformed.Path is { Length: > 1 } path ? $" See {path}." : "")}", malformed);
        }
    }

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        };
        options.Converters.Add(new DayConverter());
        return options;
    }

    private sealed class DayConverter : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && LocalDatePattern.Iso.Parse(reader.GetString()!) is { Success: true } day ? day.Value : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) => writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }
}
