using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.Statistics.Experiments;
using NodaTime;

namespace Beleg.Reports.Experiments;

/// <summary>Composes a report of what was seen. Pure.</summary>
internal static class ExperimentReadout
{
    private const double TwoSided95 = 1.959963984540054;

    /// <summary>The report.</summary>
    /// <param name="experiment">As it was agreed, with arms and guardrails.</param>
    /// <param name="metric">What decides.</param>
    /// <param name="observed">What was seen.</param>
    /// <param name="minor">One minor unit of the workspace's currency.</param>
    /// <param name="since">The day of the first exposure.</param>
    /// <param name="left">The share that opted out, an arm.</param>
    /// <param name="guardrails">The guardrails, as in the experiment.</param>
    public static ExperimentReport Compose(
        Experiment experiment, ExperimentMetric metric, Observed observed, Money minor, LocalDate? since, IReadOnlyList<double?> left, IReadOnlyList<ExperimentMetric> guardrails)
    {
        var readouts = Enumerable.Range(1, experiment.Arms.Count - 1).Select(arm => Readout.Of(experiment, observed, arm)).ToList();
        double[] alone = [.. readouts.Select(r => r.Fixed?.PValue ?? 1)];
        var (holm, hochberg) = (Multiplicity.Holm(alone), Multiplicity.BenjaminiHochberg(alone));
        double Scale(MetricUnit unit) => unit == MetricUnit.Money ? (double)minor.ToMajor() : 1;
        return new ExperimentReport
        {
            Experiment = experiment.Id,
            Metric = metric.Id,
            Name = metric.Name,
            Unit = metric.Unit,
            HigherIsBetter = metric.HigherIsBetter,
            IsRatio = metric.IsRatio,
            Rule = experiment.Rule,
            LeastEffect = experiment.LeastEffect,
            Currency = minor.Currency.Code,
            Since = since,
            Arms = [.. experiment.Arms.Select((arm, i) => ArmOf(arm, experiment.Weights[i], observed, i, Scale(metric.Unit), left[i]))],
            InSeveralArms = observed.InSeveralArms,
            SeveralShare = readouts[0].SeveralArms,
            SampleRatioP = readouts[0].SampleRatioP,
            Comparisons = [.. readouts.Select((readout, i) => Compared(experiment, metric, readout, i + 1, observed, guardrails, Scale) with { FixedPValue = readout.Fixed is null ? null : holm[i], BenjaminiHochberg = readout.Fixed is null ? null : hochberg[i] })],
            ContactsNeeded = Needed(experiment, readouts[0].A),
        };
    }

    private static ExperimentArm ArmOf(string arm, double meant, Observed observed, int i, double scale, double? left)
    {
        var estimate = observed.IsRatio ? observed.Arms[i].Ratio() : observed.Arms[i].Mean();
        double? half = estimate is { } e ? TwoSided95 * Math.Sqrt(e.MeanVariance) : null;
        return new ExperimentArm(arm, observed.Arms[i].Contacts, estimate?.Mean * scale, left, meant, (estimate?.Mean - half) * scale, (estimate?.Mean + half) * scale);
    }

    private static ExperimentComparison Compared(
        Experiment experiment, ExperimentMetric metric, Readout readout, int arm, Observed observed, IReadOnlyList<ExperimentMetric> guardrails, Func<MetricUnit, double> scale)
    {
        var names = guardrails.ToDictionary(g => g.Id, g => g.Name, StringComparer.Ordinal);
        return new ExperimentComparison(
            experiment.Arms[arm], readout.Kind, readout.Reason, VerdictText.Headline(readout.Kind), VerdictText.Explain(experiment, readout, arm, names),
            readout.Anytime?.Effect.Value, readout.Anytime?.Low, readout.Anytime?.High, readout.Anytime?.PValue,
            readout.Fixed?.Low, readout.Fixed?.High, readout.Fixed?.PValue,
            // A chance to win is one of being better, also where less is.
            readout.Posterior is { } belief ? metric.HigherIsBetter ? belief.ChanceToWin : 1 - belief.ChanceToWin : null,
            metric.HigherIsBetter ? readout.Posterior?.LossOfChanging : readout.Posterior?.LossOfStaying,
            readout is { Theta: not null, B: { Variance: > 0 } b } && observed.Arms[arm].Mean() is { Variance: > 0 } plain ? 1 - b.Variance / plain.Variance : null)
        {
            LossOfStaying = metric.HigherIsBetter ? readout.Posterior?.LossOfStaying : readout.Posterior?.LossOfChanging,
            Difference = DifferenceOf(experiment.Rule, readout) is { } found ? found.Times(scale(metric.Unit)) : null,
            Guardrails = GuardrailsOf(readout, guardrails, scale),
        };
    }

    private static ExperimentDifference? DifferenceOf(DecisionRule rule, Readout readout)
    {
        if (readout.A is not { } a || readout.B is not { } b)
            return null;
        var effect = Effect.Absolute(a, b);
        return (rule == DecisionRule.Fixed ? FixedHorizon.TwoSided(effect) : AlwaysValid.TwoSided(effect)) is { } test ? new ExperimentDifference(effect.Value, test.Low, test.High) : null;
    }

    // Tests are turned so that above 0 is better; what is shown is the metric's own change.
    private static IReadOnlyList<ExperimentGuardrail> GuardrailsOf(Readout readout, IReadOnlyList<ExperimentMetric> guardrails, Func<MetricUnit, double> scale)
    {
        double[] alone = [.. readout.Guardrails.Select(g => g.Fixed?.PValue ?? 1)];
        var (holm, hochberg) = (Multiplicity.Holm(alone), Multiplicity.BenjaminiHochberg(alone));
        return
        [
            .. readout.Guardrails.Zip(guardrails, (seen, metric) => (seen, metric)).Select((pair, i) =>
            {
                var ((seen, metric), test) = (pair, pair.seen.Anytime);
                var (low, high) = metric.HigherIsBetter ? (test?.Low, test?.High) : (-test?.High, -test?.Low);
                return new ExperimentGuardrail(
                    metric.Id, metric.Name, metric.Unit, seen.A?.Mean * scale(metric.Unit), seen.B?.Mean * scale(metric.Unit), metric.HigherIsBetter ? test?.Effect.Value : -test?.Effect.Value,
                    low, high, seen.Fixed?.PValue, seen.Fixed is null ? null : holm[i], seen.Fixed is null ? null : hochberg[i], test is { High: < 0 });
            }),
        ];
    }

    private static long? Needed(Experiment experiment, ArmEstimate? first)
    {
        if (first is not { Mean: not 0, Variance: > 0 } known || experiment.Weights.Any(w => !(w > 0)))
            return null;
        var all = new TrialSize(known.Variance, known.Variance, experiment.Weights, experiment.Rule).Contacts(known.Mean * experiment.LeastEffect);
        return (long)Math.Min(1e15, Math.Ceiling(all * experiment.Weights.Min()));
    }
}
