using Beleg.Reports.Flows;
using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>What the list of flows shows.</summary>
public sealed record FlowsModel
{
    public required string Workspace { get; init; }

    public required DateTimeZone Zone { get; init; }

    public required AskedPeriod Asked { get; init; }

    public required FigureText Writes { get; init; }

    public required IReadOnlyList<FlowSummary> Flows { get; init; }

    /// <summary>Address of a flow's page, with the filters of this one.</summary>
    public string PathOf(string flow, string query) => $"/w/{Workspace}/flows/{Uri.EscapeDataString(flow)}{query}";
}
