using System.Text;
using System.Text.Json;

namespace Beleg.Sources.Json;

/// <summary>A value on a <see cref="JsonTape"/>; <c>default</c> is one that is absent. Reading the wrong type gives null, never an exception.</summary>
internal readonly struct JsonValue(JsonTape? tape, int index) : IEquatable<JsonValue>
{
    private readonly JsonTape? tape = tape;
    private readonly int index = index;

    public static bool operator ==(JsonValue left, JsonValue right) => left.Equals(right);

    public static bool operator !=(JsonValue left, JsonValue right) => !left.Equals(right);

    /// <summary>Whether there is a value and it is not null.</summary>
    public bool Exists => tape is not null && tape[index].Type != JsonTokenType.Null;

    public bool IsObject => Is(JsonTokenType.StartObject);

    public bool IsArray => Is(JsonTokenType.StartArray);

    public bool IsText => Is(JsonTokenType.String);

    public bool IsNumber => Is(JsonTokenType.Number);

    public bool IsBool => Is(JsonTokenType.True) || Is(JsonTokenType.False);

    /// <summary>The bytes as they stand in the body, a text still escaped.</summary>
    public ReadOnlySpan<byte> Raw => tape is null ? default : tape.Raw(tape[index]);

    /// <summary>The bytes of a text that holds no escape, or of a number; empty otherwise.</summary>
    public ReadOnlySpan<byte> Plain => (IsText && !tape![index].Escaped) || IsNumber ? Raw : default;

    /// <summary>The field of an object; absent where this is no object or has no such field.</summary>
    public JsonValue this[ReadOnlySpan<byte> name] => tape is not null && tape.FieldOf(index, name) is >= 0 and var at ? new JsonValue(tape, at) : default;

    /// <summary>The fields of an object; none for anything else.</summary>
    public JsonFields Fields => IsObject ? new JsonFields(tape, index + 1, tape![index].End) : default;

    /// <summary>The items of an array; none for anything else.</summary>
    public JsonItems Items => IsArray ? new JsonItems(tape, index + 1, tape![index].End) : default;

    /// <summary>A text, or a number or truth value as it is written; null for anything else, for an empty text and for bytes that are no text.</summary>
    public string? Text()
    {
        if (tape is null)
            return null;
        ref readonly var token = ref tape[index];
        return token.Type switch
        {
            JsonTokenType.String when token.Length == 0 => null,
            JsonTokenType.String when token.Escaped => Unescaped(tape.Raw(token)),
            JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => TextPool.Of(tape.Raw(token)),
            _ => null,
        };
    }

    /// <summary>Whether it is exactly this text.</summary>
    public bool Is(ReadOnlySpan<byte> text) =>
        IsText && (tape![index].Escaped ? Text() == Encoding.UTF8.GetString(text) : Raw.SequenceEqual(text));

    /// <summary>A truth value, also where it is written as a text or as 0 and 1; null for anything else.</summary>
    public bool? Bool()
    {
        if (Is(JsonTokenType.True))
            return true;
        if (Is(JsonTokenType.False))
            return false;
        var raw = Plain;
        if (raw.SequenceEqual("true"u8) || raw.SequenceEqual("1"u8))
            return true;
        return raw.SequenceEqual("false"u8) || raw.SequenceEqual("0"u8) ? false : null;
    }

    /// <summary>A whole number, also where it is written as a text; null for anything else.</summary>
    public long? Whole()
    {
        var raw = Plain;
        return !raw.IsEmpty && System.Buffers.Text.Utf8Parser.TryParse(raw, out long value, out var used) && used == raw.Length ? value : null;
    }

    /// <summary>Whether both are the same place of the same body.</summary>
    public bool Equals(JsonValue other) => ReferenceEquals(tape, other.tape) && index == other.index;

    public override bool Equals(object? obj) => obj is JsonValue other && Equals(other);

    public override int GetHashCode() => index;

    private bool Is(JsonTokenType type) => tape is not null && tape[index].Type == type;

    private static string? Unescaped(ReadOnlySpan<byte> raw)
    {
        var quoted = raw.Length < 512 ? stackalloc byte[raw.Length + 2] : new byte[raw.Length + 2];
        quoted[0] = quoted[^1] = (byte)'"';
        raw.CopyTo(quoted[1..]);
        var reader = new Utf8JsonReader(quoted);
        try
        {
            reader.Read();
            return reader.GetString() is { Length: > 0 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            // TRICKY: half of a surrogate pair is valid JSON and no text.
            return null;
        }
    }
}
