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

    /// <summary>So many are seen at one look; of more somebody looks for one.</summary>
    private const int Few = 8;

    /// <summary>Longer names than this no workspace has.</summary>
    private const int LongestName = 64;

    private static readonly (string Code, Phrase Name)[] orders =
    [
        ("attention", Texts.Attention), ("name", Texts.Workspace), ("value", Texts.NetValue), ("change", Texts.ChangeHead), ("last", Texts.LastEvent),
    ];

    public static async Task ShowAsync(PageRequest request)
    {
        request.Visitor.Title = request.Tongue[Texts.Workspaces];
        var sort = Array.Find(orders, order => order.Code == request.Query("sort")).Code ?? "attention";
        var asked = request.Query("q")?.Trim() is { Length: > 0 and <= LongestName } text ? text : null;
        string[] all = [.. request.Data.State.Workspaces.List().Select(workspace => workspace.Name).Where(name => request.Visitor.Rights.In(name) is not null)];
        var rows = await RowsAsync(request, asked is null ? all : [.. all.Where(name => IsLike(name, asked))]);
        // Works without scripts: the page comes again by itself until every line has its figures.
        if (rows.Exists(row => row.IsReading))
            request.Http.Response.Headers["Refresh"] = "2";
        await PageDoor.DrawAsync<WorkspacesPage>(request.Http, new
        {
            Model = new WorkspacesModel
            {
                Rows = [.. Sorted(rows, sort)],
                Orders = [.. orders.Select(order => (order.Name, Path(order.Code, asked), order.Code == sort))],
                Sort = sort == "attention" ? null : sort,
                Asked = asked,
                HasSearch = all.Length > Few || asked is not null,
                All = Path(sort, null),
                Counted = all.Length <= Few && asked is null ? null : Counted(request.Tongue, rows, all.Length, asked is not null),
            },
        });
    }

    private static string Path(string sort, string? asked) => "/" + QueryString.Create(
        new[] { KeyValuePair.Create("sort", sort == "attention" ? null : sort), KeyValuePair.Create("q", asked) }.Where(part => part.Value is not null)).ToUriComponent();

    // A client is looked for by its name as people say it: with spaces, whatever the case.
    private static bool IsLike(string name, string asked) =>
        asked.Split((char[])[' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words && Array.TrueForAll(words, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string Counted(Tongue tongue, List<WorkspaceRow> rows, int all, bool isSearch)
    {
        var known = rows.FindAll(row => !row.IsReading);
        var attentive = Print.Count(tongue, known.Count(row => row.Attention.Count > 0));
        return isSearch ? tongue.Say(Texts.ClientsFound, Print.Count(tongue, rows.Count), Print.Count(tongue, all))
            : known.Count < rows.Count ? tongue.Say(Texts.ClientsRead, Print.Count(tongue, known.Count), Print.Count(tongue, all))
            : tongue.Say(Texts.ClientsAttention, Print.Count(tongue, all), attentive);
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
        // What has to be opened first does not keep back what is open: so every look shows what has been read since the last.
        var reading = names.Select(name => (Name: name, Row: Task.Run(() => Turns.RunAsync(data.IsOpen(name), () => RowAsync(data, logger, tongue, name))))).ToList();
        var all = Task.WhenAll(reading.Select(one => one.Row));
        await Task.WhenAny(all, Task.Delay(patience, request.Http.RequestAborted));
        // What fails after nobody waits any more fails again for the next who asks, and is told then.
        _ = all.ContinueWith(failed => failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        var rows = new List<WorkspaceRow>();
        foreach (var (name, row) in reading)
            rows.Add(row.IsCompleted ? await row : new WorkspaceRow { Name = name, Period = "", IsReading = true });
        return rows;
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
