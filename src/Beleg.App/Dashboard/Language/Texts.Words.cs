namespace Beleg.App.Dashboard.Language;

/// <summary>What asks for a sentence in the other language.</summary>
internal static partial class Texts
{
    public static readonly Phrase SameInGerman = new("The same in German (optional)", "Dasselbe auf Deutsch (freiwillig)");
    public static readonly Phrase SameInGermanHint = new("Empty: the sentence above for both", "Leer: der Satz oben gilt für beide");
}
