namespace Beleg.App.Dashboard.Language;

/// <summary>Texts of findings, cases, sensitivity, data quality and growth.</summary>
internal static partial class Texts
{
    public static readonly Phrase Findings = new("Findings", "Befunde");
    public static readonly Phrase FindingsText = new(
        "Where revenue hides: what was found in this period, on which evidence, what it may cost, and how to find out. Amounts are cautious and for this period.",
        "Wo Umsatz liegen bleibt: was in diesem Zeitraum auffiel, worauf es sich stützt, was es kosten kann und wie man es prüft. Beträge sind vorsichtig und gelten für diesen Zeitraum.");
    public static readonly Phrase FindingsNone = new(
        "{0} rules have looked, and none found anything on at least 30 cases in this period.",
        "{0} Regeln haben gesucht; keine fand in diesem Zeitraum etwas an mindestens 30 Fällen.");
    public static readonly Phrase FindingsCountOne = new("One finding.", "Ein Befund.");
    public static readonly Phrase FindingsCount = new("{0} findings at {1} places.", "{0} Befunde an {1} Stellen.");
    public static readonly Phrase FindingsTotal = new("in this period, cautious; {0} as expected, each place once", "im Zeitraum, vorsichtig; {0} wie erwartet, jede Stelle einmal");
    public static readonly Phrase FindingsRules = new("What all {0} rules look for", "Wonach alle {0} Regeln suchen");
    public static readonly Phrase FindingsRule = new("Rule", "Regel");
    public static readonly Phrase FindingsLooks = new("Looks for", "Sucht");
    public static readonly Phrase FindingsFound = new("Found", "Gefunden");
    public static readonly Phrase FindingsAll = new("All findings", "Alle Befunde");
    public static readonly Phrase FindingStrong = new("strong evidence", "starker Beleg");
    public static readonly Phrase FindingFair = new("fair evidence", "brauchbarer Beleg");
    public static readonly Phrase FindingWeak = new("weak: nothing to compare with", "schwach: ohne Vergleich");
    public static readonly Phrase FindingEvidence = new("{0} of {1}; 95% interval {2} – {3}", "{0} von {1}; 95-%-Intervall {2} – {3}");
    public static readonly Phrase FindingAgainst = new("held against {0}", "gehalten gegen {0}");
    public static readonly Phrase FindingExperiment = new("Experiment", "Experiment");
    public static readonly Phrase FindingDecides = new("decided by", "entscheidet");
    public static readonly Phrase FindingEffect = new("from {0} on it is worth it", "ab {0} lohnt es sich");
    public static readonly Phrase FindingPropose = new("Turn into an experiment", "Zum Experiment machen");
    public static readonly Phrase SensitivityLink = new("How sure is this: what moves it most, and where it turns", "Wie sicher ist das: was es am stärksten bewegt und wo es kippt");
    public static readonly Phrase FindingRead = new("Read the conversations behind it", "Die Unterhaltungen dahinter lesen");
    public static readonly Phrase FindingCautious = new("in this period, cautious", "im Zeitraum, vorsichtig");
    public static readonly Phrase FindingMoney = new("base {0} · high {1}", "Basis {0} · hoch {1}");
    public static readonly Phrase FindingHow = new("How this was estimated", "So wurde geschätzt");
    public static readonly Phrase FindingUnset = new("with a default nobody has set", "mit ungesetzter Vorgabe");
    public static readonly Phrase FindingNoMoney = new(
        "No amount: what a conversation here is worth is not known.", "Kein Betrag: was eine Unterhaltung hier wert ist, ist nicht bekannt.");
    public static readonly Phrase FindingRows = new("Behind it", "Dahinter");
    public static readonly Phrase FindingRowsText = new("The finding, and everybody it is about; each opens with what was said.", "Der Befund und alle, um die es geht; jeder öffnet sich mit dem, was gesagt wurde.");
    public static readonly Phrase FindingRowsMost = new("The latest {0}.", "Die letzten {0}.");
    public static readonly Phrase FindingWhen = new("When", "Wann");
    public static readonly Phrase FindingChannel = new("Channel", "Kanal");

    public static readonly Phrase Cases = new("Before and after", "Vorher und nachher");
    public static readonly Phrase CasesText = new(
        "What has changed since the programme began, drafted from the data: what was, what is, what it comes to. Money counts where its evidence is A to C.",
        "Was sich seit dem Start des Programms geändert hat, aus den Daten entworfen: was war, was ist, was es ausmacht. Geld zählt mit Nachweis A bis C.");
    public static readonly Phrase CasesStart = new("The programme began on {0} ({1}); the baseline is {2}.", "Das Programm begann am {0} ({1}); der Ausgangswert ist {2}.");
    public static readonly Phrase CasesNone = new("There is no case in this period's data yet.", "In den Daten dieses Zeitraums steckt noch kein Fall.");
    public static readonly Phrase CasesMissing = new("What is missing for more", "Was für weitere fehlt");
    public static readonly Phrase CaseSupport = new("Support", "Support");
    public static readonly Phrase CaseSales = new("Sales", "Verkauf");
    public static readonly Phrase CaseFlow = new("Flow", "Flow");
    public static readonly Phrase CaseInputs = new("What it rests on", "Worauf es ruht");

    public static readonly Phrase Growth = new("Where to grow", "Wo es weitergeht");
    public static readonly Phrase GrowthText = new(
        "What the programme carries, what a year of it is worth, and which reasons there are to extend it; each with its threshold.",
        "Was das Programm trägt, was ein Jahr davon wert ist und welche Gründe es gibt, es auszuweiten; jeder mit seiner Schwelle.");
    public static readonly Phrase GrowthCoverage = new("What it carries", "Was es trägt");
    public static readonly Phrase GrowthWhere = new("Reasons to extend it", "Gründe, es auszuweiten");
    public static readonly Phrase GrowthAdds = new("Would add", "Käme dazu");
    public static readonly Phrase GrowthFound = new("Found", "Gefunden");
    public static readonly Phrase GrowthFrom = new("Counts from", "Zählt ab");
    public static readonly Phrase GrowthReached = new("reached", "erreicht");
    public static readonly Phrase GrowthNot = new("not reached", "nicht erreicht");
    public static readonly Phrase GrowthTiers = new("Tiers and what belongs to them", "Stufen und was dazugehört");
    public static readonly Phrase GrowthBooked = new("booked", "gebucht");
    public static readonly Phrase GrowthProposed = new("the figures speak for it", "dafür sprechen die Zahlen");
    public static readonly Phrase TierEssential = new("Essential", "Basis");
    public static readonly Phrase TierGrowth = new("Growth", "Wachstum");
    public static readonly Phrase TierStrategic = new("Strategic", "Strategisch");
    public static readonly Phrase SectionProof = new("Monthly proof", "Monatlicher Nachweis");
    public static readonly Phrase SectionExperiments = new("Experiments", "Experimente");
    public static readonly Phrase SectionQuarter = new("Quarterly review", "Quartalsgespräch");
    public static readonly Phrase SectionForecast = new("Forecast", "Prognose");
    public static readonly Phrase SectionYear = new("Yearly review", "Jahresgespräch");

    public static readonly Phrase Quality = new("Data quality", "Datenqualität");
    public static readonly Phrase QualityText = new(
        "How good the data are, and what that does to what may be claimed. Each weakness caps the claim it limits.",
        "Wie gut die Daten sind und was das für jede Aussage heißt. Jede Schwäche begrenzt die Aussage, die auf ihr ruht.");
    public static readonly Phrase QualityLimits = new("What the data do not allow to say", "Was die Daten nicht hergeben");
    public static readonly Phrase QualityFine = new("Nothing in this period's data limits a claim.", "In den Daten dieses Zeitraums begrenzt nichts eine Aussage.");
    public static readonly Phrase QualityFigures = new("How good the data are", "Wie gut die Daten sind");
    public static readonly Phrase QualityNothing = new("nothing to measure", "nichts zu messen");
    public static readonly Phrase QualityCaps = new("caps a claim", "begrenzt eine Aussage");
    public static readonly Phrase QualityGood = new("good enough", "gut genug");

    public static readonly Phrase Sensitivity = new("How sure is the ROI", "Wie sicher ist der ROI");
    public static readonly Phrase SensitivityText = new(
        "What the return rests on, what moves it most, and where it would turn. Money counts where its evidence is A to C.",
        "Worauf der ROI ruht, was ihn am stärksten bewegt und wo er kippen würde. Geld zählt mit Nachweis A bis C.");
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

    public static readonly Phrase FindingsNoneTitle = new("Nothing found here", "Hier fiel nichts auf");
    public static readonly Phrase FindingsLonger = new("A longer period has more cases, and rules that need 30 of them can judge more.", "Ein längerer Zeitraum hat mehr Fälle, und Regeln, die 30 davon brauchen, können mehr beurteilen.");
    public static readonly Phrase RenewalCautious = new("under cautious assumptions", "unter vorsichtigen Annahmen");
}
