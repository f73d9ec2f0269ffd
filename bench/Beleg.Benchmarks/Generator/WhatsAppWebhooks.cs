using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Beleg.Journal;
using NodaTime;

namespace Beleg.Benchmarks.Generator;

/// <summary>Webhooks as the WhatsApp Cloud API sends them: one inbound message each, and the statuses of one outbound message together.</summary>
internal sealed class WhatsAppWebhooks(string workspace)
{
    public const string PhoneNumberId = "106540352242922";
    private static readonly IReadOnlyDictionary<string, string> NoHeaders = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty;

    private readonly ArrayBufferWriter<byte> buffer = new(4096);
    private readonly List<NewDelivery> ready = [];
    private Utf8JsonWriter? pooled;

    public void Message(string from, string id, Instant at, string text)
    {
        var json = Begin();
        json.WriteStartArray("contacts"u8);
        json.WriteStartObject();
        json.WriteStartObject("profile"u8);
        json.WriteString("name"u8, "Kim Example"u8);
        json.WriteEndObject();
        json.WriteString("wa_id"u8, from);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("messages"u8);
        json.WriteStartObject();
        json.WriteString("from"u8, from);
        json.WriteString("id"u8, id);
        Time(json, at);
        json.WriteStartObject("text"u8);
        json.WriteString("body"u8, text);
        json.WriteEndObject();
        json.WriteString("type"u8, "text"u8);
        json.WriteEndObject();
        json.WriteEndArray();
        End(json, at);
    }

    public void Statuses(string recipient, string id, Instant at, bool read)
    {
        var json = Begin();
        json.WriteStartArray("statuses"u8);
        Status(json, recipient, id, "sent", at);
        Status(json, recipient, id, "delivered", at + Duration.FromSeconds(1));
        if (read)
            Status(json, recipient, id, "read", at + Duration.FromSeconds(9));
        json.WriteEndArray();
        End(json, at + Duration.FromSeconds(10));
    }

    public void MoveTo(List<NewDelivery> lot)
    {
        lot.AddRange(ready);
        ready.Clear();
    }

    private static void Status(Utf8JsonWriter json, string recipient, string id, string status, Instant at)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, id);
        json.WriteString("status"u8, status);
        Time(json, at);
        json.WriteString("recipient_id"u8, recipient);
        json.WriteStartObject("pricing"u8);
        json.WriteBoolean("billable"u8, true);
        json.WriteString("pricing_model"u8, "PMP"u8);
        json.WriteString("type"u8, "regular"u8);
        json.WriteString("category"u8, "utility"u8);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Time(Utf8JsonWriter json, Instant at) => json.WriteString("timestamp"u8, at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

    private Utf8JsonWriter Begin()
    {
        buffer.ResetWrittenCount();
        pooled ??= new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        pooled.Reset();
        pooled.WriteStartObject();
        pooled.WriteString("object"u8, "whatsapp_business_account"u8);
        pooled.WriteStartArray("entry"u8);
        pooled.WriteStartObject();
        pooled.WriteString("id"u8, "102290129340398"u8);
        pooled.WriteStartArray("changes"u8);
        pooled.WriteStartObject();
        pooled.WriteStartObject("value"u8);
        pooled.WriteString("messaging_product"u8, "whatsapp"u8);
        pooled.WriteStartObject("metadata"u8);
        pooled.WriteString("display_phone_number"u8, "15550783881"u8);
        pooled.WriteString("phone_number_id"u8, PhoneNumberId);
        pooled.WriteEndObject();
        return pooled;
    }

    private void End(Utf8JsonWriter json, Instant at)
    {
        json.WriteEndObject();
        json.WriteString("field"u8, "messages"u8);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        ready.Add(new NewDelivery(workspace, "whatsapp", at + Duration.FromMilliseconds(400), NoHeaders, buffer.WrittenSpan.ToArray()));
    }
}
