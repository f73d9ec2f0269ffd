using Beleg.Ledger;
using Beleg.Metrics;
using Beleg.Primitives;

namespace Beleg.Reports.Cases;

/// <summary>Contacts that a person had before and has no longer: what that spares, and when it has paid for itself.</summary>
internal static class SupportCase
{
    private const int MinSample = 30;
    private static readonly string[] Asked = ["automated_conversations", "verified_containment_rate", "human_handled_conversations", "csat"];

    private static readonly string[] Compared = ["verified_containment_rate", "human_handled_conversations"];

    /// <summary>Drafts it; null, with what it needs, where something is missing.</summary>
    public static (MicroCase? Case, Words? Missing) Draft(CaseScene scene, ProgrammeStart start)
    {
        var cost = scene.At(AssumptionDefinition.CostPerHumanContact);
        var (wouldAsk, agreed) = (scene.At(AssumptionDefinition.WouldHaveContactedHuman), scene.At(AssumptionDefinition.BaselineContainment));
        if (cost.Value == 0)
            return (null, new("The support case needs what a contact costs that a person handles: agree that assumption on the page ROI.", "Dem Support-Fall fehlt, was ein von einem Menschen bearbeiteter Kontakt kostet: die Annahme auf der Seite ROI vereinbaren."));
        var (before, now) = (scene.Ask(start.Baseline, Asked), scene.Ask(scene.Month, [.. Asked, "deflected_contacts", "avoided_support_cost"]));
        var contained = now["verified_containment_rate"].Total;
        if (contained is not { Numerator: { } solved, Denominator: >= MinSample and { } all })
            return (null, new("The support case needs at least 30 automated conversations in the month.", "Der Support-Fall braucht mindestens 30 automatisierte Unterhaltungen im Monat."));
        if (agreed.IsUnset && before["verified_containment_rate"].Total is not { Denominator: >= MinSample })
            return (null, new("The support case needs a baseline: data of the month before the start, or the assumption baseline_containment.", "Dem Support-Fall fehlt ein Ausgangswert: Daten des Monats vor dem Start oder die Annahme baseline_containment."));

        var since = new Period(start.Day, scene.Month.To);
        var whole = scene.Ask(since, ["avoided_support_cost", "payback_months"]);
        var avoided = now["avoided_support_cost"].Total.Value ?? 0;
        var running = new Money(scene.Books.Running(scene.Month), scene.Currency);
        var once = new Money(scene.Books.Once(new Period(start.Day.PlusYears(-20), scene.Month.To)), scene.Currency);
        var baseline = (long)decimal.Round(agreed.Value * all);
        var value = Money.FromMajor(avoided, scene.Currency);
        Worked[] sums =
        [
            Calculator.AvoidedCost((long)solved, baseline, wouldAsk.Value, Money.FromMajor(cost.Value, scene.Currency)),
            .. once.IsZero ? Array.Empty<Worked>() : [Calculator.PaybackMonths(once, value, running)],
        ];
        return (new MicroCase
        {
            Kind = "support",
            Subject = "programme",
            Title = ReportLanguage.Say(l => l.Pick($"{l.Count(solved)} contacts a month solved without a person", $"{l.Count(solved)} Kontakte im Monat ohne Menschen gelöst")),
            Context = CaseText.Context(start),
            BaselineFrom = start.Baseline.From,
            BaselineTo = start.Baseline.To,
            From = scene.Month.From,
            To = scene.Month.To,
            Inputs =
            [
                new(new("Automated conversations in the month", "Automatisierte Unterhaltungen im Monat"), CaseText.Count(all), CaseText.Measured(scene.Month)),
                new(new("Solved without a person before", "Vorher ohne Menschen gelöst"), CaseText.Share(agreed.IsUnset ? before["verified_containment_rate"].Total.Value ?? 0 : agreed.Value),
                    agreed.IsUnset ? CaseText.Measured(start.Baseline) : CaseText.Basis(agreed)),
                new(new("Would have asked a person", "Hätten einen Menschen gefragt"), CaseText.Share(wouldAsk.Value), CaseText.Basis(wouldAsk)),
                new(new("Cost of a contact handled by a person", "Kosten eines Kontakts mit einem Menschen"), CaseText.Money(scene, cost.Value), CaseText.Basis(cost)),
            ],
            Changes =
            [
                .. Compared.Select(id => CaseText.Change(now[id].Metric, before[id].Total, now[id].Total)),
                .. now["csat"].Total.Parts.ContainsKey("mean") ? [CaseText.Change(now["csat"].Metric, before["csat"].Total.Parts["mean"], now["csat"].Total.Parts["mean"], "mean")] : Array.Empty<CaseChange>(),
            ],
            Sums = sums,
            Impact = ReportLanguage.Say(l => l.Pick(
                $"{l.Money(avoided, scene.Currency)} a month that support no longer costs; {l.Money(whole["avoided_support_cost"].Total.Value ?? 0, scene.Currency)} over {CaseText.Months(since, l)} since the start{Payback(whole, l)}.",
                $"{l.Money(avoided, scene.Currency)} im Monat, die der Support nicht mehr kostet; {l.Money(whole["avoided_support_cost"].Total.Value ?? 0, scene.Currency)} in {CaseText.Months(since, l)} seit dem Start{Payback(whole, l)}.")),
            Warnings = Warnings(agreed, wouldAsk, cost),
        }, null);
    }

    private static string Payback(MetricAnswer whole, ReportLanguage l) => whole["payback_months"].Total.Value is { } months
        ? l.Pick($"; what it cost was earned back after {l.Number(months, 2)} months", $"; was es kostete, war nach {l.Number(months, 2)} Monaten verdient")
        : "";

    private static List<Words> Warnings(params Assumption[] used)
    {
        List<Words> warnings = [CaseText.NoCause];
        if (used.Where(a => a.Id != AssumptionDefinition.BaselineContainment.Id).Any(a => a.IsUnset || a.Approver is null))
            warnings.Add(new("An assumption in it was not agreed with Finance.", "Eine der Annahmen ist nicht mit Finance vereinbart."));
        if (used.Any(a => a.Id == AssumptionDefinition.BaselineContainment.Id && a.IsUnset))
            warnings.Add(new("No baseline was agreed, so every contained contact counts and not only the rise.", "Kein Ausgangswert ist vereinbart; daher zählt jeder gelöste Kontakt, nicht nur der Zuwachs."));
        return warnings;
    }
}
