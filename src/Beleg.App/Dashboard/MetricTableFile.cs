using System.Text;
using System.Text.Json;
using Beleg.App.Dashboard.Language;
using Beleg.Reports;
using Beleg.Reports.MetricTables;
using NodaTime;

namespace Beleg.App.Dashboard;

/// <summary>The living document of the metrics as a file, the same from page, API and command line.</summary>
internal static class MetricTableFile
{
    /// <summary>The forms there are.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["xlsx", "csv", "json"];

    /// <summary>The bytes of a form.</summary>
    public static byte[] Bytes(MetricTable table, string format, Tongue tongue, Instant now) => format switch
    {
        // Excel takes a CSV without the mark for another code page.
        "csv" => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(MetricTableText.Csv(table, tongue))],
        "json" => JsonSerializer.SerializeToUtf8Bytes(table, ReportJson.Compact),
        _ => MetricTableWorkbook.Render(table, tongue.Writes, now),
    };
}
