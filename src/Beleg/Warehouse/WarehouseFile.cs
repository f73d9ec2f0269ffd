using System.Collections.Concurrent;
using Beleg.Warehouse.DuckDb;

namespace Beleg.Warehouse;

/// <summary>One file, attached while it is used: those who use it share it, and it can rest or be exchanged once nobody does.</summary>
internal sealed class WarehouseFile : IDisposable
{
    /// <summary>Connections kept for the next user, which saves naming the file anew; more users at once open more.</summary>
    private const int MostIdle = 8;

    private readonly DuckDbInstance instance;
    private readonly string alias;
    private readonly string path;
    private readonly ReadingGate gate = new();
    private readonly Lock attachLock = new();
    private readonly ConcurrentBag<DuckDbConnection> idle = [];
    private bool attached;

    internal WarehouseFile(DuckDbInstance instance, string alias, string path) =>
        (this.instance, this.alias, this.path) = (instance, alias, path);

    /// <summary>A consistent view that the caller disposes.</summary>
    internal WarehouseReading Read() => Begin(Enter());

    /// <summary>A further view for somebody who has one; null where another wants to work alone. The caller disposes it.</summary>
    internal WarehouseReading? TryRead() => gate.TryEnter() ? Begin(Connect()) : null;

    /// <summary>Does something over a connection of its own.</summary>
    internal T Use<T>(Func<DuckDbConnection, T> work)
    {
        var connection = Enter();
        try
        {
            return work(connection);
        }
        finally
        {
            Leave(connection);
        }
    }

    /// <summary>Lets go of the file until it is used again; false where somebody uses it now.</summary>
    internal bool Rest(Action forget) => gate.TryAlone(() =>
    {
        Detach();
        forget();
    });

    /// <summary>Puts another file in this one's place, once the last user has left. The other must be attached nowhere.</summary>
    internal void Exchange(string other) => gate.Alone(() =>
    {
        Detach();
        // TRICKY: a log that stayed behind would be played into the new file.
        File.Delete(path + ".wal");
        File.Move(other, path, overwrite: true);
    });

    public void Dispose() => gate.Alone(Detach);

    private WarehouseReading Begin(DuckDbConnection connection)
    {
        try
        {
            return new(connection, Leave);
        }
        catch
        {
            Leave(connection);
            throw;
        }
    }

    private DuckDbConnection Enter()
    {
        gate.Enter();
        return Connect();
    }

    // Whoever was let in and gets no connection has left again.
    private DuckDbConnection Connect()
    {
        try
        {
            Attach();
            return idle.TryTake(out var connection) ? connection : instance.Connect(alias);
        }
        catch
        {
            gate.Leave();
            throw;
        }
    }

    private void Leave(DuckDbConnection connection)
    {
        if (idle.Count < MostIdle)
            idle.Add(connection);
        else
            connection.Dispose();
        gate.Leave();
    }

    private void Attach()
    {
        lock (attachLock)
        {
            if (!attached)
                instance.Attach(alias, path, DuckDbInstance.SmallBlock);
            attached = true;
        }
    }

    private void Detach()
    {
        while (idle.TryTake(out var connection))
            connection.Dispose();
        if (attached)
            instance.Detach(alias);
        attached = false;
    }
}
