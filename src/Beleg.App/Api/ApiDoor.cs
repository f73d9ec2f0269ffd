using Beleg.App.Dashboard;
using Beleg.App.Hosting;
using Beleg.State;

namespace Beleg.App.Api;

/// <summary>Decides who may ask the API: a key of that very workspace with the scope, or, for reading, whoever is signed in.</summary>
internal sealed class ApiDoor(Installation data)
{
    /// <summary>Answers for whoever may read.</summary>
    public RequestDelegate Read(Func<HttpContext, OpenWorkspace, Task> answer) => http => AnswerAsync(http, KeyScope.Read, answer);

    /// <summary>Answers for whoever may read, and for more than that only by an admin key or whoever is signed in.</summary>
    public RequestDelegate Read(Func<HttpContext, bool> isMore, Func<HttpContext, OpenWorkspace, Task> answer) =>
        http => KeyOf(http) is { } key && isMore(http) && !key.Allows(KeyScope.Admin) ? AnswerAsync(http, KeyScope.Admin, answer) : AnswerAsync(http, KeyScope.Read, answer);

    /// <summary>Answers for a key that may administer. A session does not do: a browser would send it along with a forged request.</summary>
    public RequestDelegate Admin(Func<HttpContext, OpenWorkspace, Task> answer) => http => AnswerAsync(http, KeyScope.Admin, answer);

    /// <summary>Answers for whoever is signed in, or for an admin key of any workspace: what the server says of itself.</summary>
    public RequestDelegate Operator(Func<HttpContext, Task> answer) => http =>
        KeyOf(http) is { Scope: KeyScope.Admin } || IsSignedIn(http) ? answer(http) : Problem.NotSignedIn.WriteAsync(http);

    private Task AnswerAsync(HttpContext http, KeyScope scope, Func<HttpContext, OpenWorkspace, Task> answer)
    {
        var workspace = (string)http.Request.RouteValues["workspace"]!;
        var key = KeyOf(http);
        if (key is null && (scope == KeyScope.Admin || !IsSignedIn(http)))
            return Problem.NotSignedIn.WriteAsync(http);
        // A key of another workspace learns nothing, not even that this one exists.
        if ((key is not null && key.Workspace != workspace) || data.State.Workspaces.Find(workspace) is null)
            return Problem.NotFound("There is no such workspace for this key.").WriteAsync(http);
        if (key is not null && !key.Allows(scope))
            return Problem.Forbidden($"It needs a key with the scope {scope.ToString().ToLowerInvariant()}.").WriteAsync(http);
        http.Response.Headers.CacheControl = "no-store";
        http.Items[typeof(ApiKey)] = key;
        return answer(http, data.Open(workspace));
    }

    /// <summary>Who asks, as the journal names them: the key by what people call it.</summary>
    public static string AuthorOf(HttpContext http) => http.Items[typeof(ApiKey)] is ApiKey key ? $"API key {(key.Label.Length > 0 ? key.Label : key.Prefix)}" : "API";

    private ApiKey? KeyOf(HttpContext http) =>
        http.Request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? data.State.ApiKeys.Check(header["Bearer ".Length..].Trim())
            : null;

    private bool IsSignedIn(HttpContext http) => SessionCookie.Read(http) is { } secret && data.State.Sessions.Find(secret) is not null;
}
