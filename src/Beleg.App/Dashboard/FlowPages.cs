using Beleg.App.Dashboard.Filters;
using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;

namespace Beleg.App.Dashboard;

/// <summary>The flows of a workspace, and the funnel of each.</summary>
internal static class FlowPages
{
    // Steps and messages know no entry point.
    private static readonly FilterOffer offer = new(["channel"], Compares: true, Models: true);

    public static void Map(IEndpointRouteBuilder routes, PageDoor door)
    {
        routes.MapGet("/w/{workspace}/flows", door.SignedIn(ShowListAsync));
        routes.MapGet("/w/{workspace}/flows/{flow}", door.SignedIn(ShowOneAsync));
    }

    private static async Task ShowListAsync(PageRequest request)
    {
        var workspace = request.Workspace();
        var asked = AskedPeriod.Of(request, workspace, offer);
        request.Visitor.Title = request.Tongue[Texts.Flows];
        await PageDoor.DrawAsync<FlowsPage>(request.Http, new
        {
            Model = new FlowsModel
            {
                Workspace = workspace.Name,
                Zone = workspace.Zone,
                Asked = asked,
                Writes = new FigureText(request.Tongue, workspace.Currency),
                Flows = await workspace.Flows.ListAsync(asked.Request, request.Http.RequestAborted),
            },
        });
    }

    private static async Task ShowOneAsync(PageRequest request)
    {
        var workspace = request.Workspace();
        var asked = AskedPeriod.Of(request, workspace, offer);
        var flow = Api.PathParts.At(request.Http, 4);
        var report = await workspace.Flows.ReadAsync(flow, asked.Request, request.Http.RequestAborted) ?? throw new NotHereException();
        request.Visitor.Title = flow;
        await PageDoor.DrawAsync<FlowPage>(request.Http, new
        {
            Model = new FlowModel
            {
                Workspace = workspace.Name,
                Zone = workspace.Zone,
                Currency = workspace.Currency.Code,
                Asked = asked,
                Writes = new FigureText(request.Tongue, workspace.Currency),
                Report = report,
            },
            Lifts = (await InsightPages.LiftsAsync(workspace, asked.Request.Period, request.Http.RequestAborted)).Where(lift => lift.Flow == flow).ToList(),
        });
    }
}
