using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Statistics.Experiments;
using Beleg.Warehouse;

namespace Beleg.Reports.Experiments;

/// <summary>Reads experiments from exposures. Each contact counts once, from its first exposure on; sums are made by the engine, so a million contacts cost one query.</summary>
public static class ExperimentReader
{
    /// <summary>The experiments that anybody saw, by id.</summary>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public static Task<IReadOnlyList<ExperimentSummary>> ListAsync(MetricEngine engine, WorkspaceWarehouse warehouse, CancellationToken cancellation) =>
        engine.ReadAsync(warehouse, List, cancellation);

    internal static IReadOnlyList<ExperimentSummary> List(FactReader facts) => facts.Rows(
        "SELECT experiment_id, count(DISTINCT variation_id), count(DISTINCT contact), min(day), max(day) FROM exposure GROUP BY experiment_id ORDER BY experiment_id",
        [], row => new ExperimentSummary(row.Text(0), row.Int(1), row.Long(2), row.Date(3), row.Date(4)));

    /// <summary>What an experiment came to; null where nobody saw two arms of it.</summary>
    /// <param name="engine">The metric engine.</param>
    /// <param name="warehouse">The workspace's facts.</param>
    /// <param name="settings">The workspace's choices.</param>
    /// <param name="plan">As it was agreed; its arms may be empty, then those that were seen are taken in the order of their ids, 'control' first.</param>
    /// <param name="metric">What decides.</param>
    /// <param name="course">When it ran and what it is about; null counts every exposure.</param>
    /// <param name="cancellation">Ends the running statement.</param>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public static Task<ExperimentReport?> ReadAsync(
        MetricEngine engine, WorkspaceWarehouse warehouse, MetricSettings settings, Experiment plan, ExperimentMetric metric, PlannedExperiment? course, CancellationToken cancellation) =>
        engine.ReadAsync(warehouse, facts => Read(facts, settings, plan, metric, course), cancellation);

    internal static ExperimentReport? Read(FactReader facts, MetricSettings settings, Experiment plan, ExperimentMetric metric, PlannedExperiment? course = null)
    {
        var scope = ScopeOf(plan.Id, course);
        var query = QueryOf(facts, settings);
        var rows = Rows(facts, scope, metric, query);
        string[] arms = plan.Arms.Count > 0 ? [.. plan.Arms]
            : [.. rows.Where(r => r.Arm is not null).Select(r => r.Arm!).OrderBy(a => a == "control" ? 0 : 1).ThenBy(a => a, StringComparer.Ordinal)];
        if (arms.Length < 2 || rows.TrueForAll(r => r.Arm is null))
            return null;
        var guardrails = plan.Guardrails.Append(ExperimentMetric.OptOuts).Distinct().Where(id => id != metric.Id).Select(ExperimentMetric.Find).OfType<ExperimentMetric>().ToList();
        var experiment = plan with
        {
            Arms = arms,
            Metric = metric.Id,
            HigherIsBetter = metric.HigherIsBetter,
            Guardrails = [.. guardrails.Select(g => g.Id)],
            Weights = plan.Weights.Count == arms.Length ? plan.Weights : Bucketing.EqualWeights(arms.Length),
        };
        var watched = guardrails.Select(g => new ObservedGuardrail(
            g.Id, [.. InOrder(arms, g.Id == ExperimentMetric.OptOuts ? rows : Rows(facts, scope, g, query)).Select(r => g.Id == ExperimentMetric.OptOuts ? r.OptOuts : r.Sums)], g.HigherIsBetter, g.IsRatio)).ToList();
        var seen = InOrder(arms, rows);
        var several = rows.Find(r => r.Arm is null)?.Sums.Contacts ?? 0;
        var observed = new Observed([.. seen.Select(s => s.Sums)], several, metric.IsRatio, watched);
        return ExperimentReadout.Compose(experiment, metric, observed, new Money(1, Currency.Find(settings.Currency)), rows.Min(r => r.Since), [.. seen.Select(s => s.OptOuts.Mean()?.Mean)], guardrails);
    }

    /// <summary>The exposures and outcomes that count.</summary>
    internal static ExperimentScope ScopeOf(string id, PlannedExperiment? course) => ExperimentScope.Exposed(
        id, course?.Started?.At, course?.Stopped?.At,
        // Whom a hold-out leaves alone has no conversation in the flow, so figures are taken of all of them.
        course is { Plan.HoldOut: false } ? course.Plan.AboutFlow : null);

    internal static Composition QueryOf(FactReader facts, MetricSettings settings)
    {
        var query = CompositionReader.Read(facts, new Period(new(2000, 1, 1), new(2200, 1, 1)), settings, EvidenceBasis.Conservative);
        return query with { Receipts = Answering.Receipts(facts, query) };
    }

    /// <summary>One row an arm; the row without one is of the contacts who saw several.</summary>
    internal static List<ArmRow> Rows(FactReader facts, ExperimentScope scope, ExperimentMetric metric, Composition query)
    {
        var parameters = new SqlParameters(facts.Dialect);
        var sql = ExperimentSql.Compose(scope, metric, query, facts.Dialect, parameters);
        return facts.Rows(sql, parameters.Values, row =>
        {
            var (contacts, left) = (row.Long(1), row.Long(10));
            var sums = ArmSums.Of(contacts, (row.Double(2), row.Double(3), row.Double(4), row.Double(5)), (row.Double(6), row.Double(7)), (row.Double(8), row.Double(9)));
            return new ArmRow(row.TextOrNull(0), sums, ArmSums.Of(contacts, (left, left, left, 0), (contacts, contacts), (0, 0)), row.Date(11));
        });
    }

    private static List<ArmRow> InOrder(string[] arms, List<ArmRow> rows) =>
        [.. arms.Select(arm => rows.Find(r => r.Arm == arm) ?? new ArmRow(arm, new ArmSums(), new ArmSums(), null))];

    internal sealed record ArmRow(string? Arm, ArmSums Sums, ArmSums OptOuts, NodaTime.LocalDate? Since);
}
