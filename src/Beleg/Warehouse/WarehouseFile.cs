using System.Collections.Concurrent;
using Beleg.Warehouse.DuckDb;

namespace Beleg.Warehouse;

/// <summary>One file, attached while it is used: those who use it share it, and it can rest or be exchanged once nobody does.</summary>
internal sealed class WarehouseFile : IDisposable
{
    /// <summary>Connections kept for the next user, which saves naming the file anew; more users at once open more.</summary>
    private const int MostIdle = 8;

    /// <summary>What is said where the file was taken away.</summary>
    internal const string Missing = "The file of the facts is gone.";

    private readonly DuckDbInstance instance;
    private readonly string alias;
    private readonly string path;
    private readonly Func<DuckDbException, Exception> judge;
    private readonly ReadingGate gate = new();
    private readonly Lock attachLock = new();
    private readonly ConcurrentBag<DuckDbConnection> idle = [];
    private bool attached;
    private bool isKnown;

    /// <param name="instance">The engine.</param>
    /// <param name="alias">The file's name in it.</param>
    /// <param name="path">The file.</param>
    /// <param name="judge">Told of every failure over the file; what it gives is thrown.</param>
    internal WarehouseFile(DuckDbInstance instance, string alias, string path, Func<DuckDbException, Exception> judge) =>
        (this.instance, this.alias, this.path, this.judge) = (instance, alias, path, judge);

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
            return idle.TryTake(out var connection) ? connection : instance.Connect(alias, judge);
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
            if (attached)
                return;
            // Made when missing, once: the engine would make an empty one in the place of one that somebody took away while it rested.
            if (isKnown && !File.Exists(path))
                throw judge(new DuckDbException(Missing));
            try
            {
                instance.Attach(alias, path, DuckDbInstance.SmallBlock);
            }
            catch (DuckDbException failure)
            {
                throw judge(failure);
            }

            (attached, isKnown) = (true, true);
        }
    }

    private void Detach()
    {
        while (idle.TryTake(out var connection))
            connection.Dispose();
        if (!attached)
            return;
        attached = false;
        try
        {
            instance.Detach(alias);
        }
        catch (DuckDbException unwritten) when (unwritten.Message.Contains("Detached database", StringComparison.Ordinal))
        {
            // It is detached, and could not be written out on the way. Its log is there still and is played when it is attached again; where it cannot be, that says so.
        }
    }
}
