using Beleg.Metrics;

namespace Beleg.Reports.MetricTables;

/// <summary>What the catalogue says in one word of a metric's owner, source and frequency, in both languages: the same on pages and in files.</summary>
public static class CatalogueWords
{
    /// <summary>A word of the catalogue; what somebody wrote themselves stays as it is.</summary>
    public static Words Of(string word) => new(word, word switch
    {
        "daily" => "täglich",
        "weekly" => "wöchentlich",
        "monthly" => "monatlich",
        "CX lead" => "Leitung Kundenservice",
        "Channel manager" => "Kanalverantwortung",
        "Compliance" => "Compliance",
        "Conversation designer" => "Gesprächsgestaltung",
        "Data owner" => "Datenverantwortung",
        "Finance" => "Finanzen",
        "Growth lead" => "Leitung Wachstum",
        "Operations" => "Betrieb",
        _ => string.Join(", ", word.Split(", ").Select(Material)),
    });

    private static string Material(string source) => source.ToLowerInvariant() switch
    {
        "all facts" => "alle Fakten",
        "appointments" => "Termine",
        "assumptions" => "Annahmen",
        "checkouts" => "Warenkörbe an der Kasse",
        "clicks" => "Klicks",
        "consent" => "Einwilligungen",
        "contacts" => "Kontakte",
        "conversations" => "Gespräche",
        "conversions" => "Abschlüsse",
        "cost ledger" => "Kostenbuch",
        "credits" => "Zurechnungen",
        "deals" => "Geschäfte",
        "flow runs" => "Durchläufe der Flows",
        "flow steps" => "Schritte der Flows",
        "intents" => "Absichten",
        "leads" => "Leads",
        "messages" => "Nachrichten",
        "messages and their states" => "Nachrichten und ihr Stand",
        "orders" => "Bestellungen",
        "refunds" => "Erstattungen",
        "subscriptions" => "Abonnements",
        "survey answers" => "Antworten auf Umfragen",
        "touches" => "Berührungen",
        "visits" => "Besuche",
        _ => source,
    };
}
