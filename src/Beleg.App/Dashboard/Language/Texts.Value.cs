namespace Beleg.App.Dashboard.Language;

/// <summary>Texts of what customers and the time ahead are worth.</summary>
internal static partial class Texts
{
    public static readonly Phrase MetricBeside = new("Beside it, in the last month", "Daneben, im letzten Monat");
    public static readonly Phrase RenewalAsIs = new("Next year, scope as it is", "Nächstes Jahr, Umfang wie jetzt");
    public static readonly Phrase Renewal80 = new("four of five times between", "in vier von fünf Fällen zwischen");
    public static readonly Phrase Renewal95 = new("nineteen of twenty times between", "in neunzehn von zwanzig Fällen zwischen");
    public static readonly Phrase RenewalExtended = new("Scope extended to {0} times", "Umfang auf das {0}-Fache erweitert");
    public static readonly Phrase OutlookExtend = new("What if the scope were … times as large?", "Was, wenn der Umfang … mal so groß wäre?");
    public static readonly Phrase OutlookShow = new("Show", "Zeigen");
    public static readonly Phrase MethodsTitle = new("How figures are found", "Wie Zahlen entstehen");
    public static readonly Phrase MethodsText = new(
        "Each method on a page: formula, what it takes for granted, where it comes from, and when not to use it.",
        "Jedes Verfahren auf einer Seite: Formel, Voraussetzungen, Herkunft und wann man es nicht verwenden sollte. Der Text ist englisch.");
}
