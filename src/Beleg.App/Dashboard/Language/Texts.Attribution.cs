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

    public static readonly Phrase SwitchTitle = new("What changes if", "Was sich ändert, wenn");
    public static readonly Phrase SwitchText = new(
        "Another attribution model, or other look-back windows: both sides beside each other, by the same rules over the same events. Nothing changes until somebody applies it.",
        "Ein anderes Zurechnungsmodell oder andere Zeitfenster: beide Seiten nebeneinander, nach denselben Regeln über dieselben Ereignisse. Nichts ändert sich, bis es jemand übernimmt.");
    public static readonly Phrase SwitchForm = new("Proposal", "Vorschlag");
    public static readonly Phrase SwitchModelLabel = new("Model of figures where nobody chooses another", "Modell der Zahlen, wo niemand ein anderes wählt");
    public static readonly Phrase SwitchDays = new("Look-back in days", "Rückblick in Tagen");
    public static readonly Phrase SwitchHalfLife = new("Half-life in days (time decay)", "Halbwertszeit in Tagen (Zeitverfall)");
    public static readonly Phrase SwitchWindows = new("Windows of single channels and kinds of touches", "Zeitfenster einzelner Kanäle und Arten von Berührungen");
    public static readonly Phrase SwitchWindowsHint = new(
        "Days; empty takes the general look-back. Of a channel's and a kind's window the shorter holds; an entry for both together decides alone.",
        "Tage; leer gilt der allgemeine Rückblick. Vom Fenster des Kanals und dem der Art gilt das kürzere; ein Eintrag für beides zusammen entscheidet allein.");
    public static readonly Phrase SwitchKinds = new("By kind of touch", "Nach Art der Berührung");
    public static readonly Phrase SwitchChannels = new("By channel", "Nach Kanal");
    public static readonly Phrase SwitchPairs = new("Both together, as in whatsapp.click=14", "Beides zusammen, etwa whatsapp.click=14");
    public static readonly Phrase SwitchClock = new("counted from {0}", "gezählt ab {0}");
    public static readonly Phrase SwitchShow = new("Show what changes", "Zeigen, was sich ändert");
    public static readonly Phrase SwitchAsIs = new("As it is", "Wie es ist");
    public static readonly Phrase SwitchEffect = new("What changes", "Was sich ändert");
    public static readonly Phrase SwitchTotals = new("Totals", "Summen");
    public static readonly Phrase SwitchOrders = new(
        "{0} of {1} orders change; {2} of them change their evidence.", "{0} von {1} Bestellungen ändern sich; {2} davon wechseln den Beleggrad.");
    public static readonly Phrase SwitchByChannel = new("Attributed, by channel", "Zugerechnet, nach Kanal");
    public static readonly Phrase SwitchByFlow = new("Attributed, by flow", "Zugerechnet, nach Flow");
    public static readonly Phrase SwitchNoFlow = new("Without a flow", "Ohne Flow");
    public static readonly Phrase SwitchByGrade = new("By evidence", "Nach Beleggrad");
    public static readonly Phrase SwitchGrade = new("Evidence", "Beleggrad");
    public static readonly Phrase SwitchNoGrade = new("No evidence", "Kein Beleg");
    public static readonly Phrase SwitchOrdersNow = new("Orders now", "Bestellungen jetzt");
    public static readonly Phrase SwitchOrdersThen = new("Orders then", "Bestellungen dann");
    public static readonly Phrase SwitchMovers = new("The orders that move most", "Die Bestellungen, die sich am meisten bewegen");
    public static readonly Phrase SwitchNow = new("Now", "Jetzt");
    public static readonly Phrase SwitchThen = new("Then", "Dann");
    public static readonly Phrase SwitchChange = new("Change", "Änderung");
    public static readonly Phrase SwitchApply = new("Apply", "Übernehmen");
    public static readonly Phrase SwitchApplyText = new(
        "From then on every figure follows it, also of months that are over; published proofs stay as they are. Who applied it, when and why is kept.",
        "Ab dann folgt jede Zahl dem, auch die vergangener Monate; veröffentlichte Nachweise bleiben, wie sie sind. Wer es wann und warum übernahm, bleibt festgehalten.");
    public static readonly Phrase SwitchDone = new("Applied. Every figure follows it from now on.", "Übernommen. Ab jetzt folgt jede Zahl dem.");
    public static readonly Phrase SwitchHistory = new("Changes so far", "Bisherige Änderungen");
    public static readonly Phrase SwitchNoWindows = new("none of their own", "keine eigenen");
    public static readonly Phrase SwitchAttributed = new("Attributed to the chat", "Dem Chat zugerechnet");
    public static readonly Phrase SwitchConservative = new("of it evidence A to C", "davon Beleggrad A bis C");
    public static readonly Phrase SwitchOther = new("Other touches (web visits)", "Andere Berührungen (Webbesuche)");
    public static readonly Phrase SwitchUnattributed = new("Attributed to nobody", "Niemandem zugerechnet");
    public static readonly Phrase SwitchAll = new("All orders less refunds", "Alle Bestellungen abzüglich Erstattungen");
    public static readonly Phrase SwitchInfluenced = new("Influenced: with any chat touch", "Beeinflusst: mit irgendeiner Chat-Berührung");
    public static readonly Phrase SwitchLink = new("What changes if another model or other windows hold?", "Was ändert sich, wenn ein anderes Modell oder andere Zeitfenster gelten?");
}
