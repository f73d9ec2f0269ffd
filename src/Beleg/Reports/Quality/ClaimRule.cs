using Beleg.Metrics;

namespace Beleg.Reports.Quality;

/// <summary>From which value of a metric on a claim is limited, and what is said then.</summary>
/// <param name="Metric">The metric, by id.</param>
/// <param name="Limits">Whether a value limits the claim.</param>
/// <param name="Grave">Whether it limits it gravely.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Says">The sentence for a value.</param>
internal sealed record ClaimRule(string Metric, Func<decimal, bool> Limits, Func<decimal, bool> Grave, Words Claim, Func<Figure, ReportLanguage, string> Says)
{
    private static readonly Words Attribution = new("Revenue attributed to the chat", "Dem Chat zugeschriebener Umsatz");
    private static readonly Words Timing = new("Response times and the order of touches", "Antwortzeiten und die Reihenfolge der Berührungen");

    /// <summary>All of them, the gravest claim first.</summary>
    public static IReadOnlyList<ClaimRule> All { get; } =
    [
        new("orders_without_identity", v => v > .05m, v => v > .25m, Attribution, (f, l) => l.Pick(
            $"{Share(f, l)} of the orders name nobody. What the chat brought among them counts only with a click id or a tag, so attributed revenue is a lower bound.",
            $"{Share(f, l)} der Bestellungen nennen niemanden. Was der Chat davon brachte, zählt nur mit Klick-ID oder Tag; der zugeschriebene Umsatz ist daher eine Untergrenze.")),
        new("stitched_contact_share", v => v < .5m, v => v < .1m, new("Journeys from the chat to the shop, and customers kept", "Wege vom Chat in den Shop und gehaltene Kunden"), (f, l) => l.Pick(
            $"Only {Share(f, l)} of the contacts are known by two names or more. Who buys under another name is not recognised: conversion from the chat is too low rather than too high.",
            $"Nur {Share(f, l)} der Kontakte sind unter zwei oder mehr Namen bekannt. Wer unter anderem Namen kauft, wird nicht erkannt: Verkäufe aus dem Chat sind eher zu niedrig als zu hoch.")),
        new("links_without_utm", v => v > .02m, v => v > .2m, new("Clicks and visits from the chat", "Klicks und Besuche aus dem Chat"), (f, l) => l.Pick(
            $"{Share(f, l)} of the messages with links carry an untagged one. Its clicks arrive as direct traffic and are missing from every figure of clicks.",
            $"{Share(f, l)} der Nachrichten mit Links haben einen ohne Kennzeichnung. Seine Klicks kommen als Direktzugriff an und fehlen in jeder Klickzahl.")),
        new("clock_skew", v => v > .005m, v => v > .05m, Timing, (f, l) => l.Pick(
            $"{Share(f, l)} of the delivered messages were delivered or read before they were sent: two clocks differ. Response times are true to within that difference only.",
            $"{Share(f, l)} der zugestellten Nachrichten wurden vor dem Senden zugestellt oder gelesen: zwei Uhren gehen verschieden. Antwortzeiten stimmen nur bis auf diesen Unterschied.")),
        new("missing_read_receipts", v => v > .2m, v => v > .8m, new("Read rate", "Lesequote"), (f, l) => l.Pick(
            $"{Share(f, l)} of the messages went over channels that never tell of reading. The read rate speaks for the rest.",
            $"{Share(f, l)} der Nachrichten gingen über Kanäle ohne Lesebestätigung. Die Lesequote spricht nur für die übrigen.")),
        new("silent_days", v => v > .1m, v => v > .4m, new("Trends and changes", "Verläufe und Veränderungen"), (f, l) => l.Pick(
            $"Nothing arrived on {l.Count(f.Numerator ?? 0)} of {l.Count(f.Denominator ?? 0)} days. Whether these were quiet days or a gap in the data, the figures cannot tell.",
            $"An {l.Count(f.Numerator ?? 0)} von {l.Count(f.Denominator ?? 0)} Tagen kam nichts an. Ob das ruhige Tage waren oder eine Lücke, können die Zahlen nicht sagen.")),
    ];

    private static string Share(Figure figure, ReportLanguage l) => l.Share(figure.Value ?? 0);
}
