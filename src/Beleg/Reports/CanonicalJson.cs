using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Beleg.Reports;

/// <summary>
/// One spelling for each JSON value, so that equal values have equal hashes: members in order of their names, no space, the shortest
/// escapes, plain numbers. For the values found here (decimals up to 15 digits) it is RFC 8785.
/// </summary>
public static class CanonicalJson
{
    /// <summary>Writes a value in its one spelling, UTF-8.</summary>
    /// <exception cref="FormatException">A number does not fit a decimal.</exception>
    public static byte[] Write(JsonElement value)
    {
        var into = new StringBuilder();
        Write(value, into);
        return Encoding.UTF8.GetBytes(into.ToString());
    }

    private static void Write(JsonElement value, StringBuilder into)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                into.Append('{');
                Separated(value.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal), into, p =>
                {
                    Text(p.Name, into);
                    into.Append(':');
                    Write(p.Value, into);
                });
                into.Append('}');
                break;
            case JsonValueKind.Array:
                into.Append('[');
                Separated(value.EnumerateArray(), into, v => Write(v, into));
                into.Append(']');
                break;
            case JsonValueKind.String:
                Text(value.GetString()!, into);
                break;
            case JsonValueKind.Number:
                into.Append(Number(decimal.Parse(value.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture)));
                break;
            default:
                into.Append(value.GetRawText());
                break;
        }
    }

    private static void Separated<T>(IEnumerable<T> items, StringBuilder into, Action<T> write)
    {
        var first = true;
        foreach (var item in items)
        {
            if (!first)
                into.Append(',');
            first = false;
            write(item);
        }
    }

    /// <summary>Without the zeros that say nothing: 1.50 and 1.5 are one number.</summary>
    private static string Number(decimal number) => number == 0 ? "0" : number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, 32).Select(c => (char)c), '"', '\\']);

    private static void Text(string text, StringBuilder into)
    {
        into.Append('"');
        if (text.AsSpan().ContainsAny(Escaped))
        {
            foreach (var letter in text)
                Letter(letter, into);
        }
        else
        {
            into.Append(text);
        }

        into.Append('"');
    }

    private static void Letter(char letter, StringBuilder into)
    {
        var _ = letter switch
        {
            '"' => into.Append("\\\""),
            '\\' => into.Append("\\\\"),
            '\b' => into.Append("\\b"),
            '\t' => into.Append("\\t"),
            '\n' => into.Append("\\n"),
            '\f' => into.Append("\\f"),
            '\r' => into.Append("\\r"),
            < ' ' => into.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
            _ => into.Append(letter),
        };
    }
}
