namespace Beleg.App.Dashboard.Language;

/// <summary>Texts of tiles with little in them, and of what is missing, since when, and how to get it.</summary>
internal static partial class Texts
{
    public static readonly Phrase MostBegun = new("Flows that began most", "Flows mit den meisten Starts");
    public static readonly Phrase RevenueByMonth = new("Attributed revenue by month", "Zugerechneter Umsatz nach Monat");
    public static readonly Phrase NotYetBefore = new("not yet", "noch nicht");
    public static readonly Phrase PaybackNotSo = new("as it goes now, it does not pay back", "so wie es läuft, zahlt es sich nicht aus");
    public static readonly Phrase PaybackNotCautious = new("counted cautiously, it does not pay back", "vorsichtig gerechnet zahlt es sich nicht aus");
    public static readonly Phrase PaybackNothing = new("no cost in the ledger, nothing to pay back", "keine Kosten im Buch, nichts auszuzahlen");
    public static readonly Phrase NoteLength = new("Up to {0} characters.", "Bis {0} Zeichen.");
    public static readonly Phrase WhyTakeBack = new("Take the note back", "Notiz zurücknehmen");
    public static readonly Phrase Days = new("{0} days", "{0} Tagen");

    public static readonly Phrase CustomersMind = new("What to bear in mind", "Was du bedenken solltest");
    public static readonly Phrase RetentionYear = new("{0}, past year", "{0}, letztes Jahr");
    public static readonly Phrase RetentionOf = new("{0}, {1}", "{0}, {1}");
    public static readonly Phrase ParametersTitle = new("Model parameters", "Parameter der Modelle");
    public static readonly Phrase ParametersModel = new("Model", "Modell");
    public static readonly Phrase ParametersName = new("Parameter", "Parameter");
    public static readonly Phrase ParametersMeans = new("What it says", "Was er sagt");
    public static readonly Phrase ParameterR = new("how alike customers are in how often they buy; the larger, the more alike", "wie ähnlich sich Kunden in der Kaufhäufigkeit sind; je größer, desto ähnlicher");
    public static readonly Phrase ParameterAlpha = new("how rarely they buy, in weeks; the larger, the longer between purchases", "wie selten sie kaufen, in Wochen; je größer, desto länger die Pausen");
    public static readonly Phrase ParameterA = new("with b: how likely a customer leaves after a purchase, on average a ÷ (a + b)", "mit b: wie wahrscheinlich ein Kunde nach einem Kauf geht, im Mittel a ÷ (a + b)");
    public static readonly Phrase ParameterB = new("with a; large values of both mean that customers are alike in leaving", "mit a; sind beide groß, gehen Kunden ähnlich leicht");
    public static readonly Phrase ParameterP = new("how steady the order values of one customer are; the larger, the steadier", "wie gleichmäßig die Bestellwerte eines Kunden sind; je größer, desto gleichmäßiger");
    public static readonly Phrase ParameterQ = new("how alike customers are in what they spend; the larger, the more alike", "wie ähnlich sich Kunden in ihren Bestellwerten sind; je größer, desto ähnlicher");
    public static readonly Phrase ParameterV = new("the scale of order values, with p and q", "die Größenordnung der Bestellwerte, mit p und q");

    public static readonly Phrase OutlookEmptyNone = new("Nothing of this has been counted yet. An outlook begins once there are {0} of it.", "Davon wurde noch nichts gezählt. Für einen Ausblick braucht es {0} davon.");
    public static readonly Phrase OutlookEmptyFrom = new("{0} of it are known, from {1} on; an outlook needs {2}. With data every day there is one from {3} on.", "Bekannt sind {0}, ab {1}; ein Ausblick braucht {2}. Kommen jeden Tag Daten, gibt es ihn ab {3}.");
    public static readonly Phrase OutlookOther = new("What there is: {0}", "Was es gibt: {0}");
    public static readonly Phrase StepDays = new("{0} days", "{0} Tage");
    public static readonly Phrase StepWeeks = new("{0} whole weeks", "{0} ganze Wochen");
    public static readonly Phrase StepMonths = new("{0} whole months", "{0} ganze Monate");

    public static readonly Phrase FindingsNoneTitle = new("Nothing found here", "Hier fiel nichts auf");
    public static readonly Phrase FindingsLonger = new("A longer period has more cases, and rules that need 30 of them can judge more.", "Ein längerer Zeitraum hat mehr Fälle, und Regeln, die 30 davon brauchen, können mehr beurteilen.");
    public static readonly Phrase TierSay = new("Say which tier is booked", "Sag, welche Stufe gebucht ist");
    public static readonly Phrase GrowthNotSaid = new("Nobody has said which tier is booked, so nothing is kept back.", "Niemand hat gesagt, welche Stufe gebucht ist; daher fehlt nichts.");
    public static readonly Phrase RenewalCautious = new("under cautious assumptions", "unter vorsichtigen Annahmen");

    public static readonly Phrase PhoneOne = new("Phone", "Telefon");
    public static readonly Phrase UtmHead = new("UTM", "UTM");
}
