namespace Beleg.Sources;

/// <summary>Money that moved back on an order.</summary>
public sealed record RefundPayload : Payload
{
    /// <summary>The shop.</summary>
    public required string Shop { get; init; }

    /// <summary>The shop's id of the order.</summary>
    public required string OrderId { get; init; }

    /// <summary>The shop's id of the refund.</summary>
    public required string RefundId { get; init; }

    /// <summary>Money moved, not refunded line items; positive, in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>Refund or charge-back.</summary>
    public RefundKind Kind { get; init; }

    internal override void Write(EventWriter w)
    {
        w.Text(Shop);
        w.Text(OrderId);
        w.Text(RefundId);
        w.Int(AmountMinor);
        w.Text(Currency);
        w.Byte((byte)Kind);
    }

    internal static RefundPayload Read(ref EventReader r) => new()
    {
        Shop = r.Text()!,
        OrderId = r.Text()!,
        RefundId = r.Text()!,
        AmountMinor = r.Int(),
        Currency = r.Text()!,
        Kind = (RefundKind)r.Byte(),
    };
}
