using Beleg.Reports.MetricTables;
using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>What the living document of the metrics shows.</summary>
public sealed record MetricsModel
{
    public required string Workspace { get; init; }

    public required DateTimeZone Zone { get; init; }

    public required AskedPeriod Asked { get; init; }

    public required FigureText Writes { get; init; }

    public required MetricTable Table { get; init; }

    /// <summary>Address of the document as a file.</summary>
    public string FileOf(string format, string language) => $"/w/{Workspace}/metrics.{format}?from={Day(Table.Period.From)}&to={Day(Table.Period.To)}&lang={language}";

    // The question of a file counts days as the API does: the last is the one after.
    private static string Day(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}
