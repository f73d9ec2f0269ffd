using Beleg.Model;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.Sources.Track;

namespace Beleg.Reports.Contacts;

/// <summary>Composes the record of a contact from its facts and from what its events said.</summary>
internal static class ContactRecords
{
    private const string Interest = "interest";
    private const string Budget = "budget";
    private const string TimeFrame = "time_frame";
    private const string PreferredChannel = "preferred_channel";

    /// <summary>The record. Pure.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="dossier">Its cluster.</param>
    /// <param name="events">Its events by time, each once.</param>
    /// <param name="told">The same with what is personal, where it could be read.</param>
    /// <param name="merges">Merges and undone merges of its names, with what is personal.</param>
    /// <param name="currency">The workspace's.</param>
    public static ContactRecord Compose(ContactFact contact, Dossier dossier, IReadOnlyList<JournaledEvent> events, IReadOnlyList<Event> told, IReadOnlyList<(JournaledEvent At, Event Told)> merges, string currency)
    {
        var traits = Traits(told);
        var seen = told.Where(e => e.Trust != Trust.Operator).ToArray();
        var did = told.LastOrDefault(IsTheirs);
        var names = Names(contact.Contact, dossier, told);
        return new ContactRecord
        {
            Contact = contact.Contact,
            Name = NameOf(told),
            Names = names,
            PreferredChannel = traits.GetValueOrDefault(PreferredChannel) is { } wanted && Labels<Channel>.TryRead(wanted, out var channel) ? channel : contact.PreferredChannel,
            Consents = [.. dossier.Facts.Consents.Where(c => c.Contact == contact.Contact).OrderBy(c => c.GivenAt ?? c.WithdrawnAt)
                .Select(c => new ContactConsent(c.Purpose, c.Channel, c.GivenAt, c.WithdrawnAt, c.ValidUntil, c.WordingVersion))],
            MarketingConsentAt = contact.MarketingConsentAt,
            OptedOutAt = contact.OptedOutAt,
            First = Origin(seen.Length > 0 ? seen : told),
            Last = Origin([.. (seen.Length > 0 ? seen : told).Reverse()]),
            LeadStatus = contact.LeadStatus,
            Lead = dossier.Facts.Leads.Where(l => l.Contact == contact.Contact).MaxBy(l => (l.CapturedAt, l.Lead))?.Lead,
            LeadOwner = ContactEdits.Latest(told, "owner", e => (e.Payload as LeadPayload)?.Owner),
            NextStep = ContactEdits.Latest(told, "next_step", e => (e.Payload as LeadPayload)?.NextStep),
            Interest = traits.GetValueOrDefault(Interest),
            Budget = traits.GetValueOrDefault(Budget),
            TimeFrame = traits.GetValueOrDefault(TimeFrame),
            Traits = new SortedDictionary<string, string>(traits.Where(t => t.Key is not (Interest or Budget or TimeFrame or PreferredChannel)).ToDictionary(), StringComparer.Ordinal),
            LastAction = did?.Kind,
            LastActionAt = did?.OccurredAt,
            Orders = contact.Orders,
            Net = new Amount(contact.NetMinor, currency),
            Joins = Joins([.. names.Select(n => n.Key)], dossier, events),
            Edits = [.. ContactEdits.Of(events, told).Concat(ContactEdits.Of([.. merges.Select(m => m.At)], [.. merges.Select(m => m.Told)])).OrderByDescending(e => e.Written.At)],
            Abridged = false,
        };
    }

    /// <summary>
    /// The name an operator gave, else the latest that anybody but a browser gave, else a browser's: a profile's name comes with every
    /// message and must not undo a correction.
    /// </summary>
    public static string? NameOf(IReadOnlyList<Event> told)
    {
        string? By(Func<Event, bool> whom) => ContactEdits.Latest(told.Where(whom), "name", e => e.Personal?.Name);
        return By(e => e.Trust == Trust.Operator) ?? By(e => e.Trust != Trust.Browser) ?? By(_ => true);
    }

    /// <summary>The latest word on each; a browser's only where nobody else spoke of it.</summary>
    private static Dictionary<string, string> Traits(IEnumerable<Event> told)
    {
        var traits = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var happened in told.Where(e => e.Personal is not null && IsAboutThem(e)).OrderByDescending(e => e.Trust == Trust.Browser))
        {
            foreach (var (name, value) in happened.Personal!.Traits.Where(t => happened.Trust != Trust.Operator || ContactEdits.IsField(t.Key)))
                traits[name] = value;
            foreach (var cleared in ContactEdits.ClearedBy(happened))
                traits.Remove(cleared);
        }

        return traits;
    }

    private static bool IsAboutThem(Event happened) => happened.Kind is
        EventKind.ContactSeen or EventKind.LeadCaptured or EventKind.LeadStatusChanged or EventKind.MessageReceived or EventKind.ButtonClicked;

    private static bool IsTheirs(Event happened) => happened.Actor == Actor.Contact || happened.Kind is
        EventKind.MessageReceived or EventKind.ButtonClicked or EventKind.LinkClicked or EventKind.LeadCaptured or EventKind.SurveyAnswered or EventKind.SessionStarted
        or EventKind.Conversion or EventKind.CheckoutStarted or EventKind.OrderCompleted or EventKind.AppointmentBooked or EventKind.AppointmentAttended;

    private static ContactName[] Names(Key contact, Dossier dossier, IReadOnlyList<Event> told)
    {
        var others = dossier.Events
            .Where(e => e.Event.Trust != Trust.Browser && dossier.Owners.TryGetValue(e.Event.Id, out var owner) && owner != contact)
            .SelectMany(e => e.Event.Identifiers).Select(i => i.Key).ToHashSet();
        return [.. told.SelectMany(e => e.Identifiers).GroupBy(i => i.Key)
            .Select(g => new ContactName(g.First().Type, g.Select(i => i.Value).LastOrDefault(v => v.Length > 0), g.Key, others.Contains(g.Key)))
            .OrderBy(n => n.Type is IdentifierType.Handle or IdentifierType.AnonymousId).ThenBy(n => n.Type).ThenBy(n => n.Value, StringComparer.Ordinal)];
    }

    /// <summary>The first of some events that tells each part.</summary>
    private static ContactOrigin Origin(IReadOnlyList<Event> told)
    {
        var message = told.FirstOrDefault(e => e.Kind is EventKind.MessageReceived or EventKind.MessageSent && e.Channel != Channel.Other);
        return new ContactOrigin(
            told[0].OccurredAt,
            told[0].Source,
            message?.Channel,
            told.Select(e => e.EntryPoint).FirstOrDefault(e => e is not null),
            told.Select(e => e.CampaignId).FirstOrDefault(c => c is not null),
            told.Select(e => e.Utm).FirstOrDefault(u => u is not null));
    }

    /// <summary>For each pair of names the event that first brought them together, and the latest act of an operator on it.</summary>
    private static ContactJoin[] Joins(HashSet<Key> names, Dossier dossier, IReadOnlyList<JournaledEvent> events)
    {
        var joins = new Dictionary<(Key, Key), ContactJoin>();
        foreach (var at in events.Where(e => e.Event.Trust != Trust.Browser))
        {
            var own = at.Event.Identifiers.Select(i => i.Key).Distinct().ToArray();
            for (var i = 0; i < own.Length; i++)
            {
                for (var j = i + 1; j < own.Length; j++)
                    joins.TryAdd(Pair(own[i], own[j]), Join(own[i], own[j], true, at));
            }
        }

        foreach (var at in dossier.Events)
        {
            if (at.Event.Payload is MergePayload merge && at.Event.Trust != Trust.Browser && (names.Contains(merge.A) || names.Contains(merge.B)))
                joins[Pair(merge.A, merge.B)] = Join(merge.A, merge.B, at.Event.Kind == EventKind.ContactsMerged, at);
        }

        return [.. joins.Values.OrderBy(j => j.At).ThenBy(j => j.A).ThenBy(j => j.B)];
    }

    private static (Key, Key) Pair(Key a, Key b) => a < b ? (a, b) : (b, a);

    private static ContactJoin Join(Key a, Key b, bool joined, JournaledEvent at) =>
        new(a < b ? a : b, a < b ? b : a, joined, at.Event.Kind, at.Event.OccurredAt, at.Event.Source, at.Seq, at.Item);
}
