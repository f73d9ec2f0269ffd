using System.Globalization;
using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.App.Hosting;
using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.State;

namespace Beleg.App.Dashboard;

/// <summary>The shared links of a workspace: making, ending, and who looked.</summary>
internal static class SharePages
{
    private const int MostViews = 500;

    public static Task ShowAsync(PageRequest request) => DrawAsync(request, null);

    public static Task MakeAsync(PageRequest request)
    {
        var workspace = request.Workspace();
        try
        {
            request.Data.State.Shares.Create(workspace.Name, new NewShare
            {
                Label = request.Field("label"),
                FromMonth = request.Field("from"),
                ToMonth = request.Field("to"),
                Channel = request.Field("channel") is { Length: > 0 } channel && Dimensions.Find("channel")!.Labels!.Contains(channel) ? channel : null,
                Flow = request.Optional("flow"),
                DrillDown = request.Field("drill_down") == "yes",
                Days = int.TryParse(request.Field("days"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : 0,
                CreatedBy = request.User!.Email,
            });
            request.Http.Response.Redirect($"/w/{workspace.Name}/shares?said=made");
            return Task.CompletedTask;
        }
        catch (UserErrorException mistake)
        {
            return DrawAsync(request, request.Visitor.Mistake(mistake));
        }
    }

    public static Task RevokeAsync(PageRequest request)
    {
        var workspace = request.Workspace();
        if (!request.Data.State.Shares.Revoke(workspace.Name, request.Route("share")))
            throw new NotHereException();
        request.Http.Response.Redirect($"/w/{workspace.Name}/shares?said=revoked");
        return Task.CompletedTask;
    }

    public static Task ShowViewsAsync(PageRequest request)
    {
        var workspace = request.Workspace();
        var share = request.Data.State.Shares.FindById(workspace.Name, request.Route("share")) ?? throw new NotHereException();
        request.Visitor.Title = request.Tongue[Texts.ProofShareViews];
        return PageDoor.DrawAsync<ShareViewsPage>(request.Http, new { Workspace = workspace.Name, workspace.Zone, Row = Row(request, share, 0, null), Views = request.Data.State.Shares.Views(share, MostViews) });
    }

    private static Task DrawAsync(PageRequest request, string? mistake)
    {
        var workspace = request.Workspace();
        var (months, chosen, _) = Months.Of(workspace, null);
        request.Visitor.Title = request.Tongue[Texts.ProofShares];
        return PageDoor.DrawAsync<SharesPage>(request.Http, new
        {
            Model = new SharesModel
            {
                Workspace = workspace.Name,
                Zone = workspace.Zone,
                Rows = [.. request.Data.State.Shares.List(workspace.Name).Select(s => Row(request, s.Share, s.Views, s.Last))],
                Flows = [.. FactLists.Values(workspace.Warehouse).GetValueOrDefault("flow", []).OfType<string>().Where(flow => flow.Length > 0)],
                Channels = Dimensions.Find("channel")!.Labels!,
                Months = months,
                Chosen = chosen,
                Mistake = mistake,
            },
        }, mistake is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static ShareRow Row(PageRequest request, Share share, long views, NodaTime.Instant? last) => new(
        share, new Uri(request.Data.PublicUrl!, Proofs.SharePath(request.Data, share)).ToString(), share.IsOpen(request.Data.Clock.GetCurrentInstant()), views, last);
}
