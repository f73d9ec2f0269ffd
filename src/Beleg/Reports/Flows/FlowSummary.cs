using Beleg.Metrics;

namespace Beleg.Reports.Flows;

/// <summary>One flow in the list of all.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Starts">Its runs.</param>
/// <param name="GoalRate">Those that reached the goal.</param>
/// <param name="DropOff">Visits of its steps that were never left.</param>
/// <param name="RevenuePerChat">Revenue of a conversation that began in it; null where none did.</param>
/// <param name="Cost">What the ledger and the rate card say it cost, in major units; null where nothing names it.</param>
/// <param name="Trend">Its runs month by month, the oldest first.</param>
public sealed record FlowSummary(
    string Flow, Figure Starts, Figure GoalRate, Figure? DropOff, Figure? RevenuePerChat, decimal? Cost, IReadOnlyList<MetricRow> Trend);
