using System.Globalization;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Sources;

namespace Beleg.Reports.Contacts;

/// <summary>Reads the record and the timeline of one contact. Facts are folded at that moment, people's data read again from the journal.</summary>
/// <param name="dossiers">Opens what belongs together.</param>
/// <param name="personal">Reads what was said.</param>
/// <param name="currency">The workspace's currency.</param>
public sealed class ContactReader(IDossiers dossiers, PersonalReader personal, Currency currency)
{
    /// <summary>So many deliveries are read again for a record at most, the latest ones: a shop's test phone may have a hundred thousand.</summary>
    private const int MostDeliveries = 1_000;

    private const int MostMoments = 500;

    /// <summary>The record of a contact; null where the key is nobody's. The key of any of its names will do.</summary>
    public async Task<ContactRecord?> ReadAsync(Key key, CancellationToken cancellationToken)
    {
        if (Open(key) is not var (dossier, contact, events))
            return null;
        var (told, merges, abridged) = await TellAsync(dossier, events, cancellationToken).ConfigureAwait(false);
        return ContactRecords.Compose(contact, dossier, events, told, merges, currency.Code) with { Abridged = abridged };
    }

    /// <summary>The contact that a name is known by, or a contact's own key; null where it is nobody's.</summary>
    public ContactFact? Find(Key key) => Open(key)?.Contact;

    /// <summary>Who else may be this contact, the surest first; empty where nobody is, or the key is nobody's.</summary>
    /// <param name="key">The contact, or any of its names.</param>
    /// <param name="hash">The workspace's hash: names that only resemble a known one are asked for by their keys.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<IReadOnlyList<MergeSuggestion>> SuggestAsync(Key key, KeyedHash hash, CancellationToken cancellationToken)
    {
        if (Open(key) is not var (dossier, contact, events) || !contact.IsPerson)
            return [];
        var (told, _, _) = await TellAsync(dossier, events, cancellationToken).ConfigureAwait(false);
        return new MergeSuggestions(dossiers, hash).Find(contact.Contact, dossier, told);
    }

    /// <summary>What people call some contacts: the name, and the strongest identifier. Few deliveries are read for each.</summary>
    /// <param name="contacts">Keys of contacts; those that are nobody's are left out.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<IReadOnlyDictionary<Key, ContactLabel>> LabelAsync(IReadOnlyCollection<Key> contacts, CancellationToken cancellationToken)
    {
        var chosen = contacts.Distinct().Select(key => (Key: key, Events: Open(key) is var (_, _, events) ? ContactLabels.Choose(events) : [])).Where(one => one.Events.Count > 0).ToList();
        var said = await personal.ReadAsync([.. chosen.SelectMany(one => one.Events).Select(e => e.Seq).Distinct()], cancellationToken).ConfigureAwait(false);
        return chosen.ToDictionary(
            one => one.Key,
            one => ContactLabels.Of([.. one.Events.Select(e => said.GetValueOrDefault((e.Seq, e.Item, e.Event.Id), e.Event))]));
    }

    private async Task<(Event[] Told, (JournaledEvent, Event)[] Merges, bool Abridged)> TellAsync(Dossier dossier, JournaledEvent[] events, CancellationToken cancellationToken)
    {
        var names = events.SelectMany(e => e.Event.Identifiers).Select(i => i.Key).ToHashSet();
        JournaledEvent[] merges = [.. dossier.Events.Where(e => e.Event.Payload is MergePayload merge && (names.Contains(merge.A) || names.Contains(merge.B)))];
        long[] seqs = [.. events.Select(e => e.Seq).Distinct().Reverse()];
        var said = await personal.ReadAsync([.. seqs.Take(MostDeliveries).Concat(merges.Select(e => e.Seq)).Distinct()], cancellationToken).ConfigureAwait(false);
        Event TellOne(JournaledEvent e) => said.GetValueOrDefault((e.Seq, e.Item, e.Event.Id), e.Event);
        return ([.. events.Select(TellOne)], [.. merges.Select(e => (e, TellOne(e)))], seqs.Length > MostDeliveries);
    }

    /// <summary>A page of the timeline, newest first; null where the key is nobody's.</summary>
    /// <param name="key">The contact, or any of its names.</param>
    /// <param name="before">The page that <see cref="ContactTimeline.Older"/> of another named; null for the newest.</param>
    /// <param name="count">1 to 500 events.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<ContactTimeline?> ReadTimelineAsync(Key key, string? before, int count, CancellationToken cancellationToken)
    {
        if (Open(key) is not var (dossier, contact, events))
            return null;
        var end = Position(events, before);
        var start = Math.Max(0, end - Math.Clamp(count, 1, MostMoments));
        var page = events[start..end];
        var said = await personal.ReadAsync([.. page.Select(e => e.Seq).Distinct()], cancellationToken).ConfigureAwait(false);
        var conflicts = dossier.Facts.Conflicts.ToDictionary(conflict => conflict.Event, conflict => conflict.Versions);
        return new ContactTimeline(
            contact.Contact,
            [.. page.AsEnumerable().Reverse().Select(e => ContactMoments.Of(e, said.GetValueOrDefault((e.Seq, e.Item, e.Event.Id))?.Personal?.Text) with { Versions = conflicts.GetValueOrDefault(e.Event.Id, 1) })],
            start == 0 ? null : Cursor(events[start]));
    }

    private (Dossier Dossier, ContactFact Contact, JournaledEvent[] Events)? Open(Key key)
    {
        if (key.IsNone || dossiers.Open(key) is not { } dossier)
            return null;
        var owner = dossier.Facts.Contacts.Exists(c => c.Contact == key) ? key
            : dossier.Events.Where(e => e.Event.Identifiers.Any(i => i.Key == key)).Select(e => dossier.Owners.GetValueOrDefault(e.Event.Id)).FirstOrDefault(o => !o.IsNone);
        if (dossier.Facts.Contacts.Find(c => c.Contact == owner) is not { } contact)
            return null;
        var own = dossier.Events.Where(e => dossier.Owners.GetValueOrDefault(e.Event.Id) == owner);
        return (dossier, contact, TellingOrder.Of(own));
    }

    // A cursor names an event, so that pages stay as they are while new events arrive.
    private static string Cursor(JournaledEvent at) => string.Create(CultureInfo.InvariantCulture, $"{at.Event.OccurredAt.ToUnixTimeTicks()}.{at.Event.Id}");

    private static int Position(JournaledEvent[] events, string? cursor)
    {
        if (cursor?.Split('.') is not [var ticks, var id] || !long.TryParse(ticks, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at) || !Key.TryParse(id, out var key))
            return events.Length;
        var named = Array.FindIndex(events, e => e.Event.Id == key);
        // Its event may have moved to another contact meanwhile; its time has not.
        return named >= 0 ? named : events.TakeWhile(e => e.Event.OccurredAt.ToUnixTimeTicks() < at).Count();
    }
}
