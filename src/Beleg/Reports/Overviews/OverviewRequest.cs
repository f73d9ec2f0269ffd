using Beleg.Metrics;
using NodaTime;

namespace Beleg.Reports.Overviews;

/// <summary>What somebody wants to see on the first page.</summary>
public sealed record OverviewRequest
{
    /// <summary>The days.</summary>
    public required Period Period { get; init; }

    /// <summary>The days beside them; null for none.</summary>
    public Period? Compared { get; init; }

    /// <summary>The first day that a trend may show; null for none.</summary>
    public LocalDate? Earliest { get; init; }

    /// <summary>What is kept, by channel, flow and entry point.</summary>
    public IReadOnlyList<MetricFilter> Filters { get; init; } = [];

    /// <summary>Attribution model.</summary>
    public string Model { get; init; } = "";
}
