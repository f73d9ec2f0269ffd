using System.Text.Json;
using System.Text.Json.Serialization;
using Beleg.App.Hosting;
using Beleg.App.Links;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Sources;
using Beleg.State;

namespace Beleg.App.Api;

/// <summary>Tagged links for programs: make one or many, list them.</summary>
internal sealed class LinkEndpoints(Installation data)
{
    private const int MostAtOnce = 1_000;
    private const int MostListed = 1_000;
    private static readonly JsonSerializerOptions reading = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public void Map(IEndpointRouteBuilder routes, ApiDoor door)
    {
        routes.MapPost("/api/{workspace}/links", door.Admin(MakeAsync));
        routes.MapGet("/api/{workspace}/links", door.Admin(ListAsync));
        routes.MapPost("/api/{workspace}/links/{code}/contacts", door.Admin(SignAsync));
    }

    private async Task MakeAsync(HttpContext http, OpenWorkspace workspace)
    {
        WantedLink[] wanted;
        bool isMany;
        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            isMany = body.RootElement.ValueKind == JsonValueKind.Array;
            wanted = isMany ? body.RootElement.Deserialize<WantedLink[]>(reading)! : [body.RootElement.Deserialize<WantedLink>(reading)!];
        }
        catch (JsonException malformed)
        {
            await Problem.BadRequest($"A link, or a list of links, was expected: {{\"target\": \"https://…\", \"channel\": \"whatsapp\", \"flow\": \"…\"}}. {(malformed.Path is { } path ? $"See {path}." : "")}").WriteAsync(http);
            return;
        }

        if (wanted.Length is 0 or > MostAtOnce)
        {
            await Problem.BadRequest($"Send 1 to {MostAtOnce} links at once.").WriteAsync(http);
            return;
        }

        var made = data.State.Links.Create(workspace.Name, [.. wanted.Select(Check)]);
        http.Response.StatusCode = StatusCodes.Status201Created;
        var answers = made.Select(Show).ToList();
        await FigureEndpoints.WriteAsync(http, isMany ? JsonSerializer.SerializeToUtf8Bytes(answers, ReportJson.Compact) : JsonSerializer.SerializeToUtf8Bytes(answers[0], ReportJson.Compact));
    }

    private Task ListAsync(HttpContext http, OpenWorkspace workspace) =>
        FigureEndpoints.WriteAsync(http, JsonSerializer.SerializeToUtf8Bytes(data.State.Links.List(workspace.Name, MostListed).Select(Show), ReportJson.Compact));

    /// <summary>The address of a link that serves many, signed for each of some recipients.</summary>
    private async Task SignAsync(HttpContext http, OpenWorkspace workspace)
    {
        if (data.State.Links.Find((string)http.Request.RouteValues["code"]!) is not { } link || link.Workspace != workspace.Name)
        {
            await Problem.NotFound("The workspace has no such link.").WriteAsync(http);
            return;
        }

        WantedContacts wanted;
        try
        {
            wanted = (await JsonSerializer.DeserializeAsync<WantedContacts>(http.Request.Body, reading, http.RequestAborted))!;
        }
        catch (JsonException malformed)
        {
            await Problem.BadRequest($"Recipients were expected: {{\"recipients\": [{{\"type\": \"phone\", \"value\": \"+49…\"}}], \"days\": {SignedLinks.UsualDays}}}. {(malformed.Path is { } path ? $"See {path}." : "")}").WriteAsync(http);
            return;
        }

        if (wanted?.Recipients is not { Count: > 0 and <= MostAtOnce })
        {
            await Problem.BadRequest($"recipients: send 1 to {MostAtOnce} at once.").WriteAsync(http);
            return;
        }

        var until = SignedLinks.Until(data.Clock.GetCurrentInstant(), wanted.Days);
        var urls = wanted.Recipients.Select(recipient => SignedLinks.Address(data.PublicUrl!, workspace.Hash, link, Recipient(recipient), until).ToString()).ToList();
        await FigureEndpoints.WriteAsync(http, JsonSerializer.SerializeToUtf8Bytes(new { code = link.Code, valid_until = until, urls }, ReportJson.Compact));
    }

    private static NewLink Check(WantedLink wanted) => new()
    {
        Target = wanted.Target ?? throw new UserErrorException("target: name an http or https address."),
        Channel = LinkWords.Channel(wanted.Channel),
        Flow = LinkWords.Tag(wanted.Flow),
        Branch = LinkWords.Tag(wanted.Branch),
        Campaign = LinkWords.Tag(wanted.Campaign),
        Step = LinkWords.Tag(wanted.Step),
        AccountId = LinkWords.Tag(wanted.AccountId),
        MessageId = wanted.MessageId,
        ContactParameter = LinkWords.Parameter(wanted.ContactParameter, hasRecipient: wanted.Recipient is not null),
        Recipient = wanted.Recipient is { } recipient ? Recipient(recipient) : null,
    };

    private static LinkRecipient Recipient(WantedRecipient wanted) =>
        Enum.TryParse<IdentifierType>(wanted.Type?.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var type) && !char.IsDigit(wanted.Type![0]) && !string.IsNullOrWhiteSpace(wanted.Value)
            ? new LinkRecipient(type, wanted.Scope ?? "", wanted.Value)
            : throw new UserErrorException($"recipient: name a type ({string.Join(", ", Enum.GetNames<IdentifierType>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName))}) and a value.");

    // Whom a link was made for is not said again: whoever made it knows, and nobody else should.
    private object Show(Link link) => new
    {
        code = link.Code,
        url = new Uri(data.PublicUrl!, "/r/" + link.Code).ToString(),
        target = link.Made.Target,
        channel = link.Made.Channel,
        flow = link.Made.Flow,
        branch = link.Made.Branch,
        campaign = link.Made.Campaign,
        step = link.Made.Step,
        has_recipient = link.Made.Recipient is not null,
        contact_parameter = link.Made.ContactParameter,
        created_at = link.CreatedAt,
    };

    private sealed record WantedLink(string? Target, string? Channel, string? Flow, string? Branch, string? Campaign, string? Step, string? AccountId, string? MessageId, string? ContactParameter, WantedRecipient? Recipient);

    private sealed record WantedContacts(IReadOnlyList<WantedRecipient>? Recipients, int? Days);

    private sealed record WantedRecipient(string? Type, string? Scope, string? Value);
}
