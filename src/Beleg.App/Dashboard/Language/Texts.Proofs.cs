namespace Beleg.App.Dashboard.Language;

/// <summary>Texts of editing, publishing, sharing and verifying proofs.</summary>
internal static partial class Texts
{
    public static readonly Phrase ProofEditProof = new("Edit", "Bearbeiten");
    public static readonly Phrase ProofEditProofText = new("The numbers drafted every line; what you write over one stands in the proof, and the draft is kept beside it. An empty line gives it back to the draft.", "Die Zahlen haben jede Zeile entworfen; was du darüber schreibst, steht im Nachweis, und der Entwurf bleibt daneben. Eine leere Zeile gibt sie dem Entwurf zurück.");
    public static readonly Phrase ProofEditPublished = new("This month is published and stays as it is. What you change here goes into a restatement that names the first.", "Dieser Monat ist veröffentlicht und bleibt, wie er ist. Was du hier änderst, steht in einer Berichtigung, die den ersten nennt.");
    public static readonly Phrase ProofSaved = new("Saved. The draft shows it.", "Gespeichert. Der Entwurf zeigt es.");
    public static readonly Phrase ProofWordCount = new("{0} of {1} words", "{0} von {1} Wörtern");
    public static readonly Phrase ProofPreview = new("Show the draft", "Entwurf zeigen");
    public static readonly Phrase ProofWins = new("Wins", "Erfolge");
    public static readonly Phrase ProofExperiments = new("Next experiments", "Nächste Experimente");
    public static readonly Phrase ProofCommentary = new("Commentary", "Kommentar");
    public static readonly Phrase ProofLineText = new("Sentence", "Satz");
    public static readonly Phrase ProofLineBusiness = new("What it means for the business", "Was es für das Geschäft heißt");
    public static readonly Phrase ProofLineHypothesis = new("Hypothesis", "Hypothese");
    public static readonly Phrase ProofLineTarget = new("Target metric", "Zielkennzahl");
    public static readonly Phrase ProofLinePayback = new("Expected payback", "Erwarteter Ertrag");
    public static readonly Phrase ProofWrittenBy = new("written by {0}, {1}", "geschrieben von {0}, {1}");
    public static readonly Phrase ProofDrafted = new("Draft: {0}", "Entwurf: {0}");
    public static readonly Phrase ProofEditHistory = new("Every edit", "Jede Änderung");
    public static readonly Phrase ProofAuthor = new("Author", "Wer");
    public static readonly Phrase ProofPlace = new("Place", "Stelle");
    public static readonly Phrase ProofDraftColumn = new("Drafted", "Entworfen");
    public static readonly Phrase ProofWrittenColumn = new("Written", "Geschrieben");
    public static readonly Phrase ProofBackToDraft = new("given back to the draft", "dem Entwurf zurückgegeben");

    public static readonly Phrase ProofLeftOut = new("no room on the sheet", "kein Platz auf dem Blatt");
    public static readonly Phrase ProofLeftOutEnglish = new("no room on the English sheet", "kein Platz auf dem englischen Blatt");
    public static readonly Phrase ProofLeftOutGerman = new("no room on the German sheet", "kein Platz auf dem deutschen Blatt");
    public static readonly Phrase ProofCannotPublish = new("That could not be published: {0}", "Das ließ sich nicht veröffentlichen: {0}");

    public static readonly Phrase VerifyEyebrow = new("Proof of value", "Wertnachweis");
    public static readonly Phrase VerifyProof = new("Verify a proof", "Nachweis prüfen");
    public static readonly Phrase VerifyText = new("A proof carries a hash. Whoever has it can see here that the proof was published, when, and whether it still stands. Its figures are not shown.", "Ein Nachweis trägt einen Hash. Wer ihn hat, sieht hier, dass der Nachweis veröffentlicht wurde, wann, und ob er noch gilt. Seine Zahlen stehen hier nicht.");
    public static readonly Phrase VerifyGood = new("This proof was published here and is unaltered", "Dieser Nachweis wurde hier veröffentlicht und ist unverändert");
    public static readonly Phrase VerifyFileGood = new("The file is what was published, letter for letter", "Die Datei ist, was veröffentlicht wurde, Zeichen für Zeichen");
    public static readonly Phrase VerifyBroken = new("The chain of this workspace's proofs is broken", "Die Kette der Nachweise dieses Mandanten ist gebrochen");
    public static readonly Phrase VerifyAltered = new("The file is not what was published", "Die Datei ist nicht, was veröffentlicht wurde");
    public static readonly Phrase VerifyAlteredText = new("Its hash or its signature does not follow from its content: something in it was changed after it was published. Ask whoever sent it for the original, or verify by the hash on the sheet.", "Ihr Hash oder ihre Signatur folgt nicht aus ihrem Inhalt: Nach der Veröffentlichung wurde etwas darin geändert. Bitte den Absender um das Original, oder prüfe mit dem Hash auf dem Blatt.");
    public static readonly Phrase VerifyUnknown = new("No proof with this hash was published here", "Hier wurde kein Nachweis mit diesem Hash veröffentlicht");
    public static readonly Phrase VerifyUnknownText = new("Check that it was copied whole: all 64 hex digits, or at least the first 16. Where it was, the proof may come from another server; its sheet names the address under “Verify”.", "Prüfe, ob er ganz kopiert ist: alle 64 Hex-Ziffern, mindestens die ersten 16. Ist er es, kommt der Nachweis vielleicht von einem anderen Server; sein Blatt nennt die Adresse unter „Prüfen“.");
    public static readonly Phrase VerifyElsewhere = new("The file is whole, but was not published here", "Die Datei ist unversehrt, wurde aber nicht hier veröffentlicht");
    public static readonly Phrase VerifyElsewhereText = new("Its hash follows from its content; another server may have published it.", "Ihr Hash folgt aus ihrem Inhalt; ein anderer Server mag sie veröffentlicht haben.");
    public static readonly Phrase VerifyOf = new("Proof of", "Nachweis von");
    public static readonly Phrase VerifyPublished = new("Published", "Veröffentlicht");
    public static readonly Phrase VerifyAfter = new("Chained to", "Verkettet mit");
    public static readonly Phrase VerifyFirst = new("none: it is the first of its chain", "keinem: Er ist der erste seiner Kette");
    public static readonly Phrase VerifyKey = new("Key", "Schlüssel");
    public static readonly Phrase VerifySignature = new("Signature", "Signatur");
    public static readonly Phrase VerifyRestated = new("A later proof of this month restates it:", "Ein späterer Nachweis dieses Monats berichtigt ihn:");
    public static readonly Phrase VerifyByHash = new("By its hash", "Mit dem Hash");
    public static readonly Phrase VerifyByFile = new("By its file", "Mit der Datei");
    public static readonly Phrase VerifyAct = new("Verify", "Prüfen");
    public static readonly Phrase VerifyFileText = new("The file is checked and not kept.", "Die Datei wird geprüft und nicht aufbewahrt.");

    public static readonly Phrase ProofShares = new("Shared links", "Geteilte Links");
    public static readonly Phrase ProofSharesText = new("Whoever has such a link sees the living figures of its scope, read only, and nothing of a person. The scope is fixed when it is made; it ends when it expires or you end it.", "Wer einen solchen Link hat, sieht die aktuellen Zahlen seines Ausschnitts, ohne etwas ändern zu können, und nichts von Personen. Der Ausschnitt steht beim Anlegen fest; er endet mit seiner Frist oder wenn du ihn beendest.");
    public static readonly Phrase ProofNoShares = new("No link is shared.", "Kein Link ist geteilt.");
    public static readonly Phrase ProofShareMade = new("The link is ready to be sent.", "Der Link kann verschickt werden.");
    public static readonly Phrase ProofShareRevoked = new("The link shows nothing any more.", "Der Link zeigt nichts mehr.");
    public static readonly Phrase ProofShareLabel = new("What for", "Wofür");
    public static readonly Phrase ProofShareScope = new("Scope", "Ausschnitt");
    public static readonly Phrase ProofShareBy = new("by {0}, {1}", "von {0}, {1}");
    public static readonly Phrase ProofShareUntil = new("open until {0}", "offen bis {0}");
    public static readonly Phrase ProofShareExpired = new("expired {0}", "abgelaufen {0}");
    public static readonly Phrase ProofShareEnded = new("ended {0}", "beendet {0}");
    public static readonly Phrase ProofShareRevoke = new("End", "Beenden");
    public static readonly Phrase ProofShareViews = new("Views", "Aufrufe");
    public static readonly Phrase ProofShareViewsText = new("Every look at this link. No address of a reader is kept.", "Jeder Aufruf dieses Links. Keine Adresse eines Lesers wird aufbewahrt.");
    public static readonly Phrase ProofNoViews = new("Nobody has looked yet.", "Noch hat niemand hineingesehen.");
    public static readonly Phrase ProofMakeShare = new("Share a link", "Link teilen");
    public static readonly Phrase ProofAllChannels = new("all channels", "alle Kanäle");
    public static readonly Phrase ProofFirstMonth = new("First month", "Erster Monat");
    public static readonly Phrase ProofLastMonth = new("Last month", "Letzter Monat");
    public static readonly Phrase ProofShareDays = new("Days it holds", "Tage gültig");
    public static readonly Phrase ProofShareDrill = new("Figures open their breakdown by channel, flow and entry", "Zahlen öffnen ihre Aufteilung nach Kanal, Flow und Einstieg");
    public static readonly Phrase ProofShareDrillShort = new("with breakdowns", "mit Aufteilungen");
    public static readonly Phrase ProofShareHint = new("To change a scope, end the link and make another.", "Für einen anderen Ausschnitt: beenden und neu anlegen.");
    public static readonly Phrase ProofViewPage = new("Page", "Seite");
    public static readonly Phrase ProofViewReader = new("Reader", "Leser");
    public static readonly Phrase ProofReaderPerson = new("a person", "ein Mensch");
    public static readonly Phrase ProofReaderPreview = new("an app's preview", "Vorschau einer App");
    public static readonly Phrase ProofReaderMachine = new("a machine", "eine Maschine");
    public static readonly Phrase ProofViewShown = new("shown", "gezeigt");
    public static readonly Phrase ProofViewExpired = new("expired", "abgelaufen");
    public static readonly Phrase ProofViewRevoked = new("ended", "beendet");

    public static readonly Phrase RowsTogether = new("{0} rows, {1} together", "{0} Zeilen, zusammen {1}");

    public static readonly Phrase SharedEyebrow = new("Live figures, read only", "Aktuelle Zahlen, nur Ansicht");
    public static readonly Phrase SharedBack = new("All figures", "Alle Zahlen");
    public static readonly Phrase SharedFoot = new("Counted cautiously, on evidence A to C. This link is open until {0}.", "Vorsichtig gezählt, auf Belegen A bis C. Dieser Link ist offen bis {0}.");
    public static readonly Phrase ProofNoPdf = new("This server cannot write PDFs", "Dieser Server kann kein PDF schreiben");
    public static readonly Phrase ProofNoPdfText = new("The sheet is the same: open it and print it with your browser, it fits one page. Whoever runs the server finds the reason below.", "Das Blatt ist dasselbe: öffne es und drucke es mit deinem Browser, es passt auf eine Seite. Wer den Server betreibt, findet unten den Grund.");
    public static readonly Phrase ProofOpenSheet = new("Open the sheet", "Blatt öffnen");
    public static readonly Phrase SharedEmpty = new("Nothing happened in this month. Choose another above.", "In diesem Monat geschah nichts. Wähle oben einen anderen.");
    public static readonly Phrase SharedClosed = new("This link is not open", "Dieser Link ist nicht offen");
    public static readonly Phrase SharedClosedText = new("It may have expired, been ended, or been copied without its end. Ask whoever sent it for a new one.", "Er kann abgelaufen, beendet oder ohne sein Ende kopiert sein. Bitte den Absender um einen neuen.");
    public static readonly Phrase ProofAllFlows = new("all flows", "alle Flows");
    public static readonly Phrase WhyWritten = new("written {0}", "geschrieben {0}");
}
