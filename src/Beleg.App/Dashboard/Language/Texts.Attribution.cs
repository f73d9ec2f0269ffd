namespace Beleg.App.Dashboard.Language;

/// <summary>Attribution: windows, and what would change under others.</summary>
internal static partial class Texts
{
    public static readonly Phrase WindowOf = new("Counts for {0} × 24 h from {1} ({2})", "Zählt {0} × 24 h ab {1} ({2})");
    public static readonly Phrase WindowEntry = new("{0}: {1} d", "{0}: {1} T");
    public static readonly Phrase GeneralWindow = new("general look-back", "allgemeiner Rückblick");
    public static readonly Phrase ClockClick = new("the click", "dem Klick");
    public static readonly Phrase ClockRead = new("being read", "dem Lesen");
    public static readonly Phrase ClockAd = new("the message with the ad", "der Nachricht mit der Anzeige");
    public static readonly Phrase ClockVisit = new("the visit", "dem Besuch");
    public static readonly Phrase ClockConversation = new("the last automated message", "der letzten automatischen Nachricht");
    public static readonly Phrase RefusedTouches = new("Too early for their window: {0}", "Zu früh für ihr Zeitfenster: {0}");
    public static readonly Phrase RefusedTouchesText = new(
        "These touches of the same customer were given nothing: their window had passed when the order was placed.",
        "Diese Berührungen desselben Kunden bekamen nichts: Ihr Zeitfenster war vorbei, als die Bestellung kam.");
}
