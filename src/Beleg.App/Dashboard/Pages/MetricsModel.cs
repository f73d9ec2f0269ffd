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
    public string FileOf(string format, string language) => $"/w/{Workspace}/metrics.{format}?month={Months.Code(Table.Period)}&lang={language}";
}
