using Beleg.Metrics;

namespace Beleg.Reports.Flows;

/// <summary>One version of a flow.</summary>
/// <param name="Version">The version; null where sources name none.</param>
/// <param name="Starts">Its runs.</param>
/// <param name="GoalRate">Those that reached the goal.</param>
public sealed record FlowVersion(string? Version, Figure Starts, Figure GoalRate);
