using System.Runtime.InteropServices;
using System.Text.Json;

namespace Beleg.Sources.Json;

/// <summary>
/// One walk over a body, kept as a flat list of tokens that point back into it. Nothing is copied or unescaped until it is asked
/// for, and the list is used again for the next body: translating costs little more than reading.
/// </summary>
internal sealed class JsonTape
{
    /// <summary>Deeper bodies are refused: no provider nests past a dozen levels.</summary>
    public const int MaxDepth = 96;

    [ThreadStatic]
    private static JsonTape? current;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>How many bytes of a byte order mark stand before the JSON. Some senders write one; RFC 8259 lets a reader pass over it.</summary>
    public static int MarkOf(ReadOnlySpan<byte> body) => body.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;

    private Token[] tokens = new Token[256];
    private int count;
    private byte[] body = [];
    private int origin;

    /// <summary>Reads a body on this thread's tape, which is valid until the thread's next call.</summary>
    /// <param name="body">JSON in UTF-8.</param>
    /// <param name="root">The outermost value, where the answer is true.</param>
    /// <param name="problem">What is wrong and at which byte, where the answer is false; never the body's text.</param>
    public static bool TryRead(ReadOnlyMemory<byte> body, out JsonValue root, out string problem)
    {
        var tape = current ??= new JsonTape();
        root = default;
        try
        {
            tape.Walk(body);
            root = new JsonValue(tape, 0);
            problem = string.Empty;
            return true;
        }
        catch (JsonException e)
        {
            problem = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Not JSON that can be read: line {(e.LineNumber ?? 0) + 1}, byte {(e.BytePositionInLine ?? 0) + 1}.");
            return false;
        }
    }

    /// <summary>Reads JSON that stands as a text within a body, on a tape of its own.</summary>
    public static bool TryReadWithin(ReadOnlyMemory<byte> text, out JsonValue root)
    {
        var outer = current;
        current = null;
        var read = TryRead(text, out root, out _);
        current = outer;
        return read;
    }

    public ref readonly Token this[int index] => ref tokens[index];

    /// <summary>The bytes of a token: without quotes for texts and names, the whole text for objects and arrays.</summary>
    public ReadOnlySpan<byte> Raw(in Token token) => body.AsSpan(origin + token.Start, token.Length);

    /// <summary>Where the value of an object's field stands; -1 where it has no such field, or is no object.</summary>
    public int FieldOf(int index, ReadOnlySpan<byte> name)
    {
        var list = tokens;
        if (list[index].Type != JsonTokenType.StartObject)
            return -1;
        var end = list[index].End;
        for (var at = index + 1; at < end; at = list[at + 1].End)
        {
            // Most names differ in length already.
            ref readonly var field = ref list[at];
            if (field.Length == name.Length && body.AsSpan(origin + field.Start, field.Length).SequenceEqual(name))
                return at + 1;
        }

        return -1;
    }

    private void Walk(ReadOnlyMemory<byte> source)
    {
        source = source[MarkOf(source.Span)..];
        if (MemoryMarshal.TryGetArray(source, out var segment))
            (body, origin) = (segment.Array!, segment.Offset);
        else
            (body, origin) = (source.ToArray(), 0);
        if (!JsonScan.TryScan(source.Span, ref tokens, out count))
            Read(source);
    }

    // Knows all that JSON may be, and says where it is not.
    private void Read(ReadOnlyMemory<byte> source)
    {
        count = 0;
        var reader = new Utf8JsonReader(source.Span, new JsonReaderOptions { MaxDepth = MaxDepth });
        Span<int> open = stackalloc int[MaxDepth];
        var depth = 0;
        while (reader.Read())
        {
            var type = reader.TokenType;
            if (type is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                ref var opened = ref tokens[open[--depth]];
                opened.End = count;
                opened.Length = (int)reader.BytesConsumed - opened.Start;
                continue;
            }

            if (count == tokens.Length)
                Array.Resize(ref tokens, count * 2);
            ref var token = ref tokens[count];
            var quoted = type is JsonTokenType.String or JsonTokenType.PropertyName;
            token.Type = type;
            token.Escaped = quoted && reader.ValueIsEscaped;
            token.Start = (int)reader.TokenStartIndex + (quoted ? 1 : 0);
            token.Length = reader.ValueSpan.Length;
            token.End = count + 1;
            if (type is JsonTokenType.StartObject or JsonTokenType.StartArray)
                open[depth++] = count;
            count++;
        }
    }

    /// <summary>A value or a name, as its place in the body.</summary>
    internal struct Token
    {
        public JsonTokenType Type;
        public bool Escaped;
        public int Start;
        public int Length;

        /// <summary>Index of the first token after this value and all it holds.</summary>
        public int End;

        public void Set(JsonTokenType type, int start, int length, int end) => (Type, Escaped, Start, Length, End) = (type, false, start, length, end);
    }
}
