using Beleg.Primitives;
using NodaTime;

namespace Beleg.Reports.Receipts;

/// <summary>One booking on the order: what was captured, or money that moved back.</summary>
public sealed record ReceiptBooking
{
    /// <summary>The order itself, or the refund.</summary>
    public required Key Booking { get; init; }

    /// <summary>order, refund or chargeback.</summary>
    public required string Kind { get; init; }

    /// <summary>When it is booked.</summary>
    public required Instant At { get; init; }

    /// <summary>Its day in the workspace's zone.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>In the workspace's currency; below zero where money moved back.</summary>
    public required Amount Amount { get; init; }

    /// <summary>Cents given to or taken from each touch, by model.</summary>
    public required IReadOnlyList<ReceiptLine> Lines { get; init; }
}
