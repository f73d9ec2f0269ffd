using System.Runtime.ExceptionServices;
using Beleg.Warehouse;
using Beleg.Warehouse.DuckDb;

namespace Beleg.Metrics;

/// <summary>
/// A second thread for the statements of one answer, over a view of exactly the same facts. Half of a small statement is planning, which
/// an engine does on one thread however many it has; so two statements at once take hardly longer than one.
/// </summary>
internal sealed class SecondReader(WorkspaceWarehouse warehouse, MonthVersions versions) : IDisposable
{
    private WarehouseReading? reading;

    /// <summary>Does some pieces of work, each once, over the caller's connection and, where there is one, over a second at the same time.</summary>
    /// <param name="first">The caller's.</param>
    /// <param name="count">How many pieces.</param>
    /// <param name="work">Does one, over whichever connection is free.</param>
    public void Share(DuckDbConnection first, int count, Action<DuckDbConnection, int> work)
    {
        var next = -1;
        if (count > 1)
            reading ??= warehouse.ReadBeside(versions);
        if (reading is null)
        {
            Take(first);
            return;
        }

        var (own, other) = (new Task(() => Take(first)), Task.Run(() => Take(reading.Connection)));
        own.RunSynchronously(TaskScheduler.Default);
        try
        {
            // Waiting for a task that nobody has begun does it on the spot, so a busy pool holds nothing up.
            Task.WaitAll(own, other);
        }
        catch (AggregateException failed)
        {
            ExceptionDispatchInfo.Throw(failed.InnerExceptions[0]);
        }

        void Take(DuckDbConnection connection)
        {
            for (var piece = Interlocked.Increment(ref next); piece < count; piece = Interlocked.Increment(ref next))
                work(connection, piece);
        }
    }

    public void Dispose() => reading?.Dispose();
}
