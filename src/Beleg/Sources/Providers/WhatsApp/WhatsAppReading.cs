using Beleg.Primitives;
using Beleg.Sources.Json;
using Beleg.Sources.Normalising;
using NodaTime;

namespace Beleg.Sources.Providers.WhatsApp;

/// <summary>What the items of one body share: the source, the number they came to, the contacts they name.</summary>
internal sealed class WhatsAppReading(TranslationContext context, Instant receivedAt, Translation into)
{
    private int next;
    private JsonValue contacts;
    private (JsonValue Phone, JsonValue UserId, JsonValue ParentId, JsonValue Contact) last;

    public TranslationContext Context => context;

    public SourceSettings Source => context.Source;

    public Translation Into => into;

    /// <summary>The phone number id it came to, else the business account's id.</summary>
    public string? Account { get; private set; }

    /// <summary>Whether the source may speak for that account.</summary>
    public bool Owned { get; private set; }

    /// <summary>Who the item before was about.</summary>
    public WhatsAppPeople.Person LastPerson { get; private set; }

    /// <summary>Whether an item is about the same person as the one before.</summary>
    public bool IsLast(JsonValue phone, JsonValue userId, JsonValue parentId, JsonValue contact) =>
        LastPerson.IsKnown && contact == last.Contact && phone.Raw.SequenceEqual(last.Phone.Raw) && userId.Raw.SequenceEqual(last.UserId.Raw)
        && parentId.Raw.SequenceEqual(last.ParentId.Raw);

    /// <summary>Remembers who an item is about.</summary>
    public void Remember(JsonValue phone, JsonValue userId, JsonValue parentId, JsonValue contact, WhatsAppPeople.Person person) =>
        (last, LastPerson) = ((phone, userId, parentId, contact), person);

    /// <summary>Position of the next item within the delivery.</summary>
    public int Next() => next++;

    /// <summary>Begins with another change.</summary>
    public void Enter(string? account, JsonValue named, bool owned) => (Account, contacts, Owned) = (account, named, owned);

    /// <summary>
    /// The contact that an item is about: the one with its number or user id. Where the item names nobody by itself it is the only
    /// one, if there is only one; a contact with another number is somebody else.
    /// </summary>
    public JsonValue ContactOf(JsonValue phone, JsonValue userId)
    {
        JsonValue only = default;
        var count = 0;
        foreach (var contact in contacts.Items)
        {
            if (Same(contact["wa_id"u8], phone) || Same(contact["user_id"u8], userId))
                return contact;
            only = contact;
            count++;
        }

        return count == 1 && userId.Plain.IsEmpty && WhatsAppPeople.Find(context, phone.Plain).Key.IsNone ? only : default;
    }

    public Key MessageKey(JsonValue id) =>
        id.Plain is { IsEmpty: false } plain
            ? MessageKeys.Of(context.Hash, Channel.WhatsApp, Account, plain)
            : MessageKeys.Of(context.Hash, Channel.WhatsApp, Account, id.Text());

    /// <summary>The time of an item; null where it was refused for it.</summary>
    public Instant? TimeOf(JsonValue item, int position)
    {
        if (Timestamps.Read(item["timestamp"u8]) is not { } time)
        {
            into.Refuse(position, RefusalReason.MalformedItem, "'timestamp' must be seconds since 1970.");
            return null;
        }

        if (Timestamps.IsBelievable(time, receivedAt))
            return time;
        into.Refuse(position, RefusalReason.TimeOutOfRange, "The time lies before 2005 or more than 48 h ahead.");
        return null;
    }

    /// <summary>Makes an event. All at once, since a copy of an event costs as much as the event.</summary>
    public Event Make(
        EventKind kind,
        Key id,
        Instant at,
        IReadOnlyList<Identifier> who,
        Key message = default,
        Actor actor = Actor.Contact,
        Payload? payload = null,
        Personal? personal = null,
        EntryPoint? entryPoint = null,
        string? entryRef = null,
        string? name = null) => new()
        {
            Kind = kind,
            Id = id,
            OccurredAt = at,
            Source = context.Source.Name,
            Trust = Trust.Server,
            Identifiers = who,
            Channel = Channel.WhatsApp,
            AccountId = Account,
            Message = message,
            Actor = actor,
            Payload = payload,
            Personal = personal,
            EntryPoint = entryPoint,
            EntryRef = entryRef,
            Name = name,
        };

    private static bool Same(JsonValue left, JsonValue right) => !left.Plain.IsEmpty && left.Plain.SequenceEqual(right.Plain);
}
