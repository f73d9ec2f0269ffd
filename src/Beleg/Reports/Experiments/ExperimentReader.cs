using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Statistics.Experiments;
using Beleg.Warehouse;

namespace Beleg.Reports.Experiments;

/// <summary>Reads experiments from exposures. Each contact counts once, from its first exposure on; sums are made by the engine, so a million contacts cost one query.</summary>
public static class ExperimentReader
{
    // The longest before a first exposure that is looked at for CUPED: longer tells little more of what is to come.
    private const int DaysBefore = 60;

    /// <summary>The experiments that anybody saw, by id.</summary>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public static Task<IReadOnlyList<ExperimentSummary>> ListAsync(MetricEngine engine, WorkspaceWarehouse warehouse, CancellationToken cancellation) =>
        engine.ReadAsync<IReadOnlyList<ExperimentSummary>>(
            warehouse,
            facts => facts.Rows(
                "SELECT experiment_id, count(DISTINCT variation_id), count(DISTINCT contact), min(day), max(day) FROM exposure GROUP BY experiment_id ORDER BY experiment_id",
                [], row => new ExperimentSummary(row.Text(0), row.Int(1), row.Long(2), row.Date(3), row.Date(4))),
            cancellation);

    /// <summary>What an experiment came to; null where nobody saw two arms of it.</summary>
    /// <param name="engine">The metric engine.</param>
    /// <param name="warehouse">The workspace's facts.</param>
    /// <param name="settings">The workspace's choices.</param>
    /// <param name="plan">As it was agreed; its arms may be empty, then those that were seen are taken in the order of their ids, 'control' first.</param>
    /// <param name="metric">What decides.</param>
    /// <param name="cancellation">Ends the running statement.</param>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public static Task<ExperimentReport?> ReadAsync(
        MetricEngine engine, WorkspaceWarehouse warehouse, MetricSettings settings, Experiment plan, ExperimentMetric metric, CancellationToken cancellation) =>
        engine.ReadAsync(warehouse, facts => Read(facts, settings, plan, metric), cancellation);

    internal static ExperimentReport? Read(FactReader facts, MetricSettings settings, Experiment plan, ExperimentMetric metric)
    {
        var rows = Rows(facts, plan.Id, metric);
        string[] arms = plan.Arms.Count > 0 ? [.. plan.Arms]
            : [.. rows.Where(r => r.Arm is not null).Select(r => r.Arm!).OrderBy(a => a == "control" ? 0 : 1).ThenBy(a => a, StringComparer.Ordinal)];
        if (arms.Length < 2)
            return null;
        var experiment = plan with { Arms = arms, Metric = metric.Id, Guardrails = ["opt_out_rate"], Weights = plan.Weights.Count == arms.Length ? plan.Weights : Bucketing.EqualWeights(arms.Length) };
        ArmRow Of(string arm) => rows.Find(r => r.Arm == arm) ?? new ArmRow(arm, new ArmSums(), new ArmSums(), null);
        var seen = arms.Select(Of).ToList();
        var several = rows.Find(r => r.Arm is null)?.Sums.Contacts ?? 0;
        var observed = new Observed([.. seen.Select(s => s.Sums)], several, metric.IsRatio, [new ObservedGuardrail("opt_out_rate", [.. seen.Select(s => s.OptOuts)], HigherIsBetter: false, IsRatio: false)]);
        var readouts = Enumerable.Range(1, arms.Length - 1).Select(arm => Readout.Of(experiment, observed, arm)).ToList();
        var raised = Multiplicity.Holm([.. readouts.Select(r => r.Fixed?.PValue ?? 1)]);
        var scale = metric.Id == "conversion" ? 1 : (double)new Money(1, Currency.Find(settings.Currency)).ToMajor();
        return new ExperimentReport
        {
            Experiment = plan.Id,
            Metric = metric.Id,
            Currency = settings.Currency,
            Since = rows.Min(r => r.Since),
            Arms = [.. seen.Select(s => new ExperimentArm(s.Arm!, s.Sums.Contacts, (metric.IsRatio ? s.Sums.Ratio() : s.Sums.Mean())?.Mean * scale, s.OptOuts.Mean()?.Mean))],
            InSeveralArms = several,
            SampleRatioP = readouts[0].SampleRatioP,
            Comparisons = [.. readouts.Select((readout, i) => Compared(experiment, readout, i + 1, raised[i], observed))],
            ContactsNeeded = readouts[0].A is { Mean: not 0, Variance: > 0 } first
                ? (long)Math.Min(1e15, Math.Ceiling(SampleSize.OfMean(first.Variance, first.Mean * experiment.LeastEffect))) : null,
        };
    }

    private static ExperimentComparison Compared(Experiment experiment, Readout readout, int arm, double raised, Observed observed) => new(
        experiment.Arms[arm], readout.Kind, readout.Reason, VerdictText.Headline(readout.Kind), VerdictText.Explain(experiment, readout, arm),
        readout.Anytime?.Effect.Value, readout.Anytime?.Low, readout.Anytime?.High, readout.Anytime?.PValue,
        readout.Fixed?.Low, readout.Fixed?.High, readout.Fixed is null ? null : raised, readout.Posterior?.ChanceToWin, readout.Posterior?.LossOfChanging,
        readout is { Theta: not null, B: { Variance: > 0 } b } && observed.Arms[arm].Mean() is { Variance: > 0 } plain ? 1 - b.Variance / plain.Variance : null);

    // One row an arm; the row without one is of the contacts who saw several.
    private static List<ArmRow> Rows(FactReader facts, string experiment, ExperimentMetric metric)
    {
        var sql = $"""
            WITH seen AS (
              SELECT contact, CASE WHEN count(DISTINCT variation_id) = 1 THEN min(variation_id) END AS arm, min("at") AS first_at, min(day) AS first_day
              FROM exposure WHERE experiment_id = $1 GROUP BY contact
            ), bought AS (
              SELECT o.contact,
                sum(CASE WHEN o.placed_at >= s.first_at THEN o.net_minor ELSE 0 END) AS after_minor, count(*) FILTER (WHERE o.placed_at >= s.first_at AND o.net_minor > 0) AS after_orders,
                sum(CASE WHEN o.placed_at < s.first_at AND o.day >= s.first_day - {DaysBefore} THEN o.net_minor ELSE 0 END) AS before_minor,
                count(*) FILTER (WHERE o.placed_at < s.first_at AND o.day >= s.first_day - {DaysBefore} AND o.net_minor > 0) AS before_orders
              FROM orders AS o JOIN seen AS s ON s.contact = o.contact WHERE o.state = 'counted' GROUP BY o.contact
            ), each AS (
              SELECT s.arm, s.first_day, coalesce(b.after_minor, 0) AS after_minor, coalesce(b.after_orders, 0) AS after_orders,
                coalesce(b.before_minor, 0) AS before_minor, coalesce(b.before_orders, 0) AS before_orders, coalesce(c.opted_out_at >= s.first_at, false)::int AS opted_out
              FROM seen AS s LEFT JOIN bought AS b ON b.contact = s.contact LEFT JOIN contact AS c ON c.contact = s.contact
            ), measured AS (
              SELECT arm, first_day, opted_out, ({metric.Value})::double AS y, ({metric.Denominator})::double AS d, ({metric.Before})::double AS x FROM each
            )
            SELECT arm, count(*), sum(y), sum(y * y), sum(y * d), sum(y * x), sum(d), sum(d * d), sum(x), sum(x * x), sum(opted_out)::bigint, min(first_day)
            FROM measured GROUP BY arm ORDER BY arm
            """;
        return facts.Rows(sql, [experiment], row =>
        {
            var (contacts, left) = (row.Long(1), row.Long(10));
            var sums = ArmSums.Of(contacts, (row.Double(2), row.Double(3), row.Double(4), row.Double(5)), (row.Double(6), row.Double(7)), (row.Double(8), row.Double(9)));
            return new ArmRow(row.TextOrNull(0), sums, ArmSums.Of(contacts, (left, left, left, 0), (contacts, contacts), (0, 0)), row.Date(11));
        });
    }

    private sealed record ArmRow(string? Arm, ArmSums Sums, ArmSums OptOuts, NodaTime.LocalDate? Since);
}
