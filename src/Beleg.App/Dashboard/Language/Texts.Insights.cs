namespace Beleg.App.Dashboard.Language;

/// <summary>Texts of findings, cases, sensitivity, data quality and growth.</summary>
internal static partial class Texts
{
    public static readonly Phrase Findings = new("Findings", "Befunde");

    public static readonly Phrase Sensitivity = new("How sure is the ROI", "Wie sicher ist der ROI");
    public static readonly Phrase SensitivityText = new(
        "What the return rests on, what moves it most, and where it would turn. Money counts where its evidence is A to C.",
        "Worauf die Rendite ruht, was sie am stärksten bewegt und wo sie kippen würde. Geld zählt mit Nachweis A bis C.");
    public static readonly Phrase SensitivityHow = new("ROI with everything it rests on", "Der ROI mit allem, worauf er ruht");
    public static readonly Phrase SensitivityLow = new("all cautious", "alles vorsichtig");
    public static readonly Phrase SensitivityBase = new("as expected", "wie erwartet");
    public static readonly Phrase SensitivityHigh = new("all optimistic", "alles optimistisch");
    public static readonly Phrase SensitivitySpread = new(
        "All at once, simulated: {0} to {1} in 80 of 100 cases, {2} to {3} in 95.",
        "Alles zugleich, simuliert: {0} bis {1} in 80 von 100 Fällen, {2} bis {3} in 95.");
    public static readonly Phrase SensitivityMoves = new("What moves it most", "Was ihn am stärksten bewegt");
    public static readonly Phrase SensitivityStill = new(
        "Every number it rests on was agreed without a range, so only what was measured could move it.",
        "Jede Zahl, auf der er ruht, wurde ohne Spanne vereinbart; bewegen könnte ihn nur, was gemessen wurde.");
    public static readonly Phrase SensitivityTurns = new("Where it turns", "Wo er kippt");
    public static readonly Phrase SensitivityTurnsText = new(
        "One thing at a time, all else as expected; what is nearest to its turn comes first.",
        "Jeweils eines für sich, alles Übrige wie erwartet; was seinem Kipppunkt am nächsten ist, steht zuerst.");
    public static readonly Phrase SensitivityDriver = new("Rests on", "Ruht auf");
    public static readonly Phrase SensitivityEnds = new("Low · base · high", "Niedrig · Basis · hoch");
    public static readonly Phrase SensitivitySwing = new("Swing", "Spanne");
    public static readonly Phrase SensitivityTurn = new("ROI is 0 at", "ROI ist 0 bei");
    public static readonly Phrase SensitivityNoRange = new("no range given", "ohne Spanne");
}
