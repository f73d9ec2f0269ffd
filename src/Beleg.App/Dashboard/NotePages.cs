using System.Globalization;
using Beleg.App.Dashboard.Filters;
using Beleg.App.Dashboard.Overview;
using Beleg.Reports.Why;

namespace Beleg.App.Dashboard;

/// <summary>A person writes the note under a tile, takes the draft again, or erases what was written.</summary>
internal static class NotePages
{
    public static async Task ChangeAsync(PageRequest request)
    {
        var workspace = request.Workspace();
        if (!Enum.TryParse<WhySubject>(request.Route("subject"), ignoreCase: true, out var subject) || !Enum.IsDefined(subject))
            throw new NotHereException();
        var filters = PageFilters.Read(request, workspace, Months.Standard(workspace));
        var said = request.Field("erase") is { Length: > 0 } id ? Erase(request, workspace.Name, id) : await WriteAsync(request, filters, subject);
        request.Http.Response.Redirect($"/w/{workspace.Name}{filters.ToQuery(("said", said))}#why-{WhyView.CodeOf(subject)}");
    }

    private static async Task<string> WriteAsync(PageRequest request, PageFilters filters, WhySubject subject)
    {
        var workspace = request.Workspace();
        // The draft is drawn up anew: what is kept beside a person's words is what the numbers said at that moment.
        var draft = (await workspace.OverviewAsync(filters.ForOverview, request.Http.RequestAborted)).Whys[subject].Text;
        var text = request.Field("draft").Length > 0 ? "" : request.Field("text");
        request.Data.State.Notes.Add(workspace.Name, WhyView.CodeOf(subject), filters.Scope, text, (draft.En, draft.De), request.User!.Email);
        return "note";
    }

    private static string Erase(PageRequest request, string workspace, string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && request.Data.State.Notes.Erase(workspace, number) ? "erased" : throw new NotHereException();
}
