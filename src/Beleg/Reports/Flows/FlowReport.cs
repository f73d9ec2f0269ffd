using Beleg.Metrics;

namespace Beleg.Reports.Flows;

/// <summary>Everything a flow's page shows, all of one question.</summary>
public sealed record FlowReport
{
    /// <summary>The flow.</summary>
    public required string Flow { get; init; }

    /// <summary>Its figures: starts, goal rate, drop-off of the opener, conversations, revenue and what it cost.</summary>
    public required MetricAnswer Head { get; init; }

    /// <summary>What the ledger and the rate card say it cost in the period, in major units; null where nothing names it.</summary>
    public required decimal? Cost { get; init; }

    /// <summary>Its runs month by month, the oldest first.</summary>
    public required IReadOnlyList<MetricRow> Trend { get; init; }

    /// <summary>Its goal rate month by month.</summary>
    public required IReadOnlyList<MetricRow> GoalTrend { get; init; }

    /// <summary>Its versions, the latest first.</summary>
    public required IReadOnlyList<FlowVersion> Versions { get; init; }

    /// <summary>Its steps, version by version in the order people come by them.</summary>
    public required IReadOnlyList<FlowStep> Steps { get; init; }

    /// <summary>Branches, by version and step, the most chosen first.</summary>
    public required IReadOnlyList<FlowBranch> Branches { get; init; }

    /// <summary>Its messages in the order of their steps.</summary>
    public required IReadOnlyList<FlowMessage> Messages { get; init; }
}
