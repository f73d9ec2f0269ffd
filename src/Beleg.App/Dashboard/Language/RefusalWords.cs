using System.Text.RegularExpressions;

namespace Beleg.App.Dashboard.Language;

/// <summary>
/// Words for the details of refusals. A translator says what is wrong in one English sentence, which is kept; here stands each such sentence
/// with its other language, the numbers and names in it as parameters, so that what was refused long ago is understood as well.
/// </summary>
internal static class RefusalWords
{
    /// <summary>What can be wrong with one property, after its name.</summary>
    private static readonly Phrase[] Faults =
    [
        new("is missing", "fehlt"),
        new("is missing: {0} needs it", "fehlt: {0} braucht es"),
        new("is too long or no text", "ist zu lang oder kein Text"),
        new("must be a text", "muss ein Text sein"),
        new("must be true or false", "muss true oder false sein"),
        new("must be a whole number", "muss eine ganze Zahl sein"),
        new("is too large", "ist zu groß"),
        new("must be a decimal number with a point", "muss eine Dezimalzahl mit Punkt sein"),
        new("must be a time: ISO 8601, or seconds or milliseconds since 1970", "muss ein Zeitpunkt sein: ISO 8601, oder Sekunden oder Millisekunden seit 1970"),
        new("must be seconds since 1970", "muss in Sekunden seit 1970 stehen"),
        new("must be a day such as 2026-08-14", "muss ein Tag wie 2026-08-14 sein"),
        new("must be one of {0}", "muss eines davon sein: {0}"),
        new("must be a list of texts", "muss eine Liste von Texten sein"),
        new("must be a month such as 2026-08 or two days such as 2026-08-01/2026-09-01", "muss ein Monat wie 2026-08 oder zwei Tage wie 2026-08-01/2026-09-01 sein"),
        new("must come after 'from': it is the day after the last", "muss nach 'from' liegen: Es ist der Tag nach dem letzten"),
        new("must come after 'valid_from', the day of the baseline", "muss nach 'valid_from' liegen, dem Tag der Ausgangslage"),
        new("must come after 'valid_from', the first day", "muss nach 'valid_from' liegen, dem ersten Tag"),
        new("must be at least two different ids", "müssen mindestens zwei verschiedene Kennungen sein"),
        new("must be running, stopped or decided", "muss running, stopped oder decided sein"),
        new("must hold one part for each arm, from 0 to 1, adding up to 1", "muss je Arm einen Teil von 0 bis 1 enthalten, zusammen 1"),
        new("must be above 0 and up to 1", "muss über 0 liegen und höchstens 1 sein"),
        new("must be a region of ISO 3166", "muss eine Region nach ISO 3166 sein"),
        new("must be above scale_min", "muss über scale_min liegen"),
        new("lies outside the scale", "liegt außerhalb der Skala"),
        new("must be {type, scope, value} or a key of 16 hex digits", "muss {type, scope, value} sein oder ein Schlüssel aus 16 Hexziffern"),
        new("is not a decimal number", "ist keine Dezimalzahl"),
        new("is not a decimal number with a point", "ist keine Dezimalzahl mit Punkt"),
        new("has more decimals than {0} has", "hat mehr Nachkommastellen als {0}"),
        new("is over 10^12 minor units", "liegt über 10^12 kleinsten Einheiten"),
        new("is negative", "ist negativ"),
        new("is not a code of ISO 4217", "ist kein Kürzel nach ISO 4217"),
        new("is missing or not a code of ISO 4217", "fehlt oder ist kein Kürzel nach ISO 4217"),
        new("lies before 2005 or more than 48 h ahead", "liegt vor 2005 oder mehr als 48 h voraus"),
        new("add up to more than 10^12 minor units", "ergeben zusammen mehr als 10^12 kleinste Einheiten"),
        new("is missing, and no revenue, items, captured or value to make it of", "fehlt, und weder revenue, items, captured noch value, um es zu bilden"),
        new("is missing: the money that moved back", "fehlt: das Geld, das zurückfloss"),
        new("is missing, and no hours or quantity with a rate to make it of", "fehlt, und weder hours noch quantity mit einem Satz, um es zu bilden"),
        new("is missing: the name of what happened", "fehlt: der Name dessen, was geschah"),
        new("is missing: the message's own", "fehlt: die der Nachricht selbst"),
        new("is missing: the message the status is about", "fehlt: die der Nachricht, um die es geht"),
        new("is kept and not translated", "wird aufbewahrt und nicht übersetzt"),
    ];

    /// <summary>Whole sentences.</summary>
    private static readonly Phrase[] Sentences =
    [
        new("Not JSON that can be read: line {0}, byte {1}.", "Kein lesbares JSON: Zeile {0}, Byte {1}."),
        new("A call must be a JSON object.", "Ein Aufruf muss ein JSON-Objekt sein."),
        new("The call's type is none of track, identify, page, screen, alias, group.", "Die Art des Aufrufs ist keine von track, identify, page, screen, alias, group."),
        new("A call, a list of calls, or {\"batch\": […]} was expected.", "Erwartet wurde ein Aufruf, eine Liste von Aufrufen oder {\"batch\": […]}."),
        new("{\"object\": \"whatsapp_business_account\", \"entry\": […]} was expected.", "Erwartet wurde {\"object\": \"whatsapp_business_account\", \"entry\": […]}."),
        new("An entry without a list of changes.", "Ein Eintrag ohne Liste von Änderungen."),
        new("A change without a value.", "Eine Änderung ohne Wert."),
        new("A JSON object was expected.", "Erwartet wurde ein JSON-Objekt."),
        new("Neither an order nor a refund, a dispute, a customer or a checkout.", "Weder Bestellung noch Erstattung, Anfechtung, Kunde oder Kasse."),
        new("The items of a cart must name one currency of ISO 4217.", "Die Artikel eines Warenkorbs müssen eine Währung nach ISO 4217 nennen."),
        new("The refund has no transactions: no money moved.", "Die Erstattung hat keine Zahlungen: Es floss kein Geld."),
        new("An inquiry moves no money; it is kept.", "Eine Rückfrage bewegt kein Geld; sie wird aufbewahrt."),
        new("A list was expected.", "Erwartet wurde eine Liste."),
        new("An object was expected.", "Erwartet wurde ein Objekt."),
        new("The item speaks for a phone number that this source does not own.", "Der Eintrag spricht für eine Telefonnummer, die dieser Quelle nicht gehört."),
        new("The time lies before 2005 or more than 48 h ahead.", "Der Zeitpunkt liegt vor 2005 oder mehr als 48 h voraus."),
        new("The time it happened is missing or no time.", "Der Zeitpunkt des Geschehens fehlt oder ist keiner."),
        new("The cart is worth more than 10^12 minor units.", "Der Warenkorb ist mehr als 10^12 kleinste Einheiten wert."),
        new("A cart without items.", "Ein Warenkorb ohne Inhalt."),
        new("A change of number or user id that names only one of the two.", "Ein Wechsel der Nummer oder Nutzerkennung, der nur eine von beiden nennt."),
        new("The preference is neither stop nor resume; it is kept.", "Der Wunsch ist weder stop noch resume; er wird aufbewahrt."),
        new("Nobody is named: neither '{0}' nor '{1}'.", "Niemand ist genannt: weder '{0}' noch '{1}'."),
        new("Nobody is named: no id, no e-mail or phone that can be read (a phone needs its country code).", "Niemand ist genannt: keine Kennung, keine lesbare E-Mail oder Telefonnummer (eine Nummer braucht ihre Ländervorwahl)."),
        new("The status is none of sent, delivered, read, played, failed; it is kept.", "Der Status ist keiner von sent, delivered, read, played, failed; er wird aufbewahrt."),
        new("The transactions of a refund are in more than one currency.", "Die Zahlungen einer Erstattung lauten auf mehr als eine Währung."),
        new("Hours or quantity times the rate is negative or over 10^12 minor units.", "Stunden oder Menge mal Satz ist negativ oder über 10^12 kleinsten Einheiten."),
        new("The quantity of an item must be a whole number from 0 to 1,000,000.", "Die Menge eines Artikels muss eine ganze Zahl von 0 bis 1.000.000 sein."),
        new("A browser key may not send {0}; send it with a secret key.", "Ein Browser-Schlüssel darf {0} nicht senden; sende es mit einem geheimen Schlüssel."),
        new("A browser key may not say what somebody agreed to; send the consent with a secret key.", "Ein Browser-Schlüssel darf nicht sagen, wozu jemand einwilligte; sende die Einwilligung mit einem geheimen Schlüssel."),
        new("A consent must be {purpose, status: given or withdrawn, …}.", "Eine Einwilligung muss {purpose, status: given oder withdrawn, …} sein."),
        new("The source was removed: add it again under the same name.", "Die Quelle wurde entfernt: Lege sie unter demselben Namen wieder an."),
    ];

    private static readonly (Regex Said, Phrase Words)[] known = [.. Sentences.Select(Sayings.Pattern)];
    private static readonly (Regex Said, Phrase Words)[] faults = [.. Faults.Select(fault => Sayings.Pattern(new(fault.En + ".", fault.De + ".")))];

    /// <summary>A detail in both languages; what nobody wrote words for stays as it was said.</summary>
    public static Phrase Of(string detail)
    {
        if (Sayings.Find(known, detail) is { } sentence)
            return sentence;
        if (Start(detail, "A refund of the order: ") is { } refund)
            return new(detail, "Eine Erstattung der Bestellung: " + Of(refund).De);
        if (Start(detail, "The price of an item ") is { } price && Sayings.Find(faults, price) is { } priced)
            return new(detail, "Der Preis eines Artikels " + priced.De);
        var end = detail.StartsWith('\'') ? detail.IndexOf("' ", 1, StringComparison.Ordinal) : -1;
        return end > 0 && Sayings.Find(faults, detail[(end + 2)..]) is { } fault ? new(detail, detail[..(end + 2)] + fault.De) : new(detail, detail);
    }

    /// <summary>Whether there are words for a detail.</summary>
    public static bool Knows(string detail) => Of(detail) is var words && words.De != words.En;

    private static string? Start(string detail, string start) => detail.StartsWith(start, StringComparison.Ordinal) ? detail[start.Length..] : null;
}
