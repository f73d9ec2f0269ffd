using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Warehouse;

namespace Beleg.Reports.Experiments;

/// <summary>Reads the contacts behind an arm, by the very statement that adds them up.</summary>
public static class ExperimentContacts
{
    /// <summary>The contacts of an arm, the largest values first.</summary>
    /// <param name="engine">The metric engine.</param>
    /// <param name="warehouse">The workspace's facts.</param>
    /// <param name="settings">The workspace's choices.</param>
    /// <param name="experiment">Its id.</param>
    /// <param name="course">When it ran; null counts every exposure.</param>
    /// <param name="metric">What is added up.</param>
    /// <param name="arm">The arm; null asks for the contacts who saw several.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellation">Ends the running statement.</param>
    /// <returns>The rows, and how many contacts there are in all.</returns>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public static Task<(IReadOnlyList<ExperimentContact> Rows, long Total)> ReadAsync(
        MetricEngine engine, WorkspaceWarehouse warehouse, MetricSettings settings, string experiment, PlannedExperiment? course, ExperimentMetric metric, string? arm, int most, CancellationToken cancellation) =>
        engine.ReadAsync<(IReadOnlyList<ExperimentContact>, long)>(
            warehouse,
            facts =>
            {
                var parameters = new SqlParameters(facts.Dialect);
                var rows = ExperimentSql.Rows(ExperimentReader.ScopeOf(experiment, course), metric, ExperimentReader.QueryOf(facts, settings), facts.Dialect, parameters);
                var ofArm = arm is null ? "arm IS NULL" : $"arm = {parameters.Take("arm", ParameterType.Text, arm)}";
                var scale = metric.Unit == MetricUnit.Money ? (double)new Money(1, Currency.Find(settings.Currency)).ToMajor() : 1;
                var total = 0L;
                var found = facts.Rows(
                    $"{rows}\nSELECT contact, arm, first_at, y, d, count(*) OVER () FROM measured WHERE {ofArm} ORDER BY y DESC, first_at, contact LIMIT {most.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
                    parameters.Values,
                    row =>
                    {
                        total = row.Long(5);
                        return new ExperimentContact(new Key(row.Long(0)), row.TextOrNull(1), row.Instant(2), row.Double(3) * scale, row.Double(4));
                    });
                return (found, total);
            },
            cancellation);
}
