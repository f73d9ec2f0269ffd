using Beleg.Primitives;
using NodaTime;

namespace Beleg.Model;

/// <summary>One subscription as it stands by the latest word on it.</summary>
public sealed record SubscriptionFact
{
    /// <summary>(source, the source's id).</summary>
    public required Key Subscription { get; init; }

    /// <summary>The subscriber.</summary>
    public required Key Contact { get; init; }

    /// <summary>First started; null where only later words are known.</summary>
    public Instant? StartedAt { get; init; }

    /// <summary>Last changed; null where it never was.</summary>
    public Instant? ChangedAt { get; init; }

    /// <summary>Cancelled; null while it runs, also where it was taken up again.</summary>
    public Instant? CancelledAt { get; init; }

    /// <summary>Day of the first word on it.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Where it stands.</summary>
    public required SubscriptionState State { get; init; }

    /// <summary>Latest plan.</summary>
    public string? Plan { get; init; }

    /// <summary>Original currency of the latest amount.</summary>
    public string? Currency { get; init; }

    /// <summary>Latest amount a period, in the original currency.</summary>
    public long? AmountOriginalMinor { get; init; }

    /// <summary>The same in the workspace's currency at the rate of the day it was said; null where that rate is missing.</summary>
    public long? AmountMinor { get; init; }
}
