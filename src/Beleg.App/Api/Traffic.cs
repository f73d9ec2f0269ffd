using Beleg.Journal;

namespace Beleg.App.Api;

/// <summary>What passed the server since it started. Thread-safe.</summary>
internal sealed class Traffic
{
    private long kept;
    private long full;
    private long failed;
    private long clicks;
    private long clicksLost;

    /// <summary>Deliveries on disk.</summary>
    public long Deliveries => Volatile.Read(ref kept);

    /// <summary>Deliveries sent away because too many waited.</summary>
    public long Full => Volatile.Read(ref full);

    /// <summary>Deliveries sent away because the disk failed.</summary>
    public long Failed => Volatile.Read(ref failed);

    /// <summary>Redirects answered.</summary>
    public long Clicks => Volatile.Read(ref clicks);

    /// <summary>Redirects whose click could not be kept.</summary>
    public long ClicksLost => Volatile.Read(ref clicksLost);

    /// <summary>Why the journal last could not write; null once it writes again.</summary>
    public string? LastFailure { get; private set; }

    public void Kept()
    {
        Interlocked.Increment(ref kept);
        if (LastFailure is not null)
            LastFailure = null;
    }

    public void NotKept(AppendResult result)
    {
        if (result.Status == AppendStatus.Full)
        {
            Interlocked.Increment(ref full);
            return;
        }

        Interlocked.Increment(ref failed);
        LastFailure = result.Reason;
    }

    public void Click(bool isKept)
    {
        Interlocked.Increment(ref clicks);
        if (!isKept)
            Interlocked.Increment(ref clicksLost);
    }
}
