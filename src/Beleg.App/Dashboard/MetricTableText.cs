using Beleg.App.Dashboard.Language;
using Beleg.Reports.MetricTables;

namespace Beleg.App.Dashboard;

/// <summary>The living document of the metrics as CSV: numbers plain, so that a program can read them; words in the reader's language.</summary>
internal static class MetricTableText
{
    public static string Csv(MetricTable table, Tongue tongue)
    {
        var columns = MetricTableColumns.All;
        var lines = table.Rows.Select(row => columns.Select(column => column.Text(row, tongue.Writes))).Prepend(columns.Select(column => column.Head.In(tongue.Code)));
        return string.Concat(lines.Select(line => Commands.Csv.Line(line) + "\r\n"));
    }
}
