using System.Security.Cryptography;
using System.Text;
using Beleg.Sources.Json;
using Beleg.Sources.Providers.WhatsApp;

namespace Beleg.Sources.Providers;

/// <summary>The WhatsApp Cloud API: messages, statuses, echoes and history of the phone app, preferences and number changes; every entry, change and item of a batch.</summary>
/// <remarks>https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks</remarks>
internal sealed class WhatsAppSource : ISource
{
    private const string SignatureHeader = "x-hub-signature-256";

    /// <inheritdoc/>
    public string Provider => "whatsapp";

    /// <inheritdoc/>
    public Admission Admit(IncomingRequest request, SourceSettings settings)
    {
        if (settings.Secrets.Count == 0)
            return Admission.BadSignature("The source has no app secret yet: add it with 'beleg source add'.");
        if (!Signatures.MatchHex(request.Headers(SignatureHeader), request.Body.Span, settings.Secrets))
            return Admission.BadSignature("X-Hub-Signature-256 is missing or not made with this source's app secret.");
        return IsAllForeign(request.Body, settings)
            ? Admission.ForeignAccount("The body speaks for phone numbers that this source does not own: add their phone_number_id, or that of the WhatsApp Business account.")
            : Admission.Accepted();
    }

    /// <inheritdoc/>
    public string? AnswerHandshake(IReadOnlyDictionary<string, string> query, SourceSettings settings)
    {
        if (query.GetValueOrDefault("hub.mode") != "subscribe" || settings.VerifyToken is not { Length: > 0 } token)
            return null;
        var presented = Encoding.UTF8.GetBytes(query.GetValueOrDefault("hub.verify_token") ?? string.Empty);
        return CryptographicOperations.FixedTimeEquals(presented, Encoding.UTF8.GetBytes(token)) ? query.GetValueOrDefault("hub.challenge") : null;
    }

    /// <inheritdoc/>
    public void Translate(Delivery delivery, TranslationContext context, Translation into)
    {
        if (!JsonTape.TryRead(delivery.Body, out var root, out var problem))
        {
            into.Refuse(-1, RefusalReason.NotJson, problem);
            return;
        }

        var entries = root["entry"u8];
        if (!entries.IsArray)
        {
            into.Refuse(-1, RefusalReason.UnknownShape, "{\"object\": \"whatsapp_business_account\", \"entry\": […]} was expected.");
            return;
        }

        var reading = new WhatsAppReading(context, delivery.ReceivedAt, into);
        foreach (var entry in entries.Items)
        {
            if (!entry["changes"u8].IsArray)
                into.Refuse(reading.Next(), RefusalReason.MalformedItem, "An entry without a list of changes.");
            foreach (var change in entry["changes"u8].Items)
                Translate(entry, change, reading);
        }
    }

    private static void Translate(JsonValue entry, JsonValue change, WhatsAppReading reading)
    {
        var value = change["value"u8];
        if (!value.IsObject)
        {
            reading.Into.Refuse(reading.Next(), RefusalReason.MalformedItem, "A change without a value.");
            return;
        }

        var owned = Owns(entry, value, reading.Source);
        reading.Enter(value["metadata"u8]["phone_number_id"u8].Text() ?? entry["id"u8].Text(), value["contacts"u8], owned);
        var known = false;
        known |= Each(value["messages"u8], reading, WhatsAppMessages.Received);
        known |= Each(value["statuses"u8], reading, WhatsAppStatuses.Translate);
        known |= Each(value["message_echoes"u8], reading, WhatsAppMessages.Echoed);
        known |= Each(value["user_preferences"u8], reading, WhatsAppPreferences.Translate);
        foreach (var (person, messages) in WhatsAppHistory.Threads(value["history"u8]))
            known |= Each(messages, reading, (message, into, item) => WhatsAppHistory.Translate(message, person, into, item));
        if (!known)
            reading.Into.Refuse(reading.Next(), RefusalReason.NotTranslated, $"'{Field(change)}' is kept and not translated.");
    }

    private static bool Each(JsonValue list, WhatsAppReading reading, Action<JsonValue, WhatsAppReading, int> translate)
    {
        if (!list.Exists)
            return false;
        if (!list.IsArray)
            reading.Into.Refuse(reading.Next(), RefusalReason.MalformedItem, "A list was expected.");
        foreach (var one in list.Items)
        {
            var item = reading.Next();
            if (!reading.Owned)
                reading.Into.Refuse(item, RefusalReason.ForeignAccount, "The item speaks for a phone number that this source does not own.");
            else if (!one.IsObject)
                reading.Into.Refuse(item, RefusalReason.MalformedItem, "An object was expected.");
            else
                translate(one, reading, item);
        }

        return true;
    }

    private static string Field(JsonValue change) => change["field"u8].Text() is { Length: <= 64 } field ? field : "a change";

    private static bool Owns(JsonValue entry, JsonValue value, SourceSettings settings) =>
        IsOwn(value["metadata"u8]["phone_number_id"u8], settings) || IsOwn(entry["id"u8], settings);

    private static bool IsOwn(JsonValue id, SourceSettings settings)
    {
        foreach (var account in settings.AccountIds)
        {
            if (IsId(id) && id.Text() == account)
                return true;
        }

        return false;
    }

    // Meta writes ids as texts; what forwards its webhooks sometimes writes numbers.
    private static bool IsId(JsonValue id) => id.IsText || id.IsNumber;

    // One provider app can serve many clients, and its secret signs for all of them. A body of which something is ours is let in;
    // what is not ours in it is refused item by item.
    private static bool IsAllForeign(ReadOnlyMemory<byte> body, SourceSettings settings)
    {
        if (!JsonTape.TryRead(body, out var root, out _))
            return false;
        var named = false;
        foreach (var entry in root["entry"u8].Items)
        {
            named |= IsId(entry["id"u8]);
            foreach (var change in entry["changes"u8].Items)
            {
                var value = change["value"u8];
                named |= IsId(value["metadata"u8]["phone_number_id"u8]);
                if (Owns(entry, value, settings))
                    return false;
            }
        }

        return named;
    }
}
