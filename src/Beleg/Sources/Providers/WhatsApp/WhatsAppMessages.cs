using Beleg.Primitives;
using Beleg.Sources.Json;
using NodaTime;

namespace Beleg.Sources.Providers.WhatsApp;

/// <summary>Messages a person wrote, and what else came as one: presses, forms, carts, reactions, changes of number.</summary>
internal static class WhatsAppMessages
{
    /// <summary>Translates an item of "messages".</summary>
    public static void Received(JsonValue message, WhatsAppReading reading, int item)
    {
        var key = reading.MessageKey(message["id"u8]);
        if (key.IsNone)
        {
            reading.Into.Refuse(item, RefusalReason.MissingId, "'id' is missing: the message's own.");
            return;
        }

        if (reading.TimeOf(message, item) is not { } at)
            return;
        var phone = message["from"u8];
        var userId = message["from_user_id"u8];
        var who = WhatsAppPeople.Read(reading, phone, userId, message["from_parent_user_id"u8], reading.ContactOf(phone, userId));
        var type = message["type"u8];
        // A change of user id names the person inside the notice only.
        var isNotice = type.Is("system"u8);
        if (!who.IsKnown && !(isNotice && WhatsAppChanges.IsMove(message["system"u8])))
        {
            reading.Into.Refuse(item, RefusalReason.MissingId, "Nobody is named: neither 'from' nor 'from_user_id'.");
            return;
        }

        if (isNotice)
            WhatsAppChanges.System(message, reading, item, key, at, who);
        else if (WhatsAppChanges.NameOf(type) is { } name)
            WhatsAppChanges.Note(message, reading, item, key, at, who, name);
        else
            Write(message, type, reading, item, key, at, who);
    }

    /// <summary>Translates an item of "message_echoes": a person of the business wrote it in the phone app.</summary>
    public static void Echoed(JsonValue message, WhatsAppReading reading, int item)
    {
        var key = reading.MessageKey(message["id"u8]);
        if (key.IsNone)
        {
            reading.Into.Refuse(item, RefusalReason.MissingId, "'id' is missing: the message's own.");
            return;
        }

        if (reading.TimeOf(message, item) is not { } at)
            return;
        var phone = message["to"u8];
        var userId = message["to_user_id"u8];
        var who = WhatsAppPeople.Read(reading, phone, userId, message["to_parent_user_id"u8], reading.ContactOf(phone, userId));
        var content = WhatsAppContent.Read(message, message["type"u8], reading.Context.WithPersonal);
        reading.Into.Add(item, reading.Make(
            EventKind.MessageSent, key.With(WhatsAppSalts.Echo), at, who.Names,
            message: key,
            actor: Actor.Human,
            payload: new MessagePayload { InReplyTo = reading.MessageKey(message["context"u8]["id"u8]), CountryCallingCode = who.CallingCode },
            personal: content.Personal(who.Name, reading.Context.WithPersonal)));
    }

    private static void Write(JsonValue message, JsonValue type, WhatsAppReading reading, int item, Key key, Instant at, WhatsAppPeople.Person who)
    {
        var content = WhatsAppContent.Read(message, type, reading.Context.WithPersonal);
        var referral = message["referral"u8];
        var isAd = referral.IsObject && !referral["source_type"u8].Is("post"u8);
        var source = referral["source_id"u8].Text();
        var answered = reading.MessageKey(message["context"u8]["id"u8]);
        var names = content.SharedNumber is { } shared ? WhatsAppPeople.With(reading, who, shared) : who.Names;
        var personal = content.Personal(who.Name, reading.Context.WithPersonal);
        var received = reading.Make(
            EventKind.MessageReceived, key.With(WhatsAppSalts.Received), at, names,
            message: key,
            entryPoint: !referral.IsObject ? null : isAd ? EntryPoint.Ad : EntryPoint.Link,
            entryRef: source,
            payload: new MessagePayload
            {
                InReplyTo = answered,
                AdId = isAd ? source : null,
                CtwaClickId = referral["ctwa_clid"u8].Text(),
                CountryCallingCode = who.CallingCode,
            },
            personal: personal);
        reading.Into.Add(item, received);
        if (content.ButtonId is not null)
        {
            reading.Into.Add(item, reading.Make(
                EventKind.ButtonClicked, key.With(WhatsAppSalts.Button), at, names,
                message: answered,
                payload: new ClickPayload { ButtonId = content.ButtonId },
                personal: personal));
        }

        if (content.Proof(reading.Source.StopWords) is { } proof)
        {
            reading.Into.Add(item, reading.Make(
                EventKind.ConsentWithdrawn, key.With(WhatsAppSalts.Stop), at, names,
                payload: new ConsentPayload { Purpose = "marketing", Proof = proof },
                personal: personal));
        }

        if (type.Is("order"u8))
            WhatsAppCarts.Add(message["order"u8], reading, item, key, at, names);
        if (content.FormFields.Count > 0)
            AddForm(content, reading, item, key, at, names, personal);
    }

    // A filled-in form names what was captured. What is typed there is no proof of who somebody is, so its e-mail or phone joins
    // nobody: it is kept with the person's words.
    private static void AddForm(WhatsAppContent content, WhatsAppReading reading, int item, Key key, Instant at, Identifier[] names, Personal? personal) =>
        reading.Into.Add(item, reading.Make(
            EventKind.LeadCaptured, key.With(WhatsAppSalts.Form), at, names,
            message: key,
            payload: new LeadPayload { Lead = key.With(WhatsAppSalts.Form), Fields = content.FormFields },
            personal: personal));
}
