using System.Globalization;
using Beleg.Metrics;

namespace Beleg.EndToEnd.Support;

/// <summary>The file of the rows behind a figure, counted again as whoever doubts it would: without the engine.</summary>
internal sealed class RowsFile
{
    private readonly string[] head;
    private readonly string[][] rows;

    public RowsFile(string text)
    {
        string[][] lines = [.. text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(Cells)];
        (head, rows) = (lines[0], lines[1..]);
    }

    /// <summary>What a measure comes to; null for a rank of nothing.</summary>
    public decimal? Of(Measure measure) => measure.Aggregate switch
    {
        Aggregate.Count => rows.Length,
        Aggregate.Distinct => Column(measure.Of == "contact" ? "contact" : "counted").Where(cell => cell.Length > 0).Distinct(StringComparer.Ordinal).Count(),
        Aggregate.Sum => Numbers(Summed(measure.Of!)).Sum(),
        _ => Ranked([.. Numbers("value").Order()], measure.Rank),
    };

    // The lowest value that so large a part of all does not exceed, as docs/metrics.md says of a median.
    private static decimal? Ranked(decimal[] sorted, decimal rank) => sorted.Length == 0 ? null : sorted[Math.Max(0, (int)Math.Ceiling(rank * sorted.Length) - 1)];

    private static string Summed(string of) => of switch { "{model}" => "credited", "net_minor" => "net", "amount_minor" => "amount", "score" => "score", _ => "value" };

    private IEnumerable<decimal> Numbers(string column) => Column(column).Where(cell => cell.Length > 0).Select(cell => decimal.Parse(cell, CultureInfo.InvariantCulture));

    private IEnumerable<string> Column(string name) => rows.Length == 0 ? [] : Array.IndexOf(head, name) is >= 0 and var at ? rows.Select(row => row[at]) : throw new InvalidOperationException($"There is no column {name}: {string.Join(", ", head)}.");

    // Names of flows and steps may hold commas and quotes, never line ends.
    private static string[] Cells(string line)
    {
        var (cells, cell, isQuoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            if (isQuoted && line[i] == '"' && i + 1 < line.Length && line[i + 1] == '"')
                cell.Append(line[i++]);
            else if (line[i] == '"')
                isQuoted = !isQuoted;
            else if (line[i] == ',' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        return [.. cells, cell.ToString()];
    }
}
