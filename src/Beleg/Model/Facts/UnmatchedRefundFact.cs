using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>
/// One refund or charge-back whose order nobody told of: money that moved and stands on no order. Once the order comes it is a
/// <see cref="RefundFact"/> of it and no longer here.
/// </summary>
public sealed record UnmatchedRefundFact
{
    /// <summary>(shop, order, refund id), the same as on its order later.</summary>
    public required Key Refund { get; init; }

    /// <summary>The order it waits for.</summary>
    public required Key Order { get; init; }

    /// <summary>Whoever the refund names, or the order itself where it names nobody.</summary>
    public required Key Contact { get; init; }

    /// <summary>The shop.</summary>
    public required string Shop { get; init; }

    /// <summary>The shop's id of the order it waits for.</summary>
    public required string OrderId { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Its day.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>How.</summary>
    public required RefundKind Kind { get; init; }

    /// <summary>Original currency.</summary>
    public required string Currency { get; init; }

    /// <summary>Money moved, positive, original currency.</summary>
    public required long AmountOriginalMinor { get; init; }

    /// <summary>The same in the workspace's currency at the rate of its own day, since its order's is not known; null where that rate is missing.</summary>
    public long? AmountMinor { get; init; }
}
