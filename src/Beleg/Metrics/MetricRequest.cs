using Beleg.Primitives;

namespace Beleg.Metrics;

/// <summary>A question to the catalogue: which metrics, of when, cut how.</summary>
public sealed record MetricRequest
{
    /// <summary>The metrics, in the order of the answer.</summary>
    public required IReadOnlyList<Metric> Metrics { get; init; }

    /// <summary>The days, in the workspace's zone.</summary>
    public required Period Period { get; init; }

    /// <summary>Dimensions to split by; where there are none each metric has its own.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>Whether a metric that has dimensions of its own is split by them; a trend of it is of all groups together.</summary>
    public bool Splits { get; init; } = true;

    /// <summary>How fine the period is cut; not at all where null.</summary>
    public Grain? Grain { get; init; }

    /// <summary>What is kept.</summary>
    public IReadOnlyList<MetricFilter> Filters { get; init; } = [];

    /// <summary>Attribution model, by id; empty asks for the workspace's own, and the answer names it.</summary>
    public string Model { get; init; } = "";

    /// <summary>How sure credited money must be.</summary>
    public EvidenceBasis Basis { get; init; }

    /// <summary>Which period stands beside.</summary>
    public Comparison Compare { get; init; }

    /// <summary>Whether distinct counts and ranks of the whole period are computed beside those of its pieces; a trend needs none.</summary>
    public bool Totals { get; init; } = true;

    /// <summary>Whether intervals that need a second pass over the contacts are computed; shares have theirs anyway.</summary>
    public bool Intervals { get; init; } = true;
}
