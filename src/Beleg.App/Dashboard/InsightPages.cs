using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.App.Hosting;
using Beleg.Metrics;
using Beleg.Reports.Sensitivity;

namespace Beleg.App.Dashboard;

/// <summary>What the figures mean for what to do next: findings, cases, how sure the return is, how good the data are, where to grow.</summary>
internal static class InsightPages
{
    public static void Map(IEndpointRouteBuilder routes, PageDoor door)
    {
        routes.MapGet("/w/{workspace}/sensitivity", door.SignedIn(ShowSensitivityAsync));
    }

    private static async Task ShowSensitivityAsync(PageRequest request)
    {
        var (workspace, months, period) = Open(request, Texts.Sensitivity);
        await PageDoor.DrawAsync<SensitivityPage>(request.Http, new
        {
            Frame = FrameOf(workspace, months, period, "sensitivity"),
            Report = await SensitivityReader.ReadAsync(OpenWorkspace.Engine, workspace.Warehouse, workspace.MetricSettings, period, EvidenceBasis.Conservative, request.Http.RequestAborted),
        });
    }

    private static (OpenWorkspace Workspace, IReadOnlyList<Period> Months, Period Period) Open(PageRequest request, Phrase title)
    {
        var workspace = request.Workspace();
        var (months, month, _) = Months.Of(workspace, request.Query("month"));
        request.Visitor.Title = request.Tongue[title];
        return (workspace, months, month);
    }

    private static InsightFrame FrameOf(OpenWorkspace workspace, IReadOnlyList<Period> months, Period period, string page) =>
        new(workspace.Name, workspace.Zone, workspace.Currency, months, period, page);
}
