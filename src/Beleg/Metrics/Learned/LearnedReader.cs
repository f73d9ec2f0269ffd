using Beleg.Warehouse;

namespace Beleg.Metrics;

/// <summary>Learns the weights of a data-driven model from the journeys of a period.</summary>
public static class LearnedReader
{
    /// <summary>The weights of every model that learns, in the order of <see cref="LearnedWeights.Models"/>.</summary>
    /// <param name="engine">The metric engine.</param>
    /// <param name="warehouse">The workspace's facts.</param>
    /// <param name="period">The days whose journeys are learned from.</param>
    /// <param name="cancellation">Ends the running statement.</param>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public static Task<IReadOnlyList<LearnedWeights>> ReadAsync(MetricEngine engine, WorkspaceWarehouse warehouse, Period period, CancellationToken cancellation) =>
        engine.ReadAsync<IReadOnlyList<LearnedWeights>>(
            warehouse,
            facts =>
            {
                var journeys = JourneyReader.Read(facts, period);
                return [.. LearnedWeights.Models.Select(model => LearnedWeights.Of(model, period, journeys))];
            },
            cancellation);
}
