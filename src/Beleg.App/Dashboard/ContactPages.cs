using Beleg.App.Acts;
using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.App.Hosting;
using Beleg.Metrics;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Reports.Contacts;
using Beleg.Sources;

namespace Beleg.App.Dashboard;

/// <summary>Contacts: the list and the search, the record with its timeline, and what can be done to it. Names and texts are read again from the journal for each page only.</summary>
internal static class ContactPages
{
    private const int MomentsPerPage = 200;
    private const int RowsPerPage = 25;
    private const int LastPage = 400;

    public static void Map(IEndpointRouteBuilder routes, PageDoor door)
    {
        const string one = "/w/{workspace}/contacts/{contact}";
        routes.MapGet("/w/{workspace}/contacts", door.SignedIn(request => ShowListAsync(request, null)));
        routes.MapPost("/w/{workspace}/contacts", door.Form(FindAsync));
        routes.MapGet(one, door.SignedIn(request => ShowAsync(request, null, StatusCodes.Status200OK)));
        routes.MapPost(one, door.Form(request => ActAsync(request, "saved", (acts, record) =>
            acts.EditAsync(record, request.Changed(ContactActs.Fields), request.Optional("reason"), request.Http.RequestAborted))));
        routes.MapPost(one + "/names", door.Form(request => ActAsync(request, "saved", (acts, record) =>
            acts.NameAsync(record, request.Field("type"), request.Optional("channel"), request.Field("value"), request.Optional("reason"), request.Http.RequestAborted))));
        routes.MapPost(one + "/consents", door.Form(request => ActAsync(request, "saved", (acts, record) =>
            acts.ConsentAsync(record, request.Field("given") == "true", request.Field("purpose"), request.Optional("channel"), request.Optional("proof"), request.Optional("reason"), request.Http.RequestAborted))));
        routes.MapPost(one + "/merge", door.Form(request => ActAsync(request, "merged", (acts, record) => MergeAsync(request, acts, record))));
        routes.MapPost(one + "/undo", door.Form(request => ActAsync(request, "parted", (acts, record) =>
            Key.TryParse(request.Field("a"), out var a) && Key.TryParse(request.Field("b"), out var b)
                ? acts.UndoAsync(record, a, b, request.Optional("reason"), request.Http.RequestAborted)
                : throw new NotHereException())));
    }

    // TRICKY: a name that is looked for stands in the body of a form, never in an address, which logs and histories keep.
    private static Task FindAsync(PageRequest request)
    {
        var workspace = request.Workspace();
        var name = request.Field("q");
        if (Found(workspace, name).Rows is not [var only])
            return ShowListAsync(request, name);
        request.Http.Response.Redirect($"/w/{workspace.Name}/contacts/{only.Contact}");
        return Task.CompletedTask;
    }

    private static async Task ShowListAsync(PageRequest request, string? asked)
    {
        var workspace = request.Workspace();
        var page = int.TryParse(request.Query("page"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, LastPage) : 1;
        var (rows, total) = asked is null
            ? ContactLists.Latest(workspace.Warehouse, request.Query("channel"), request.Query("status"), (page - 1) * RowsPerPage, RowsPerPage)
            : Found(workspace, asked);
        request.Visitor.Title = request.Tongue[Texts.Contacts];
        await PageDoor.DrawAsync<ContactsPage>(request.Http, new
        {
            Model = new ContactsModel
            {
                Workspace = workspace.Name,
                Zone = workspace.Zone,
                Currency = workspace.Currency,
                Asked = asked,
                Channel = request.Query("channel"),
                Status = request.Query("status"),
                Channels = Channels,
                Rows = rows,
                Labels = await workspace.Contacts.LabelAsync([.. rows.Select(row => row.Contact)], request.Http.RequestAborted),
                Total = total,
                Page = page,
                Newer = page > 1 ? request.Visitor.With("page", Number(page - 1)) : null,
                Older = asked is null && page < LastPage && total > (long)page * RowsPerPage ? request.Visitor.With("page", Number(page + 1)) : null,
            },
        });
    }

    private static (IReadOnlyList<ContactLine> Rows, long Total) Found(OpenWorkspace workspace, string name)
    {
        var found = name.Length > 320 ? [] : workspace.KeysOf(name).Distinct().Select(workspace.Contacts.Find).OfType<ContactFact>().Select(contact => contact.Contact).Distinct().ToList();
        return (ContactLists.Of(workspace.Warehouse, found), found.Count);
    }

    private static async Task ShowAsync(PageRequest request, string? mistake, int status)
    {
        var workspace = request.Workspace();
        var (reader, stop) = (workspace.Contacts, request.Http.RequestAborted);
        if (!Key.TryParse(request.Route("contact"), out var key) || await reader.ReadAsync(key, stop) is not { } record
            || await reader.ReadTimelineAsync(key, request.Query("before"), MomentsPerPage, stop) is not { } timeline)
            throw new NotHereException();
        var suggestions = await reader.SuggestAsync(key, workspace.Hash, stop);
        var labels = await reader.LabelAsync([.. suggestions.Select(suggestion => suggestion.Contact)], stop);
        request.Visitor.Title = request.Tongue[Texts.Contact];
        await PageDoor.DrawAsync<ContactPage>(
            request.Http,
            new
            {
                Model = new ContactModel
                {
                    Workspace = workspace.Name,
                    Zone = workspace.Zone,
                    Record = record,
                    Suggestions = [.. suggestions.Select(suggestion => (suggestion, labels.GetValueOrDefault(suggestion.Contact)))],
                    Moments = [.. timeline.Moments.Select(moment => MomentOf(moment, workspace.Name, request.Tongue))],
                    Older = timeline.Older is { } older ? request.Visitor.With("before", older) : null,
                    Channels = Channels,
                    Mistake = mistake,
                },
            },
            status);
    }

    private static async Task ActAsync(PageRequest request, string said, Func<ContactActs, ContactRecord, Task> act)
    {
        var workspace = request.Workspace();
        if (!Key.TryParse(request.Route("contact"), out var key) || await workspace.Contacts.ReadAsync(key, request.Http.RequestAborted) is not { } record)
            throw new NotHereException();
        try
        {
            await act(new ContactActs(new ActBook(request.Data, workspace, request.User!.Email)), record);
        }
        catch (UserErrorException mistake)
        {
            await ShowAsync(request, request.Visitor.Mistake(mistake), StatusCodes.Status400BadRequest);
            return;
        }

        request.Http.Response.Redirect($"/w/{workspace.Name}/contacts/{key}?said={said}");
    }

    private static async Task MergeAsync(PageRequest request, ContactActs acts, ContactRecord record)
    {
        var other = Key.TryParse(request.Field("with"), out var key) ? await request.Workspace().Contacts.ReadAsync(key, request.Http.RequestAborted) : null;
        await acts.MergeAsync(record, other ?? throw new UserErrorException("There is no contact with that key."), request.Optional("reason"), request.Http.RequestAborted);
    }

    private static IReadOnlyList<string> Channels => Dimensions.Find("channel")!.Labels ?? [];

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Pages.ContactMoment MomentOf(Reports.Contacts.ContactMoment moment, string workspace, Tongue tongue)
    {
        string?[] where =
        [
            moment.Channel is { } channel ? tongue[Vocabulary.Of(channel)] : null, moment.Actor is Actor.Unknown ? null : tongue[Vocabulary.Of(moment.Actor)],
            moment.Flow, moment.Step, moment.Branch, moment.Campaign, moment.Detail is { } detail ? tongue[Vocabulary.Detail(moment.Kind, detail)] : null, moment.Amount is { } amount ? Print.Money(tongue, amount) : null,
        ];
        return new Pages.ContactMoment(
            moment.At,
            moment.Kind == EventKind.Unknown && moment.Name is { } unknown ? unknown : tongue[Vocabulary.Of(moment.Kind)],
            string.Join(" · ", where.OfType<string>().Distinct()) is { Length: > 0 } text ? text : null,
            moment.Text,
            moment.Amount is not null ? "money" : moment.Channel is not null ? "chat" : "",
            moment is { Shop: { } shop, OrderId: { } order } ? OrderPath.Of(workspace, shop, order) : null,
            moment.Versions);
    }
}
