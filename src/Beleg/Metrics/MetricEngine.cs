using Beleg.Warehouse;

namespace Beleg.Metrics;

/// <summary>Answers requests from a workspace's facts. Every surface asks here; none computes a number of its own.</summary>
public sealed class MetricEngine
{
    private readonly DuckDbDialect dialect = new();

    /// <summary>An answer, all of it from one snapshot of the facts.</summary>
    /// <param name="warehouse">The workspace's facts.</param>
    /// <param name="request">The question.</param>
    /// <param name="settings">The workspace's choices.</param>
    /// <param name="cancellation">Ends the running statement.</param>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public Task<MetricAnswer> QueryAsync(WorkspaceWarehouse warehouse, MetricRequest request, MetricSettings settings, CancellationToken cancellation = default) =>
        // The engine computes on the calling thread: a request's thread has better things to do.
        Task.Run(() => Query(warehouse, request, settings, cancellation).Answer, cancellation);

    /// <summary>How a metric is computed: its definition and the statements that answer a request for it alone.</summary>
    /// <inheritdoc cref="QueryAsync" path="/param"/>
    public async Task<MetricExplanation> ExplainAsync(
        WorkspaceWarehouse warehouse, MetricRequest request, MetricSettings settings, CancellationToken cancellation = default)
    {
        var (answer, statements) = await Task.Run(() => Query(warehouse, request, settings, cancellation), cancellation);
        return new MetricExplanation([.. answer.Results.Select(r => r.Metric)], statements);
    }

    private (MetricAnswer Answer, IReadOnlyList<Statement> Statements) Query(
        WorkspaceWarehouse warehouse, MetricRequest request, MetricSettings settings, CancellationToken cancellation)
    {
        using var reading = warehouse.Read();
        var facts = new FactReader(reading.Connection, dialect, cancellation);
        var answer = new Answering(facts, request, settings).Answer();
        return (answer, facts.Ran);
    }
}
