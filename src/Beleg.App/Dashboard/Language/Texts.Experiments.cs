namespace Beleg.App.Dashboard.Language;

/// <summary>Texts of experiments, hold-outs and measured lift.</summary>
internal static partial class Texts
{
    public static readonly Phrase ExperimentsTitle = new("Experiments", "Experimente");
    public static readonly Phrase ExperimentsText = new(
        "Agreed before the start, drawn by lot, read with a verdict. Hold-outs measure what a flow really causes.",
        "Vor dem Start vereinbart, ausgelost, mit Urteil gelesen. Vergleichsteile messen, was ein Flow wirklich bewirkt.");
    public static readonly Phrase ExperimentsNone = new(
        "No experiment yet. Plan one: Beleg says how many contacts and weeks it takes, draws the arms and reads the result.",
        "Noch kein Experiment. Plane eines: Beleg sagt, wie viele Kontakte und Wochen es braucht, lost die Gruppen aus und liest das Ergebnis.");
    public static readonly Phrase ExperimentNew = new("New experiment", "Neues Experiment");
    public static readonly Phrase ExperimentName = new("Experiment", "Experiment");
    public static readonly Phrase ExperimentSeenOnly = new("seen, not planned", "gesehen, nicht geplant");
    public static readonly Phrase ExperimentAbout = new("About", "Worum es geht");
    public static readonly Phrase ExperimentEverything = new("all automation", "die ganze Automatisierung");
    public static readonly Phrase ExperimentHoldOutTag = new("hold-out", "Vergleichsteil");
    public static readonly Phrase ExperimentsArm = new("Arm", "Gruppe");
    public static readonly Phrase ExperimentsContacts = new("Contacts", "Kontakte");
    public static readonly Phrase ExperimentsValue = new("Value", "Wert");
    public static readonly Phrase ExperimentsOwn = new("Its own 95%", "Eigene 95 %");
    public static readonly Phrase ExperimentsOptOut = new("Opted out", "Abgemeldet");
    public static readonly Phrase ExperimentsSince = new("Since {0}.", "Seit {0}.");
    public static readonly Phrase ExperimentsBehind = new("the contacts", "die Kontakte");
    public static readonly Phrase ExperimentsMeant = new("meant: {0}", "gedacht: {0}");

    public static readonly Phrase ExperimentResult = new("Result", "Ergebnis");
    public static readonly Phrase ExperimentNotSeen = new(
        "Nobody has seen two arms yet. Ask the assignment, show the arm, and send 'Experiment Viewed' with experiment_id and variation_id.",
        "Noch hat niemand zwei Gruppen gesehen. Frag die Zuteilung ab, zeig die Gruppe und sende „Experiment Viewed“ mit experiment_id und variation_id.");
    public static readonly Phrase ExperimentLift = new("Lift", "Zuwachs");
    public static readonly Phrase ExperimentPerContact = new("A contact", "Je Kontakt");
    public static readonly Phrase ExperimentAlways = new("Always-valid 95%", "Immer gültige 95 %");
    public static readonly Phrase ExperimentFixed = new("95% of one look", "95 % eines Blicks");
    public static readonly Phrase ExperimentP = new("p (one look)", "p (ein Blick)");
    public static readonly Phrase ExperimentPAlways = new("p (any look)", "p (jeder Blick)");
    public static readonly Phrase ExperimentHolm = new("Holm", "Holm");
    public static readonly Phrase ExperimentHochberg = new("Benjamini-Hochberg", "Benjamini-Hochberg");
    public static readonly Phrase ExperimentWin = new("Chance to win", "Gewinnchance");
    public static readonly Phrase ExperimentLoss = new("Expected loss of changing", "Erwarteter Verlust beim Umstellen");
    public static readonly Phrase ExperimentLossStay = new("Expected loss of staying", "Erwarteter Verlust beim Bleiben");
    public static readonly Phrase ExperimentCuped = new("Noise taken out (CUPED)", "Rauschen entfernt (CUPED)");
    public static readonly Phrase ExperimentNotUsed = new("not for a ratio, or nothing known before", "nicht bei Verhältnissen oder ohne Vorgeschichte");
    public static readonly Phrase ExperimentDelta = new(
        "A ratio of sums; its variance is taken over contacts by the delta method.", "Ein Verhältnis von Summen; seine Varianz wird mit der Deltamethode über Kontakte genommen.");
    public static readonly Phrase ExperimentMean = new("A mean over contacts.", "Ein Mittel über Kontakte.");
    public static readonly Phrase ExperimentDecides = new("decides", "entscheidet");
    public static readonly Phrase ExperimentGuardrails = new("Guardrails", "Leitplanken");
    public static readonly Phrase ExperimentGuardrailsText = new(
        "What must not get worse. Holm keeps one false alarm among them all below 5%, Benjamini-Hochberg the share of false ones.",
        "Was nicht schlechter werden darf. Holm hält einen Fehlalarm unter allen unter 5 %, Benjamini-Hochberg den Anteil der falschen.");
    public static readonly Phrase ExperimentChange = new("Change", "Änderung");
    public static readonly Phrase ExperimentStanding = new("Standing", "Stand");
    public static readonly Phrase ExperimentHeld = new("holds", "hält");
    public static readonly Phrase ExperimentBroken = new("got worse", "schlechter geworden");
    public static readonly Phrase ExperimentHealth = new("Health", "Gesundheit");
    public static readonly Phrase ExperimentRatio = new("Sample ratio", "Verhältnis der Gruppen");
    public static readonly Phrase ExperimentRatioOk = new("as planned (p {0})", "wie geplant (p {0})");
    public static readonly Phrase ExperimentRatioBad = new("off (p {0}): no verdict", "verschoben (p {0}): kein Urteil");
    public static readonly Phrase ExperimentSeveral = new("Saw several arms", "Sahen mehrere Gruppen");
    public static readonly Phrase ExperimentSeveralOf = new("{0} ({1}); from {2} on no verdict", "{0} ({1}); ab {2} kein Urteil");
    public static readonly Phrase ExperimentSize = new("Contacts in the smallest arm", "Kontakte in der kleinsten Gruppe");
    public static readonly Phrase ExperimentSizeOf = new("{0} of {1} planned", "{0} von {1} geplanten");

    public static readonly Phrase ExperimentTerms = new("What was agreed", "Was vereinbart wurde");
    public static readonly Phrase ExperimentHypothesis = new("Hypothesis", "Hypothese");
    public static readonly Phrase ExperimentMetric = new("Metric that decides", "Kennzahl, die entscheidet");
    public static readonly Phrase ExperimentLeast = new("Least effect that matters, %", "Kleinster Effekt, der zählt, %");
    public static readonly Phrase ExperimentLeastLabel = new("Least effect that matters", "Kleinster Effekt, der zählt");
    public static readonly Phrase ExperimentRule = new("Decided", "Entschieden wird");
    public static readonly Phrase ExperimentDays = new("Planned days", "Geplante Tage");
    public static readonly Phrase ExperimentGain = new("Expected gain a month", "Erwarteter Gewinn im Monat");
    public static readonly Phrase ExperimentEffort = new("One-off effort", "Einmaliger Aufwand");
    public static readonly Phrase ExperimentPayback = new("Expected payback", "Erwartete Amortisation");
    public static readonly Phrase ExperimentPaybackOf = new("{0} months", "{0} Monate");
    public static readonly Phrase ExperimentBaseline = new("Baseline when planned", "Ausgangswert bei der Planung");
    public static readonly Phrase ExperimentOf = new("Comes of the finding", "Stammt aus dem Befund");
    public static readonly Phrase ExperimentVersionOf = new("New version of", "Neue Fassung von");
    public static readonly Phrase ExperimentHistory = new("What was done", "Was geschah");
    public static readonly Phrase ExperimentPlannedAct = new("planned", "geplant");
    public static readonly Phrase ExperimentDecisionOf = new("Decision: {0}", "Entscheidung: {0}");

    public static readonly Phrase ExperimentStart = new("Start", "Starten");
    public static readonly Phrase ExperimentStop = new("Stop", "Stoppen");
    public static readonly Phrase ExperimentDecide = new("Decide", "Entscheiden");
    public static readonly Phrase ExperimentEdit = new("Change the draft", "Entwurf ändern");
    public static readonly Phrase ExperimentRenew = new("New version", "Neue Fassung");
    public static readonly Phrase ExperimentNext = new("Next step", "Nächster Schritt");
    public static readonly Phrase ExperimentStartText = new("From the start on the terms stand: contacts are drawn, and nothing about them can be changed.", "Ab dem Start gilt das Vereinbarte: Kontakte werden ausgelost, und daran lässt sich nichts mehr ändern.");
    public static readonly Phrase ExperimentStopText = new("After the stop nobody is drawn any more, and later orders do not count.", "Nach dem Stopp wird niemand mehr ausgelost, und spätere Bestellungen zählen nicht.");
    public static readonly Phrase ExperimentRunsText = new("What runs is not changed. Another split or another target is a new version, with contacts drawn anew.", "Was läuft, wird nicht geändert. Eine andere Aufteilung oder ein anderes Ziel ist eine neue Fassung mit neuer Auslosung.");
    public static readonly Phrase ExperimentDecision = new("Decision", "Entscheidung");
    public static readonly Phrase ExperimentShipArm = new("Arm that everybody gets", "Gruppe, die alle bekommen");

    public static readonly Phrase ExperimentConnect = new("Connect it", "Anbinden");
    public static readonly Phrase ExperimentConnectText = new(
        "Ask for the arm with a read key, show it, and report what was seen. The same contact always gets the same arm (FNV-1a, version 2, as GrowthBook's clients).",
        "Frag die Gruppe mit einem Leseschlüssel ab, zeig sie und melde, was gesehen wurde. Derselbe Kontakt bekommt stets dieselbe Gruppe (FNV-1a, Version 2, wie GrowthBooks Clients).");

    public static readonly Phrase ExperimentFormText = new(
        "Write down what you believe before you know. Beleg computes size and duration from this workspace's own last eight weeks.",
        "Schreib auf, was du glaubst, bevor du es weißt. Beleg berechnet Umfang und Dauer aus den letzten acht Wochen dieses Mandanten.");
    public static readonly Phrase ExperimentKey = new("Key (in events and addresses)", "Schlüssel (in Ereignissen und Adressen)");
    public static readonly Phrase ExperimentKeyHint = new("Lower-case letters, digits, dashes.", "Kleinbuchstaben, Ziffern, Striche.");
    public static readonly Phrase ExperimentFlow = new("Flow", "Flow");
    public static readonly Phrase ExperimentCampaign = new("Campaign", "Kampagne");
    public static readonly Phrase ExperimentAny = new("none", "keine Angabe");
    public static readonly Phrase ExperimentKind = new("Kind", "Art");
    public static readonly Phrase ExperimentKindAb = new("Arms against each other", "Gruppen gegeneinander");
    public static readonly Phrase ExperimentKindHold = new("Hold-out: a part is left alone", "Vergleichsteil: ein Teil wird in Ruhe gelassen");
    public static readonly Phrase ExperimentHoldShare = new("Left alone, %", "In Ruhe gelassen, %");
    public static readonly Phrase ExperimentArmsField = new("Arms, the first is what was before", "Gruppen, die erste ist das Bisherige");
    public static readonly Phrase ExperimentWeightsField = new("Split, % each; empty: equal", "Aufteilung, je %; leer: gleich");
    public static readonly Phrase ExperimentGuardrailsField = new("Guardrails (opt-outs are always watched)", "Leitplanken (Abmeldungen immer)");
    public static readonly Phrase ExperimentStarts = new("First day", "Erster Tag");
    public static readonly Phrase ExperimentEnds = new("Day after the last", "Tag nach dem letzten");
    public static readonly Phrase ExperimentGainField = new("Expected gain a month (empty: estimated)", "Erwarteter Gewinn im Monat (leer: geschätzt)");
    public static readonly Phrase ExperimentEffortField = new("One-off effort", "Einmaliger Aufwand");
    public static readonly Phrase ExperimentCompute = new("Compute size and duration", "Umfang und Dauer berechnen");
    public static readonly Phrase ExperimentSave = new("Save the draft", "Entwurf speichern");
    public static readonly Phrase ExperimentPower = new("What it takes", "Was es braucht");
    public static readonly Phrase ExperimentPowerContacts = new("Contacts in all arms", "Kontakte in allen Gruppen");
    public static readonly Phrase ExperimentPowerSmallest = new("In the smallest arm", "In der kleinsten Gruppe");
    public static readonly Phrase ExperimentPowerDays = new("Duration", "Dauer");
    public static readonly Phrase ExperimentPowerWeeks = new("{0} weeks", "{0} Wochen");
    public static readonly Phrase ExperimentPowerBase = new("Baseline", "Ausgangswert");
    public static readonly Phrase ExperimentPowerFour = new("Four weeks show", "Vier Wochen zeigen");
    public static readonly Phrase ExperimentPowerFrom = new("{0} or more", "ab {0}");
    public static readonly Phrase ExperimentPowerPast = new("{0} contacts of {1} to {2}", "{0} Kontakte vom {1} bis {2}");
    public static readonly Phrase ExperimentMarginUnset = new("contribution margin not agreed yet", "Deckungsbeitrag noch nicht vereinbart");

    public static readonly Phrase ExperimentContactsTitle = new("Contacts in '{0}'", "Kontakte in „{0}“");
    public static readonly Phrase ExperimentContactsSeveral = new("Contacts who saw several arms", "Kontakte, die mehrere Gruppen sahen");
    public static readonly Phrase ExperimentContactsText = new("{0} contacts; the {1} with the largest values stand here. Each leads to its conversations and orders.", "{0} Kontakte; hier stehen die {1} mit den größten Werten. Jeder führt zu seinen Unterhaltungen und Bestellungen.");
    public static readonly Phrase ExperimentFirstSeen = new("First seen", "Zuerst gesehen");
    public static readonly Phrase ExperimentDenominator = new("Below the line", "Unter dem Strich");
    public static readonly Phrase ExperimentBack = new("Back to the experiment", "Zurück zum Experiment");

    public static readonly Phrase ComparisonTitle = new("With chat against without", "Mit Chat gegen ohne");
    public static readonly Phrase ComparisonOf = new("Revenue a contact: {0} with a chat against {1} without, all known before, in {2}.", "Umsatz je Kontakt: {0} mit Chat gegen {1} ohne, alle vorher bekannt, {2}.");
    public static readonly Phrase ComparisonTooFew = new("There is nothing to compare yet: it takes people on both sides whom the shop knew before. A longer period may have them.", "Noch gibt es nichts zu vergleichen: Es braucht auf beiden Seiten Menschen, die der Shop vorher kannte. Ein längerer Zeitraum hat sie vielleicht.");
    public static readonly Phrase ComparisonPlain = new("As it is", "Wie es ist");
    public static readonly Phrase ComparisonAdjusted = new("Spending before taken out (CUPED)", "Frühere Ausgaben herausgenommen (CUPED)");
    public static readonly Phrase ComparisonMatched = new("Matched on orders before", "Abgeglichen nach früheren Bestellungen");
    public static readonly Phrase ComparisonAlone = new("Nobody to match with", "Niemand zum Abgleichen");
    public static readonly Phrase LiftTitle = new("Measured beside attributed", "Gemessen neben zugerechnet");
    public static readonly Phrase LiftOf = new("{0}, {1} to {2}", "{0}, {1} bis {2}");
    public static readonly Phrase LiftRead = new("Read the hold-out", "Vergleichsteil lesen");
}
