namespace Beleg.App.Dashboard.Language;

/// <summary>Texts of why a figure changed, and of customers kept and lost.</summary>
internal static partial class Texts
{
    public static readonly Phrase WhyPageTitle = new("Why it changed: {0}", "Warum es sich änderte: {0}");
    public static readonly Phrase WhyPageText = new(
        "The change, taken apart by every dimension the figure knows. The parts add up to the change; what is left over stands below.",
        "Die Veränderung, zerlegt nach jeder Dimension, die die Kennzahl kennt. Die Beiträge ergeben die Veränderung; was übrig bleibt, steht darunter.");
    public static readonly Phrase WhyCannot = new(
        "This figure does not add up from parts (a median, or calculated of the whole), or knows neither step, flow, entry point nor channel: its change cannot be taken apart.",
        "Diese Kennzahl setzt sich nicht aus Teilen zusammen (ein Median oder vom Ganzen gerechnet) oder kennt weder Schritt, Flow, Einstieg noch Kanal: Ihre Veränderung lässt sich nicht zerlegen.");
    public static readonly Phrase WhyBefore = new("Before", "Davor");
    public static readonly Phrase WhyNow = new("Now", "Jetzt");
    public static readonly Phrase WhyBy1 = new("By {0}", "Nach {0}");
    public static readonly Phrase WhyPart = new("Part", "Beitrag");
    public static readonly Phrase WhyOthers = new("{0} more", "{0} weitere");
    public static readonly Phrase WhyResidualRow = new("Left over by the arithmetic", "Rest der Rechnung");
    public static readonly Phrase WhySum = new("Change", "Veränderung");
    public static readonly Phrase WhyOverlap = new(
        "The whole counts each person once, the parts count whoever was in several of them in each: what lies between has a line of its own.",
        "Das Ganze zählt jeden Menschen einmal, die Teile zählen, wer in mehreren war, in jedem: Was dazwischen liegt, hat eine eigene Zeile.");
    public static readonly Phrase WhyHow = new(
        "Volume: there was more of everything. Mix: its share of the whole changed. Rate: more or less of it came to the event. Value: each was worth more or less. It says where a change sits, not who made it.",
        "Menge: Von allem gab es mehr. Mischung: Sein Anteil am Ganzen änderte sich. Quote: Mehr oder weniger davon kam zum Ereignis. Wert: Jedes war mehr oder weniger wert. Gesagt ist, wo eine Veränderung sitzt, nicht, wer sie bewirkte.");
    public static readonly Phrase WhyAll = new("All parts, by every dimension", "Alle Beiträge, nach jeder Dimension");
    public static readonly Phrase WhyAllSteps = new("All steps", "Alle Schritte");
    public static readonly Phrase WhyLink = new("Why did it change?", "Warum hat es sich verändert?");
    public static readonly Phrase SwitchLearned = new(
        "A model that learns takes its weights anew from the journeys of every period, so it cannot be the workspace's own: choose it in the filter of a page, or by --model and model=, wherever you want to see it.",
        "Ein Modell, das lernt, nimmt seine Gewichte in jedem Zeitraum neu aus den Wegen; es kann daher nicht das eigene des Mandanten sein: Im Filter einer Seite oder mit --model und model= steht es überall zur Wahl.");
    public static readonly Phrase ExperimentNoBaseline = new("not measured: nobody had been there before", "nicht gemessen: vorher war niemand dort");
    public static readonly Phrase RetentionTitle = new("Who stayed, who left", "Wer blieb, wer ging");
    public static readonly Phrase RetentionText = new(
        "Customers of one morning are those who had ordered within the {0} days before it. Retention is how many of them still were customers at the end; churn is the rest. Whoever was won or won back in between counts in neither.",
        "Kunden eines Morgens sind alle, die in den {0} Tagen davor bestellt hatten. Bindung sagt, wie viele von ihnen am Ende noch Kunden waren; Abwanderung ist der Rest. Wer dazwischen gewonnen oder zurückgewonnen wurde, zählt in keiner von beiden.");
    public static readonly Phrase RetentionWho = new("Customers", "Kunden");
    public static readonly Phrase RetentionAll = new("All", "Alle");
    public static readonly Phrase RetentionWith = new("Messaged before", "Zuvor angeschrieben");
    public static readonly Phrase RetentionWithout = new("Not messaged before", "Zuvor nicht angeschrieben");
    public static readonly Phrase RetentionStart = new("At the start", "Am Anfang");
    public static readonly Phrase RetentionKept = new("Still at the end", "Am Ende noch");
    public static readonly Phrase RetentionRate = new("Retention (CRR)", "Kundenbindung (CRR)");
    public static readonly Phrase RetentionChurn = new("Churn", "Abwanderung");
    public static readonly Phrase RetentionFew = new("few cases", "wenige Fälle");
    public static readonly Phrase RetentionHow = new("Below each rate: its 95% interval (Wilson).", "Unter jeder Quote: ihr 95-%-Intervall (Wilson).");

    public static readonly Phrase NoteLength = new("Up to {0} characters.", "Bis {0} Zeichen.");
    public static readonly Phrase WhyTakeBack = new("Take the note back", "Notiz zurücknehmen");
}
