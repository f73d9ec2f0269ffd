using Beleg.App.Dashboard.Parts;
using Beleg.Ledger;
using Beleg.Metrics;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.State;

namespace Beleg.App.Dashboard.Language;

/// <summary>Words for facts and for the catalogue of metrics.</summary>
internal static partial class Vocabulary
{
    public static Phrase Of(TouchKind kind) => kind switch
    {
        TouchKind.Conversation => Texts.TouchConversation,
        TouchKind.Click => Texts.TouchClick,
        TouchKind.CampaignRead => Texts.TouchCampaign,
        TouchKind.AdReferral => Texts.TouchAd,
        TouchKind.Visit => Texts.TouchVisit,
        _ => throw Unsaid(kind),
    };

    public static Phrase Of(OrderState state) => OrderStates.Name(state);

    public static Phrase Of(ResolvedBy by) => by switch
    {
        ResolvedBy.Nobody => new("nobody", "niemand"),
        ResolvedBy.Bot => new("bot", "Bot"),
        ResolvedBy.Human => new("person of the business", "Mitarbeiter"),
        ResolvedBy.Contact => new("contact", "Kontakt"),
        ResolvedBy.Timer => new("timer", "Zeitgeber"),
        _ => throw Unsaid(by),
    };

    public static Phrase Of(Direction direction) => direction switch
    {
        Direction.Inbound => new("received", "empfangen"),
        Direction.Outbound => new("sent", "gesendet"),
        _ => throw Unsaid(direction),
    };

    public static Phrase Of(AppointmentState state) => state switch
    {
        AppointmentState.Booked => new("booked", "gebucht"),
        AppointmentState.Attended => new("attended", "wahrgenommen"),
        AppointmentState.Missed => new("missed", "versäumt"),
        _ => throw Unsaid(state),
    };

    public static Phrase Of(CreditKind kind) => kind switch
    {
        CreditKind.Order => new("order", "Bestellung"),
        CreditKind.Refund => new("refund", "Erstattung"),
        _ => throw Unsaid(kind),
    };

    public static Phrase Of(MetricUnit unit) => unit switch
    {
        MetricUnit.Share => new("share", "Anteil"),
        MetricUnit.Count => new("count", "Anzahl"),
        MetricUnit.Money => new("money", "Geld"),
        MetricUnit.DurationMs => new("length of time", "Dauer"),
        MetricUnit.Score => new("score", "Punktwert"),
        MetricUnit.Percent => new("per cent", "Prozent"),
        MetricUnit.Months => new("months", "Monate"),
        MetricUnit.Ratio => new("ratio", "Verhältnis"),
        _ => throw Unsaid(unit),
    };

    public static Phrase Of(MetricLevel level) => level switch
    {
        MetricLevel.Operational => new("operational", "operativ"),
        MetricLevel.Outcome => new("outcome", "Ergebnis"),
        MetricLevel.Financial => new("financial", "finanziell"),
        _ => throw Unsaid(level),
    };

    public static Phrase Of(MetricBasis basis) => basis switch
    {
        MetricBasis.Cohort => new("cohort: counted in the month the conversation or order began", "Kohorte: gezählt im Monat, in dem Gespräch oder Bestellung begann"),
        MetricBasis.Booking => new("booking: counted in the month the money moved", "Buchung: gezählt im Monat, in dem das Geld floss"),
        _ => throw Unsaid(basis),
    };

    public static Phrase Of(MetricPillar pillar) => Pillars.Name(pillar);

    public static Phrase Of(GoodDirection direction) => direction switch
    {
        GoodDirection.Up => Texts.DirectionUp,
        GoodDirection.Down => Texts.DirectionDown,
        GoodDirection.Neutral => Texts.DirectionNeutral,
        _ => throw Unsaid(direction),
    };

    public static Phrase Of(Grain grain) => grain switch
    {
        Grain.Day => new("day", "Tag"),
        Grain.Week => new("week", "Woche"),
        Grain.Month => new("month", "Monat"),
        Grain.Quarter => new("quarter", "Quartal"),
        _ => throw Unsaid(grain),
    };

    public static Phrase Of(KeyScope scope) => scope switch
    {
        KeyScope.Write => new("write", "schreiben"),
        KeyScope.Read => new("read", "lesen"),
        KeyScope.Admin => new("administer", "verwalten"),
        _ => throw Unsaid(scope),
    };

    public static Phrase Of(Scenario scenario) => scenario switch
    {
        Scenario.Low => new("low", "niedrig"),
        Scenario.Base => new("base", "mittel"),
        Scenario.High => new("high", "hoch"),
        _ => throw Unsaid(scenario),
    };

    /// <summary>Owner, source and frequency of a metric, as the catalogue writes them in English.</summary>
    public static Phrase Catalogue(string word)
    {
        var words = Beleg.Reports.MetricTables.CatalogueWords.Of(word);
        return new(words.En, words.De);
    }
}
