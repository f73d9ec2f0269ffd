namespace Beleg.App.Security;

/// <summary>
/// Lets a steady rate and a burst pass (generic cell rate algorithm: one number is the whole state). Thread-safe, allocates nothing.
/// </summary>
/// <param name="perSecond">Steady rate.</param>
/// <param name="burst">How many may come at once.</param>
/// <param name="time">Clock.</param>
internal sealed class RateGate(double perSecond, int burst, TimeProvider time)
{
    private readonly long interval = (long)(time.TimestampFrequency / perSecond);
    private readonly long tolerance = (long)(time.TimestampFrequency / perSecond * burst);
    private long nextFree = time.GetTimestamp();

    /// <summary>Whether one more may pass now.</summary>
    /// <param name="retryAfterSeconds">At least 1, where it may not.</param>
    public bool TryPass(out int retryAfterSeconds)
    {
        retryAfterSeconds = 0;
        while (true)
        {
            var now = time.GetTimestamp();
            var free = Volatile.Read(ref nextFree);
            var after = Math.Max(free, now) + interval;
            if (after - now > tolerance)
            {
                retryAfterSeconds = (int)Math.Max(1, (after - now - tolerance) / time.TimestampFrequency + 1);
                return false;
            }

            if (Interlocked.CompareExchange(ref nextFree, after, free) == free)
                return true;
        }
    }
}
