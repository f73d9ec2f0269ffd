using Beleg.Sources;

namespace Beleg.App.Dashboard.Language;

/// <summary>Words for reasons: why something was refused, not counted or ended.</summary>
internal static partial class Vocabulary
{
    public static Phrase Of(UserAgentClass agent) => agent switch
    {
        UserAgentClass.Browser => new("browser", "Browser"),
        UserAgentClass.Preview => new("preview fetcher", "Linkvorschau"),
        UserAgentClass.Crawler => new("crawler", "Crawler"),
        UserAgentClass.Head => new("HEAD request", "HEAD-Anfrage"),
        UserAgentClass.Unknown => new("says nothing of itself", "nennt sich nicht"),
        _ => throw Unsaid(agent),
    };

    public static Phrase Of(ContactClaim claim) => claim switch
    {
        ContactClaim.Valid => new("signed contact", "signierter Kontakt"),
        ContactClaim.Missing => new("contact missing", "Kontakt fehlt"),
        ContactClaim.Tampered => new("contact’s signature wrong", "Signatur des Kontakts falsch"),
        ContactClaim.Expired => new("contact expired", "Kontakt abgelaufen"),
        _ => throw Unsaid(claim),
    };

    public static Phrase Of(FlowExitReason reason) => reason switch
    {
        FlowExitReason.Done => new("done", "beendet"),
        FlowExitReason.Expired => new("expired", "abgelaufen"),
        FlowExitReason.Interrupted => new("interrupted", "unterbrochen"),
        FlowExitReason.Error => new("error", "Fehler"),
        _ => throw Unsaid(reason),
    };

    public static Phrase Of(RefusalReason reason) => reason switch
    {
        RefusalReason.NotJson => new("not JSON", "kein JSON"),
        RefusalReason.UnknownShape => new("unknown shape", "unbekannter Aufbau"),
        RefusalReason.MalformedItem => new("malformed item", "fehlerhafter Eintrag"),
        RefusalReason.TimeOutOfRange => new("time out of range", "Zeitpunkt außerhalb des Erlaubten"),
        RefusalReason.AmountOutOfRange => new("amount out of range", "Betrag außerhalb des Erlaubten"),
        RefusalReason.UnknownCurrency => new("unknown currency", "unbekannte Währung"),
        RefusalReason.MissingId => new("id missing", "Kennung fehlt"),
        RefusalReason.BadIdentifier => new("identifier unreadable", "Kennung unlesbar"),
        RefusalReason.NotTrusted => new("not trusted with this", "dafür nicht befugt"),
        RefusalReason.ForeignAccount => new("foreign account", "fremdes Konto"),
        RefusalReason.NotTranslated => new("not translated", "nicht übersetzt"),
        _ => throw Unsaid(reason),
    };

    /// <summary>Why a request was turned away at the door, by its stable code; the code itself where there are no words for it.</summary>
    public static Phrase TurnedAway(string code) => code switch
    {
        "bad_signature" => new("wrong signature", "falsche Signatur"),
        "foreign_account" => new("account is not the source’s", "Konto gehört nicht zur Quelle"),
        "rate" => new("more than the rate", "mehr als die erlaubte Rate"),
        "too_slow" => new("slower than 10 s", "langsamer als 10 s"),
        "too_large" => new("larger than 4 MiB", "größer als 4 MiB"),
        "encoding" => new("unreadable compression", "unlesbare Komprimierung"),

        "click_lost" => new("click led on, not kept", "Klick weitergeleitet, nicht aufbewahrt"),
        _ => Same(code),
    };

    /// <summary>Why a click is kept and not counted.</summary>
    public static Phrase NotCounted(string reason) => reason switch
    {
        "preview" => Of(UserAgentClass.Preview),
        "crawler" => Of(UserAgentClass.Crawler),
        "head" => Of(UserAgentClass.Head),
        "unknown" => Of(UserAgentClass.Unknown),
        "repeat" => new("again within half an hour", "erneut binnen einer halben Stunde"),
        "rejected" => new("not accepted", "nicht anerkannt"),
        _ => Same(reason),
    };

    /// <summary>What an event of a receipt tells.</summary>
    public static Phrase Part(string part) => part switch
    {
        "order" => new("order", "Bestellung"),
        "refund" => new("refund", "Erstattung"),
        "touch" => new("touch", "Berührung"),
        "identity" => new("who it is", "wer es ist"),
        _ => Same(part),
    };

    /// <summary>The word that an event carries, where it is one of the program's own; a name of the sender's stays as it came.</summary>
    public static Phrase Detail(EventKind kind, string detail) => kind switch
    {
        EventKind.MessageReceived or EventKind.MessageSent when detail == "fallback" => new("not understood", "nicht verstanden"),
        EventKind.LinkClicked => NotCounted(detail),
        EventKind.LeadCaptured or EventKind.LeadStatusChanged when Enum.TryParse<LeadStatus>(detail, ignoreCase: true, out var status) => Of(status),
        EventKind.SurveySent or EventKind.SurveyAnswered when Enum.TryParse<SurveyType>(detail, ignoreCase: true, out var type) => Of(type),
        EventKind.OrderRefunded when Enum.TryParse<RefundKind>(detail, ignoreCase: true, out var refund) => Of(refund),
        EventKind.OrderCompleted or EventKind.OrderUpdated or EventKind.OrderCancelled => FinancialStatus(detail),
        EventKind.ConsentGiven or EventKind.ConsentWithdrawn when detail == "marketing" => new("marketing", "Werbung"),
        _ => Same(detail),
    };

    private static Phrase FinancialStatus(string status) => status switch
    {
        "paid" => new("paid", "bezahlt"),
        "pending" => new("pending", "ausstehend"),
        "authorized" => new("authorised", "vorgemerkt"),
        "partially_paid" => new("partly paid", "teilweise bezahlt"),
        "refunded" => new("refunded", "erstattet"),
        "partially_refunded" => new("partly refunded", "teilweise erstattet"),
        "voided" => new("voided", "verfallen"),
        _ => Same(status),
    };
}
