using System.Globalization;
using System.Text;
using Beleg.App.Dashboard;
using Beleg.Metrics;

namespace Beleg.App.Commands;

/// <summary>An answer as a table for a terminal.</summary>
internal static class FigureTableText
{
    private static readonly string[] header = ["metric", "value", "change", "95% interval", "from", "notes"];

    public static string Render(MetricAnswer answer, FigureText text)
    {
        var into = new StringBuilder();
        into.AppendLine(CultureInfo.InvariantCulture, $"{answer.Request.Period} · {answer.Request.Model} · {answer.Request.Basis.ToString().ToLowerInvariant()}");
        var rows = new List<string[]> { header };
        foreach (var result in answer.Results)
        {
            rows.Add(Row(result.Metric.Id, text.Tile(result)));
            foreach (var part in result.Total.Parts)
                rows.Add(["  " + part.Key, text.Value(result.Metric.PartUnit(part.Key), part.Value.Value), "", text.Interval(result.Metric.PartUnit(part.Key), part.Value) ?? "", "", ""]);
            foreach (var row in result.Rows)
                rows.Add(Row("  " + Name(row, answer), text.Tile(result with { Total = row.Figure })));
        }

        Columns(into, rows);
        foreach (var gap in answer.Results.SelectMany(result => result.Gaps).Distinct())
            into.AppendLine(CultureInfo.InvariantCulture, $"! {gap.En}");
        foreach (var note in answer.Results.SelectMany(result => result.Notes).Distinct())
            into.AppendLine(CultureInfo.InvariantCulture, $"· {note.En}");
        if (answer.Footer is { } footer)
            into.AppendLine(CultureInfo.InvariantCulture, $"attributed {footer.Attributed:0.00} + unattributed {footer.Unattributed:0.00} + excluded {footer.Excluded:0.00}{(footer.RefundsWithoutOrder == 0 ? "" : FormattableString.Invariant($" + refunds without their order {footer.RefundsWithoutOrder:0.00}"))} = shop total {footer.ShopTotal:0.00}; difference {footer.Difference:0.00}");
        return into.ToString();
    }

    private static string[] Row(string name, Dashboard.Parts.TileModel tile) =>
        [name, tile.Figure, tile.Change ?? "", tile.Interval ?? "", tile.Parts ?? "", string.Join(", ", tile.Flags)];

    private static string Name(MetricRow row, MetricAnswer answer)
    {
        var group = string.Join(", ", row.Group.Select(value => SafeText.OneLine(value.Value) is { Length: > 0 } known ? known : "(none)"));
        return answer.Request.Grain is null ? group : group.Length == 0 ? row.Period.ToString() : $"{row.Period} {group}";
    }

    private static void Columns(StringBuilder into, List<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
            into.AppendLine(string.Join("  ", row.Select((cell, column) => column is 0 or 5 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
    }
}
