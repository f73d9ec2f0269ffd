
namespace Beleg.Metrics.Rows;

/// <summary>Asks for the rows behind a figure.</summary>
public sealed record RowRequest
{
    /// <summary>The figure's metric; one with a formula.</summary>
    public required Metric Metric { get; init; }

    /// <summary>The part of it that is meant; null is the metric itself.</summary>
    public string? Part { get; init; }

    /// <summary>Above or below the line.</summary>
    public RowSide Side { get; init; }

    /// <summary>The days.</summary>
    public required Period Period { get; init; }

    /// <summary>What is kept; only what the metric knows.</summary>
    public IReadOnlyList<MetricFilter> Filters { get; init; } = [];

    /// <summary>Attribution model.</summary>
    public string Model { get; init; } = "";

    /// <summary>How sure credited money must be.</summary>
    public EvidenceBasis Basis { get; init; } = EvidenceBasis.Conservative;

    /// <summary>Rows left out before the first.</summary>
    public long Skip { get; init; }

    /// <summary>Rows at most.</summary>
    public required int Take { get; init; }
}
