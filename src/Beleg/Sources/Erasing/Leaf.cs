using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using Beleg.Primitives;
using Beleg.Sources.Json;
using Beleg.Sources.Normalising;

namespace Beleg.Sources.Erasing;

/// <summary>A text or number within a body.</summary>
/// <param name="Start">Its first byte, quotes included.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Field">The name it stands under; that of the list where it stands in one.</param>
/// <param name="IsText">Whether it is a text.</param>
/// <param name="Text">What it says, unescaped.</param>
internal sealed record Leaf(int Start, int Length, string Field, bool IsText, string Text)
{
    /// <summary>What stands where a name or text stood that no figure rests on.</summary>
    public const string Erased = "erased";

    /// <summary>Whether it tells nothing about anybody: an amount, a count, a moment, a currency. A later version may want to read it.</summary>
    public bool IsHarmless =>
        Text.Length == 0 || Text == Erased || Text.StartsWith(ErasedValue.Prefix, StringComparison.Ordinal)
        || (IsText ? IsAmount || IsMoment || IsKind || Currency.TryFind(Text, out _) : IsSmall);

    private bool IsAmount => Text.Length is >= 4 and <= 10 && Text[^3] == '.' && decimal.TryParse(Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    // One of a provider's own words. A region is called state, and is somebody's address.
    private bool IsKind =>
        (Field is "type" or "kind" or "status" or "object" or "field" or "event" || Field.EndsWith("_status", StringComparison.Ordinal) || Field.EndsWith("_type", StringComparison.Ordinal))
        && Text.Length <= 32 && Text.All(c => char.IsAsciiLetterLower(c) || c == '_');

    private bool IsSmall => decimal.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1_000_000 && decimal.Round(number, 2) == number;

    // A day alone may be a birthday.
    private bool IsMoment => Text.Length is >= 17 and <= 40 && Text[10] is 'T' or ' ' && Timestamps.Read(Encoding.UTF8.GetBytes(Text)) is { } at && at > Instant.FromUtc(2005, 1, 1, 0, 0);

    /// <summary>All of a body, in order; empty where it is no JSON.</summary>
    public static List<Leaf> Of(ReadOnlySpan<byte> body)
    {
        var found = new List<Leaf>();
        var mark = JsonTape.MarkOf(body);
        var reader = new Utf8JsonReader(body[mark..], new JsonReaderOptions { MaxDepth = JsonTape.MaxDepth });
        var field = string.Empty;
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                    field = TextOf(ref reader);
                else if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
                    found.Add(new Leaf(mark + (int)reader.TokenStartIndex, (int)(reader.BytesConsumed - reader.TokenStartIndex), field, reader.TokenType == JsonTokenType.String, TextOf(ref reader)));
            }
        }
        catch (JsonException)
        {
            return [];
        }

        return found;
    }

    private static string TextOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
            return Encoding.UTF8.GetString(reader.ValueSpan);
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // TRICKY: half of a surrogate pair is valid JSON and no text.
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }
}
