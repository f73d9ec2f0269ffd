namespace Beleg.App.Dashboard.Language;

/// <summary>Sources: what was refused, and what is in doubt.</summary>
internal static partial class Texts
{
    public static readonly Phrase Healthy = new("receiving", "empfängt");
    public static readonly Phrase QuietSince = new("quiet since {0}", "still seit {0}");
    public static readonly Phrase Waiting = new("never received", "noch nie empfangen");
    public static readonly Phrase Troubled = new("turning away", "weist ab");
    public static readonly Phrase HealthMeans = new(
        "Receiving: something came within the last {0} hours. Quiet: nothing since that day; whether that is a calm shop or a broken connection, the sender’s own log tells. Turning away: within the last {1} minutes something came that was not let in.",
        "Empfängt: in den letzten {0} Stunden kam etwas. Still: seit diesem Tag nichts; ob der Laden ruht oder die Verbindung gestört ist, sagt das Protokoll des Absenders. Weist ab: in den letzten {1} Minuten kam etwas, das nicht eingelassen wurde.");

    public static readonly Phrase SecretsAgain = new("Secrets are never kept: type them once more.", "Geheimnisse werden nie behalten: Gib sie noch einmal ein.");

    public static readonly Phrase TranslateAgain = new("Translate again", "Erneut übersetzen");
    public static readonly Phrase TranslateAgainText = new("After a fix everything is read once more from the journal; the pages go on showing what they show until it is done.", "Nach einer Korrektur wird alles noch einmal aus dem Journal gelesen; bis dahin zeigen die Seiten, was sie zeigen.");
    public static readonly Phrase TranslatingAgain = new("Everything is being read again. What is understood now leaves the table below by itself.", "Alles wird erneut gelesen. Was nun verstanden wird, verschwindet von selbst aus der Tabelle unten.");

    public static readonly Phrase RefusedSamples = new("Counts are exact; details are those of the latest {0} of each source and reason.", "Die Anzahl ist genau; Einzelheiten sind die der jüngsten {0} je Quelle und Grund.");

    public static readonly Phrase ConflictsTitle = new("Same id, other content", "Gleiche Kennung, anderer Inhalt");
    public static readonly Phrase ConflictsText = new("These came more than once under one id and say different things. Every version is in the journal; the latest by the source’s own time of change counts, whatever order they came in.", "Diese kamen unter einer Kennung mehrfach und sagen Verschiedenes. Jede Fassung steht im Journal; es zählt die nach der Uhr der Quelle jüngste, gleich in welcher Reihenfolge sie kamen.");
    public static readonly Phrase About = new("About", "Betrifft");
    public static readonly Phrase Versions = new("Versions", "Fassungen");
    public static readonly Phrase WhichCounts = new("Which counts", "Welche zählt");
    public static readonly Phrase LatestCounts = new("the latest by the source’s clock", "die jüngste nach der Uhr der Quelle");
    public static readonly Phrase NothingTells = new("nothing tells which is later; always the same one", "nichts sagt, welche jünger ist; immer dieselbe");
    public static readonly Phrase ConflictTag = new("conflict: {0} versions", "Konflikt: {0} Fassungen");
    public static readonly Phrase ConflictCounts = new("conflict: this version counts", "Konflikt: diese Fassung zählt");
    public static readonly Phrase ConflictReplaced = new("conflict: replaced, counts for nothing", "Konflikt: ersetzt, zählt nicht");
}
