using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.Warehouse;
using NodaTime;

namespace Beleg.App.Dashboard;

/// <summary>The agency's start: its workspaces.</summary>
internal static class StartEndpoint
{
    public static async Task ShowAsync(PageRequest request)
    {
        request.Visitor.Title = request.Tongue[Texts.Workspaces];
        var cards = new List<WorkspaceCard>();
        foreach (var known in request.Data.State.Workspaces.List())
            cards.Add(await CardAsync(request, known.Name));
        await PageDoor.DrawAsync<WorkspacesPage>(request.Http, new { Model = new WorkspacesModel(cards) });
    }

    private static async Task<WorkspaceCard> CardAsync(PageRequest request, string name)
    {
        var counts = request.Data.Journal.Counts(name);
        var last = counts.Count == 0 ? (Instant?)null : counts.Max(count => count.LastReceivedAt);
        var ago = last is { } at ? Print.Ago(request.Tongue, request.Data.Clock.GetCurrentInstant() - at) : null;
        try
        {
            var workspace = request.Data.Open(name);
            var (_, month, _) = Months.Of(workspace, null);
            var headline = await OverviewEndpoint.HeadlineAsync(workspace, month, request.Http.RequestAborted);
            return new WorkspaceCard(name, Print.Period(request.Tongue, month), new FigureText(request.Tongue, workspace.Currency).Tile(headline), ago);
        }
        catch (WarehouseUnavailableException)
        {
            return new WorkspaceCard(name, "", null, ago);
        }
    }
}
