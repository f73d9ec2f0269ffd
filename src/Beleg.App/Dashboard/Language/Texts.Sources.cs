namespace Beleg.App.Dashboard.Language;

/// <summary>Sources: what was refused, and what is in doubt.</summary>
internal static partial class Texts
{
    public static readonly Phrase TranslateAgain = new("Translate again", "Erneut übersetzen");
    public static readonly Phrase TranslateAgainText = new("After a fix everything is read once more from the journal; the pages go on showing what they show until it is done.", "Nach einer Korrektur wird alles noch einmal aus dem Journal gelesen; bis dahin zeigen die Seiten, was sie zeigen.");
    public static readonly Phrase TranslatingAgain = new("Everything is being read again. What is understood now leaves the table below by itself.", "Alles wird erneut gelesen. Was nun verstanden wird, verschwindet von selbst aus der Tabelle unten.");
}
