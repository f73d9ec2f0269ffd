using System.Text.Json;
using Beleg.App.Acts;
using Beleg.App.Hosting;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Reports.Contacts;

namespace Beleg.App.Api;

/// <summary>Records of contacts for programs: find, read, edit, merge. They are people's data, so a key must be allowed to administer.</summary>
internal sealed class ContactEndpoints(Installation data)
{
    private const string Root = "/api/{workspace}/contacts";
    private const int MostMoments = 200;

    public void Map(IEndpointRouteBuilder routes, ApiDoor door)
    {
        routes.MapPost(Root + "/find", door.Admin(FindAsync));
        routes.MapGet(Root + "/{contact}", door.Admin(ReadAsync));
        routes.MapGet(Root + "/{contact}/timeline", door.Admin(ReadTimelineAsync));
        routes.MapGet(Root + "/{contact}/suggestions", door.Admin(SuggestAsync));
        routes.MapPatch(Root + "/{contact}", door.Admin(EditAsync));
        routes.MapPost(Root + "/{contact}/names", door.Admin(NameAsync));
        routes.MapPost(Root + "/{contact}/consents", door.Admin(ConsentAsync));
        routes.MapPost(Root + "/{contact}/merge", door.Admin(MergeAsync));
        routes.MapPost(Root + "/{contact}/undo", door.Admin(UndoAsync));
    }

    // In the body: an address is kept by logs on its way.
    private static async Task FindAsync(HttpContext http, OpenWorkspace workspace)
    {
        if ((await JsonBody.ReadAsync<Wanted>(http, """{"name": "kim@example.com"}""")).Name is not { Length: > 0 and <= 320 } name)
            throw new UserErrorException("name: an e-mail, a phone number with its country code, a handle, an id or a key.");
        var found = workspace.KeysOf(name.Trim()).Distinct().Select(workspace.Contacts.Find).OfType<Model.ContactFact>().DistinctBy(contact => contact.Contact);
        await WriteAsync(http, found.Select(contact => new { contact = contact.Contact, last_seen_at = contact.LastSeenAt, lead_status = contact.LeadStatus, orders = contact.Orders, net = new Amount(contact.NetMinor, workspace.Currency.Code) }));
    }

    private static async Task ReadAsync(HttpContext http, OpenWorkspace workspace) =>
        await WriteAsync(http, await workspace.Contacts.ReadAsync(KeyOf(http), http.RequestAborted));

    private static async Task ReadTimelineAsync(HttpContext http, OpenWorkspace workspace) =>
        await WriteAsync(http, await workspace.Contacts.ReadTimelineAsync(KeyOf(http), http.Request.Query["before"], MostMoments, http.RequestAborted));

    private static async Task SuggestAsync(HttpContext http, OpenWorkspace workspace) =>
        await WriteAsync(http, await workspace.Contacts.SuggestAsync(KeyOf(http), workspace.Hash, http.RequestAborted));

    private Task EditAsync(HttpContext http, OpenWorkspace workspace) => ActAsync(http, workspace, async (acts, record) =>
    {
        var change = await JsonBody.ReadAsync<Dictionary<string, JsonElement>>(http, """{"status": "won", "owner": "Kim", "next_step": null, "reason": "called"}""");
        var reason = change.Remove("reason", out var said) ? TextOf("reason", said) : null;
        await acts.EditAsync(record, change.ToDictionary(field => field.Key, field => TextOf(field.Key, field.Value), StringComparer.Ordinal), reason, http.RequestAborted);
    });

    private Task NameAsync(HttpContext http, OpenWorkspace workspace) => ActAsync(http, workspace, async (acts, record) =>
    {
        var wanted = await JsonBody.ReadAsync<NewName>(http, """{"type": "email", "value": "kim@example.com"}""");
        await acts.NameAsync(record, wanted.Type ?? "", wanted.Channel, wanted.Value ?? "", wanted.Reason, http.RequestAborted);
    });

    private Task ConsentAsync(HttpContext http, OpenWorkspace workspace) => ActAsync(http, workspace, async (acts, record) =>
    {
        var wanted = await JsonBody.ReadAsync<NewConsent>(http, """{"given": true, "purpose": "marketing", "channel": "whatsapp", "proof": "call of 3 May"}""");
        await acts.ConsentAsync(record, wanted.Given ?? throw new UserErrorException("given: true or false."), wanted.Purpose ?? "", wanted.Channel, wanted.Proof, wanted.Reason, http.RequestAborted);
    });

    private Task MergeAsync(HttpContext http, OpenWorkspace workspace) => ActAsync(http, workspace, async (acts, record) =>
    {
        var wanted = await JsonBody.ReadAsync<WantedMerge>(http, """{"with": "0123456789abcdef", "reason": "same person by phone"}""");
        var other = Key.TryParse(wanted.With, out var key) ? await workspace.Contacts.ReadAsync(key, http.RequestAborted) : null;
        await acts.MergeAsync(record, other ?? throw new UserErrorException("with: names no contact of this workspace."), wanted.Reason, http.RequestAborted);
    });

    private Task UndoAsync(HttpContext http, OpenWorkspace workspace) => ActAsync(http, workspace, async (acts, record) =>
    {
        var wanted = await JsonBody.ReadAsync<WantedUndo>(http, """{"a": "0123456789abcdef", "b": "fedcba9876543210", "reason": "two sisters"}""");
        if (!Key.TryParse(wanted.A, out var a) || !Key.TryParse(wanted.B, out var b))
            throw new UserErrorException("a, b: the two names as 'joins' of the contact has them.");
        await acts.UndoAsync(record, a, b, wanted.Reason, http.RequestAborted);
    });

    // The answer is the record as it stands after the act.
    private async Task ActAsync(HttpContext http, OpenWorkspace workspace, Func<ContactActs, ContactRecord, Task> act)
    {
        if (await workspace.Contacts.ReadAsync(KeyOf(http), http.RequestAborted) is { } record)
            await act(new ContactActs(new ActBook(data, workspace, ApiDoor.AuthorOf(http))), record);
        await ReadAsync(http, workspace);
    }

    // No key is nobody's key.
    private static Key KeyOf(HttpContext http) => Key.TryParse((string)http.Request.RouteValues["contact"]!, out var key) ? key : Key.None;

    private static string TextOf(string field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString()!,
        _ => throw new UserErrorException($"{field}: a text, or null to clear it."),
    };

    private static Task WriteAsync<T>(HttpContext http, T? answer) => answer is null
        ? Problem.NotFound("The workspace has no such contact: give a key of 16 hex digits, as /contacts/find gives it.").WriteAsync(http)
        : FigureEndpoints.WriteAsync(http, JsonSerializer.SerializeToUtf8Bytes(answer, ReportJson.Compact));

    private sealed record Wanted(string? Name);

    private sealed record NewName(string? Type, string? Value, string? Channel, string? Reason);

    private sealed record NewConsent(bool? Given, string? Purpose, string? Channel, string? Proof, string? Reason);

    private sealed record WantedMerge(string? With, string? Reason);

    private sealed record WantedUndo(string? A, string? B, string? Reason);
}
