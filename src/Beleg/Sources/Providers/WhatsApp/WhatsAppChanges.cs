using Beleg.Primitives;
using Beleg.Sources.Json;
using NodaTime;

namespace Beleg.Sources.Providers.WhatsApp;

/// <summary>What comes in the shape of a message and is none: reactions, edits, deletions, and news about the person.</summary>
internal static class WhatsAppChanges
{
    /// <summary>The name under which an item that is no message is kept; null for messages.</summary>
    public static string? NameOf(JsonValue type)
    {
        var raw = type.Plain;
        if (raw.SequenceEqual("reaction"u8))
            return "Reaction";
        if (raw.SequenceEqual("edit"u8))
            return "Message Edited";
        if (raw.SequenceEqual("revoke"u8))
            return "Message Deleted";
        return raw.SequenceEqual("request_welcome"u8) ? "Welcome Requested" : null;
    }

    /// <summary>Keeps it under its name: it shows on the contact's page and counts as nothing.</summary>
    public static void Note(JsonValue message, WhatsAppReading reading, int item, Key key, Instant at, WhatsAppPeople.Person who, string name)
    {
        var about = message["reaction"u8]["message_id"u8].Exists ? message["reaction"u8]["message_id"u8]
            : message["edit"u8]["original_message_id"u8].Exists ? message["edit"u8]["original_message_id"u8]
            : message["revoke"u8]["original_message_id"u8];
        var text = reading.Context.WithPersonal ? message["reaction"u8]["emoji"u8].Text() ?? message["edit"u8]["message"u8]["text"u8]["body"u8].Text() : null;
        reading.Into.Add(item, reading.Make(
            EventKind.Unknown, key.With(WhatsAppSalts.Note), at, who.Names,
            name: name,
            message: reading.MessageKey(about),
            personal: who.Name is null && text is null ? null : new Personal { Name = who.Name, Text = text }));
    }

    /// <summary>Whether a notice says that a person has another number or user id now.</summary>
    public static bool IsMove(JsonValue system)
    {
        var type = system["type"u8];
        return type.Is("user_changed_number"u8) || type.Is("customer_changed_number"u8) || type.Is("user_changed_user_id"u8);
    }

    /// <summary>A new number or user id of the same person joins the old one; a new device says nothing that counts.</summary>
    public static void System(JsonValue message, WhatsAppReading reading, int item, Key key, Instant at, WhatsAppPeople.Person who)
    {
        var system = message["system"u8];
        if (!IsMove(system))
        {
            reading.Into.Add(item, reading.Make(
                EventKind.Unknown, key.With(WhatsAppSalts.Note), at, who.Names,
                name: system["type"u8].Text() is { Length: <= 64 } name ? name : "System Notice",
                personal: who.Name is null ? null : new Personal { Name = who.Name }));
            return;
        }

        var names = new List<Identifier>(who.Names);
        foreach (var phone in (ReadOnlySpan<JsonValue>)[system["wa_id"u8], system["new_wa_id"u8], system["customer"u8]])
            WhatsAppPeople.AddNumber(reading, phone, names);
        foreach (var userId in (ReadOnlySpan<JsonValue>)
            [
                system["user_id"u8], system["new_user_id"u8], system["previous_user_id"u8], system["old_user_id"u8],
                system["parent_user_id"u8], system["new_parent_user_id"u8], system["previous_parent_user_id"u8],
            ])
            WhatsAppPeople.AddUserId(reading, userId, names);
        if (names.Count < 2)
        {
            reading.Into.Refuse(item, RefusalReason.MissingId, "A change of number or user id that names only one of the two.");
            return;
        }

        reading.Into.Add(item, reading.Make(
            EventKind.ContactSeen, key.With(WhatsAppSalts.Moved), at, names,
            personal: who.Name is null ? null : new Personal { Name = who.Name }));
    }
}
