using Beleg.Sources.Json;

namespace Beleg.Sources.Providers.WhatsApp;

/// <summary>What a person chose in WhatsApp's own settings: to stop or to resume marketing messages.</summary>
internal static class WhatsAppPreferences
{
    public static void Translate(JsonValue preference, WhatsAppReading reading, int item)
    {
        var stop = preference["value"u8].Is("stop"u8);
        if (!stop && !preference["value"u8].Is("resume"u8))
        {
            reading.Into.Refuse(item, RefusalReason.NotTranslated, "The preference is neither stop nor resume; it is kept.");
            return;
        }

        if (reading.TimeOf(preference, item) is not { } at)
            return;
        var phone = preference["wa_id"u8];
        var userId = preference["user_id"u8];
        var who = WhatsAppPeople.Read(reading, phone, userId, preference["parent_user_id"u8], reading.ContactOf(phone, userId));
        if (!who.IsKnown)
        {
            reading.Into.Refuse(item, RefusalReason.MissingId, "Nobody is named: neither 'wa_id' nor 'user_id'.");
            return;
        }

        // The notice has no id of its own: it is the same when the same person chose the same at the same second.
        var id = who.Names[0].Key.With(at.ToUnixTimeSeconds()).With(stop ? 1 : 2);
        reading.Into.Add(item, reading.Make(
            stop ? EventKind.ConsentWithdrawn : EventKind.ConsentGiven, id, at, who.Names,
            payload: new ConsentPayload { Purpose = PurposeOf(preference["category"u8]), Proof = "user_preferences" },
            personal: who.Name is null ? null : new Personal { Name = who.Name }));
    }

    private static string PurposeOf(JsonValue category)
    {
        var text = category.Text();
        return text is null or "marketing_messages" or { Length: > 64 } ? "marketing" : text;
    }
}
