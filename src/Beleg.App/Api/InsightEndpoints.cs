using System.Text.Json;
using Beleg.App.Dashboard;
using Beleg.App.Hosting;
using Beleg.Metrics;
using Beleg.Reports;
using Beleg.Reports.Cases;
using Beleg.Reports.Growth;
using Beleg.Reports.Sensitivity;

namespace Beleg.App.Api;

/// <summary>What the pages of findings show, for programs.</summary>
internal static class InsightEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, ApiDoor door, Installation data)
    {
        routes.MapGet("/api/{workspace}/findings", door.Read(Of((workspace, period, stop) => InsightPages.Findings(data, workspace).ReadAsync(period, stop))));
        routes.MapGet("/api/{workspace}/cases", door.Read(Of((workspace, period, stop) =>
            new CaseReader(OpenWorkspace.Engine, workspace.Warehouse, workspace.MetricSettings).ReadAsync(period, stop))));
        routes.MapGet("/api/{workspace}/growth", door.Read(Of((workspace, period, stop) =>
            new GrowthReader(OpenWorkspace.Engine, workspace.Warehouse, workspace.MetricSettings).ReadAsync(period, stop))));
        routes.MapGet("/api/{workspace}/quality", door.Read(Of((workspace, period, stop) => InsightPages.QualityAsync(data, workspace, period, stop))));
        routes.MapGet("/api/{workspace}/sensitivity", door.Read(Of((workspace, period, stop) =>
            SensitivityReader.ReadAsync(OpenWorkspace.Engine, workspace.Warehouse, workspace.MetricSettings, period, EvidenceBasis.Conservative, stop))));
    }

    private static Func<HttpContext, OpenWorkspace, Task> Of<T>(Func<OpenWorkspace, Period, CancellationToken, Task<T>> read) => async (http, workspace) =>
    {
        if (PeriodOf(http, workspace) is not { } period)
        {
            await Problem.BadRequest(PeriodWords.Mistake).WriteAsync(http);
            return;
        }

        var found = await read(workspace, period, http.RequestAborted);
        await FigureEndpoints.WriteAsync(http, JsonSerializer.SerializeToUtf8Bytes(found, ReportJson.Compact));
    };

    /// <summary>The period that an address asks for; the last complete month where it names none, null where it cannot be read.</summary>
    private static Period? PeriodOf(HttpContext http, OpenWorkspace workspace)
    {
        string? Word(string name) => http.Request.Query[name].ToString() is { Length: > 0 } text ? text : null;
        return PeriodWords.Read(Word("month"), Word("from"), Word("to"), () => Months.Standard(workspace));
    }
}
