using System.Collections.Concurrent;
using Beleg.Warehouse.DuckDb;

namespace Beleg.Warehouse;

/// <summary>One attached file with its connections: those who read share it, and it can be exchanged for another under them.</summary>
internal sealed class WarehouseFile : IDisposable
{
    /// <summary>Connections kept for the next reader, which saves naming the file anew; more readers at once open more.</summary>
    private const int MostIdle = 8;

    private readonly DuckDbInstance instance;
    private readonly string alias;
    private readonly ReadingGate gate = new();
    private readonly ConcurrentBag<DuckDbConnection> idle = [];

    internal WarehouseFile(DuckDbInstance instance, string alias, string path)
    {
        (this.instance, this.alias, Path) = (instance, alias, path);
        instance.Attach(alias, path);
    }

    internal string Path { get; }

    /// <summary>A connection that the caller keeps; it must be gone before the file is exchanged.</summary>
    internal DuckDbConnection Connect() => instance.Connect(alias);

    internal WarehouseReading Read()
    {
        gate.Enter();
        try
        {
            return new(idle.TryTake(out var connection) ? connection : Connect(), GiveBack);
        }
        catch
        {
            gate.Leave();
            throw;
        }
    }

    /// <summary>Puts another file in this one's place, once the last reader has left. The other must be attached nowhere.</summary>
    internal void Exchange(string other) => gate.Alone(() =>
    {
        Detach();
        // TRICKY: a log that stayed behind would be played into the new file.
        File.Delete(Path + ".wal");
        File.Move(other, Path, overwrite: true);
        instance.Attach(alias, Path);
    });

    public void Dispose() => gate.Alone(Detach);

    private void Detach()
    {
        while (idle.TryTake(out var connection))
            connection.Dispose();
        instance.Detach(alias);
    }

    private void GiveBack(DuckDbConnection connection)
    {
        if (idle.Count < MostIdle)
            idle.Add(connection);
        else
            connection.Dispose();
        gate.Leave();
    }
}
