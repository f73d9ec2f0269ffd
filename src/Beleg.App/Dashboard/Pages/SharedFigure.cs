namespace Beleg.App.Dashboard.Pages;

/// <summary>One figure of a shared page.</summary>
/// <param name="Metric">Id of the metric.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">The value, written.</param>
/// <param name="Change">Against the month before, written; null where there is none.</param>
/// <param name="ChangeKind">good, bad or empty.</param>
/// <param name="Definition">What it counts.</param>
public sealed record SharedFigure(string Metric, string Name, string Value, string? Change, string ChangeKind, string Definition);
