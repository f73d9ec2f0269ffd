using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Overview;
using Beleg.App.Dashboard.Pages;
using Beleg.Warehouse;

namespace Beleg.App.Dashboard;

/// <summary>The agency's start: every workspace with its headline, its trend and what needs attention.</summary>
internal static class StartEndpoint
{
    private static readonly (string Code, Phrase Name)[] orders =
    [
        ("attention", Texts.Attention), ("name", Texts.Workspace), ("value", Texts.NetValue), ("change", Texts.ChangeHead), ("last", Texts.LastEvent),
    ];

    public static async Task ShowAsync(PageRequest request)
    {
        request.Visitor.Title = request.Tongue[Texts.Workspaces];
        var sort = Array.Find(orders, order => order.Code == request.Query("sort")).Code ?? "attention";
        var rows = new List<WorkspaceRow>();
        foreach (var known in request.Data.State.Workspaces.List().Where(workspace => request.Visitor.Rights.In(workspace.Name) is not null))
            rows.Add(await RowAsync(request, known.Name));
        await PageDoor.DrawAsync<WorkspacesPage>(request.Http, new
        {
            Model = new WorkspacesModel
            {
                Rows = [.. Sorted(rows, sort)],
                Orders = [.. orders.Select(order => (order.Name, order.Code == "attention" ? "/" : "/?sort=" + order.Code, order.Code == sort))],
            },
        });
    }

    private static IEnumerable<WorkspaceRow> Sorted(List<WorkspaceRow> rows, string sort) => sort switch
    {
        "name" => rows.OrderBy(row => row.Name, StringComparer.Ordinal),
        "value" => rows.OrderByDescending(row => row.Value ?? decimal.MinValue).ThenBy(row => row.Name, StringComparer.Ordinal),
        "change" => rows.OrderBy(row => row.ChangeShare ?? decimal.MaxValue).ThenBy(row => row.Name, StringComparer.Ordinal),
        "last" => rows.OrderByDescending(row => row.LastAt).ThenBy(row => row.Name, StringComparer.Ordinal),
        _ => rows.OrderByDescending(row => row.Attention.Count).ThenBy(row => row.Name, StringComparer.Ordinal),
    };

    private static async Task<WorkspaceRow> RowAsync(PageRequest request, string name)
    {
        var counts = request.Data.Journal.Counts(name);
        var now = request.Data.Clock.GetCurrentInstant();
        var row = new WorkspaceRow { Name = name, Period = "" };
        if (counts.Count > 0)
            row = row with { LastAt = counts.Max(count => count.LastReceivedAt), LastEvent = Print.Ago(request.Tongue, now - counts.Max(count => count.LastReceivedAt)) };
        try
        {
            var workspace = request.Data.Open(name);
            return await new WorkspaceGlance(request.Tongue, workspace, counts, now).ReadAsync(row, request.Http.RequestAborted);
        }
        catch (WarehouseUnavailableException)
        {
            return row with { Attention = [request.Tongue[Texts.Rebuilding]] };
        }
    }
}
