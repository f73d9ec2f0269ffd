namespace Beleg.App.Dashboard.Language;

/// <summary>Texts of models side by side, customers, the time ahead and experiments.</summary>
internal static partial class Texts
{
    public static readonly Phrase ModelMarkov = new("Markov", "Markov");
    public static readonly Phrase ModelShapley = new("Shapley", "Shapley");
    public static readonly Phrase ModelsBeside = new("Models", "Modelle");
    public static readonly Phrase ModelsBesideText = new(
        "The same money under every attribution model. Six follow a rule; Markov and Shapley learn from the journeys, those that ended in nothing among them.",
        "Dasselbe Geld unter jedem Zurechnungsmodell. Sechs folgen einer Regel; Markov und Shapley lernen aus den Wegen, auch aus denen, die ins Leere gingen.");
    public static readonly Phrase ModelsChannel = new("Channel", "Kanal");
    public static readonly Phrase ModelsVisit = new("Web visit: {0}", "Webbesuch: {0}");
    public static readonly Phrase ModelsNobody = new("No touch", "Ohne Berührung");
    public static readonly Phrase ModelsTotal = new("Total", "Summe");
    public static readonly Phrase ModelsRemoval = new("Lost without it", "Ohne ihn verloren");
    public static readonly Phrase ModelsJourneys = new(
        "Journeys that ended in an order: {0}; in nothing: {1}. Memory of the Markov chain, in channels: {2}.",
        "Wege, die in einer Bestellung endeten: {0}; im Leeren: {1}. Gedächtnis der Markov-Kette, in Kanälen: {2}.");
    public static readonly Phrase ModelsNone = new(
        "No order and no refund in this period, so there is nothing to share.", "Keine Bestellung und keine Erstattung in diesem Zeitraum; es gibt nichts zu teilen.");
    public static readonly Phrase ModelsMemory = new("Memory of the chain", "Gedächtnis der Kette");
    public static readonly Phrase CustomersTitle = new("Customers", "Kunden");
    public static readonly Phrase CustomersText = new(
        "What customers were worth, what they will be worth, and how many come back. Everything up to the end of the month.",
        "Was Kunden wert waren, was sie wert sein werden und wie viele wiederkommen. Alles bis zum Ende des Monats.");
    public static readonly Phrase CustomersWas = new("What was", "Was war");
    public static readonly Phrase CustomersAhead = new("What is expected", "Was zu erwarten ist");
    public static readonly Phrase CustomersCount = new("Customers", "Kunden");
    public static readonly Phrase CustomersRepeat = new("Bought again", "Kauften wieder");
    public static readonly Phrase CustomersOrder = new("Order value", "Bestellwert");
    public static readonly Phrase CustomersPerYear = new("Orders a year", "Bestellungen im Jahr");
    public static readonly Phrase CustomersYears = new("Years", "Jahre");
    public static readonly Phrase CustomersHistoric = new("Lifetime value so far", "Kundenwert bisher");
    public static readonly Phrase CustomersHistoricHow = new("Order value × orders a year × years.", "Bestellwert × Bestellungen im Jahr × Jahre.");
    public static readonly Phrase CustomersPurchases = new("Purchases in {0} months", "Käufe in {0} Monaten");
    public static readonly Phrase CustomersWorth = new("Worth, discounted at {0} a year", "Wert, mit {0} im Jahr abgezinst");
    public static readonly Phrase CustomersEach = new("A customer", "Je Kunde");
    public static readonly Phrase CustomersNew = new("A new customer, beyond the first order", "Ein neuer Kunde, über die erste Bestellung hinaus");
    public static readonly Phrase CustomersAlive = new("Repeat customers who still are", "Wiederkäufer, die es noch sind");
    public static readonly Phrase CustomersCheck = new(
        "Check: without the last {0} weeks the model would have expected {1} purchases in them; {2} came.",
        "Probe: Ohne die letzten {0} Wochen hätte das Modell in ihnen {1} Käufe erwartet; es kamen {2}.");
    public static readonly Phrase CustomersCohorts = new("Who comes back", "Wer wiederkommt");
    public static readonly Phrase CustomersCohortsText = new(
        "Customers by the month of their first order, and the share of them that bought in each month after.",
        "Kunden nach dem Monat ihrer ersten Bestellung, und der Anteil von ihnen, der in jedem Monat danach kaufte.");
    public static readonly Phrase CustomersMonth = new("First order", "Erste Bestellung");
    public static readonly Phrase CustomersAfter = new("+{0}", "+{0}");
    public static readonly Phrase OutlookTitle = new("Outlook", "Ausblick");
    public static readonly Phrase OutlookPageText = new(
        "What the time ahead is worth, by the method that would have done best on your own past.",
        "Was die kommende Zeit wert ist, nach der Methode, die an der eigenen Vergangenheit am besten gelegen hätte.");
    public static readonly Phrase OutlookWas = new("Was", "War");
    public static readonly Phrase OutlookExpected = new("Expected (80%)", "Erwartet (80 %)");
    public static readonly Phrase OutlookTests = new("How each method would have done", "Wie jede Methode gelegen hätte");
    public static readonly Phrase OutlookTestsText = new(
        "Forecasts made at several points of the past, held against what came. An interval called 80% should have held 80% of the values.",
        "Prognosen von mehreren Punkten der Vergangenheit aus, gehalten gegen das, was kam. Ein 80-%-Intervall hätte 80 % der Werte enthalten sollen.");
    public static readonly Phrase OutlookMethod = new("Method", "Methode");
    public static readonly Phrase OutlookError = new("Mean error", "Mittlerer Fehler");
    public static readonly Phrase OutlookInside80 = new("Inside 80%", "In 80 %");
    public static readonly Phrase OutlookInside95 = new("Inside 95%", "In 95 %");
    public static readonly Phrase OutlookMade = new("Made by {0}, {1} steps ahead.", "Methode: {0}, {1} Schritte voraus.");

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
}
