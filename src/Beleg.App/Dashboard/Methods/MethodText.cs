using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Beleg.App.Dashboard.Methods;

/// <summary>
/// docs/methods.md as HTML: its headings, lists, tables and paragraphs, and within them bold, slanted and code. The file is the product's
/// own, so that this is all it has to understand; every other character is encoded.
/// </summary>
internal static partial class MethodText
{
    /// <summary>The sections by anchor and title, in their order.</summary>
    public static IReadOnlyList<(string Anchor, string Title)> Sections { get; } = [.. Lines().Where(l => l.StartsWith("## ", StringComparison.Ordinal)).Select(l => (Anchor(l[3..]), l[3..]))];

    /// <summary>The text from its first section on.</summary>
    public static string Html { get; } = Render(Lines());

    /// <summary>Renders lines of the file. Pure.</summary>
    internal static string Render(IEnumerable<string> lines)
    {
        var html = new StringBuilder();
        var block = new List<string>();
        foreach (var line in lines.SkipWhile(l => !l.StartsWith("## ", StringComparison.Ordinal)).Append(""))
        {
            // A line goes on with the block before it unless it begins one: a blank line, a heading, an item, the first row of a table.
            var goesOn = line.Length > 0 && block.Count > 0 && !line.StartsWith('#') && !block[0].StartsWith('#') && !line.StartsWith("- ", StringComparison.Ordinal)
                && IsRow(line) == IsRow(block[0]);
            if (!goesOn && block.Count > 0)
                Close(html, block);
            if (line.Length > 0)
                block.Add(line);
        }

        return html.ToString().Replace("</ul>\n<ul>", "", StringComparison.Ordinal);
    }

    private static void Close(StringBuilder html, List<string> block)
    {
        var first = block[0];
        if (first.StartsWith("## ", StringComparison.Ordinal))
            html.Append(CultureOf($"<h2 id=\"{Anchor(first[3..])}\">{Inline(first[3..])}</h2>\n"));
        else if (first.StartsWith("- ", StringComparison.Ordinal))
            html.Append(CultureOf($"<ul><li>{Inline(string.Join(' ', block.Select(l => l.TrimStart()))[2..])}</li></ul>\n"));
        else if (IsRow(first))
            Table(html, [.. block.Select(row => row.Trim())]);
        else
            html.Append(CultureOf($"<p>{Inline(string.Join(' ', block.Select(l => l.Trim())))}</p>\n"));
        block.Clear();
    }

    // A table may stand below an item, and then in from the margin.
    private static bool IsRow(string line) => line.TrimStart().StartsWith('|');

    private static void Table(StringBuilder html, List<string> rows)
    {
        string Row(string line, string cell) => string.Concat(line.Trim('|').Split('|').Select(c => $"<{cell}>{Inline(c.Trim())}</{cell}>"));
        html.Append(CultureOf($"<div class=\"scroll\" tabindex=\"0\"><table><thead><tr>{Row(rows[0], "th")}</tr></thead><tbody>"));
        foreach (var row in rows.Skip(1).Where(r => !r.StartsWith("|--", StringComparison.Ordinal)))
            html.Append(CultureOf($"<tr>{Row(row, "td")}</tr>"));
        html.Append("</tbody></table></div>\n");
    }

    private static string Inline(string text)
    {
        var encoded = WebUtility.HtmlEncode(text);
        encoded = Code().Replace(encoded, "<code>$1</code>");
        encoded = Bold().Replace(encoded, "<strong>$1</strong>");
        return Slanted().Replace(encoded, "<em>$1</em>");
    }

    private static string Anchor(string title) => NoWord().Replace(title.ToLowerInvariant(), "-").Trim('-');

    private static string CultureOf(FormattableString text) => FormattableString.Invariant(text);

    private static List<string> Lines()
    {
        using var reader = new StreamReader(typeof(MethodText).Assembly.GetManifestResourceStream("Beleg.App.methods.md")!);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
            lines.Add(line.TrimEnd());
        return lines;
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\*\*([^*]+)\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex(@"(?<![\w*])\*([^*\s][^*]*)\*(?![\w*])")]
    private static partial Regex Slanted();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NoWord();
}
