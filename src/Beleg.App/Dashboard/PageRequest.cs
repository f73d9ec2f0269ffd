using Beleg.App.Dashboard.Language;
using Beleg.App.Hosting;
using Beleg.State;

namespace Beleg.App.Dashboard;

/// <summary>A request for a page: who asks, in which language, of what.</summary>
internal sealed record PageRequest(HttpContext Http, Visitor Visitor, User? User, Installation Data)
{
    public Tongue Tongue => Visitor.Tongue;

    /// <summary>A part of the address.</summary>
    public string Route(string name) => (string)Http.Request.RouteValues[name]!;

    /// <summary>A part of the query; null where it is absent or empty.</summary>
    public string? Query(string name) => Http.Request.Query[name].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>A field of the form; empty where it is absent. A browser counts a line's end as one sign and sends two.</summary>
    public string Field(string name) => Http.Request.Form[name].ToString().ReplaceLineEndings("\n").Trim();

    /// <summary>The workspace that the address names.</summary>
    public OpenWorkspace Workspace() =>
        Data.State.Workspaces.Find(Route("workspace")) is { } known ? Data.Open(known.Name) : throw new NotHereException();
}
