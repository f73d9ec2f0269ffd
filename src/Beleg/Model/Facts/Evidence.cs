namespace Beleg.Model;

/// <summary>How sure a euro is, strongest first (docs/metrics.md, Evidence).</summary>
public enum Evidence : byte
{
    /// <summary>Paid inside the chat.</summary>
    A = 0,
    /// <summary>Click id carried through the checkout onto the order.</summary>
    B = 1,
    /// <summary>Same person within the look-back after a click.</summary>
    C = 2,
    /// <summary>Same person within the look-back after a conversation, no click.</summary>
    D = 3,
    /// <summary>UTM or coupon only, person unknown; never in the conservative figure.</summary>
    E = 4,
    /// <summary>No touch at all: unattributed.</summary>
    None = 5,
}
