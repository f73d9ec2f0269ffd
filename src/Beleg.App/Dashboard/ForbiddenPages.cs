using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.App.Hosting;
using Beleg.App.Security;
using Beleg.Reports.Growth;
using Beleg.State;
using Beleg.Warehouse;

namespace Beleg.App.Dashboard;

/// <summary>What somebody sees who may look at a workspace and asks for more: which role they have, which it takes, and who can give it.</summary>
internal static class ForbiddenPages
{
    private const int MostNamed = 5;

    public static async Task ShowAsync(HttpContext http, Installation data, Audience? audience)
    {
        var visitor = Visitor.Of(http);
        try
        {
            await visitor.ReadScopeAsync();
        }
        catch (WarehouseUnavailableException)
        {
            // No page has figures meanwhile; where the ways lead matters less than what is said here.
        }

        visitor.Title = visitor.Tongue[Texts.ForbiddenTitle];
        var workspace = http.Request.RouteValues["workspace"] as string;
        await PageDoor.DrawAsync<ForbiddenPage>(
            http,
            new
            {
                Model = new ForbiddenModel(
                    workspace, visitor.Role,
                    audience switch { Audience.Viewer => Role.Viewer, Audience.Editor => Role.Editor, Audience.Admin => Role.Admin, _ => null },
                    [.. Helpers(data, workspace).Take(MostNamed)]),
            },
            StatusCodes.Status403Forbidden);
    }

    /// <summary>What a client sees who asks for a report of a higher tier than is booked: which that is, what is booked, and whom to ask.</summary>
    public static Task ShowBeyondAsync(HttpContext http, Installation data, ReportSection section)
    {
        var visitor = Visitor.Of(http);
        visitor.Title = visitor.Tongue[Texts.OutOfScopeTitle];
        var workspace = (string)http.Request.RouteValues["workspace"]!;
        return PageDoor.DrawAsync<ForbiddenPage>(
            http, new { Model = new ForbiddenModel(workspace, visitor.Role, null, [.. Advisers(data, workspace).Take(MostNamed)]) { Beyond = section } }, StatusCodes.Status403Forbidden);
    }

    // A tier is no matter of rights but of a contract: whoever works on the workspace can speak about it.
    private static IEnumerable<User> Advisers(Installation data, string workspace)
    {
        var all = data.State.Roles.All();
        return data.State.Users.List().Where(user => all.TryGetValue(user.Id, out var rights) && rights.In(workspace) >= Role.Editor).OrderByDescending(user => user.HasPassword);
    }

    // Whoever administers this workspace only cannot give roles; the address of somebody who cannot help helps nobody.
    private static IEnumerable<User> Helpers(Installation data, string? workspace)
    {
        var all = data.State.Roles.All();
        return data.State.Users.List().Where(user => all.TryGetValue(user.Id, out var rights) && rights.IsAdminOfAll)
            .OrderByDescending(user => workspace is not null && user.HasPassword);
    }
}
