using Beleg.Primitives;
using NodaTime;

namespace Beleg.Model;

/// <summary>A touch of a contact while orders are judged: the fact, and what depends on the order it is seen from.</summary>
internal sealed class Touch(TouchFact fact, Instant firstAt, Episode? episode, bool fromBrowser)
{
    public TouchFact Fact { get; } = fact;

    /// <summary>Before this it was no touch.</summary>
    public Instant FirstAt { get; } = firstAt;

    public Episode? Episode { get; } = episode;

    /// <summary>Known only by a browser's word, so it carries evidence E at most.</summary>
    public bool FromBrowser { get; } = fromBrowser;

    /// <summary>The click ids it carried on; empty for all but clicks.</summary>
    public IReadOnlyList<string> Bids { get; init; } = [];

    /// <summary>Whether an order was credited to it.</summary>
    public bool Used { get; set; }
}

/// <summary>A touch as one order sees it.</summary>
/// <param name="Touch">The touch.</param>
/// <param name="At">A conversation's last automated message before the order; else the touch's own time.</param>
/// <param name="ByClickId">It carried the click id that stands on the order.</param>
/// <param name="ThroughClickId">It is another contact's, found through that click id.</param>
internal readonly record struct OrderTouch(Touch Touch, Instant At, bool ByClickId, bool ThroughClickId);

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

/// <summary>Writes an order and its credits. Attribution implements it: the models lie to the right of the fold in the stream.</summary>
internal interface IOrderCrediting
{
    void Credit(OrderToCredit order, FoldContext context);
}
