using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>One booking of an order × one touch: the cents each model gives. Exactly one row without touch where an order has none.</summary>
public sealed record CreditFact
{
    /// <summary>The order.</summary>
    public required Key Order { get; init; }

    /// <summary>The order itself, or the refund.</summary>
    public required Key Booking { get; init; }

    /// <summary>The touch; none = unattributed.</summary>
    public required Key Touch { get; init; }

    /// <summary>The order's contact.</summary>
    public required Key Contact { get; init; }

    /// <summary>What is booked.</summary>
    public required CreditKind Kind { get; init; }

    /// <summary>Order or refund time.</summary>
    public required Instant BookedAt { get; init; }

    /// <summary>Its day: booking view.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Whether the touch is the chat's.</summary>
    public required bool IsChat { get; init; }

    /// <summary>What the touch was.</summary>
    public required TouchKind TouchKind { get; init; }

    /// <summary>
    /// When the touch was as seen from this order, the time its weights follow from: a conversation's last automated message before it.
    /// Null without touch.
    /// </summary>
    public required Instant? TouchAt { get; init; }

    /// <summary>Of the order.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>Episode of the touch; none.</summary>
    public required Key Conversation { get; init; }

    /// <summary>Day that episode began: cohort view.</summary>
    public LocalDate? ConversationDay { get; init; }

    /// <summary>Whether it is an automated conversation.</summary>
    public required bool ConversationAutomated { get; init; }

    /// <summary>Messaging channel of the touch.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Of a visit.</summary>
    public required TrafficChannel TrafficChannel { get; init; }

    /// <summary>Flow.</summary>
    public string? FlowId { get; init; }

    /// <summary>Campaign.</summary>
    public string? CampaignId { get; init; }

    /// <summary>How that conversation was entered.</summary>
    public required EntryPoint EntryPoint { get; init; }

    /// <summary>As on the order.</summary>
    public required bool NewCustomer { get; init; }

    /// <summary>Minor units by first touch.</summary>
    public required long First { get; init; }

    /// <summary>By last touch.</summary>
    public required long Last { get; init; }

    /// <summary>By last non-direct touch.</summary>
    public required long LastNonDirect { get; init; }

    /// <summary>By linear.</summary>
    public required long Linear { get; init; }

    /// <summary>By position 40/20/40.</summary>
    public required long Position { get; init; }

    /// <summary>By time decay.</summary>
    public required long TimeDecay { get; init; }

    /// <summary>The whole booking on the order's last chat touch, 0 on every other row: each order once, however many touches.</summary>
    public required long Influenced { get; init; }

    /// <summary>Bit set of models that give this touch a weight above 0, in the order above from bit 0.</summary>
    public required int Weighted { get; init; }
}
