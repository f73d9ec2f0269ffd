using Beleg.Metrics;
using Beleg.Model;
using Beleg.Primitives;
using NodaTime;

namespace Beleg.Reports.Receipts;

/// <summary>The head of a receipt.</summary>
public sealed record ReceiptOrder
{
    /// <summary>The shop.</summary>
    public required string Shop { get; init; }

    /// <summary>The shop's id of the order.</summary>
    public required string OrderId { get; init; }

    /// <summary>Its key in facts and exports.</summary>
    public required Key Order { get; init; }

    /// <summary>The customer; the order itself where nobody knows.</summary>
    public required Key Contact { get; init; }

    /// <summary>When it was placed.</summary>
    public required Instant PlacedAt { get; init; }

    /// <summary>Its day in the workspace's zone.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Whether it counts.</summary>
    public required OrderState State { get; init; }

    /// <summary>The same in words, with the reason where it does not count.</summary>
    public required Words StateReason { get; init; }

    /// <summary>Captured, in the order's own currency.</summary>
    public required Amount GrossOriginal { get; init; }

    /// <summary>Money moved back, in the order's own currency.</summary>
    public required Amount RefundedOriginal { get; init; }

    /// <summary>Major units of the workspace's currency for one of the order's; null where no rate is known.</summary>
    public required decimal? Rate { get; init; }

    /// <summary>Day of that rate; null in the workspace's own currency.</summary>
    public required LocalDate? RateDay { get; init; }

    /// <summary>Captured, in the workspace's currency.</summary>
    public required Amount Gross { get; init; }

    /// <summary>Money moved back, at the order's rate.</summary>
    public required Amount Refunded { get; init; }

    /// <summary>What is shared out: the difference, 0 where the order does not count.</summary>
    public required Amount Net { get; init; }

    /// <summary>The contact's first counted order.</summary>
    public required bool NewCustomer { get; init; }

    /// <summary>First coupon.</summary>
    public required string? Coupon { get; init; }
}
