using Beleg.Ledger;
using Beleg.Metrics;
using Beleg.Statistics;

namespace Beleg.Reports.Cases;

/// <summary>Conversions of visitors who chatted above what the site converted before.</summary>
internal static class SalesCase
{
    private const int MinSample = 30;

    /// <summary>Drafts it; null, with what it needs, where something is missing.</summary>
    public static (MicroCase? Case, Words? Missing) Draft(CaseScene scene, ProgrammeStart start)
    {
        var since = new Period(start.Day, scene.Month.To);
        var imported = scene.Imported("conversion_rate", null);
        var before = scene.Ask(start.Baseline, ["conversion_rate"])["conversion_rate"].Total;
        var with = scene.Ask(since, ["conversion_rate"], new MetricFilter("with_chat", ["true"]))["conversion_rate"];
        var without = scene.Ask(since, ["conversion_rate"], new MetricFilter("with_chat", ["false"]))["conversion_rate"].Total;
        if (with.Total is not { Numerator: { } converted, Denominator: >= MinSample and { } visits })
            return (null, new("The sales case needs visits: 30 or more of people who chatted, since the start.", "Dem Verkaufs-Fall fehlen Besuche: 30 oder mehr von Menschen, die gechattet haben, seit dem Start."));
        if (imported is null && before is not { Denominator: >= MinSample })
            return (null, new("The sales case needs a baseline: visits of the month before the start, or the assumption baseline:conversion_rate.", "Dem Verkaufs-Fall fehlt ein Ausgangswert: Besuche des Monats vor dem Start oder die Annahme baseline:conversion_rate."));

        var rate = imported?.Value ?? before.Value!.Value;
        var additional = converted - rate * visits;
        var interval = imported is null ? ShareDifference.Newcombe((long)converted, (long)visits, (long)before.Numerator!, (long)before.Denominator!) : null;
        return (new MicroCase
        {
            Kind = "sales",
            Subject = "programme",
            Title = ReportLanguage.Say(l => l.Pick($"{l.Count(additional)} additional conversions by visitors who chatted", $"{l.Count(additional)} zusätzliche Abschlüsse von Besuchern mit Chat")),
            Context = CaseText.Context(start),
            BaselineFrom = start.Baseline.From,
            BaselineTo = start.Baseline.To,
            From = since.From,
            To = since.To,
            Inputs =
            [
                new(new("Visits with chat", "Besuche mit Chat"), CaseText.Count(visits), CaseText.Measured(since)),
                new(new("Of them converted", "Davon abgeschlossen"), CaseText.Count(converted), CaseText.Measured(since)),
                new(new("Site average before", "Mittel der Seite vorher"), CaseText.Share(rate), imported is null ? CaseText.Measured(start.Baseline) : CaseText.Basis(imported)),
            ],
            Changes =
            [
                CaseText.Change(with.Metric, before with { Value = rate }, with.Total) with { Name = new("Conversion rate with chat, against the site before", "Konversionsrate mit Chat, gegen die Seite vorher") },
                CaseText.Change(with.Metric, before with { Value = rate }, without) with { Name = new("Conversion rate without chat, against the site before", "Konversionsrate ohne Chat, gegen die Seite vorher") },
            ],
            Sums = [Additional(converted, rate, visits)],
            Impact = ReportLanguage.Say(l => l.Pick(
                $"{l.Count(additional)} conversions in {CaseText.Months(since, l)} above what these visits would have brought at the old average{Range(interval, visits, l)}.",
                $"{l.Count(additional)} Abschlüsse in {CaseText.Months(since, l)} mehr, als diese Besuche beim alten Mittel gebracht hätten{Range(interval, visits, l)}.")),
            Warnings = [with.Metric.Warning ?? CaseText.NoCause],
        }, null);
    }

    private static string Range(ConfidenceInterval? interval, decimal visits, ReportLanguage l) => interval is not { } range ? ""
        : l.Pick($" (95% interval {l.Count((decimal)range.Low * visits)} to {l.Count((decimal)range.High * visits)})", $" (95-%-Intervall {l.Count((decimal)range.Low * visits)} bis {l.Count((decimal)range.High * visits)})");

    private static Worked Additional(decimal converted, decimal rate, decimal visits)
    {
        string Say(WorkedStyle s) => $"{s.Count(converted)} − {s.Percent(100 * rate)} × {s.Count(visits)} = {s.Count(converted - rate * visits)}";
        return Worked.Of(converted - rate * visits, Say, ReportLanguage.English.Culture, ReportLanguage.German.Culture);
    }
}
