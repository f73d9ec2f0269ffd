using System.Globalization;
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
        engine.ReadAsync(warehouse, facts => Weights(facts, period), cancellation);

    internal static LearnedWeights Weights(FactReader facts, Period period, string model) => Weights(facts, period).Single(weights => weights.Model == model);

    // Reading the journeys is what costs, so every model learns from one reading.
    private static IReadOnlyList<LearnedWeights> Weights(FactReader facts, Period period) => facts.Known<IReadOnlyList<LearnedWeights>>(
        string.Create(CultureInfo.InvariantCulture, $"learned weights {period.From:uuuu-MM-dd} {period.To:uuuu-MM-dd}"),
        () =>
        {
            var journeys = JourneyReader.Read(facts, period);
            return [.. LearnedWeights.Models.Select(model => LearnedWeights.Of(model, period, journeys))];
        });
}
