using Beleg.Primitives;

namespace Beleg.Model;

/// <summary>An order with everything that may have caused it.</summary>
internal readonly ref struct OrderToCredit
{
    public required MoneyOrder Order { get; init; }

    public required Key Contact { get; init; }

    /// <summary>The contact whose touches came in through the click id; none.</summary>
    public required Key JoinedContact { get; init; }

    /// <summary>Whether a tag or a coupon of the chat stands on it.</summary>
    public required bool ChatUtm { get; init; }

    /// <summary>Within the look-back, in no order.</summary>
    public required ReadOnlySpan<OrderTouch> Touches { get; init; }
}
