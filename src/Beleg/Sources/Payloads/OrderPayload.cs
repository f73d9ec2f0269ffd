using NodaTime;

namespace Beleg.Sources;

/// <summary>An order as its shop describes it now.</summary>
public sealed record OrderPayload : Payload
{
    /// <summary>The shop.</summary>
    public required string Shop { get; init; }

    /// <summary>The shop's id of the order.</summary>
    public required string OrderId { get; init; }

    /// <summary>When it was placed.</summary>
    public required Instant PlacedAt { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>What the customer pays, in minor units.</summary>
    public long TotalMinor { get; init; }

    /// <summary>Tax contained.</summary>
    public long TaxMinor { get; init; }

    /// <summary>Shipping contained.</summary>
    public long ShippingMinor { get; init; }

    /// <summary>Discounts already taken off the total.</summary>
    public long DiscountMinor { get; init; }

    /// <summary>Money captured, where the source says so; else the financial status decides.</summary>
    public long? CapturedMinor { get; init; }

    /// <summary>paid, partially_paid, pending, authorized, refunded, voided, …</summary>
    public string? FinancialStatus { get; init; }

    /// <summary>Coupon codes.</summary>
    public IReadOnlyList<string> Coupons { get; init; } = [];

    /// <summary>Click id carried through the checkout.</summary>
    public string? Bid { get; init; }

    /// <summary>Whether it was placed in the chat.</summary>
    public bool PlacedInChat { get; init; }

    /// <summary>Whether it was paid in the chat.</summary>
    public bool PaidInChat { get; init; }

    /// <summary>Whether it was a sale over the counter.</summary>
    public bool PointOfSale { get; init; }

    /// <summary>Whether it is a test.</summary>
    public bool Test { get; init; }

    /// <summary>Whether it is cancelled.</summary>
    public bool Cancelled { get; init; }

    /// <summary>Whether the shop calls it fraud.</summary>
    public bool Fraud { get; init; }

    /// <summary>The cart it came from.</summary>
    public string? CartId { get; init; }

    internal override void Write(EventWriter w)
    {
        w.Text(Shop);
        w.Text(OrderId);
        w.Instant(PlacedAt);
        w.Text(Currency);
        w.Int(TotalMinor);
        w.Int(TaxMinor);
        w.Int(ShippingMinor);
        w.Int(DiscountMinor);
        w.MaybeInt(CapturedMinor);
        w.Text(FinancialStatus);
        w.Texts(Coupons);
        w.Text(Bid);
        w.Bool(PlacedInChat);
        w.Bool(PaidInChat);
        w.Bool(PointOfSale);
        w.Bool(Test);
        w.Bool(Cancelled);
        w.Bool(Fraud);
        w.Text(CartId);
    }

    internal static OrderPayload Read(ref EventReader r) => new()
    {
        Shop = r.Text()!,
        OrderId = r.Text()!,
        PlacedAt = r.Instant(),
        Currency = r.Text()!,
        TotalMinor = r.Int(),
        TaxMinor = r.Int(),
        ShippingMinor = r.Int(),
        DiscountMinor = r.Int(),
        CapturedMinor = r.MaybeInt(),
        FinancialStatus = r.Text(),
        Coupons = r.Texts(),
        Bid = r.Text(),
        PlacedInChat = r.Bool(),
        PaidInChat = r.Bool(),
        PointOfSale = r.Bool(),
        Test = r.Bool(),
        Cancelled = r.Bool(),
        Fraud = r.Bool(),
        CartId = r.Text(),
    };
}
