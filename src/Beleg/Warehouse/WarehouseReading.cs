using Beleg.Warehouse.DuckDb;

namespace Beleg.Warehouse;

/// <summary>One request's view of a workspace: every query sees the facts that the first one saw, and none can change them. For one thread at a time.</summary>
internal sealed class WarehouseReading : IDisposable
{
    private readonly DuckDbTransaction snapshot;
    private readonly Action<DuckDbConnection> giveBack;
    private bool disposed;

    internal WarehouseReading(DuckDbConnection connection, Action<DuckDbConnection> giveBack)
    {
        (Connection, this.giveBack) = (connection, giveBack);
        snapshot = connection.Begin(readOnly: true);
    }

    internal DuckDbConnection Connection { get; }

    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        snapshot.Dispose();
        giveBack(Connection);
    }
}
