using NodaTime;

namespace Beleg.Attribution;

/// <summary>How far before an order a touch may lie: N × 24 hours of elapsed time, whatever the clocks do in between.</summary>
/// <param name="Days">N, from 1; 30 where nobody chose.</param>
public readonly record struct LookBack(int Days)
{
    /// <summary>30 days.</summary>
    public static LookBack Default => new(30);

    /// <summary>The stretch as elapsed time.</summary>
    public Duration Length => Duration.FromHours(24L * Days);

    /// <summary>Whether a touch may have caused an order: exactly the look-back before it is in, so is its own instant; after it is not.</summary>
    public bool Covers(Instant touch, Instant order) => touch <= order && order - touch <= Length;
}
