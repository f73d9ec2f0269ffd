namespace Beleg.Attribution;

/// <summary>What was found that joins an order to the chat.</summary>
[Flags]
public enum Proofs
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It was paid inside the chat.</summary>
    PaidInChat = 1,

    /// <summary>A click id was carried through the checkout and stands on the order.</summary>
    ClickIdOnOrder = 2,

    /// <summary>The same person clicked within the look-back.</summary>
    ClickBySamePerson = 4,

    /// <summary>The same person had a conversation within the look-back.</summary>
    ConversationBySamePerson = 8,

    /// <summary>A UTM tag or a coupon of the chat stands on it, and nobody knows the person.</summary>
    TagOrCoupon = 16,
}
