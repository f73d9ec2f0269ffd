namespace Beleg.Model;

/// <summary>What became of a cart. Whether one was left is a matter of time, which a fact does not know.</summary>
public enum CartState : byte
{
    /// <summary>It went to the checkout.</summary>
    Started = 0,
    /// <summary>It was ordered.</summary>
    Ordered = 1,
}
