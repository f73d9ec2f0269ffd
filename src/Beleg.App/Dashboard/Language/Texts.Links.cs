namespace Beleg.App.Dashboard.Language;

/// <summary>Tagged links: what became of clicks, and addresses for one of many.</summary>
internal static partial class Texts
{
    public static readonly Phrase NotCountedReasons = new("previews {0} · crawlers {1} · HEAD {2} · repeats {3} · other {4}", "Vorschauen {0} · Crawler {1} · HEAD {2} · Wiederholungen {3} · andere {4}");
    public static readonly Phrase NobodysClicks = new("nobody’s: signature wrong {0} · expired {1} · missing {2}", "niemandes: Signatur falsch {0} · abgelaufen {1} · fehlt {2}");
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
