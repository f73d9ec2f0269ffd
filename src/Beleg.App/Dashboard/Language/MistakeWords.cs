using System.Text.RegularExpressions;

namespace Beleg.App.Dashboard.Language;

/// <summary>
/// Words for what somebody did wrong in a form. Whoever refuses it says so in one English sentence, as for programs and the command line; here
/// stands each sentence that a page can come to with its German one. A field is called in it as on the page.
/// </summary>
internal static partial class MistakeWords
{
    private static readonly Phrase[] sentences =
    [
        // Fields
        new("{0}: no number can be read there; write 1234.50 or 1,234.50.", "{0}: Dort ist keine Zahl zu lesen; schreib 1234,50 oder 1.234,50."),
        new("{0}: a day such as 2026-09-01.", "{0}: ein Tag wie 2026-09-01."),
        new("{0}: is missing.", "{0}: fehlt."),
        new("There is no metric '{0}'.", "Es gibt keine Kennzahl '{0}'."),

        // The books
        new("low, value, high: in this order, none above the next.", "niedrig, erwartet, hoch: in dieser Reihenfolge, keines über dem nächsten."),
        new("value: a number.", "erwartet: eine Zahl."),
        new("baseline, target, due: all three are needed to say where it stands.", "Ausgangslage, Ziel, fällig am: Alle drei braucht es, um zu sagen, wo sie steht."),
        new("The journal cannot write: {0} Nothing was changed; try again.", "Das Journal kann nicht schreiben: {0} Nichts wurde geändert; versuche es erneut."),

        // Contacts
        new("'{0}' is no field of a contact: there are {1}.", "'{0}' ist kein Feld eines Kontakts: Es gibt {1}."),
        new("type: one of {0}.", "Art: eine von {0}."),
        new("A phone number needs its country code: +49 30 1234567.", "Eine Telefonnummer braucht ihre Ländervorwahl: +49 30 1234567."),
        new("That cannot be read as one.", "Das lässt sich nicht als solches lesen."),
        new("Contact {0} is known by that already: merge the two if they are one person.", "Kontakt {0} ist darunter schon bekannt: Führe die beiden zusammen, wenn sie eine Person sind."),
        new("That is the same contact.", "Das ist derselbe Kontakt."),
        new("Nothing joins these two names.", "Nichts verbindet diese beiden Namen."),
        new("Nobody is known here by a name of their own, so nothing can be written down about them.", "Hier ist niemand unter einem eigenen Namen bekannt, daher lässt sich nichts festhalten."),
        new("There is no contact with that key.", "Es gibt keinen Kontakt mit diesem Schlüssel."),

        // Notes, proofs, shared links
        new("A note has at most {0} characters; this one has {1}.", "Eine Notiz hat höchstens {0} Zeichen; diese hat {1}."),
        new("{0} is not over: a proof is frozen once it is.", "{0} ist noch nicht vorbei: Ein Nachweis wird danach eingefroren."),
        new("There is no place {0}; there are {1}.", "Es gibt keine Stelle {0}; es gibt {1}."),
        new("{0}: a line has at most {1} characters.", "{0}: Eine Zeile hat höchstens {1} Zeichen."),
        new("The page would have {0} words in English, and a minute holds {1}: shorten {2}.", "Die Seite hätte auf Englisch {0} Wörter, und eine Minute fasst {1}: Kürze um {2}."),
        new("The page would have {0} words in German, and a minute holds {1}: shorten {2}.", "Die Seite hätte auf Deutsch {0} Wörter, und eine Minute fasst {1}: Kürze um {2}."),
        new("Name a first and a last month such as 2026-05 and 2026-10, the first not after the last.", "Nenne einen ersten und einen letzten Monat wie 2026-05 und 2026-10, den ersten nicht nach dem letzten."),
        new("A shared link holds for 1 to {0} days.", "Ein geteilter Link gilt 1 bis {0} Tage."),
        new("A flow's id has 1 to {0} characters.", "Die Kennung eines Flows hat 1 bis {0} Zeichen."),
        new("A label has at most {0} characters.", "Eine Bezeichnung hat höchstens {0} Zeichen."),
        new("{0} is not over: its proof is published once it is, and until then the draft follows the figures.", "{0} ist noch nicht vorbei: Der Nachweis wird danach veröffentlicht, und bis dahin folgt der Entwurf den Zahlen."),

        // Printing
        new("There is no Chromium here to print with: install it (Debian: apt-get install chromium), or name the program in BELEG_CHROMIUM.", "Hier ist kein Chromium, das drucken könnte: Installiere es (Debian: apt-get install chromium) oder nenne das Programm in BELEG_CHROMIUM."),
        new("{0} wrote no PDF.", "{0} schrieb kein PDF."),
        new("{0} did not start.", "{0} ließ sich nicht starten."),
        new("{0} did not print within {1} s.", "{0} druckte nicht innerhalb von {1} s."),
        new("{0} ended with {1}: {2}", "{0} endete mit {1}: {2}"),
        new("The proof does not fit one page in any size of type.", "Der Nachweis passt in keiner Schriftgröße auf eine Seite."),

        // Links
        new("A link leads to an absolute http or https address without user name, of at most {0} characters.", "Ein Link führt zu einer vollständigen http- oder https-Adresse ohne Benutzernamen, von höchstens {0} Zeichen."),
        new("{0} is not among the domains that links may lead to: add it to the setting link_domains.", "{0} ist keine der Domains, auf die Links führen dürfen: Nimm sie in die Liste auf."),
        new("channel: say one of {0}.", "Kanal: einer von {0}."),
        new("flow, branch, campaign: at most 200 characters, no control characters.", "Flow, Zweig, Kampagne: höchstens 200 Zeichen, keine Steuerzeichen."),
        new("contact_parameter: a link for one recipient needs none; leave out one of the two.", "contact_parameter: Ein Link für einen Empfänger braucht keinen; lass eines von beiden weg."),
        new("contact_parameter: a name of up to 20 small letters, digits and underscores, such as c.", "contact_parameter: ein Name aus bis zu 20 kleinen Buchstaben, Ziffern und Unterstrichen, etwa c."),
        new("days: say 1 to {0}.", "Tage: 1 bis {0}."),
        new("This link carries no contact: make one with {0}.", "Dieser Link trägt keinen Kontakt: Mache einen mit {0}."),
        new("recipient: its value cannot be read; a phone number needs its country code, a scope has at most 128 bytes.", "Empfänger: Der Wert ist nicht zu lesen; eine Telefonnummer braucht ihre Ländervorwahl, ein Bereich hat höchstens 128 Byte."),

        // Sources, people, settings
        new("'{0}' is a source that every workspace has already: choose another name.", "'{0}' ist eine Quelle, die jeder Mandant schon hat: Wähle einen anderen Namen."),
        new("'{0}' is no provider: say one of {1} with --provider.", "'{0}' ist kein Anbieter: einer von {1}."),
        Texts.SecretsAgain,
        new("A source needs a secret: pipe it in, such as: {0}", "Eine Quelle braucht ein Geheimnis."),
        new("A source's name is 1 to 40 of a-z, 0-9 and hyphen; '{0}' is not.", "Der Name einer Quelle besteht aus 1 bis 40 von a-z, 0-9 und Bindestrich; '{0}' nicht."),
        new("A region is two capital letters such as DE; '{0}' is not.", "Eine Region sind zwei Großbuchstaben wie DE; '{0}' nicht."),
        new("An account id is not empty.", "Eine Kontokennung ist nicht leer."),
        new("That is no e-mail address.", "Das ist keine E-Mail-Adresse."),
        new("There is a user with that e-mail already.", "Es gibt schon jemanden mit dieser E-Mail-Adresse."),
        new("A password has {0} to {1} characters.", "Ein Passwort hat {0} bis {1} Zeichen."),
        new("There is no such person.", "Diese Person gibt es nicht."),
        new("There is no workspace {0}.", "Es gibt keinen Mandanten {0}."),
        new("Somebody must stay admin of all workspaces: make another person one first.", "Jemand muss Admin aller Mandanten bleiben: Mache zuerst eine andere Person dazu."),
        new("role: viewer, editor, admin or none.", "Rolle: viewer, editor, admin oder none."),
        new("{0} must be {1}.", "{0} muss sein: {1}."),
        new("A reason has at most {0} characters; this one has {1}.", "Eine Begründung hat höchstens {0} Zeichen; diese hat {1}."),
        new("{0} learns from the touches there are: look at it with the windows as they are, and at other windows with a model that follows a rule.", "{0} lernt aus den Berührungen, die es gibt: Sieh es dir mit den Fenstern an, wie sie sind, und andere Fenster mit einem Modell, das einer Regel folgt."),
        new("{0} learns anew in every period, so it cannot be a workspace's own model; ask for it where you want it, by the filter or --model {1}.", "{0} lernt in jedem Zeitraum neu und kann daher nicht das Modell eines Mandanten sein; wähle es dort, wo du es willst, im Filter oder mit --model {1}."),
        new("The proposal changes nothing.", "Der Vorschlag ändert nichts."),

        // Experiments
        new("'{0}' is {1}: what was agreed stands. Make a new version of it, '{2}'.", "'{0}' ist {1}: Was vereinbart wurde, gilt. Mache eine neue Version, '{2}'."),
        new("'{0}' is a draft: change it.", "'{0}' ist ein Entwurf: Ändere ihn."),
        new("'{0}' exists already.", "'{0}' gibt es schon."),
        new("decision: ship, keep or open.", "Entscheidung: ship, keep oder open."),
        new("arm: one of {0}.", "Arm: einer von {0}."),
        new("'{0}' is {1} and cannot become {2}: it goes from draft to running, stopped, decided.", "'{0}' ist {1} und kann nicht {2} werden: Es geht von draft zu running, stopped, decided."),
        new("There is no experiment '{0}'; see: beleg experiment list --workspace {1}", "Es gibt kein Experiment '{0}'; siehe: beleg experiment list --workspace {1}"),
        new("act: start, stop, decide or renew.", "act: start, stop, decide oder renew."),
        new("key: 2 to 60 lower-case letters, digits and dashes, such as {0}.", "Kennung: 2 bis 60 Kleinbuchstaben, Ziffern und Bindestriche, etwa {0}, und noch nicht vergeben."),
        new("hypothesis: one sentence of up to {0} characters.", "Hypothese: ein Satz von bis zu {0} Zeichen."),
        new("hypothesis_de: one sentence of up to {0} characters.", "Hypothese auf Deutsch: ein Satz von bis zu {0} Zeichen."),
        new("metric: one of {0}.", "Kennzahl: eine von {0}."),
        new("flow, campaign: one of them, not both.", "Flow, Kampagne: eines von beiden, nicht beide."),
        new("hold_out: the part that is left alone, above 0 and below 1, such as 0.1.", "Zurückgehaltener Teil: über 0 und unter 100 %, etwa 10."),
        new("arms: {0} to {1} different ids, the first is what was before.", "Arme: {0} bis {1} verschiedene Kennungen, die erste ist, was vorher war."),
        new("arms: a hold-out has two, the one left alone and the other.", "Arme: Zurückhalten kennt zwei, den in Ruhe gelassenen und den anderen."),
        new("weights: one for each arm, above 0, adding up to 1.", "Anteile: einer je Arm, über 0, zusammen 100."),
        new("coverage: above 0 and up to 1.", "Abdeckung: über 0 und höchstens 1."),
        new("guardrails: there is no metric '{0}' that an experiment can watch.", "Leitplanken: Es gibt keine Kennzahl '{0}', die ein Experiment beobachten kann."),
        new("guardrails: the metric that decides is none.", "Leitplanken: Die entscheidende Kennzahl ist keine."),
        new("least_effect: a relative effect from 0.001 to 10; 0.05 is 5%.", "Kleinster Effekt: von 0,1 bis 1000 %."),
        new("decision_rule: fixed or always_valid.", "Regel: fixed oder always_valid."),
        new("ends: after starts, it is the day after the last.", "Ende: nach dem Beginn; es ist der Tag nach dem letzten."),
        new("expected_gain, effort: amounts from 0 on.", "Erwarteter Gewinn, Aufwand: Beträge ab 0."),
    ];

    // What a field is called on the page, by its name on the wire.
    private static readonly Dictionary<string, Phrase> fields = new(StringComparer.Ordinal)
    {
        ["amount"] = Texts.AmountHead,
        ["kind"] = Texts.CostKind,
        ["from"] = Texts.FromHead,
        ["to"] = Texts.ToHead,
        ["low"] = Texts.ScenarioLow,
        ["value"] = Texts.ScenarioBase,
        ["high"] = Texts.ScenarioHigh,
        ["valid_from"] = Texts.ValidFrom,
        ["assumption_id"] = Texts.AssumptionName,
        ["statement"] = Texts.Statement,
        ["metric"] = Texts.Metric,
        ["baseline"] = Texts.Baseline,
        ["target"] = Texts.TargetHead,
        ["due"] = Texts.DueHead,
        ["least_effect"] = Texts.ExperimentLeast,
        ["hold_share"] = Texts.ExperimentHoldShare,
        ["weights"] = Texts.ExperimentWeightsField,
        ["gain"] = Texts.ExperimentGainField,
        ["effort"] = Texts.ExperimentEffortField,
        ["starts"] = Texts.ExperimentStarts,
        ["ends"] = Texts.ExperimentEnds,
    };

    private static readonly (Regex Said, Phrase Words)[] known = [.. sentences.Select(Sayings.Pattern)];

    /// <summary>A mistake in both languages; what nobody wrote words for stays as it was said.</summary>
    public static Phrase Of(string message)
    {
        if (One(message) is { } words)
            return words;
        // Several mistakes are told one after the other.
        var parts = Sentences().Split(message);
        return parts.Length > 1 && Array.TrueForAll(parts, part => One(part) is not null)
            ? new(string.Join(' ', parts.Select(part => One(part)!.En)), string.Join(' ', parts.Select(part => One(part)!.De))) : new(message, message);
    }

    /// <summary>Whether there are words for a mistake.</summary>
    public static bool Knows(string message) => Of(message) is var words && words.De != words.En;

    private static Phrase? One(string message) =>
        Sayings.Find(known, message) is { } words ? new(Named(message, words.En, phrase => phrase.En), Named(message, words.De, phrase => phrase.De))
        : RefusalWords.Knows(message) ? RefusalWords.Of(message) : null;

    private static string Named(string message, string words, Func<Phrase, string> pick) =>
        message.IndexOf(": ", StringComparison.Ordinal) is > 0 and var end && fields.TryGetValue(message[..end], out var name) && words.StartsWith(message[..end] + ":", StringComparison.Ordinal)
            ? pick(name) + words[end..] : words;

    [GeneratedRegex(@"(?<=\.) (?=\S)")]
    private static partial Regex Sentences();
}
