using Beleg.App.Dashboard.Parts;
using Beleg.Metrics;
using Beleg.Reports.Charts;
using Beleg.Reports.MetricTables;
using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>What one metric's page shows.</summary>
public sealed record MetricModel
{
    public required string Workspace { get; init; }

    public required DateTimeZone Zone { get; init; }

    public required Metric Metric { get; init; }

    /// <summary>The last months, the newest first; none where the metric is planned.</summary>
    public required IReadOnlyList<(Period Period, TileModel Figure)> Months { get; init; }

    /// <summary>The months as a line with its interval; null where there are none.</summary>
    public Chart? Trend { get; init; }

    /// <summary>Who answers for it, and its target, with the history.</summary>
    public required MetricTableRow Agreed { get; init; }

    public required FigureText Writes { get; init; }

    /// <summary>What the form could not do; null where none was sent.</summary>
    public string? Mistake { get; init; }

    /// <summary>SQL that answers it; null where the metric is planned.</summary>
    public string? Sql { get; init; }

    /// <summary>Assumptions it rests on: name, value, who agreed.</summary>
    public IReadOnlyList<(string Name, string Value, string? Approver)> Assumptions { get; init; } = [];

    /// <summary>What is missing.</summary>
    public IReadOnlyList<string> Gaps { get; init; } = [];

    /// <summary>How it was found.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What stands beside it in the last month: name, value, interval.</summary>
    public IReadOnlyList<(string Name, string Value, string? Interval, string? Href)> Beside { get; init; } = [];
}
