using System.Text.Json;
using Beleg.App.Dashboard.Language;
using Beleg.App.Hosting;
using Beleg.Reports;
using Beleg.State;
using Beleg.Warehouse;

namespace Beleg.App.Api;

/// <summary>How the sources of a workspace do, for programs: what came, what was refused and why, what was turned away, what is in conflict.</summary>
internal sealed class SourcesEndpoint(Installation data)
{
    private const int MostConflicts = 200;
    private const int MostLatest = 20;

    public void Map(IEndpointRouteBuilder routes, ApiDoor door) => routes.MapGet("/api/{workspace}/sources", door.Read(ShowAsync));

    private Task ShowAsync(HttpContext http, OpenWorkspace workspace)
    {
        var (conflicts, total) = workspace.Warehouse.State == WarehouseState.Ready ? FactLists.Conflicts(workspace.Warehouse, MostConflicts) : ([], 0);
        var (unmatched, waiting) = workspace.Warehouse.State == WarehouseState.Ready ? FactLists.UnmatchedRefunds(workspace.Warehouse, null, null, MostConflicts) : ([], 0);
        var state = data.State;
        var answer = new
        {
            sources = SourceGlance.List(data, workspace.Name, data.Clock.GetCurrentInstant()).Select(source => new
            {
                name = source.Settings.Name,
                provider = source.Settings.Provider,
                state = ReportLanguage.Label(source.State),
                quiet_since = source.QuietSince,
                deliveries = source.Deliveries,
                last_received_at = source.LastAt,
                refused = source.Refused,
                turned_away_at = source.TurnedAwayAt,
            }),
            quiet_after_hours = SourceGlance.QuietAfter.TotalHours,
            turning_away_for_minutes = SourceGlance.TroubledFor.TotalMinutes,
            is_behind = workspace.Follower.Waiting > 0,
            behind_seconds = Math.Round(workspace.Follower.Behind.TotalSeconds, 1),
            refused = state.Refusals.Counts(workspace.Name).Select(count => new { source = count.Source, reason = Refusals.Code(count.Reason), items = count.Items, last_at = count.LastAt, latest = state.Refusals.List(workspace.Name, count.Source, count.Reason, MostLatest).Select(item => new { seq = item.Seq, item = item.Refusal.Item, detail = item.Refusal.Detail, detail_de = RefusalWords.Of(item.Refusal.Detail).De, at = item.At }) }),
            turned_away = state.Door.List(workspace.Name).Select(away => new { source = away.Source, reason = away.Reason, count = away.Count, last_at = away.LastAt }),
            refunds_without_order_total = waiting,
            refunds_without_order = unmatched.Select(row => new { shop = row.Shop, order_id = row.OrderId, at = row.At, kind = ReportLanguage.Label(row.Kind), amount = row.Amount }),
            conflicts_total = total,
            conflicts = conflicts.Select(row => new
            {
                source = row.Source,
                kind = ReportLanguage.Label(row.Kind),
                at = row.At,
                versions = row.Versions,
                by_update_time = row.ByUpdateTime,
                @event = row.Event,
                contact = row.Contact,
                shop = row.Shop,
                order_id = row.OrderId,
            }),
        };
        return FigureEndpoints.WriteAsync(http, JsonSerializer.SerializeToUtf8Bytes(answer, ReportJson.Compact));
    }
}
