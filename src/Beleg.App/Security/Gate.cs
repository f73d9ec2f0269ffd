using Beleg.App.Dashboard;
using Beleg.App.Hosting;
using Beleg.State;

namespace Beleg.App.Security;

/// <summary>Every request passes here before it comes to its page or act: the one place where roles are held against the policy.</summary>
internal sealed class Gate(Installation data)
{
    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint() is not RouteEndpoint endpoint)
        {
            await next(http);
            return;
        }

        var audience = Policy.Of(http.Request.Method, endpoint.RoutePattern.RawText, http.Request.Query);
        var answer = audience is Audience.Anyone or Audience.Keyholder ? GateAnswer.Pass : Judge(audience, Visitor.Of(http), http.Request.RouteValues["workspace"] as string);
        await (answer switch
        {
            GateAnswer.Pass => next(http),
            GateAnswer.SignIn => SignInEndpoints.LeadToTheDoorAsync(http, HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString : Policy.PageOf(http)),
            GateAnswer.NotHere => PageDoor.NotFoundAsync(http),
            _ => ForbiddenPages.ShowAsync(http, data, audience),
        });
    }

    /// <summary>Decides about a person.</summary>
    /// <param name="audience">Whom the address is for; null where nobody said.</param>
    /// <param name="visitor">Who asks.</param>
    /// <param name="workspace">The workspace that the address names; null where it names none.</param>
    public GateAnswer Judge(Audience? audience, Visitor visitor, string? workspace)
    {
        if (visitor.Account is null)
            return GateAnswer.SignIn;
        // Whoever has no role in a workspace learns nothing of it, not even that it exists.
        var role = workspace is not null && data.State.Workspaces.Find(workspace) is not null ? visitor.Rights.In(workspace) : null;
        if (workspace is not null && role is null)
            return GateAnswer.NotHere;
        var may = audience switch
        {
            Audience.SignedIn => true,
            Audience.Viewer => role >= Role.Viewer,
            Audience.Editor => role >= Role.Editor,
            Audience.Admin => role >= Role.Admin,
            Audience.AdminOfAll => visitor.Rights.IsAdminOfAll,
            _ => false,
        };
        return may ? GateAnswer.Pass : GateAnswer.Forbidden;
    }
}
