using Beleg.Ledger;

namespace Beleg.Metrics;

/// <summary>What one metric comes to.</summary>
public sealed record MetricResult
{
    /// <summary>Its definition.</summary>
    public required Metric Metric { get; init; }

    /// <summary>Dimensions of its rows.</summary>
    public required IReadOnlyList<string> By { get; init; }

    /// <summary>The whole period, all groups together.</summary>
    public required Figure Total { get; init; }

    /// <summary>The period's pieces and groups; empty where neither was asked for.</summary>
    public required IReadOnlyList<MetricRow> Rows { get; init; }

    /// <summary>The assumptions it rests on, as they hold at the period's end.</summary>
    public IReadOnlyList<Assumption> Assumptions { get; init; } = [];

    /// <summary>What is missing and makes it too low or too high: a price, an exchange rate.</summary>
    public IReadOnlyList<Words> Gaps { get; init; } = [];

    /// <summary>How it was found, where that depends on the data: the method of a forecast and how it would have done.</summary>
    public IReadOnlyList<Words> Notes { get; init; } = [];
}
