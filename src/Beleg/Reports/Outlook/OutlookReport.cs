using Beleg.Metrics;

namespace Beleg.Reports.Outlook;

/// <summary>What is expected of one metric, by the method that would have done best on its own past.</summary>
public sealed record OutlookReport
{
    /// <summary>The metric's id.</summary>
    public required string Metric { get; init; }

    /// <summary>Its name.</summary>
    public required Words Name { get; init; }

    /// <summary>money, count, ….</summary>
    public required MetricUnit Unit { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>day, week or month: as coarse as the history allows.</summary>
    public required Primitives.Grain Grain { get; init; }

    /// <summary>What was, oldest first.</summary>
    public required IReadOnlyList<OutlookPoint> Past { get; init; }

    /// <summary>What is expected; empty where there is too little to learn from.</summary>
    public required IReadOnlyList<OutlookPoint> Ahead { get; init; }

    /// <summary>The method that made the forecast; null without one.</summary>
    public required string? Method { get; init; }

    /// <summary>How each method would have done, best first.</summary>
    public required IReadOnlyList<OutlookTest> Tests { get; init; }

    /// <summary>The sum of what is expected, its intervals added end to end, which is wider than they promise: null without a forecast.</summary>
    public required OutlookPoint? Sum { get; init; }

    /// <summary>The same with the scope extended by the factor asked for; null where none was.</summary>
    public required OutlookPoint? Extended { get; init; }

    /// <summary>The sentence: what the time ahead is worth.</summary>
    public required Words Sentence { get; init; }
}
