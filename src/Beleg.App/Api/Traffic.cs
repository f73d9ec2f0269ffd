using Beleg.Journal;
using NodaTime;

namespace Beleg.App.Api;

/// <summary>What passed the server since it started. Thread-safe.</summary>
internal sealed class Traffic(IClock clock)
{
    private static readonly Duration retried = Duration.FromSeconds(30);
    private long kept;
    private long full;
    private long failed;
    private long clicks;
    private long clicksLost;
    private Failure? failure;

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

    /// <summary>
    /// Why the journal could not write a moment ago; null once it writes again, or has not been tried for half a minute: whoever stays
    /// away while this says no would never find out that there is room again.
    /// </summary>
    public string? LastFailure => failure is { } last && clock.GetCurrentInstant() - last.At < retried ? last.Reason : null;

    public void Kept()
    {
        Interlocked.Increment(ref kept);
        if (failure is not null)
            failure = null;
    }

    public void NotKept(AppendResult result)
    {
        if (result.Status == AppendStatus.Full)
        {
            Interlocked.Increment(ref full);
            return;
        }

        Interlocked.Increment(ref failed);
        Fail(result);
    }

    public void Click(AppendResult result)
    {
        Interlocked.Increment(ref clicks);
        if (result.IsKept)
            return;
        Interlocked.Increment(ref clicksLost);
        if (result.Status == AppendStatus.Unavailable)
            Fail(result);
    }

    private void Fail(AppendResult result) => failure = new Failure(result.Reason ?? "", clock.GetCurrentInstant());

    private sealed record Failure(string Reason, Instant At);
}
