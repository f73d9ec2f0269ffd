using Beleg.Primitives;
using NodaTime;

namespace Beleg.Model;

/// <summary>One order at its net value.</summary>
public sealed record OrderFact
{
    /// <summary>(shop, the shop's id).</summary>
    public required Key Order { get; init; }

    /// <summary>The customer, or the order itself where nobody knows.</summary>
    public required Key Contact { get; init; }

    /// <summary>The shop.</summary>
    public required string Shop { get; init; }

    /// <summary>The shop's id.</summary>
    public required string OrderId { get; init; }

    /// <summary>Placed.</summary>
    public required Instant PlacedAt { get; init; }

    /// <summary>Its day.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Whether it counts.</summary>
    public required OrderState State { get; init; }

    /// <summary>Original currency.</summary>
    public required string Currency { get; init; }

    /// <summary>Captured, on the workspace's revenue basis, in the original currency.</summary>
    public required long GrossOriginalMinor { get; init; }

    /// <summary>Money moved back.</summary>
    public required long RefundedOriginalMinor { get; init; }

    /// <summary>Exchange rate used; 1 in the workspace's own currency, 0 where missing.</summary>
    public required decimal Rate { get; init; }

    /// <summary>Day of that rate.</summary>
    public LocalDate? RateDay { get; init; }

    /// <summary>Captured, in the workspace's currency.</summary>
    public required long GrossMinor { get; init; }

    /// <summary>Money moved back, at the order's rate.</summary>
    public required long RefundedMinor { get; init; }

    /// <summary>The difference; 0 where it does not count.</summary>
    public required long NetMinor { get; init; }

    /// <summary>The contact's first counted order.</summary>
    public required bool NewCustomer { get; init; }

    /// <summary>Strongest found.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>At least one chat touch in the look-back.</summary>
    public required bool Influenced { get; init; }

    /// <summary>Contact whose touches were taken through the click id, where it is another; none.</summary>
    public required Key JoinedContact { get; init; }

    /// <summary>Touches in the look-back.</summary>
    public required int Touches { get; init; }

    /// <summary>Paid inside the chat.</summary>
    public required bool PaidInChat { get; init; }

    /// <summary>First coupon.</summary>
    public string? Coupon { get; init; }

    /// <summary>utm_medium=chat or a chat coupon on it.</summary>
    public required bool ChatUtm { get; init; }
}
