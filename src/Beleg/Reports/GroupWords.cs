using Beleg.Metrics;
using Beleg.Reports.Why;

namespace Beleg.Reports;

/// <summary>The values of dimensions as people say them. What is free text stays as it is.</summary>
public static class GroupWords
{
    private static readonly Dictionary<(string Dimension, string Value), Words> known = new()
    {
        [("channel", "whats_app")] = new("WhatsApp", "WhatsApp"),
        [("channel", "whatsapp")] = new("WhatsApp", "WhatsApp"),
        [("channel", "messenger")] = new("Messenger", "Messenger"),
        [("channel", "instagram")] = new("Instagram", "Instagram"),
        [("channel", "telegram")] = new("Telegram", "Telegram"),
        [("channel", "web_chat")] = new("Web chat", "Web-Chat"),
        [("channel", "webchat")] = new("Web chat", "Web-Chat"),
        [("channel", "email")] = new("E-mail", "E-Mail"),
        [("channel", "push")] = new("Push", "Push"),
        [("channel", "sms")] = new("SMS", "SMS"),
        [("channel", "voice")] = new("Voice", "Telefon"),
        [("channel", "other")] = new("Other channel", "Anderer Kanal"),
        [("entry_point", "organic")] = new("Organic", "Organisch"),
        [("entry_point", "comment_to_dm")] = new("Comment-to-DM", "Kommentar-zu-DM"),
        [("entry_point", "story_reply")] = new("Story reply", "Story-Antwort"),
        [("entry_point", "keyword")] = new("Keyword", "Stichwort"),
        [("entry_point", "ad")] = new("Ad", "Anzeige"),
        [("entry_point", "link")] = new("Link", "Link"),
        [("entry_point", "qr")] = new("QR code", "QR-Code"),
        [("entry_point", "widget")] = new("Widget", "Widget"),
        [("entry_point", "campaign_reply")] = new("Campaign reply", "Kampagnenantwort"),
        [("touch_kind", "conversation")] = new("Conversation", "Gespräch"),
        [("touch_kind", "click")] = new("Click", "Klick"),
        [("touch_kind", "campaign_read")] = new("Campaign read", "Kampagne gelesen"),
        [("touch_kind", "ad_referral")] = new("Ad", "Anzeige"),
        [("touch_kind", "visit")] = new("Web visit", "Webbesuch"),
        [("evidence", "a")] = new("Evidence A", "Beleggrad A"),
        [("evidence", "b")] = new("Evidence B", "Beleggrad B"),
        [("evidence", "c")] = new("Evidence C", "Beleggrad C"),
        [("evidence", "d")] = new("Evidence D", "Beleggrad D"),
        [("evidence", "e")] = new("Evidence E", "Beleggrad E"),
        [("component", "revenue_value")] = new("revenue value", "Umsatzwert"),
        [("component", "avoided_support_cost")] = new("avoided support cost", "vermiedene Supportkosten"),
        [("component", "time_saved_value")] = new("time saved", "gesparte Zeit"),
        [("component", "programme_cost")] = new("programme cost", "Programmkosten"),
    };

    private static readonly Dictionary<string, Words> nothing = new(StringComparer.Ordinal)
    {
        ["flow"] = new("No flow", "Kein Flow"),
        ["channel"] = new("No channel", "Kein Kanal"),
        ["step"] = new("No step", "Kein Schritt"),
        ["campaign"] = new("No campaign", "Keine Kampagne"),
    };

    /// <summary>A value of a dimension, as a name on its own.</summary>
    public static Words Of(string dimension, string? value) => value == WhySplits.Overlap ? new("Counted in several", "Mehrfach gezählt")
        : dimension == "step" && StepName.Of(value) is { } step ? step.ToWords()
        : value is null or ""
        ? nothing.GetValueOrDefault(dimension, new Words("None", "Ohne"))
        : known.GetValueOrDefault((dimension, value), new Words(value, value));

    /// <summary>The same within a sentence: the flow "Bouquet".</summary>
    public static Words InSentence(string dimension, string? value)
    {
        var name = Of(dimension, value);
        return (dimension, value) switch
        {
            (_, WhySplits.Overlap) => new("people who count in several of them", "wer in mehreren davon zählt"),
            ("step", null or "") => new("what belongs to no step", "was zu keinem Schritt gehört"),
            ("step", _) => StepName.Of(value)?.InSentence() ?? name,
            ("component", _) => name,
            ("flow", null or "") => new("chats without a flow", "Chats ohne Flow"),
            (_, null or "") => new("what has none", "was keinen hat"),
            ("flow", _) => new($"the flow “{name.En}”", $"der Flow „{name.De}“"),
            ("channel", _) => new($"the channel {name.En}", $"der Kanal {name.De}"),
            ("entry_point", _) => new($"the entry point {name.En}", $"der Einstieg {name.De}"),
            _ => name,
        };
    }
}
