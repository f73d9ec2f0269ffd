using Beleg.Metrics;
using Beleg.Model;
using Beleg.Sources;

namespace Beleg.Reports.Receipts;

/// <summary>Says in a sentence why an order was joined to the chat as surely as its grade claims.</summary>
internal static class ReceiptRule
{
    /// <summary>The sentence with its particulars: which click id, which person, when.</summary>
    public static Words Say(OrderFact order, IReadOnlyList<ReceiptTouch> touches, Dossier dossier, ReceiptSettings settings) => order.Evidence switch
    {
        Evidence.A => new("A: the order was paid inside the chat.", "A: Die Bestellung wurde im Chat bezahlt."),
        Evidence.B => ClickId(order, dossier, settings),
        Evidence.C => Click(order, touches, dossier, settings),
        Evidence.D => Conversation(order, touches, dossier, settings),
        Evidence.E => TagOrCoupon(order),
        _ => Nothing(settings),
    };

    private static Words ClickId(OrderFact order, Dossier dossier, ReceiptSettings settings)
    {
        var bid = OrderEvents(order, dossier).Select(o => o.Bid).FirstOrDefault(b => !string.IsNullOrEmpty(b));
        var click = dossier.Events.Select(e => e.Event).FirstOrDefault(e => bid is not null && e.Payload is ClickPayload c && c.ClickId == bid);
        if (bid is null || click is null)
            return new("B: the order carries a click id of one of this workspace's links.", "B: Die Bestellung trägt eine Klick-ID eines Links dieses Mandanten.");
        var end = "…" + bid[^Math.Min(4, bid.Length)..];
        var stranger = order.JoinedContact.IsNone ? null : order.JoinedContact.ToString()[..6];
        return ReportLanguage.Say(l => l.Pick(
            $"B: the order carries click id {end} that the redirect gave to {(stranger is null ? "this contact" : $"contact {stranger}…")} on {l.Moment(click.OccurredAt, settings.Zone)}.",
            $"B: Die Bestellung trägt die Klick-ID {end}, die der Link am {l.Moment(click.OccurredAt, settings.Zone)} {(stranger is null ? "diesem Kontakt" : $"dem Kontakt {stranger}…")} gab."));
    }

    private static Words Click(OrderFact order, IReadOnlyList<ReceiptTouch> touches, Dossier dossier, ReceiptSettings settings)
    {
        var click = touches.LastOrDefault(t => t.Kind == TouchKind.Click);
        var name = NameInCommon(order, dossier);
        return click is null
            ? ReportLanguage.Say(l => l.Pick(
                $"C: the same person{Known(name, l)} clicked a tagged link within the look-back.",
                $"C: Dieselbe Person{Known(name, l)} hat im Zeitfenster einen markierten Link geklickt."))
            : ReportLanguage.Say(l => l.Pick(
                $"C: the same person{Known(name, l)} clicked a tagged link on {l.Moment(click.At, settings.Zone)}, {l.Span(click.AgeMs)} before the order.",
                $"C: Dieselbe Person{Known(name, l)} hat am {l.Moment(click.At, settings.Zone)} einen markierten Link geklickt, {l.Span(click.AgeMs)} vor der Bestellung."));
    }

    private static Words Conversation(OrderFact order, IReadOnlyList<ReceiptTouch> touches, Dossier dossier, ReceiptSettings settings)
    {
        var talk = touches.LastOrDefault(t => t.IsChat);
        var name = NameInCommon(order, dossier);
        return talk is null
            ? ReportLanguage.Say(l => l.Pick(
                $"D: the same person{Known(name, l)} had a conversation within the look-back and clicked nothing.",
                $"D: Dieselbe Person{Known(name, l)} hatte im Zeitfenster ein Gespräch und hat nichts geklickt."))
            : ReportLanguage.Say(l => l.Pick(
                $"D: the same person{Known(name, l)} had a conversation on {l.Moment(talk.At, settings.Zone)}, {l.Span(talk.AgeMs)} before the order, and clicked nothing.",
                $"D: Dieselbe Person{Known(name, l)} hatte am {l.Moment(talk.At, settings.Zone)} ein Gespräch, {l.Span(talk.AgeMs)} vor der Bestellung, und hat nichts geklickt."));
    }

    private static Words TagOrCoupon(OrderFact order) => order switch
    {
        { ChatUtm: true, Coupon: { } coupon } => new(
            $"E: only a campaign tag or coupon ({coupon}) points to the chat. Never in the conservative figure.",
            $"E: Nur ein Kampagnen-Tag oder Gutschein ({coupon}) weist auf den Chat. Nie in der vorsichtigen Zahl."),
        { ChatUtm: true } => new(
            "E: only a campaign tag points to the chat; the person is unknown. Never in the conservative figure.",
            "E: Nur ein Kampagnen-Tag weist auf den Chat; die Person ist unbekannt. Nie in der vorsichtigen Zahl."),
        _ => new(
            "E: only events that anybody can send from a browser point to the chat. Never in the conservative figure.",
            "E: Nur Ereignisse, die jeder aus einem Browser senden kann, weisen auf den Chat. Nie in der vorsichtigen Zahl."),
    };

    private static Words Nothing(ReceiptSettings settings) => ReportLanguage.Say(l => l.Pick(
        $"No touch of the chat in the {l.Count(settings.Windows.LongestDays)} days before the order: not attributed to it.",
        $"Keine Berührung mit dem Chat in den {l.Count(settings.Windows.LongestDays)} Tagen vor der Bestellung: ihm nicht zugerechnet."));

    private static string Known(IdentifierType? name, ReportLanguage language) => name switch
    {
        IdentifierType.Email => language.Pick(" (same e-mail address)", " (gleiche E-Mail-Adresse)"),
        IdentifierType.Phone => language.Pick(" (same phone number)", " (gleiche Telefonnummer)"),
        IdentifierType.CustomerId => language.Pick(" (same customer id)", " (gleiche Kundennummer)"),
        IdentifierType.WhatsAppUserId => language.Pick(" (same WhatsApp user)", " (gleicher WhatsApp-Nutzer)"),
        IdentifierType.ScopedId => language.Pick(" (same account on the channel)", " (gleiches Konto im Kanal)"),
        IdentifierType.CrmId => language.Pick(" (same CRM record)", " (gleicher CRM-Eintrag)"),
        IdentifierType.Handle => language.Pick(" (same handle)", " (gleicher Benutzername)"),
        _ => "",
    };

    /// <summary>The best name that stands on the order and on another event of its cluster as well.</summary>
    private static IdentifierType? NameInCommon(OrderFact order, Dossier dossier)
    {
        var others = dossier.Events.Where(e => !IsOf(order, e.Event)).SelectMany(e => e.Event.Identifiers).Select(i => i.Key).ToHashSet();
        return dossier.Events
            .Where(e => IsOf(order, e.Event)).SelectMany(e => e.Event.Identifiers)
            .Where(i => others.Contains(i.Key))
            .OrderByDescending(i => i.IsStrong).ThenBy(i => i.Type)
            .Select(i => (IdentifierType?)i.Type).FirstOrDefault();
    }

    private static IEnumerable<OrderPayload> OrderEvents(OrderFact order, Dossier dossier) =>
        dossier.Events.Where(e => IsOf(order, e.Event)).Select(e => e.Event.Payload).OfType<OrderPayload>();

    private static bool IsOf(OrderFact order, Event happened) => happened.Payload switch
    {
        OrderPayload o => o.Shop == order.Shop && o.OrderId == order.OrderId,
        RefundPayload r => r.Shop == order.Shop && r.OrderId == order.OrderId,
        _ => false,
    };
}
