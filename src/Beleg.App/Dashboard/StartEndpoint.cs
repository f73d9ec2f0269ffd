using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Overview;
using Beleg.App.Dashboard.Pages;
using Beleg.App.Hosting;
using Beleg.Warehouse;
using Beleg.Warehouse.DuckDb;

namespace Beleg.App.Dashboard;

/// <summary>The agency's start: every workspace with its headline, its trend and what needs attention.</summary>
internal static class StartEndpoint
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(1.5);

    // More at a time than there are cores only makes each of them later.
    private static readonly SemaphoreSlim turns = new(Math.Max(1, Environment.ProcessorCount));

    private static readonly (string Code, Phrase Name)[] orders =
    [
        ("attention", Texts.Attention), ("name", Texts.Workspace), ("value", Texts.NetValue), ("change", Texts.ChangeHead), ("last", Texts.LastEvent),
    ];

    public static async Task ShowAsync(PageRequest request)
    {
        request.Visitor.Title = request.Tongue[Texts.Workspaces];
        var sort = Array.Find(orders, order => order.Code == request.Query("sort")).Code ?? "attention";
        var rows = await RowsAsync(request, [.. request.Data.State.Workspaces.List().Select(workspace => workspace.Name).Where(name => request.Visitor.Rights.In(name) is not null)]);
        // Works without scripts: the page comes again by itself until every line has its figures.
        if (rows.Exists(row => row.IsReading))
            request.Http.Response.Headers["Refresh"] = "2";
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
        _ when rows.Exists(row => row.IsReading) && sort is not "name" => rows.OrderBy(row => row.IsReading).ThenByDescending(row => row.Attention.Count).ThenBy(row => row.Name, StringComparer.Ordinal),
        "value" => rows.OrderByDescending(row => row.Value ?? decimal.MinValue).ThenBy(row => row.Name, StringComparer.Ordinal),
        "change" => rows.OrderBy(row => row.ChangeShare ?? decimal.MaxValue).ThenBy(row => row.Name, StringComparer.Ordinal),
        "last" => rows.OrderByDescending(row => row.LastAt).ThenBy(row => row.Name, StringComparer.Ordinal),
        _ => rows.OrderByDescending(row => row.Attention.Count).ThenBy(row => row.Name, StringComparer.Ordinal),
    };

    // A workspace that was not asked since the server started takes its time to open, and an agency may have hundreds: who waits sees what is
    // there after a moment, while the others go on being read.
    private static async Task<List<WorkspaceRow>> RowsAsync(PageRequest request, IReadOnlyList<string> names)
    {
        var (tongue, data, logger) = (request.Tongue, request.Data, request.Http.RequestServices.GetRequiredService<ILogger<WorkspaceRow>>());
        var reading = names.Select(name => (Name: name, Row: Task.Run(() => InTurnAsync(data, logger, tongue, name)))).ToList();
        var all = Task.WhenAll(reading.Select(one => one.Row));
        await Task.WhenAny(all, Task.Delay(patience, request.Http.RequestAborted));
        // What fails after nobody waits any more fails again for the next who asks, and is told then.
        _ = all.ContinueWith(failed => failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        var rows = new List<WorkspaceRow>();
        foreach (var (name, row) in reading)
            rows.Add(row.IsCompleted ? await row : new WorkspaceRow { Name = name, Period = "", IsReading = true });
        return rows;
    }

    private static async Task<WorkspaceRow> InTurnAsync(Installation data, ILogger logger, Tongue tongue, string name)
    {
        await turns.WaitAsync();
        try
        {
            return await RowAsync(data, logger, tongue, name);
        }
        finally
        {
            turns.Release();
        }
    }

    private static async Task<WorkspaceRow> RowAsync(Installation data, ILogger logger, Tongue tongue, string name)
    {
        var counts = data.Journal.Counts(name);
        var now = data.Clock.GetCurrentInstant();
        var row = new WorkspaceRow { Name = name, Period = "" };
        if (counts.Count > 0)
            row = row with { LastAt = counts.Max(count => count.LastReceivedAt), LastEvent = Print.Ago(tongue, now - counts.Max(count => count.LastReceivedAt)) };
        try
        {
            return await new WorkspaceGlance(tongue, data.Open(name), counts, now).ReadAsync(row, CancellationToken.None);
        }
        catch (WarehouseUnavailableException)
        {
            return row with { Attention = [tongue[Texts.Rebuilding]] };
        }
        catch (DuckDbException broken)
        {
            // One workspace whose facts cannot be read keeps nobody from the others.
            Log.RequestFailed(logger, broken, "start " + name);
            return row with { Attention = [tongue[Texts.CannotRead]] };
        }
    }
}
