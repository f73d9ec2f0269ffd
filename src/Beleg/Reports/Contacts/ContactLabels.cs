using Beleg.Sources;

namespace Beleg.Reports.Contacts;

/// <summary>Chooses the few events of a contact that tell what people call it.</summary>
internal static class ContactLabels
{
    private const int OfEachKind = 2;

    /// <summary>The events worth reading again, by time.</summary>
    public static IReadOnlyList<JournaledEvent> Choose(IReadOnlyList<JournaledEvent> events)
    {
        var trusted = events.Where(e => e.Event.Trust != Trust.Browser).ToList();
        var strongest = trusted.SelectMany(e => e.Event.Identifiers, (e, i) => (Event: e, Rank: Rank(i))).OrderBy(one => one.Rank).Select(one => one.Event).Take(1);
        IEnumerable<JournaledEvent> Last(Func<JournaledEvent, bool> which) => trusted.Where(which).TakeLast(OfEachKind);
        return
        [
            .. Last(e => e.Event.Trust == Trust.Operator && e.Event.Kind == EventKind.ContactSeen)
                .Concat(Last(e => e.Event.Kind is EventKind.ContactSeen or EventKind.LeadCaptured))
                .Concat(Last(e => e.Event.Kind == EventKind.MessageReceived))
                .Concat(strongest)
                .DistinctBy(e => (e.Seq, e.Item, e.Event.Id))
                .OrderBy(e => e.Event.OccurredAt).ThenBy(e => e.Seq).ThenBy(e => e.Item),
        ];
    }

    /// <summary>What they say.</summary>
    public static ContactLabel Of(IReadOnlyList<Event> told)
    {
        var strongest = told.SelectMany(e => e.Identifiers).Where(i => i.Value.Length > 0).OrderBy(Rank).Select(i => (Identifier?)i).FirstOrDefault();
        return new ContactLabel(ContactRecords.NameOf(told), strongest?.Type, strongest?.Value);
    }

    // What people know each other by, before ids that only machines do.
    private static int Rank(Identifier identifier) => identifier.Type switch
    {
        IdentifierType.Email => 0,
        IdentifierType.Phone => 1,
        IdentifierType.Handle => 2,
        IdentifierType.AnonymousId => 9,
        _ => 5,
    };
}
