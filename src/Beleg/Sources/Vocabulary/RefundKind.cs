namespace Beleg.Sources;

/// <summary>How money went back.</summary>
public enum RefundKind : byte
{
    /// <summary>The shop gave it back.</summary>
    Refund = 0,
    /// <summary>The bank took it back.</summary>
    Chargeback = 1,
}
