using System.Diagnostics;

namespace Beleg.Journal.Sqlite;

/// <summary>
/// What waits for the disk: bounded in rows and in bytes, filled by many threads, emptied at one go by the writer. What gathers here
/// while one commit flushes is the next group. Thread-safe.
/// </summary>
internal sealed class Intake(int maxRows, long maxBytes)
{
    private const int SmallGroup = 4;
    private static readonly TimeSpan LongestGathering = TimeSpan.FromMicroseconds(200);

    private readonly object gate = new(); // not a Lock: the writer waits on it
    private List<Waiting> waiting = [];
    private List<Waiting> spare = [];
    private int rows;
    private long bytes;
    private int waitingCount;
    private int lastGroup;
    private bool closed;

    /// <summary>Whether an append would be turned away now; a hint that saves the sealing.</summary>
    public bool IsFull => Volatile.Read(ref rows) >= maxRows || Volatile.Read(ref bytes) >= maxBytes;

    /// <summary>Takes its place in the next group; else says at once why not.</summary>
    /// <param name="item">What waits.</param>
    /// <param name="bounded">Whether the bounds count for it; a lot from a file, of which there is one at a time, goes beyond them.</param>
    public AppendResult? TryEnter(Waiting item, bool bounded)
    {
        lock (gate)
        {
            if (closed)
                return AppendResult.Unavailable("The journal is shutting down.");
            if (bounded && IsFull)
                return AppendResult.Full;
            waiting.Add(item);
            waitingCount = waiting.Count;
            if (bounded)
                (rows, bytes) = (rows + item.Rows.Length, bytes + item.Bytes);
            if (waiting.Count == 1)
                Monitor.Pulse(gate);
        }

        return null;
    }

    /// <summary>Blocks until something waits, then takes all of it; null once closed and empty. The list is good until the next call.</summary>
    public List<Waiting>? TakeAll()
    {
        lock (gate)
        {
            while (waiting.Count == 0 && !closed)
                Monitor.Wait(gate);
        }

        GatherGroup();
        lock (gate)
        {
            if (waiting.Count == 0)
                return null;
            lastGroup = waiting.Count;
            waitingCount = 0;
            spare.Clear();
            (waiting, spare) = (spare, waiting);
            (rows, bytes) = (0, 0);
            return spare;
        }
    }

    /// <summary>Turns away whatever comes; what waits is still written.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            Monitor.Pulse(gate);
        }
    }

    // Callers whose deliveries were just written come back one by one. Who takes the first of them pays a flush for it alone and lets the
    // others wait for the next; who gives them a moment, at most so many as last time, writes them all with one flush.
    private void GatherGroup()
    {
        if (lastGroup < SmallGroup)
            return;
        var from = Stopwatch.GetTimestamp();
        while (Volatile.Read(ref waitingCount) < lastGroup && Stopwatch.GetElapsedTime(from) < LongestGathering)
            Thread.Yield();
    }
}
