namespace Beleg.Warehouse.DuckDb;

/// <summary>A transaction of one connection; disposed without <see cref="Commit"/> it leaves nothing behind.</summary>
internal sealed class DuckDbTransaction : IDisposable
{
    private readonly DuckDbConnection connection;
    private bool ended;

    internal DuckDbTransaction(DuckDbConnection connection, bool readOnly)
    {
        this.connection = connection;
        connection.ExecuteScript(readOnly ? "begin transaction read only" : "begin transaction");
    }

    internal void Commit()
    {
        ObjectDisposedException.ThrowIf(ended, this);
        // A failed commit has already rolled back.
        ended = true;
        connection.ExecuteScript("commit");
    }

    public void Dispose()
    {
        if (ended)
            return;
        ended = true;
        connection.ExecuteScript("rollback");
    }
}
