namespace Beleg.App.Dashboard.Language;

/// <summary>Tagged links: what became of clicks, and addresses for one of many.</summary>
internal static partial class Texts
{
    public static readonly Phrase Previews = new("previews {0}", "Vorschauen {0}");
    public static readonly Phrase Crawlers = new("crawlers {0}", "Crawler {0}");
    public static readonly Phrase Heads = new("HEAD {0}", "HEAD {0}");
    public static readonly Phrase Repeats = new("repeats {0}", "Wiederholungen {0}");
    public static readonly Phrase OtherReasons = new("other {0}", "andere {0}");
    public static readonly Phrase NobodysTampered = new("nobody’s, signature wrong {0}", "niemandes, Signatur falsch {0}");
    public static readonly Phrase NobodysExpired = new("nobody’s, expired {0}", "niemandes, abgelaufen {0}");
    public static readonly Phrase NobodysMissing = new("nobody’s, contact missing {0}", "niemandes, Kontakt fehlt {0}");
    public static readonly Phrase ForMany = new("One link for many: its address carries a signed contact for each recipient", "Ein Link für viele: Seine Adresse trägt für jeden Empfänger einen signierten Kontakt");
    public static readonly Phrase ManyTag = new("for many", "für viele");
    public static readonly Phrase SignTitle = new("Address for one of many", "Adresse für einen von vielen");
    public static readonly Phrase SignText = new("Signs the address of a link for one person. It holds a key, no name and no number; a changed or expired one still leads on, and its click is nobody’s. For a campaign the API signs up to 1,000 at once.", "Signiert die Adresse eines Links für eine Person. Sie enthält einen Schlüssel, keinen Namen und keine Nummer; eine veränderte oder abgelaufene führt weiter, und ihr Klick gehört niemandem. Für eine Kampagne signiert die API bis zu 1.000 auf einmal.");
    public static readonly Phrase SignedAddress = new("This address names its recipient until {0}:", "Diese Adresse nennt ihren Empfänger bis {0}:");
    public static readonly Phrase IdentifierKind = new("Kind of identifier", "Art der Kennung");
    public static readonly Phrase IdentifierValue = new("Identifier", "Kennung");
    public static readonly Phrase IdentifierScope = new("Where it is unique: page, shop or channel", "Wo sie eindeutig ist: Seite, Shop oder Kanal");
    public static readonly Phrase ValidDays = new("Days it is valid", "Gültig für so viele Tage");
    public static readonly Phrase Sign = new("Sign", "Signieren");
    public static readonly Phrase LostClicks = new("{0} clicks led on but could not be kept, because the journal was full or down; the latest {1}. They are in no figure.", "{0} Klicks führten weiter, ließen sich aber nicht aufbewahren, weil das Journal voll war oder ausfiel; der letzte {1}. Sie stehen in keiner Zahl.");
}
