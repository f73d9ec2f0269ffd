namespace Beleg.Warehouse;

/// <summary>Lets any number read, and now and then one work alone: those who come meanwhile wait, those who are inside end first.</summary>
internal sealed class ReadingGate
{
    private readonly object gate = new();
    private int readers;
    private bool closed;

    internal void Enter()
    {
        lock (gate)
        {
            while (closed)
                Monitor.Wait(gate);
            readers++;
        }
    }

    /// <summary>Enters if nobody waits to work alone; false where somebody does. Whoever reads already must not wait for its turn: it would wait for itself.</summary>
    internal bool TryEnter()
    {
        lock (gate)
        {
            if (closed)
                return false;
            readers++;
            return true;
        }
    }

    internal void Leave()
    {
        lock (gate)
        {
            readers--;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Does something while nobody reads.</summary>
    internal void Alone(Action work)
    {
        lock (gate)
        {
            while (closed)
                Monitor.Wait(gate);
            closed = true;
            while (readers > 0)
                Monitor.Wait(gate);
        }
        WorkAlone(work);
    }

    /// <summary>Does something if nobody reads just now; false where somebody does.</summary>
    internal bool TryAlone(Action work)
    {
        lock (gate)
        {
            if (closed || readers > 0)
                return false;
            closed = true;
        }
        WorkAlone(work);
        return true;
    }

    private void WorkAlone(Action work)
    {
        try
        {
            work();
        }
        finally
        {
            lock (gate)
            {
                closed = false;
                Monitor.PulseAll(gate);
            }
        }
    }
}
