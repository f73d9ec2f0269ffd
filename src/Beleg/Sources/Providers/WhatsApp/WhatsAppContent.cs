using System.Text;
using Beleg.Sources.Json;

namespace Beleg.Sources.Providers.WhatsApp;

/// <summary>What a message holds, whatever its type.</summary>
internal sealed class WhatsAppContent
{
    private const int LongestForm = 16_384;
    private static readonly WhatsAppContent Nothing = new();
    private static readonly string[] ContactWords = ["mail", "phone", "tel", "mobile", "whatsapp", "name", "address", "contact"];

    private string? text;
    private bool pressed;
    private SortedDictionary<string, string>? traits;

    /// <summary>Id of the button or row that was pressed: the payload of a template's quick reply, else its label.</summary>
    public string? ButtonId { get; private init; }

    /// <summary>Names of a form's fields, where they hold contact details.</summary>
    public IReadOnlyList<string> FormFields { get; private init; } = [];

    /// <summary>The person's own number, shared on the business's request.</summary>
    public string? SharedNumber { get; private init; }

    /// <summary>Reads the part that the type names. Words are only read where they are wanted or may mean stop.</summary>
    public static WhatsAppContent Read(JsonValue message, JsonValue type, bool withPersonal)
    {
        if (type.Is("text"u8))
            return new WhatsAppContent { text = Words(message["text"u8]["body"u8], withPersonal) };
        if (type.Is("button"u8))
        {
            var button = message["button"u8];
            return new WhatsAppContent { text = button["text"u8].Text(), pressed = true, ButtonId = button["payload"u8].Text() ?? button["text"u8].Text() ?? "button" };
        }

        if (type.Is("interactive"u8))
            return Interactive(message["interactive"u8], withPersonal);
        if (type.Is("contacts"u8) && message["origin"u8].Is("contact_request"u8))
            return new WhatsAppContent { SharedNumber = FirstPhone(message["contacts"u8]) };
        var caption = withPersonal && type.Text() is { Length: <= 32 } name ? message[Encoding.UTF8.GetBytes(name)]["caption"u8].Text() : null;
        return caption is null ? Nothing : new WhatsAppContent { text = caption };
    }

    /// <summary>What proves that the person wants no more marketing; null where nothing does.</summary>
    public string? Proof(IReadOnlyList<string> stopWords)
    {
        if (text is null || text.Length > 64)
            return null;
        var said = text.AsSpan().Trim().Trim("!.?\"'*");
        foreach (var word in stopWords)
        {
            if (said.Equals(word, StringComparison.OrdinalIgnoreCase))
                return pressed ? "button" : "text";
        }

        return null;
    }

    /// <summary>The person's name and words; null where there is nothing, or nobody wants them.</summary>
    public Personal? Personal(string? name, bool wanted) =>
        !wanted || (name is null && text is null && traits is null) ? null : new Personal { Name = name, Text = text, Traits = traits ?? Sources.Personal.NoTraits };

    private static WhatsAppContent Interactive(JsonValue interactive, bool withPersonal)
    {
        var reply = interactive["button_reply"u8].IsObject ? interactive["button_reply"u8] : interactive["list_reply"u8];
        if (reply.IsObject)
            return new WhatsAppContent { text = reply["title"u8].Text(), pressed = true, ButtonId = reply["id"u8].Text() ?? reply["title"u8].Text() ?? "button" };
        var form = interactive["nfm_reply"u8]["response_json"u8].Text();
        return form is null or { Length: > LongestForm } ? Nothing : Form(form, withPersonal);
    }

    private static WhatsAppContent Form(string form, bool withPersonal)
    {
        if (!JsonTape.TryReadWithin(Encoding.UTF8.GetBytes(form), out var answers))
            return Nothing;
        var fields = new List<string>();
        var kept = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in answers.Fields)
        {
            if (field.NameIs("flow_token"u8) || field.RawName.Length > 128)
                continue;
            fields.Add(field.Name);
            if (field.Value.Text() is { } answer)
                kept[field.Name] = answer;
        }

        return new WhatsAppContent { FormFields = fields.Exists(IsContactDetail) ? fields : [], traits = withPersonal && kept.Count > 0 ? kept : null };
    }

    private static bool IsContactDetail(string field) => Array.Exists(ContactWords, word => field.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string? FirstPhone(JsonValue contacts)
    {
        foreach (var contact in contacts.Items)
        {
            foreach (var phone in contact["phones"u8].Items)
                return phone["wa_id"u8].Text() is { } digits ? "+" + digits : phone["phone"u8].Text();
        }

        return null;
    }

    // A rebuild wants no words, but a short text may mean stop.
    private static string? Words(JsonValue body, bool withPersonal) => withPersonal || body.Raw.Length <= 64 ? body.Text() : null;
}
