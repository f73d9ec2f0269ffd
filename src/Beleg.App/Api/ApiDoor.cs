using Beleg.App.Dashboard;
using Beleg.App.Hosting;
using Beleg.App.Security;
using Beleg.Reports.Growth;
using Beleg.State;

namespace Beleg.App.Api;

/// <summary>Decides who may ask the API: a key of that very workspace with the scope, or, for reading, whoever is signed in and has a role there.</summary>
internal sealed class ApiDoor(Installation data)
{
    /// <summary>Answers for whoever may read.</summary>
    public RequestDelegate Read(Func<HttpContext, OpenWorkspace, Task> answer) => http => AnswerAsync(http, KeyScope.Read, answer);

    /// <summary>Answers for whoever may read, and for more than that, people's data, only by an admin key or whoever is signed in as an editor.</summary>
    public RequestDelegate Read(Func<HttpContext, bool> isMore, Func<HttpContext, OpenWorkspace, Task> answer) =>
        http => isMore(http) ? AnswerAsync(http, KeyScope.Admin, answer, Role.Editor) : AnswerAsync(http, KeyScope.Read, answer);

    /// <summary>Answers for a key that may administer. A session does not do: a browser would send it along with a forged request.</summary>
    public RequestDelegate Admin(Func<HttpContext, OpenWorkspace, Task> answer) => http => AnswerAsync(http, KeyScope.Admin, answer);

    /// <summary>Answers for an admin of all workspaces, or for an admin key of any of them: what the server says of itself.</summary>
    public RequestDelegate Operator(Func<HttpContext, Task> answer) => http =>
        KeyOf(http) is { Scope: KeyScope.Admin } || Visitor.Of(http).Rights.IsAdminOfAll ? answer(http)
        : Visitor.Of(http).Account is null ? Problem.NotSignedIn.WriteAsync(http)
        : Problem.Forbidden("It takes an admin of all workspaces.").WriteAsync(http);

    private Task AnswerAsync(HttpContext http, KeyScope scope, Func<HttpContext, OpenWorkspace, Task> answer, Role? ofSession = null)
    {
        var workspace = (string)http.Request.RouteValues["workspace"]!;
        var key = KeyOf(http);
        var least = ofSession ?? (scope == KeyScope.Read ? Role.Viewer : null);
        if (key is null && (least is null || Visitor.Of(http).Account is null))
            return Problem.NotSignedIn.WriteAsync(http);
        // Whoever has no role in a workspace learns no more of it than a key of another one.
        if (key is null && Visitor.Of(http).Role is null)
            return Problem.NotFound("There is no such workspace for this key.").WriteAsync(http);
        if (key is null && Visitor.Of(http).Role < least)
            return Problem.Forbidden($"It takes the role {Roles.Code(least!.Value)} in this workspace.").WriteAsync(http);
        // A key of another workspace learns nothing, not even that this one exists.
        if ((key is not null && key.Workspace != workspace) || data.State.Workspaces.Find(workspace) is null)
            return Problem.NotFound("There is no such workspace for this key.").WriteAsync(http);
        if (key is not null && !key.Allows(scope))
            return Problem.Forbidden($"It needs a key with the scope {scope.ToString().ToLowerInvariant()}.").WriteAsync(http);
        http.Response.Headers.CacheControl = "no-store";
        http.Items[typeof(ApiKey)] = key;
        // A client reads here what its pages show. Keys are made by whoever runs the machine, and follow their scope alone.
        return key is null && !Visitor.Of(http).MayEdit && ReportPages.Of(http) is { } section ? AnswerBookedAsync(http, section, answer) : answer(http, data.Open(workspace));
    }

    private async Task AnswerBookedAsync(HttpContext http, ReportSection section, Func<HttpContext, OpenWorkspace, Task> answer)
    {
        var workspace = data.Open((string)http.Request.RouteValues["workspace"]!);
        var scope = await workspace.ScopeAsync(http.RequestAborted);
        await (scope.Tier is { } booked && !scope.Has(section) ? Problem.NotBooked(section, booked).WriteAsync(http) : answer(http, workspace));
    }

    /// <summary>Who asks, as the journal names them: the key by what people call it.</summary>
    public static string AuthorOf(HttpContext http) => http.Items[typeof(ApiKey)] is ApiKey key ? $"API key {(key.Label.Length > 0 ? key.Label : key.Prefix)}" : "API";

    private ApiKey? KeyOf(HttpContext http) =>
        http.Request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? data.State.ApiKeys.Check(header["Bearer ".Length..].Trim())
            : null;
}
