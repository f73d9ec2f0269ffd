using Beleg.Sources;

namespace Beleg.App.Dashboard.Language;

/// <summary>
/// The words for every value that pages show, so that no page writes the name of a member: one method for each enumeration. A test
/// walks over every method and member and fails where words are missing.
/// </summary>
internal static partial class Vocabulary
{
    private static readonly Phrase other = new("other", "andere");

    public static Phrase Of(Channel channel) => channel switch
    {
        Channel.Other => other,
        Channel.WhatsApp => Same("WhatsApp"),
        Channel.Messenger => Same("Messenger"),
        Channel.Instagram => Same("Instagram"),
        Channel.Telegram => Same("Telegram"),
        Channel.WebChat => new("web chat", "Webchat"),
        Channel.Email => new("e-mail", "E-Mail"),
        Channel.Push => new("push", "Push"),
        Channel.Sms => Same("SMS"),
        Channel.Voice => new("voice", "Telefon"),
        _ => throw Unsaid(channel),
    };

    /// <summary>A channel as it stands on the wire; the word itself where it is none of ours.</summary>
    public static Phrase OfChannel(string? wire) => Enum.TryParse<Channel>(wire, ignoreCase: true, out var channel) && Enum.IsDefined(channel) ? Of(channel) : Same(wire ?? "");

    public static Phrase Of(TrafficChannel channel) => channel switch
    {
        TrafficChannel.Direct => new("direct", "direkt"),
        TrafficChannel.CrossNetwork => new("cross-network", "netzwerkübergreifend"),
        TrafficChannel.PaidShopping => new("paid shopping", "bezahlt: Shopping"),
        TrafficChannel.PaidSearch => new("paid search", "bezahlte Suche"),
        TrafficChannel.PaidSocial => new("paid social", "bezahlt: soziale Netze"),
        TrafficChannel.PaidVideo => new("paid video", "bezahlt: Video"),
        TrafficChannel.Display => new("display", "Display-Werbung"),
        TrafficChannel.PaidOther => new("paid, other", "bezahlt: andere"),
        TrafficChannel.OrganicShopping => new("organic shopping", "organisch: Shopping"),
        TrafficChannel.OrganicSocial => new("organic social", "organisch: soziale Netze"),
        TrafficChannel.OrganicVideo => new("organic video", "organisch: Video"),
        TrafficChannel.OrganicSearch => new("organic search", "organische Suche"),
        TrafficChannel.Referral => new("referral", "Verweis"),
        TrafficChannel.Email => new("e-mail", "E-Mail"),
        TrafficChannel.Affiliates => new("affiliates", "Partnerprogramm"),
        TrafficChannel.Audio => new("audio", "Audio-Werbung"),
        TrafficChannel.Sms => Same("SMS"),
        TrafficChannel.MobilePush => new("mobile push", "Push aufs Handy"),
        TrafficChannel.Chat => new("chat", "Chat"),
        TrafficChannel.Unassigned => new("unassigned", "nicht zugeordnet"),
        _ => throw Unsaid(channel),
    };

    public static Phrase Of(Actor actor) => actor switch
    {
        Actor.Unknown => new("unknown", "unbekannt"),
        Actor.Bot => new("bot", "Bot"),
        Actor.Flow => new("flow", "Flow"),
        Actor.Human => new("person of the business", "Mitarbeiter"),
        Actor.Contact => new("contact", "Kontakt"),
        Actor.Timer => new("timer", "Zeitgeber"),
        _ => throw Unsaid(actor),
    };

    public static Phrase Of(EntryPoint entry) => entry switch
    {
        EntryPoint.Organic => new("wrote by themselves", "von selbst geschrieben"),
        EntryPoint.CommentToDm => new("comment", "Kommentar"),
        EntryPoint.StoryReply => new("story reply", "Antwort auf Story"),
        EntryPoint.Keyword => new("keyword", "Stichwort"),
        EntryPoint.Ad => new("ad", "Anzeige"),
        EntryPoint.Link => new("link", "Link"),
        EntryPoint.Qr => new("QR code", "QR-Code"),
        EntryPoint.Widget => new("widget", "Widget"),
        EntryPoint.CampaignReply => new("reply to a campaign", "Antwort auf Kampagne"),
        _ => throw Unsaid(entry),
    };

    public static Phrase Of(IdentifierType type) => type switch
    {
        IdentifierType.CustomerId => new("customer id", "Kundennummer"),
        IdentifierType.Email => new("e-mail", "E-Mail"),
        IdentifierType.Phone => new("phone", "Telefon"),
        IdentifierType.WhatsAppUserId => new("WhatsApp user id", "WhatsApp-Nutzer-ID"),
        IdentifierType.ScopedId => new("page-scoped id", "ID auf der Seite"),
        IdentifierType.Handle => new("handle", "Nutzername"),
        IdentifierType.AnonymousId => new("browser id", "Browser-ID"),
        IdentifierType.CrmId => new("CRM id", "CRM-ID"),
        _ => throw Unsaid(type),
    };

    public static Phrase Of(LeadStatus status) => status switch
    {
        LeadStatus.New => new("new", "neu"),
        LeadStatus.Qualified => new("qualified", "qualifiziert"),
        LeadStatus.Won => new("won", "gewonnen"),
        LeadStatus.Lost => new("lost", "verloren"),
        _ => throw Unsaid(status),
    };

    public static Phrase Of(MessageCategory category) => category switch
    {
        MessageCategory.None => new("none", "keine"),
        MessageCategory.Marketing => new("marketing", "Marketing"),
        MessageCategory.Utility => new("utility", "Dienstleistung"),
        MessageCategory.Authentication => new("authentication", "Anmeldung"),
        MessageCategory.Service => new("service", "Service"),
        MessageCategory.ReferralConversion => new("referral conversion", "Gespräch aus Anzeige"),
        MessageCategory.MarketingLite => new("marketing lite", "Marketing Lite"),
        MessageCategory.AuthenticationInternational => new("authentication, international", "Anmeldung, international"),
        MessageCategory.Other => other,
        _ => throw Unsaid(category),
    };

    public static Phrase Of(MessageKind kind) => kind switch
    {
        MessageKind.Answer => new("answer", "Antwort"),
        MessageKind.Greeting => new("greeting", "Begrüßung"),
        MessageKind.OutOfOffice => new("out of office", "Abwesenheit"),
        MessageKind.Acknowledgement => new("acknowledgement", "Empfangsbestätigung"),
        MessageKind.Survey => new("survey", "Umfrage"),
        MessageKind.Campaign => new("campaign", "Kampagne"),
        MessageKind.Reminder => new("reminder", "Erinnerung"),
        MessageKind.Note => new("private note", "interne Notiz"),
        _ => throw Unsaid(kind),
    };

    public static Phrase Of(HandledBy by) => by switch
    {
        HandledBy.Unknown => new("unknown", "unbekannt"),
        HandledBy.Bot => new("bot", "Bot"),
        HandledBy.Human => new("person of the business", "Mitarbeiter"),
        HandledBy.None => new("nobody", "niemand"),
        _ => throw Unsaid(by),
    };

    public static Phrase Of(CostRecurrence recurrence) => recurrence switch
    {
        CostRecurrence.Once => new("once", "einmalig"),
        CostRecurrence.Monthly => new("monthly", "monatlich"),
        CostRecurrence.Period => new("over a period", "über einen Zeitraum"),
        _ => throw Unsaid(recurrence),
    };

    public static Phrase Of(RefundKind kind) => kind switch
    {
        RefundKind.Refund => new("refund", "Erstattung"),
        RefundKind.Chargeback => new("charge-back", "Rückbuchung"),
        _ => throw Unsaid(kind),
    };

    public static Phrase Of(SurveyType type) => type switch
    {
        SurveyType.Csat => new("satisfaction (CSAT)", "Zufriedenheit (CSAT)"),
        SurveyType.Nps => new("recommendation (NPS)", "Weiterempfehlung (NPS)"),
        SurveyType.Thumb => new("thumb", "Daumen"),
        _ => throw Unsaid(type),
    };

    public static Phrase Of(Trust trust) => trust switch
    {
        Trust.Browser => new("browser", "Browser"),
        Trust.Server => new("server", "Server"),
        Trust.Operator => new("operator", "Bediener"),
        _ => throw Unsaid(trust),
    };

    private static Phrase Same(string word) => new(word, word);

    private static ArgumentOutOfRangeException Unsaid(Enum value) => new(nameof(value), value, "There are no words for it.");
}
