using Beleg.Metrics;

namespace Beleg.Reports.Flows;

/// <summary>One step of one version of a flow.</summary>
/// <param name="Version">Version of the flow; null where sources name none.</param>
/// <param name="Step">The step.</param>
/// <param name="Index">Its position as sources say it; null where they do not.</param>
/// <param name="Visits">Visits.</param>
/// <param name="Runs">Runs that came here.</param>
/// <param name="DropOff">Visits never left; null of a step that ends the flow.</param>
public sealed record FlowStep(string? Version, string Step, int? Index, Figure Visits, Figure Runs, Figure? DropOff);
