using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.App.Hosting;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Sources;
using ContactMoment = Beleg.App.Dashboard.Pages.ContactMoment;

namespace Beleg.App.Dashboard;

/// <summary>The timeline of a contact: its events, with names and texts read again from the journal for this page only.</summary>
internal static class ContactPages
{
    private const int MostMoments = 500;

    public static async Task ShowAsync(PageRequest request)
    {
        var workspace = request.Workspace();
        if (!Key.TryParse(request.Route("contact"), out var key) || workspace.Dossiers.Open(key) is not { } dossier)
            throw new NotHereException();
        var contact = dossier.Facts.Contacts.Find(fact => fact.Contact == key) ?? dossier.Facts.Contacts.FirstOrDefault() ?? throw new NotHereException();
        var mine = dossier.Facts.Contacts.Count == 1 ? dossier.Events : EventsOf(contact.Contact, dossier);
        var spoken = await SpokenAsync(request, workspace, mine);
        var events = mine.Select(at => spoken.GetValueOrDefault((at.Seq, at.Item, at.Event.Id), at.Event)).DistinctBy(happened => happened.Id).ToList();
        request.Visitor.Title = request.Tongue[Texts.Contact];
        await PageDoor.DrawAsync<ContactPage>(request.Http, new
        {
            Model = new ContactModel
            {
                Workspace = workspace.Name,
                Zone = workspace.Zone,
                Key = contact.Contact.ToString(),
                Name = events.Select(happened => happened.Personal?.Name).LastOrDefault(name => !string.IsNullOrWhiteSpace(name)),
                Identifiers = [.. events.SelectMany(happened => happened.Identifiers).DistinctBy(name => name.Key).Select(name => (Label.Of(name.Type), name.Value.Length > 0 ? name.Value : name.Key.ToString()))],
                FirstSeenAt = contact.FirstSeenAt,
                LastSeenAt = contact.LastSeenAt,
                Channel = Label.Of(contact.PreferredChannel),
                Orders = contact.Orders,
                Net = Print.Money(request.Tongue, new Amount(contact.NetMinor, workspace.Currency.Code)),
                ConsentAt = contact.MarketingConsentAt,
                OptedOutAt = contact.OptedOutAt,
                LeadStatus = contact.LeadStatus is { } status ? Label.Of(status) : null,
                Moments = [.. events.TakeLast(MostMoments).Select(happened => MomentOf(happened, workspace.Name))],
            },
        });
    }

    // A cluster can hold several people: those whose order carries another's click id, or whose merge was undone.
    private static List<JournaledEvent> EventsOf(Key contact, Dossier dossier)
    {
        var messages = dossier.Facts.Messages.Where(fact => fact.Contact == contact).Select(fact => fact.Message).ToHashSet();
        var conversations = dossier.Facts.Conversations.Where(fact => fact.Contact == contact).Select(fact => fact.SourceConversation).Where(key => !key.IsNone).ToHashSet();
        var runs = dossier.Facts.FlowRuns.Where(fact => fact.Contact == contact).Select(fact => fact.Run).ToHashSet();
        var orders = dossier.Facts.Orders.Where(fact => fact.Contact == contact).Select(fact => (fact.Shop, fact.OrderId)).ToHashSet();
        bool Concerns(Event happened) =>
            messages.Contains(happened.Message) || conversations.Contains(happened.Conversation) || runs.Contains(happened.Run)
            || (happened.Payload is OrderPayload order && orders.Contains((order.Shop, order.OrderId)))
            || (happened.Payload is RefundPayload refund && orders.Contains((refund.Shop, refund.OrderId)));
        var names = dossier.Events.Where(at => Concerns(at.Event)).SelectMany(at => at.Event.Identifiers).Select(name => name.Key).Append(contact).ToHashSet();
        return [.. dossier.Events.Where(at => Concerns(at.Event) || at.Event.Identifiers.Any(name => names.Contains(name.Key)))];
    }

    private static async Task<Dictionary<(long, int, Key), Event>> SpokenAsync(PageRequest request, OpenWorkspace workspace, IReadOnlyList<JournaledEvent> events)
    {
        var seqs = events.TakeLast(MostMoments).Select(at => at.Seq).Distinct().ToList();
        var deliveries = await request.Data.Journal.ReadManyAsync(workspace.Name, seqs, request.Http.RequestAborted);
        var spoken = new Dictionary<(long, int, Key), Event>();
        foreach (var delivery in deliveries)
        {
            var translation = new Translation();
            workspace.Translate(delivery, translation, withPersonal: true);
            foreach (var (item, happened) in translation.Events)
                spoken[(delivery.Seq, item, happened.Id)] = happened;
        }

        return spoken;
    }

    private static ContactMoment MomentOf(Event happened, string workspace)
    {
        string?[] where = [happened.Channel == Channel.Other ? null : Label.Of(happened.Channel), happened.Actor is Actor.Unknown ? null : Label.Of(happened.Actor), happened.FlowId, happened.StepId, happened.Branch, happened.CampaignId];
        var order = happened.Payload as OrderPayload;
        return new ContactMoment(
            happened.OccurredAt,
            happened.Kind == EventKind.Unknown ? happened.Name ?? "Unknown" : EventNames.Of(happened.Kind),
            string.Join(" · ", where.OfType<string>()) is { Length: > 0 } text ? text : null,
            happened.Personal?.Text,
            order is not null || happened.Payload is RefundPayload ? "money" : happened.Channel == Channel.Other ? "" : "chat",
            order is not null ? OrderPath.Of(workspace, order.Shop, order.OrderId) : null);
    }
}
