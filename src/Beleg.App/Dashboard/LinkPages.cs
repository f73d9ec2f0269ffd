using System.Globalization;
using Beleg.App.Api;
using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.App.Links;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Sources;
using Beleg.State;

namespace Beleg.App.Dashboard;

/// <summary>The tagged links of a workspace, and making one.</summary>
internal static class LinkPages
{
    private const int Most = 200;

    public static Task ShowAsync(PageRequest request) => DrawAsync(request, null, StatusCodes.Status200OK);

    public static Task MakeAsync(PageRequest request) => ChangeAsync(request, workspace =>
    {
        request.Data.State.Links.Create(workspace, new NewLink
        {
            Target = request.Field("target"),
            Channel = LinkWords.Channel(request.Field("channel")),
            Flow = LinkWords.Tag(request.Field("flow")),
            Branch = LinkWords.Tag(request.Field("branch")),
            Campaign = LinkWords.Tag(request.Field("campaign")),
            ContactParameter = request.Field("many").Length > 0 ? SignedLinks.UsualName : null,
        });
        return "made";
    });

    /// <summary>Shows the address of a link for one of its many recipients. The recipient is in no address and no file.</summary>
    public static Task SignAsync(PageRequest request)
    {
        try
        {
            var workspace = request.Workspace();
            if (request.Data.State.Links.Find(request.Field("code")) is not { } link || link.Workspace != workspace.Name)
                throw new NotHereException();
            var type = Enum.TryParse<IdentifierType>(request.Field("type"), out var named) && Enum.IsDefined(named) ? named : IdentifierType.Phone;
            var days = int.TryParse(request.Field("days"), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : SignedLinks.UsualDays;
            var until = SignedLinks.Until(request.Data.Clock.GetCurrentInstant(), days);
            var address = SignedLinks.Address(request.Data.PublicUrl!, workspace.Hash, link, new LinkRecipient(type, request.Field("scope"), request.Field("value")), until);
            return DrawAsync(request, null, StatusCodes.Status200OK, new SignedAddress(address.ToString(), until));
        }
        catch (UserErrorException mistake)
        {
            return DrawAsync(request, request.Visitor.Mistake(mistake), StatusCodes.Status400BadRequest);
        }
    }

    public static Task SaveDomainsAsync(PageRequest request) => ChangeAsync(request, workspace =>
    {
        var domains = request.Field("domains").ToLowerInvariant().Split(['\n', '\r', ',', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        request.Data.State.Workspaces.Save(workspace, request.Data.Require(workspace).Settings with { LinkDomains = [.. domains.Distinct()] }, request.User!.Email, "");
        return "domains";
    });

    private static Task ChangeAsync(PageRequest request, Func<string, string> change)
    {
        var workspace = request.Workspace().Name;
        try
        {
            request.Http.Response.Redirect($"/w/{workspace}/links?said={change(workspace)}");
            return Task.CompletedTask;
        }
        catch (UserErrorException mistake)
        {
            return DrawAsync(request, request.Visitor.Mistake(mistake), StatusCodes.Status400BadRequest);
        }
    }

    private static Task DrawAsync(PageRequest request, string? mistake, int status, SignedAddress? signed = null)
    {
        var workspace = request.Workspace();
        request.Visitor.Title = request.Tongue[Texts.Links];
        var clicks = FactLists.Clicks(workspace.Warehouse);
        var model = new LinksModel
        {
            Workspace = workspace.Name,
            Zone = workspace.Zone,
            Rows =
            [
                .. request.Data.State.Links.List(workspace.Name, Most).Select(link => new LinkRow(
                    new Uri(request.Data.PublicUrl!, "/r/" + link.Code).ToString(), link.Made.Target, link.Made.Channel ?? "", link.Made.Flow, link.Made.Branch,
                    link.Made.ContactParameter is null ? null : link.Code, clicks.GetValueOrDefault(link.Code, ClickCounts.None), link.CreatedAt)),
            ],
            Lost = request.Data.State.Door.List(workspace.Name).FirstOrDefault(away => away.Reason == RedirectEndpoint.LostClick),
            Address = signed,
            Channels = LinkWords.Channels,
            Domains = workspace.Settings.LinkDomains,
        };
        return PageDoor.DrawAsync<LinksPage>(request.Http, new { Model = model, Mistake = mistake }, status);
    }
}
