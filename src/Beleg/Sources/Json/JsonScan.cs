using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Json;

namespace Beleg.Sources.Json;

/// <summary>
/// Writes a body's tokens down in one pass, texts sixteen bytes at a time. It only says yes to what is JSON beyond doubt; where it says
/// no, <see cref="Utf8JsonReader"/> reads the body again and says what is wrong and where.
/// </summary>
internal static class JsonScan
{
    /// <summary>A position behind every text.</summary>
    private const int Wrong = int.MaxValue;

    [ThreadStatic]
    private static int[]? places;

    /// <summary>Whether it is JSON no deeper than <see cref="JsonTape.MaxDepth"/>.</summary>
    /// <param name="text">The body.</param>
    /// <param name="tokens">Takes the tokens; made longer where they do not fit.</param>
    /// <param name="count">How many there are, where the answer is true.</param>
    public static bool TryScan(ReadOnlySpan<byte> text, ref JsonTape.Token[] tokens, out int count)
    {
        var open = places ??= new int[JsonTape.MaxDepth];
        var list = tokens;
        var (at, depth, inObject) = (0, 0, false);
        count = 0;

        // TRICKY: a position handed on by reference would live in memory, and each step would wait for the one before; so all return it.
        for (var next = 0; ;)
        {
            // A name and a value come at once.
            if (next + 2 > list.Length)
            {
                Array.Resize(ref tokens, list.Length * 2);
                list = tokens;
            }

            at = Skip(text, at);
            if (inObject)
            {
                if ((uint)at >= (uint)text.Length || text[at] != '"')
                    return false;
                ref var name = ref list[next++];
                name.Set(JsonTokenType.PropertyName, at + 1, 0, next);
                if ((at = Skip(text, End(text, at + 1, ref name))) >= text.Length || text[at] != ':')
                    return false;
                at = Skip(text, at + 1);
            }

            if ((uint)at >= (uint)text.Length)
                return false;
            ref var token = ref list[next++];
            var first = text[at];
            if (first == '"')
            {
                token.Set(JsonTokenType.String, at + 1, 0, next);
                at = End(text, at + 1, ref token);
            }
            else if (first is (byte)'{' or (byte)'[')
            {
                if (depth == JsonTape.MaxDepth)
                    return false;
                var isObject = first == '{';
                token.Set(isObject ? JsonTokenType.StartObject : JsonTokenType.StartArray, at, 0, next);
                if ((at = Skip(text, at + 1)) >= text.Length)
                    return false;
                if (text[at] != (isObject ? '}' : ']'))
                {
                    (open[depth++], inObject) = (next - 1, isObject);
                    continue;
                }

                token.Length = ++at - token.Start;
            }
            else
            {
                at = Word(text, at, ref token, next);
            }

            // What follows a value: the next one, or the end of what holds it.
            for (; ; at++)
            {
                at = Skip(text, at);
                if (depth == 0)
                {
                    count = next;
                    return at == text.Length;
                }

                if ((uint)at >= (uint)text.Length)
                    return false;
                if (text[at] == ',')
                    break;
                if (text[at] != (inObject ? '}' : ']'))
                    return false;
                ref var closed = ref list[open[--depth]];
                (closed.End, closed.Length) = (next, at + 1 - closed.Start);
                inObject = depth > 0 && list[open[depth - 1]].Type == JsonTokenType.StartObject;
            }

            at++;
        }
    }

    // Beyond the end where anything was wrong before.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Skip(ReadOnlySpan<byte> text, int at)
    {
        while ((uint)at < (uint)text.Length && text[at] <= ' ')
        {
            if (text[at] is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
                return Wrong;
            at++;
        }

        return at;
    }

    // Behind the closing quote.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int End(ReadOnlySpan<byte> text, int at, ref JsonTape.Token token)
    {
        at = Mark(text, at);
        if ((uint)at < (uint)text.Length && text[at] == '\\')
        {
            token.Escaped = true;
            at = EndOfEscaped(text, at);
        }

        if ((uint)at >= (uint)text.Length || text[at] != '"')
            return Wrong;
        token.Length = at - token.Start;
        return at + 1;
    }

    private static int EndOfEscaped(ReadOnlySpan<byte> text, int at)
    {
        while ((uint)at < (uint)text.Length && text[at] == '\\')
            at = Mark(text, Escape(text, at + 1));
        return at;
    }

    // The next byte that does not stand for itself: a quote, a backslash, a control character.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Mark(ReadOnlySpan<byte> text, int at)
    {
        ref var origin = ref MemoryMarshal.GetReference(text);
        for (; at <= text.Length - Vector128<byte>.Count; at += Vector128<byte>.Count)
        {
            var part = Vector128.LoadUnsafe(ref origin, (nuint)at);
            var marks = (Vector128.Equals(part, Vector128.Create((byte)'"')) | Vector128.Equals(part, Vector128.Create((byte)'\\'))
                | Vector128.LessThan(part, Vector128.Create((byte)' '))).ExtractMostSignificantBits();
            if (marks != 0)
                return at + BitOperations.TrailingZeroCount(marks);
        }

        while ((uint)at < (uint)text.Length && text[at] is not ((byte)'"' or (byte)'\\') and >= (byte)' ')
            at++;
        return at;
    }

    private static int Escape(ReadOnlySpan<byte> text, int at)
    {
        if ((uint)at >= (uint)text.Length)
            return Wrong;
        if (text[at] != 'u')
            return text[at] is (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t' ? at + 1 : Wrong;
        if (text.Length - at < 5)
            return Wrong;
        foreach (var digit in text.Slice(at + 1, 4))
        {
            if (!char.IsAsciiHexDigit((char)digit))
                return Wrong;
        }

        return at + 5;
    }

    private static int Word(ReadOnlySpan<byte> text, int at, ref JsonTape.Token token, int end)
    {
        var rest = text[at..];
        var (type, length) = rest[0] switch
        {
            (byte)'t' when rest.StartsWith("true"u8) => (JsonTokenType.True, 4),
            (byte)'f' when rest.StartsWith("false"u8) => (JsonTokenType.False, 5),
            (byte)'n' when rest.StartsWith("null"u8) => (JsonTokenType.Null, 4),
            _ => (JsonTokenType.Number, LengthOfNumber(rest)),
        };
        token.Set(type, at, length, end);
        return length > 0 ? at + length : Wrong;
    }

    // 0 where it is none. What must not follow a number is refused by whoever reads on.
    private static int LengthOfNumber(ReadOnlySpan<byte> text)
    {
        var at = text[0] == '-' ? 1 : 0;
        var whole = Digits(text, ref at);
        if (whole == 0 || (whole > 1 && text[at - whole] == '0'))
            return 0;
        if (at < text.Length && text[at] == '.')
        {
            at++;
            if (Digits(text, ref at) == 0)
                return 0;
        }

        if (at < text.Length && text[at] is (byte)'e' or (byte)'E')
        {
            at++;
            if (at < text.Length && text[at] is (byte)'+' or (byte)'-')
                at++;
            if (Digits(text, ref at) == 0)
                return 0;
        }

        return at;
    }

    private static int Digits(ReadOnlySpan<byte> text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is >= (byte)'0' and <= (byte)'9')
            at++;
        return at - start;
    }
}
