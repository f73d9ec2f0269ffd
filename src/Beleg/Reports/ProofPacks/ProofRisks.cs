using Beleg.Metrics;
using Beleg.Model;

namespace Beleg.Reports.ProofPacks;

/// <summary>Drafts the risks: faults first (money missing, another total in the shop), then what got worse, then doubts.</summary>
internal static class ProofRisks
{
    private const decimal MuchSilence = .2m;
    private const decimal MuchWeakEvidence = .5m;

    /// <summary>The risks of a proof, the gravest first.</summary>
    public static IEnumerable<ProofPoint> Of(ProofSnapshot proof) => Faults(proof).Concat(Limits(proof, grave: true)).Concat(ProofChanges.Of(proof, better: false)).Concat(Limits(proof, grave: false)).Concat(Doubts(proof));

    private static IEnumerable<ProofPoint> Faults(ProofSnapshot proof)
    {
        var books = proof.Reconciliation.Total;
        if (books.Difference != 0)
        {
            yield return Whole("unreconciled", l => l.Pick(
                $"{Minor(books.Difference, proof, l)} of the shop's money is missing from the credits.",
                $"{Minor(books.Difference, proof, l)} aus dem Shop fehlen in den Zurechnungen."));
        }

        if (books is { ShopAgrees: false, ShopDifference: { } off })
        {
            yield return Whole("shop_total_differs", l => l.Pick(
                $"The shop's own total differs by {Minor(off, proof, l)}.",
                $"Die eigene Summe des Shops weicht um {Minor(off, proof, l)} ab."));
        }

        if (books.RefundsWithoutOrder is { } stray)
        {
            yield return Whole("refunds_without_order", l => l.Pick(
                $"Refunds whose order is not known: {Minor(stray, proof, l)}.",
                $"Erstattungen, deren Bestellung nicht bekannt ist: {Minor(stray, proof, l)}."));
        }

        if (proof.Reconciliation.OrdersWithoutRate is > 0 and var orders)
        {
            yield return Whole("rate_missing", l => l.Pick(
                $"Orders left out for want of an exchange rate: {l.Count(orders)}.",
                $"Bestellungen ohne Wechselkurs, nicht gezählt: {l.Count(orders)}."));
        }

        if (proof.Find("net_value") is { Value: < 0 } net)
        {
            var (costs, nothing) = (-net.Value, proof.Find("generated_value") is { Value: 0 });
            yield return Point("net_negative", net, l => nothing ? l.Pick(
                $"It cost {ProofFormat.Value(net, costs, l, proof)}, and no value stands against it yet.",
                $"Es kostete {ProofFormat.Value(net, costs, l, proof)}, und noch steht kein Wert dagegen.") : l.Pick(
                $"Counted cautiously, it cost {ProofFormat.Value(net, costs, l, proof)} more than it earned.",
                $"Vorsichtig gerechnet kostete es {ProofFormat.Value(net, costs, l, proof)} mehr, als es brachte."));
        }
    }

    /// <summary>What the data cannot carry caps the claim that rests on it, in words.</summary>
    private static readonly Dictionary<string, Words> caps = new(StringComparer.Ordinal)
    {
        ["orders_without_identity"] = new("{0} of orders name nobody: credited revenue is a lower bound.", "{0} der Bestellungen nennen niemanden: zugerechneter Umsatz ist Untergrenze."),
        ["stitched_contact_share"] = new("Only {0} of contacts are known beyond one channel: sales from chat are understated.", "Nur {0} der Kontakte sind außerhalb eines Kanals bekannt: Verkäufe eher zu niedrig."),
        ["links_without_utm"] = new("{0} of messages carry untagged links: clicks are understated.", "{0} der Nachrichten mit ungekennzeichneten Links: Klicks zu niedrig."),
        ["clock_skew"] = new("{0} of messages have differing clocks: response times are rough.", "{0} der Nachrichten mit abweichenden Uhren: Antwortzeiten sind ungenau."),
        ["missing_read_receipts"] = new("{0} of messages cannot report reading: read rate covers the rest.", "{0} der Nachrichten ohne Lesebestätigung: Lesequote gilt für den Rest."),
        ["silent_days"] = new("{0} of days are silent: trends may be gaps.", "{0} der Tage sind still: Verläufe können Lücken sein."),
    };

    // Where no shop is connected, nobody claims sales.
    private static readonly string[] ofSales = ["orders_without_identity", "stitched_contact_share"];

    private static IEnumerable<ProofPoint> Limits(ProofSnapshot proof, bool grave) =>
        from limit in proof.Limits
        where limit.Grave == grave && caps.ContainsKey(limit.Metric) && (!ofSales.Contains(limit.Metric) || proof.Reconciliation.Total is { Orders: > 0 } or { Total: not 0 })
        select new ProofPoint("data_limit", limit.Metric, ReportLanguage.Say(l => string.Format(l.Culture, caps[limit.Metric].In(l.Code), l.Share(limit.Value, limit.Value < .1m ? 1 : 0))));

    private static IEnumerable<ProofPoint> Doubts(ProofSnapshot proof)
    {
        if (proof.Find("leads_without_consent") is { Value: > 0 } leads)
        {
            yield return Point("leads_without_consent", leads, l => l.Pick(
                $"Leads captured without consent: {l.Count(leads.Value.Value)}.",
                $"Leads ohne Einwilligung erfasst: {l.Count(leads.Value.Value)}."));
        }

        if (ProofUsed.In(proof).Count(a => a.Unset) is > 0 and var unset)
        {
            yield return Whole("assumptions_unset", l => l.Pick(
                $"Assumptions that Finance has not agreed: {l.Count(unset)}.",
                $"Mit Finance nicht vereinbarte Annahmen: {l.Count(unset)}."));
        }

        if (proof.Find("roi_pct") is { Value: null })
            yield return Whole("no_cost", l => l.Pick("No cost is recorded, so ROI has no value.", "Keine Kosten sind erfasst, daher hat der ROI keinen Wert."));
        if (Grade(proof, Evidence.D) is { Share: >= MuchWeakEvidence } weak)
        {
            yield return Whole("weak_evidence", l => l.Pick(
                $"{l.Share(weak.Share.Value, 0)} of credited money rests on evidence D: no click.",
                $"{l.Share(weak.Share.Value, 0)} des zugerechneten Geldes ruhen auf Grad D: kein Klick."));
        }

        if (proof.Find("abandonment_rate") is { Value: >= MuchSilence, LowSample: false } silence)
        {
            yield return Point("abandonment", silence, l => l.Pick(
                $"{l.Share(silence.Value.Value)} of automated conversations ended in silence.",
                $"{l.Share(silence.Value.Value)} der automatisierten Gespräche endeten im Schweigen."));
        }

        if (proof.Figures.Count(f => f is { LowSample: true, Value: not null }) is > 0 and var small)
        {
            yield return Whole("low_sample", l => l.Pick(
                $"Figures that rest on too few cases: {l.Count(small)}.",
                $"Zahlen, die auf zu wenigen Fällen ruhen: {l.Count(small)}."));
        }
    }

    private static ProofGrade? Grade(ProofSnapshot proof, Evidence grade) => proof.Evidence.FirstOrDefault(g => g.Grade == grade);

    private static string Minor(long minor, ProofSnapshot proof, ReportLanguage l) => l.Money(new Amount(minor, proof.Currency));

    private static ProofPoint Point(string rule, ProofFigure figure, Func<ReportLanguage, string> text) => new(rule, figure.Metric, ReportLanguage.Say(text));

    private static ProofPoint Whole(string rule, Func<ReportLanguage, string> text) => new(rule, null, ReportLanguage.Say(text));
}
