namespace Beleg.Model;

/// <summary>What a credit row books.</summary>
public enum CreditKind : byte
{
    /// <summary>The order, at the day it was placed.</summary>
    Order = 0,
    /// <summary>A refund or charge-back, at its own day; negative.</summary>
    Refund = 1,
}
