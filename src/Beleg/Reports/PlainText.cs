using System.Globalization;
using System.Text;

namespace Beleg.Reports;

/// <summary>Text for terminals: what came from outside cannot move the cursor, change colours or turn the line around.</summary>
internal static class PlainText
{
    /// <summary>The text without control and direction characters, on one line.</summary>
    public static string Safe(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate))
                safe.Append(rune.ToString());
        }

        return safe.ToString();
    }

    /// <summary>Rows as a table: the first column left, the others right, two spaces between.</summary>
    public static void Table(StringBuilder into, IReadOnlyList<string[]> rows, int leftColumns = 1)
    {
        if (rows.Count == 0)
            return;
        var widths = Enumerable.Range(0, rows[0].Length).Select(c => rows.Max(r => r[c].Length)).ToArray();
        foreach (var row in rows)
        {
            var line = new StringBuilder("  ");
            for (var c = 0; c < row.Length; c++)
                line.Append(c < leftColumns ? row[c].PadRight(widths[c]) : row[c].PadLeft(widths[c])).Append("  ");
            into.AppendLine(line.ToString().TrimEnd());
        }
    }
}
