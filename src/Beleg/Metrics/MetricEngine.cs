using System.Globalization;
using System.Runtime.CompilerServices;
using Beleg.Warehouse;

namespace Beleg.Metrics;

/// <summary>Answers requests from a workspace's facts. Every surface asks here; none computes a number of its own.</summary>
public sealed class MetricEngine
{
    private readonly DuckDbDialect dialect = new();
    private readonly ConditionalWeakTable<WorkspaceWarehouse, KeptMonths>? kept;

    /// <summary>An engine; one serves the whole process.</summary>
    /// <param name="keepMonths">Whether what was computed of whole months is kept until exactly that month's facts change.</param>
    public MetricEngine(bool keepMonths = true) => kept = keepMonths ? [] : null;

    /// <summary>An answer, all of it from one snapshot of the facts.</summary>
    /// <param name="warehouse">The workspace's facts.</param>
    /// <param name="request">The question.</param>
    /// <param name="settings">The workspace's choices.</param>
    /// <param name="cancellation">Ends the running statement.</param>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public Task<MetricAnswer> QueryAsync(WorkspaceWarehouse warehouse, MetricRequest request, MetricSettings settings, CancellationToken cancellation = default) =>
        // The engine computes on the calling thread: a request's thread has better things to do.
        Task.Run(() => Query(warehouse, request, settings, KeptOf(warehouse), alone: false, cancellation).Answer, cancellation);

    /// <summary>How a metric is computed: its definition and the statements that answer a request for it alone.</summary>
    /// <inheritdoc cref="QueryAsync" path="/param"/>
    public async Task<MetricExplanation> ExplainAsync(
        WorkspaceWarehouse warehouse, MetricRequest request, MetricSettings settings, CancellationToken cancellation = default)
    {
        var (answer, statements) = await Task.Run(() => Query(warehouse, request, settings, null, alone: true, cancellation), cancellation);
        return new MetricExplanation([.. answer.Results.Select(r => r.Metric)], statements);
    }

    /// <summary>What a programme brought and cost in the months of a period, cumulated, and when it pays back; money of evidence A to C, as the dashboard's.</summary>
    /// <param name="warehouse">The workspace's facts.</param>
    /// <param name="period">The months; what was paid once before them counts in the first.</param>
    /// <param name="settings">The workspace's choices.</param>
    /// <param name="cancellation">Ends the running statement.</param>
    /// <inheritdoc cref="QueryAsync" path="/exception"/>
    public Task<ProgrammeCourse> FollowAsync(WorkspaceWarehouse warehouse, Period period, MetricSettings settings, CancellationToken cancellation = default) =>
        FollowAsync(warehouse, period, settings, [], cancellation);

    /// <summary>The same of a part of the programme, with its share of common costs.</summary>
    /// <param name="warehouse">The workspace's facts.</param>
    /// <param name="period">The months; what was paid once before them counts in the first.</param>
    /// <param name="settings">The workspace's choices.</param>
    /// <param name="filters">The part, by channel, flow and entry point; the whole where there are none.</param>
    /// <param name="cancellation">Ends the running statement.</param>
    /// <inheritdoc cref="QueryAsync" path="/exception"/>
    public Task<ProgrammeCourse> FollowAsync(
        WorkspaceWarehouse warehouse, Period period, MetricSettings settings, IReadOnlyList<MetricFilter> filters, CancellationToken cancellation) =>
        ReadAsync(warehouse, facts => Calculations.CourseCalculation.Calculate(facts, period, settings, filters), cancellation);

    /// <summary>Reads several things of one snapshot of the facts, as a report must.</summary>
    /// <inheritdoc cref="QueryAsync" path="/exception"/>
    internal Task<T> ReadAsync<T>(WorkspaceWarehouse warehouse, Func<FactReader, T> read, CancellationToken cancellation) => Task.Run(
        () =>
        {
            using var reading = warehouse.Read(out var versions);
            return read(new FactReader(reading.Connection, dialect, KeptOf(warehouse) is { } memory && versions is not null ? (memory, versions) : null, cancellation, recollection: warehouse.Recollection));
        },
        cancellation);

    /// <summary>What is kept for a workspace; null where this engine keeps nothing.</summary>
    internal KeptMonths? KeptOf(WorkspaceWarehouse warehouse) => kept?.GetOrCreateValue(warehouse);

    private (MetricAnswer Answer, IReadOnlyList<Statement> Statements) Query(
        WorkspaceWarehouse warehouse, MetricRequest request, MetricSettings settings, KeptMonths? memory, bool alone, CancellationToken cancellation)
    {
        using var reading = warehouse.Read(out var versions);
        var key = memory is null || versions is null ? null : KeyOf(request);
        if (key is not null && warehouse.Recollection.Find(versions!, key) is MetricAnswer known && known.Settings == settings && known.Request.Metrics.SequenceEqual(request.Metrics))
            return (known, []);
        using var second = alone || versions is null ? null : new SecondReader(warehouse, versions);
        var facts = new FactReader(reading.Connection, dialect, memory is not null && versions is not null ? (memory, versions) : null, cancellation, second, warehouse.Recollection) { Explains = alone };
        var answer = new Answering(facts, request, settings).Answer();
        if (key is not null)
            warehouse.Recollection.Keep(versions!, key, answer);
        return (answer, facts.Ran);
    }

    // Every text with its length, since a filter's values hold what people like.
    private static string KeyOf(MetricRequest request) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Listed(request.Metrics.Select(m => m.Id))} {request.Period.From:uuuu-MM-dd} {request.Period.To:uuuu-MM-dd} {request.Grain} {Listed(request.By)} {request.Splits} {request.Filters.Count} {string.Concat(request.Filters.Select(f => Listed([f.Dimension, .. f.Values])))} {Listed([request.Model])} {request.Basis} {request.Compare} {request.Totals} {request.Intervals}");

    private static string Listed(IEnumerable<string> texts) => string.Concat(texts.Select(text => string.Create(CultureInfo.InvariantCulture, $"{text.Length}:{text},"))) + ";";
}
