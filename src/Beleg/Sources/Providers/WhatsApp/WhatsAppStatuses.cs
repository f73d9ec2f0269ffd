using Beleg.Sources.Json;
using Beleg.Sources.Track;

namespace Beleg.Sources.Providers.WhatsApp;

/// <summary>The delivery life of what the business sent: sent, delivered, read, failed, and what the provider says about its price.</summary>
internal static class WhatsAppStatuses
{
    public static void Translate(JsonValue status, WhatsAppReading reading, int item)
    {
        var message = reading.MessageKey(status["id"u8]);
        if (message.IsNone)
        {
            reading.Into.Refuse(item, RefusalReason.MissingId, "'id' is missing: the message the status is about.");
            return;
        }

        if (Kind(status["status"u8]) is not var (kind, salt))
        {
            reading.Into.Refuse(item, RefusalReason.NotTranslated, "The status is none of sent, delivered, read, played, failed; it is kept.");
            return;
        }

        if (reading.TimeOf(status, item) is not { } at)
            return;
        var phone = status["recipient_id"u8];
        var userId = status["recipient_user_id"u8];
        var who = WhatsAppPeople.Read(reading, phone, userId, status["recipient_parent_user_id"u8], reading.ContactOf(phone, userId));
        reading.Into.Add(item, reading.Make(
            kind, message.With(salt), at, who.Names,
            message: message,
            // Any of its statuses may be the only word of a message: "sent" can be missing where it was read at once.
            actor: reading.Source.DefaultActor,
            payload: kind == EventKind.MessageSent ? null : PayloadOf(status, who.CallingCode),
            personal: who.Name is null ? null : new Personal { Name = who.Name }));
    }

    // "played" is a voice message that was listened to: it was read.
    private static (EventKind Kind, long Salt)? Kind(JsonValue status)
    {
        var raw = status.Plain;
        if (raw.SequenceEqual("delivered"u8))
            return (EventKind.MessageDelivered, WhatsAppSalts.Delivered);
        if (raw.SequenceEqual("read"u8))
            return (EventKind.MessageRead, WhatsAppSalts.Read);
        if (raw.SequenceEqual("sent"u8))
            return (EventKind.MessageSent, WhatsAppSalts.Sent);
        if (raw.SequenceEqual("failed"u8))
            return (EventKind.MessageFailed, WhatsAppSalts.Failed);
        return raw.SequenceEqual("played"u8) ? (EventKind.MessageRead, WhatsAppSalts.Played) : null;
    }

    private static StatusPayload PayloadOf(JsonValue status, string? callingCode)
    {
        var pricing = status["pricing"u8];
        var type = pricing["type"u8].Text() ?? pricing["pricing_type"u8].Text();
        JsonValue error = default;
        foreach (var one in status["errors"u8].Items)
        {
            error = one;
            break;
        }

        return new StatusPayload
        {
            ErrorCode = error["code"u8].Text(),
            ErrorReason = Short(error["title"u8].Text() ?? error["message"u8].Text()),
            PricingModel = pricing["pricing_model"u8].Text(),
            PricingType = type,
            Category = Categories.Read(pricing["category"u8].Text()),
            Billable = pricing["billable"u8].Bool() ?? Categories.Billable(type),
            CountryCallingCode = callingCode,
        };
    }

    private static string? Short(string? text) => text is { Length: > 200 } ? text[..200] : text;
}
