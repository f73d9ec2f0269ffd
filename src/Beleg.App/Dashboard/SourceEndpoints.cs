using Beleg.App.Commands;
using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.App.Dashboard.Parts;
using Beleg.App.Hosting;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Sources;
using Beleg.State;
using Beleg.Warehouse;

namespace Beleg.App.Dashboard;

/// <summary>The sources of a workspace: how they do, what they were refused, and adding one.</summary>
internal static class SourceEndpoints
{
    private const int MostRefusals = 2_000;
    private const int MostDetails = 3;
    private const int MostConflicts = 50;

    public static Task ShowAsync(PageRequest request) => DrawAsync(request, null, StatusCodes.Status200OK);

    public static Task AddAsync(PageRequest request)
    {
        var workspace = request.Workspace();
        string[] secrets = [.. new[] { request.Field("secret") }.Where(secret => secret.Length > 0)];
        try
        {
            KeptForm.RequireSecrets(request.Http.Request.Form);
            if (SourceVerb.Problem(request.Field("name"), request.Field("provider"), secrets) is { } problem)
                throw new UserErrorException(problem);
            request.Data.State.Sources.Save(workspace.Name, new SourceSettings
            {
                Name = request.Field("name"),
                Provider = request.Field("provider"),
                AccountIds = request.Field("account_ids").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                Shop = request.Field("shop") is { Length: > 0 } shop ? shop : null,
                Secrets = secrets,
                VerifyToken = request.Field("verify_token") is { Length: > 0 } token ? token : null,
            });
        }
        catch (UserErrorException mistake)
        {
            return DrawAsync(request, request.Visitor.Mistake(mistake), StatusCodes.Status400BadRequest);
        }

        request.Data.Notify();
        request.Http.Response.Redirect($"/w/{workspace.Name}/sources?said=added");
        return Task.CompletedTask;
    }

    /// <summary>Derives everything from the journal once more, so that what was refused is read under the settings of today. Goes on in the background.</summary>
    public static Task TranslateAgainAsync(PageRequest request)
    {
        var workspace = request.Workspace();
        var stopping = request.Http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var logger = request.Http.RequestServices.GetRequiredService<ILogger<OpenWorkspace>>();
        _ = Task.Run(
            async () =>
            {
                try
                {
                    await workspace.Follower.RebuildAsync(null, stopping);
                }
#pragma warning disable CA1031 // What was visible stays so; it is said, and anybody can ask again.
                catch (Exception failure) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
                {
                    Log.ProjectionFailed(logger, failure, workspace.Name);
                }
            },
            stopping);
        request.Http.Response.Redirect($"/w/{workspace.Name}/sources?said=again");
        return Task.CompletedTask;
    }

    private static Task DrawAsync(PageRequest request, string? mistake, int status)
    {
        var workspace = request.Workspace();
        request.Visitor.Title = request.Tongue[Texts.Sources];
        return PageDoor.DrawAsync<SourcesPage>(request.Http, new { Model = Load(request, workspace), Mistake = mistake }, status);
    }

    private static SourcesModel Load(PageRequest request, OpenWorkspace workspace)
    {
        var (state, now) = (request.Data.State, request.Data.Clock.GetCurrentInstant());
        var kept = request.Data.Journal.Counts(workspace.Name).ToDictionary(count => count.Source);
        var tallies = state.Refusals.Tallies(workspace.Name).ToDictionary(tally => tally.Source);
        var refused = state.Refusals.List(workspace.Name, null, null, MostRefusals).ToLookup(item => (item.Source, item.Refusal.Reason));
        var counts = state.Refusals.Counts(workspace.Name);
        var turnedAway = state.Door.List(workspace.Name);
        return new SourcesModel
        {
            Workspace = workspace.Name,
            Zone = workspace.Zone,
            Now = now,
            BehindFor = workspace.Follower.Behind,
            Behind = kept.Values.Sum(count => Math.Max(0, count.Deliveries - (tallies.GetValueOrDefault(count.Source)?.Deliveries ?? 0))),
            Rows =
            [
                .. SourceGlance.List(request.Data, workspace.Name, now).Select(source => new SourceRow(
                    source.Settings.Name,
                    source.Settings.Provider,
                    AddressOf(request.Data.PublicUrl!, workspace.Name, source.Settings),
                    source.Deliveries,
                    source.LastAt,
                    source.Refused,
                    source.State)),
            ],
            Refusals = [.. counts.Select(count => new RefusalRow(count.Source, Refusals.Code(count.Reason), Vocabulary.Of(count.Reason), Details(refused[(count.Source, count.Reason)]), count.Items, count.LastAt))],
            TurnedAway = [.. turnedAway.Select(away => new RefusalRow(away.Source, away.Reason, Vocabulary.TurnedAway(away.Reason), [], away.Count, away.LastAt))],
            Conflicts = Conflicts(workspace, request.Tongue, request.Visitor.MayEdit),
            Unmatched = Unmatched(workspace),
            Providers = SourceVerb.Addable,
        };
    }

    // What the latest items were refused for, the most frequent first.
    private static string[] Details(IEnumerable<RefusedItem> latest) =>
        [.. latest.GroupBy(item => item.Refusal.Detail).OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).Take(MostDetails).Select(same => same.Key)];

    // While the facts are being rebuilt the page still tells how the sources do.
    private static (IReadOnlyList<ConflictRow> Rows, long Total) Conflicts(OpenWorkspace workspace, Tongue tongue, bool mayKnowPeople)
    {
        if (workspace.Warehouse.State != WarehouseState.Ready)
            return ([], 0);
        var (rows, total) = FactLists.Conflicts(workspace.Warehouse, MostConflicts);
        return ([.. rows.Select(row => new ConflictRow(
            row.Source, tongue[Vocabulary.Of(row.Kind)], row.OrderId ?? row.Contact?.ToString(),
            row is { Shop: { } shop, OrderId: { } order } ? OrderPath.Of(workspace.Name, shop, order) : mayKnowPeople && row.Contact is { } contact ? $"/w/{workspace.Name}/contacts/{contact}" : null,
            row.At, row.Versions, row.ByUpdateTime))], total);
    }

    private static (long Total, NodaTime.LocalDate? Newest) Unmatched(OpenWorkspace workspace)
    {
        if (workspace.Warehouse.State != WarehouseState.Ready)
            return (0, null);
        var (rows, total) = FactLists.UnmatchedRefunds(workspace.Warehouse, null, null, 1);
        return (total, rows.Count > 0 ? rows[0].At.InZone(workspace.Zone).Date : null);
    }

    private static string AddressOf(Uri server, string workspace, SourceSettings source) => source.Name switch
    {
        "segment" or "browser" => new Uri(server, "/v1/batch").ToString(),
        "links" => new Uri(server, "/r/…").ToString(),
        "import" => "beleg import",
        _ when source.Secrets.Count == 0 => Print.None,
        _ => new Uri(server, $"/in/{workspace}/{source.Name}").ToString(),
    };
}
