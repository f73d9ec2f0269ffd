namespace Beleg.App.Dashboard.Language;

/// <summary>Refunds whose order nobody told of.</summary>
internal static partial class Texts
{
    public static readonly Phrase UnmatchedTitle = new("Refunds without their order", "Erstattungen ohne ihre Bestellung");
    public static readonly Phrase UnmatchedText = new(
        "This money moved back, but the order it belongs to has not come. It stands in the sum of the shop as a line of its own; once the order comes, it joins it by itself.",
        "Dieses Geld floss zurück, doch seine Bestellung ist nicht gekommen. In der Summe des Shops steht es als eigene Zeile; kommt die Bestellung, gehört es von selbst zu ihr.");
    public static readonly Phrase UnmatchedWaiting = new(
        "Refunds without their order: {0}. Their orders may lie before the first delivery; import them.", "Erstattungen ohne ihre Bestellung: {0}. Die Bestellungen liegen vielleicht vor der ersten Lieferung; importiere sie.");
    public static readonly Phrase UnmatchedFirst = new("The first {0} of {1}, the newest first.", "Die ersten {0} von {1}, die neueste zuerst.");
    public static readonly Phrase UnmatchedLink = new("Show them", "Anzeigen");
    public static readonly Phrase MovedBack = new("Moved back", "Floss zurück");
    public static readonly Phrase OrderUnknown = new("order unknown", "Bestellung unbekannt");
}
