using System.Text;

namespace Beleg.Sources.Files;

/// <summary>
/// The records of a text separated by one character, after RFC 4180: quotes may hold the separator, line ends and doubled quotes. Line
/// ends may be \r\n, \n or \r. Blank lines are passed over. A quote that never closes is a fault of the line it opens on, and reading
/// goes on after that line: one slip must not swallow the rest of the file.
/// </summary>
internal sealed class CsvRecords(TextReader reader, char separator)
{
    /// <summary>A quoted cell longer than this was most likely never closed.</summary>
    private const int LongestRecord = 1 << 20;

    private readonly Queue<string> pending = new();
    private readonly StringBuilder cell = new();
    private long line;

    /// <summary>Reads the next record.</summary>
    /// <returns>False at the end.</returns>
    public bool TryRead(out ImportRow row)
    {
        while (NextLine() is { } text)
        {
            if (text.Length == 0)
                continue;
            row = Record(text);
            return true;
        }

        row = default;
        return false;
    }

    private ImportRow Record(string text)
    {
        var start = line;
        var cells = new List<string?>();
        var taken = new List<string>();
        var length = 0;
        var at = 0;
        while (true)
        {
            if (at >= text.Length || text[at] != '"')
            {
                var end = text.IndexOf(separator, at);
                cells.Add(end < 0 ? text[at..] : text[at..end]);
                if (end < 0)
                    return new ImportRow(start, cells);
                at = end + 1;
                continue;
            }

            cell.Clear();
            at++;
            while (!TryCloseQuote(text, ref at))
            {
                var next = length > LongestRecord ? null : NextLine();
                if (next is null)
                    return Unclosed(start, taken);
                taken.Add(next);
                length += next.Length;
                cell.Append('\n');
                (text, at) = (next, 0);
            }

            cells.Add(cell.ToString());
            if (at >= text.Length)
                return new ImportRow(start, cells);
            if (text[at] != separator)
                return new ImportRow(start, cells, $"column {cells.Count}: text after a closing quote; double a quote that is part of the text (\"\").");
            at++;
        }
    }

    // Appends up to the closing quote; false where the line ends before it.
    private bool TryCloseQuote(string text, ref int at)
    {
        while (at < text.Length)
        {
            var quote = text.IndexOf('"', at);
            if (quote < 0)
                break;
            cell.Append(text, at, quote - at);
            at = quote + 1;
            if (at >= text.Length || text[at] != '"')
                return true;
            cell.Append('"');
            at++;
        }

        cell.Append(text, at, Math.Max(0, text.Length - at));
        at = text.Length;
        return false;
    }

    private ImportRow Unclosed(long start, List<string> taken)
    {
        foreach (var again in taken)
            pending.Enqueue(again);
        line = start;
        return new ImportRow(start, [], "a quote opens here and never closes; close it or double it.");
    }

    private string? NextLine()
    {
        var text = pending.Count > 0 ? pending.Dequeue() : reader.ReadLine();
        if (text is not null)
            line++;
        return text;
    }
}
