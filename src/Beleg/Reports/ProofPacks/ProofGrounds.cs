using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Reports.Copy;
using Beleg.Reports.Experiments;
using Beleg.Reports.Findings;
using Beleg.Reports.Outlook;
using Beleg.Reports.Quality;
using Beleg.Sources;
using Beleg.Statistics.Experiments;
using NodaTime;

namespace Beleg.Reports.ProofPacks;

/// <summary>What a proof's sentences rest on beside its figures: findings, the data's quality, the outlook, experiments. All of one snapshot of the facts.</summary>
internal static class ProofGrounds
{
    /// <summary>More than are ever shown.</summary>
    private const int Most = 5;

    /// <summary>No look ahead is longer than a year: a retainer is agreed for no longer.</summary>
    private const int Ahead = 12;

    /// <summary>What was found in the month, the most money first. What was counted is frozen with it; the words a rule looked at are not.</summary>
    public static ProofFinding[] Findings(FactReader facts, MetricSettings settings, Period month, IReadOnlyList<CopySample> said) =>
    [
        .. FindingsReader.Read(facts, settings, month, said).Findings.Take(Most).Select(f => new ProofFinding(
            f.Rule, f.Subject, f.Title, f.Evidence.Numerator, f.Evidence.Denominator, f.Evidence.Share, new ProofRange(f.Evidence.Low, f.Evidence.High), f.Confidence == FindingConfidence.Strong,
            f.Money is { } m ? new ProofScenarios(m.Low, m.Base, m.High) : null, f.Experiment.Metric, f.Experiment.MinimumEffect)),
    ];

    /// <summary>What the data do not allow to say, the gravest first.</summary>
    /// <param name="month">The month.</param>
    /// <param name="answer">The answer to a request for <see cref="QualityReader.Metrics"/>.</param>
    public static ProofLimit[] Limits(Period month, MetricAnswer answer) =>
        [.. QualityReader.Compose(month, answer, []).Limits.Select(l => new ProofLimit(l.Metric, decimal.Round(answer[l.Metric].Total.Value ?? 0, 6), l.Claim, l.Says, l.Grave))];

    /// <summary>What the time after the month is worth; null where the past is too short or too flat to tell.</summary>
    /// <param name="month">The month.</param>
    /// <param name="currency">Of money.</param>
    /// <param name="metric">Net value.</param>
    /// <param name="ask">Reads it over some days, by a grain, oldest first.</param>
    public static ProofOutlook? Outlook(Period month, string currency, Metric metric, Func<Period, Grain, IReadOnlyList<OutlookPoint>> ask)
    {
        var since = Overviews.OverviewReader.SinceStart(month);
        if (ask(since, Grain.Month).FirstOrDefault(point => point.Value != 0) is not { } first)
            return null;
        var past = new Period(first.From, month.To);
        var grain = LookAhead.GrainOf(past);
        var report = OutlookReader.Compose(metric, currency, grain, OutlookReader.Whole([.. ask(past, grain)], past, grain), past.To, Ahead, null);
        if (report is not { Sum: { Low80: { } low80, High80: { } high80, Low95: { } low95, High95: { } high95 } sum, Method: { } method })
            return null;
        var end = LookAhead.Step(past.To, report.Ahead.Count, grain);
        var days = NodaTime.Period.DaysBetween(past.To, end);
        // A week and a day are steps of the forecast, not of a contract.
        var months = grain == Grain.Month ? report.Ahead.Count : end >= past.To.PlusMonths(Ahead) ? Ahead : (int?)null;
        return new ProofOutlook(months, days, sum.Value, low80, high80, low95, high95, method);
    }

    /// <summary>
    /// What is agreed and not over, the running ones first, then the next to start. A plan of later than the month after is none of this
    /// month's: a proof that is published late says what one published in time would have said.
    /// </summary>
    public static ProofPlan[] Plans(Period month, DateTimeZone zone, IReadOnlyList<PlannedExperiment> agreed) =>
    [
        .. agreed.Where(one => one.State is ExperimentState.Draft or ExperimentState.Running && one.Planned.At.InZone(zone).Date < month.To.PlusMonths(1))
            .OrderByDescending(one => one.State).ThenBy(one => one.Plan.Starts ?? LocalDate.MaxIsoValue).ThenBy(one => one.Id, StringComparer.Ordinal)
            .Take(Most)
            .Select(one => new ProofPlan(
                one.Id, one.State, one.Plan.Statement, one.Plan.MetricId, (ExperimentMetric.Find(one.Plan.MetricId) ?? ExperimentMetric.All[0]).Name, one.Plan.LeastEffect,
                one.Plan.ExpectedGain, one.Plan.Effort, one.PaybackMonths is { } months ? decimal.Round(months, 2) : null, one.Plan.Starts, one.Plan.Ends, one.Plan.Finding) { HypothesisDe = one.Plan.StatementDe }),
    ];

    /// <summary>
    /// Agreed experiments that somebody saw in the month, by the metric and the rule that were agreed. What was only seen is left out: nobody
    /// said before what would decide it.
    /// </summary>
    public static ProofTrial[] Trials(FactReader facts, MetricSettings settings, Period month, IReadOnlyList<PlannedExperiment> agreed)
    {
        var trials = new List<ProofTrial>();
        var seen = ExperimentReader.List(facts).Where(e => e.Arms > 1 && e.First < month.To && e.Last >= month.From).Select(e => e.Experiment).ToHashSet(StringComparer.Ordinal);
        foreach (var one in agreed.Where(one => one.State != ExperimentState.Draft && seen.Contains(one.Id)))
        {
            if (ExperimentReader.Read(facts, settings, one.ToExperiment(), ExperimentMetric.Find(one.Plan.MetricId) ?? ExperimentMetric.All[0], one) is not { } report)
                continue;
            foreach (var c in report.Comparisons)
            {
                if (c is { Effect: { } lift, Low: { } low, High: { } high } && double.IsFinite(lift) && double.IsFinite(low) && double.IsFinite(high))
                {
                    trials.Add(new ProofTrial(report.Experiment, c.Arm, report.Arms[0].Arm, report.Metric, report.Arms.Sum(a => a.Contacts), Rounded(lift), Rounded(low), Rounded(high), c.Verdict)
                    {
                        Hypothesis = one.Plan.Statement,
                        HypothesisDe = one.Plan.StatementDe,
                        State = one.State,
                        Decision = one.Decision,
                        Shipped = one.Shipped,
                    });
                }
            }
        }

        return [.. trials.OrderBy(t => t.Verdict == VerdictKind.Review).ThenByDescending(t => Math.Abs(t.Lift)).ThenBy(t => t.Experiment, StringComparer.Ordinal).Take(Most)];
    }

    private static decimal Rounded(double share) => decimal.Round((decimal)Math.Clamp(share, -1e9, 1e9), 6);
}
