using System.Text.Json;
using Beleg.App.Hosting;
using Beleg.Reports;
using Beleg.State;

namespace Beleg.App.Api;

/// <summary>Shared links for programs: make one, list them with their views, end one.</summary>
internal sealed class ShareEndpoints(Installation data)
{
    private const int MostViews = 100;

    public void Map(IEndpointRouteBuilder routes, ApiDoor door)
    {
        routes.MapPost("/api/{workspace}/shares", door.Admin(MakeAsync));
        routes.MapGet("/api/{workspace}/shares", door.Admin(ListAsync));
        routes.MapDelete("/api/{workspace}/shares/{share}", door.Admin(RevokeAsync));
    }

    private async Task MakeAsync(HttpContext http, OpenWorkspace workspace)
    {
        NewShare? wanted;
        try
        {
            wanted = await http.Request.ReadFromJsonAsync<NewShare>(ReportJson.Compact, http.RequestAborted);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            wanted = null;
        }

        if (wanted is null)
        {
            await Problem.BadRequest("""Send JSON such as {"label": "Board", "from_month": "2026-05", "to_month": "2026-09", "days": 30, "drill_down": false, "created_by": "Ada"}.""").WriteAsync(http);
            return;
        }

        var share = data.State.Shares.Create(workspace.Name, wanted);
        http.Response.StatusCode = StatusCodes.Status201Created;
        await FigureEndpoints.WriteAsync(http, JsonSerializer.SerializeToUtf8Bytes(Show(share), ReportJson.Compact));
    }

    private Task ListAsync(HttpContext http, OpenWorkspace workspace) => FigureEndpoints.WriteAsync(http, JsonSerializer.SerializeToUtf8Bytes(
        data.State.Shares.List(workspace.Name).Select(s => new { share = Show(s.Share), s.Views, last_view = s.Last, log = data.State.Shares.Views(s.Share, MostViews) }), ReportJson.Compact));

    private Task RevokeAsync(HttpContext http, OpenWorkspace workspace)
    {
        if (!data.State.Shares.Revoke(workspace.Name, (string)http.Request.RouteValues["share"]!))
            return Problem.NotFound("There is no open link of that name.").WriteAsync(http);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private object Show(Share share) => new
    {
        share.Id,
        url = data.PublicUrl!.ToString().TrimEnd('/') + Proofs.SharePath(data, share),
        share.Label,
        share.FromMonth,
        share.ToMonth,
        share.Channel,
        share.Flow,
        share.DrillDown,
        share.CreatedBy,
        share.CreatedAt,
        share.ExpiresAt,
        share.RevokedAt,
    };
}
