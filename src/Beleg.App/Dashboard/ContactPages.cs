using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Sources;

namespace Beleg.App.Dashboard;

/// <summary>The record and timeline of a contact, with names and texts read again from the journal for this page only.</summary>
internal static class ContactPages
{
    private const int MomentsPerPage = 200;

    public static async Task ShowAsync(PageRequest request)
    {
        var workspace = request.Workspace();
        var personal = new PersonalReader(request.Data.Journal, workspace.Name, (delivery, into) => workspace.Translate(delivery, into, withPersonal: true));
        var reader = new ContactReader(workspace.Dossiers, personal, workspace.Currency);
        if (!Key.TryParse(request.Route("contact"), out var key) || await reader.ReadAsync(key, request.Http.RequestAborted) is not { } record
            || await reader.ReadTimelineAsync(key, request.Query("before"), MomentsPerPage, request.Http.RequestAborted) is not { } timeline)
            throw new NotHereException();
        request.Visitor.Title = request.Tongue[Texts.Contact];
        await PageDoor.DrawAsync<ContactPage>(request.Http, new
        {
            Model = new ContactModel
            {
                Workspace = workspace.Name,
                Zone = workspace.Zone,
                Key = record.Contact.ToString(),
                Name = record.Name,
                Identifiers = [.. record.Names.Select(name => (request.Tongue[Vocabulary.Of(name.Type)], name.Value ?? name.Key.ToString()))],
                FirstSeenAt = record.First.At,
                LastSeenAt = record.Last.At,
                Channel = request.Tongue[Vocabulary.Of(record.PreferredChannel)],
                Orders = record.Orders,
                Net = Print.Money(request.Tongue, record.Net),
                ConsentAt = record.MarketingConsentAt,
                OptedOutAt = record.OptedOutAt,
                LeadStatus = record.LeadStatus is { } status ? request.Tongue[Vocabulary.Of(status)] : null,
                Facts = [.. Facts(record, request.Tongue)],
                Moments = [.. timeline.Moments.Select(moment => MomentOf(moment, workspace.Name, request.Tongue))],
                Older = timeline.Older is { } older ? request.Visitor.With("before", older) : null,
            },
        });
    }

    private static IEnumerable<(string Name, string Value)> Facts(ContactRecord record, Tongue tongue)
    {
        (Phrase Name, string? Value)[] known =
        [
            (Texts.CameBy, string.Join(" · ", new[] { record.First.EntryPoint is { } entry ? tongue[Vocabulary.Of(entry)] : null, record.First.Campaign, record.First.Utm?.Source, record.First.Utm?.Campaign }.OfType<string>())),
            (Texts.Interest, record.Interest),
            (Texts.Budget, record.Budget),
            (Texts.TimeFrame, record.TimeFrame),
            (Texts.Owner, record.LeadOwner),
            (Texts.NextStep, record.NextStep),
        ];
        return known.Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => (tongue[fact.Name], fact.Value!));
    }

    private static Pages.ContactMoment MomentOf(Reports.ContactMoment moment, string workspace, Tongue tongue)
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
