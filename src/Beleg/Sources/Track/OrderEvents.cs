using Beleg.Primitives;
using Beleg.Sources.Json;
using Beleg.Sources.Normalising;
using static Beleg.Sources.Track.Properties;

namespace Beleg.Sources.Track;

/// <summary>Carts, orders, refunds, deals and subscriptions.</summary>
internal static class OrderEvents
{
    private static readonly Property[] Order =
    [
        Shop, OrderId, PlacedAt, Properties.Currency, Total, Revenue, Captured, Value, Items, Products, Discounts, Discount, Tax, Shipping, FinancialStatus, Coupon, Bid,
        PlacedInChat, PaidInChat, PointOfSale, Test, Cancelled, Fraud, CartId, CheckoutId,
    ];

    private static readonly Property[] Subscription = [SubscriptionId, Plan, AmountPaid, Properties.Currency];

    public static IEnumerable<EventDefinition> All { get; } =
    [
        new(EventKind.CheckoutStarted, "Checkout Started", "A cart went to the checkout.", Trust.Browser, Sources.Actor.Contact, [], Order, Cart),
        new(EventKind.OrderCompleted, "Order Completed", "An order was placed.", Trust.Server, Sources.Actor.Contact, [OrderId, Properties.Currency], Order, Complete),
        new(EventKind.OrderUpdated, "Order Updated", "An order as it is now.", Trust.Server, Sources.Actor.Unknown, [OrderId, Properties.Currency], Order, Complete),
        new(EventKind.OrderCancelled, "Order Cancelled", "An order was called off.", Trust.Server, Sources.Actor.Unknown, [OrderId], Order, CallOff),
        new(EventKind.OrderRefunded, "Order Refunded", "Money moved back.", Trust.Server, Sources.Actor.Unknown, [OrderId, Properties.Currency],
            [Shop, OrderId, RefundId, AmountPaid, Total, Properties.Currency, Kind], Refund),
        new(EventKind.DealUpdated, "Deal Updated", "A deal of the CRM as it is now.", Trust.Server, Sources.Actor.Unknown, [DealId],
            [DealId, AmountPaid, Properties.Currency, Stage, ClosedAt], Deal),
        new(EventKind.SubscriptionStarted, "Subscription Started", "A subscription began.", Trust.Server, Sources.Actor.Contact, [SubscriptionId], Subscription, Subscribe),
        new(EventKind.SubscriptionChanged, "Subscription Changed", "Its plan or amount changed.", Trust.Server, Sources.Actor.Unknown, [SubscriptionId], Subscription, Subscribe),
        new(EventKind.SubscriptionCancelled, "Subscription Cancelled", "It was cancelled.", Trust.Server, Sources.Actor.Contact, [SubscriptionId], Subscription, Subscribe),
    ];

    private static OrderPayload Complete(PropertyReader r)
    {
        var currency = r.Currency();
        var order = Read(r, currency, r.Required(OrderId));
        if (TotalOf(r, currency, order) is { } total)
            order = order with { TotalMinor = total };
        else
            r.Fail(RefusalReason.MalformedItem, "'total' is missing, and no revenue, items, captured or value to make it of.");

        // A finished order that says nothing of its payment is paid: Segment's standard event says no more. An order placed in the
        // chat is a cart until something says that it is paid.
        var paid = order.CapturedMinor is null && order.FinancialStatus is null && (!order.PlacedInChat || order.PaidInChat);
        return paid ? order with { FinancialStatus = "paid" } : order;
    }

    private static OrderPayload Cart(PropertyReader r)
    {
        var valued = r[Total].Exists || r[Revenue].Exists || r[Value].Exists || r[Captured].Exists || r[Items].Exists || r[Products].Exists;
        var currency = r.Currency(valued);
        var order = Read(r, currency, r.Text(OrderId) ?? r.Text(CartId) ?? r.Text(CheckoutId) ?? r.Envelope.Id.ToString());
        return order with { TotalMinor = TotalOf(r, currency, order) ?? 0, CapturedMinor = 0, FinancialStatus = "pending" };
    }

    private static OrderPayload CallOff(PropertyReader r)
    {
        var currency = r.Currency(required: false);
        var order = Read(r, currency, r.Required(OrderId));
        return order with { TotalMinor = TotalOf(r, currency, order) ?? 0, Cancelled = true };
    }

    private static OrderPayload Read(PropertyReader r, Currency? currency, string orderId) => new()
    {
        Shop = r.Text(Shop) ?? r.Call.Shop,
        OrderId = orderId,
        PlacedAt = PlacedAtOf(r),
        Currency = currency?.Code ?? string.Empty,
        TaxMinor = r.Amount(Tax, currency) ?? 0,
        ShippingMinor = r.Amount(Shipping, currency) ?? 0,
        DiscountMinor = r.Amount(Discounts, currency) ?? r.Amount(Discount, currency) ?? 0,
        CapturedMinor = r.Amount(Captured, currency),
        FinancialStatus = r.Text(FinancialStatus)?.ToLowerInvariant(),
        Coupons = r.Texts(Coupon),
        Bid = r.Text(Bid),
        PlacedInChat = r.Bool(PlacedInChat) ?? false,
        PaidInChat = r.Bool(PaidInChat) ?? false,
        PointOfSale = r.Bool(PointOfSale) ?? false,
        Test = r.Bool(Test) ?? false,
        Cancelled = r.Bool(Cancelled) ?? false,
        Fraud = r.Bool(Fraud) ?? false,
        CartId = r.Text(CartId) ?? r.Text(CheckoutId),
    };

    private static NodaTime.Instant PlacedAtOf(PropertyReader r)
    {
        var placed = r.Time(PlacedAt) ?? r.Envelope.OccurredAt;
        if (!Timestamps.IsBelievable(placed, r.Call.ReceivedAt))
            r.Fail(RefusalReason.TimeOutOfRange, "'placed_at' lies before 2005 or more than 48 h ahead.");
        return placed;
    }

    private static long? TotalOf(PropertyReader r, Currency? currency, OrderPayload order)
    {
        if (r.Amount(Total, currency) is { } total)
            return total;
        if (r.Amount(Revenue, currency) is { } revenue)
            return revenue + order.TaxMinor + order.ShippingMinor;
        if (ItemsOf(r, currency) is { } items)
            return Math.Max(0, items - order.DiscountMinor + order.TaxMinor + order.ShippingMinor);
        return order.CapturedMinor ?? r.Amount(Value, currency);
    }

    private static long? ItemsOf(PropertyReader r, Currency? currency)
    {
        var items = r[Items].Exists ? r[Items] : r[Products];
        if (currency is null || !items.Exists)
            return null;
        if (!items.IsArray)
            return r.Amount(Items, currency);
        long sum = 0;
        foreach (var item in items.Items)
            sum = Math.Min(Money.MaxMinor + 1, sum + LineOf(r, item, currency));
        if (sum > Money.MaxMinor)
            r.Fail(RefusalReason.AmountOutOfRange, "'items' add up to more than 10^12 minor units.");
        return sum;
    }

    private static long LineOf(PropertyReader r, JsonValue item, Currency currency)
    {
        if (Amounts.TryRead(item["price"u8], currency, out var price) is { } why)
        {
            r.Fail(why.Reason, $"The price of an item {why.Why}.");
            return 0;
        }

        var quantity = item["quantity"u8].Exists ? item["quantity"u8].Whole() : 1;
        if (quantity is null or < 0 or > 1_000_000)
            r.Fail(RefusalReason.MalformedItem, "The quantity of an item must be a whole number from 0 to 1,000,000.");
        return price > 0 && quantity > Money.MaxMinor / price ? Money.MaxMinor + 1 : price * (quantity ?? 0);
    }

    private static RefundPayload Refund(PropertyReader r)
    {
        var currency = r.Currency();
        var amount = r.Amount(AmountPaid, currency) ?? r.Amount(Total, currency);
        if (amount is null)
            r.Fail(RefusalReason.MalformedItem, "'amount' is missing: the money that moved back.");
        return new RefundPayload
        {
            Shop = r.Text(Shop) ?? r.Call.Shop,
            OrderId = r.Required(OrderId),
            RefundId = r.Text(RefundId) ?? r.Envelope.Id.ToString(),
            AmountMinor = amount ?? 0,
            Currency = currency?.Code ?? string.Empty,
            Kind = r.Label<RefundKind>(Kind) ?? RefundKind.Refund,
        };
    }

    private static DealPayload Deal(PropertyReader r)
    {
        var currency = r.Currency(r[AmountPaid].Exists);
        return new DealPayload
        {
            DealId = r.Required(DealId),
            AmountMinor = r.Amount(AmountPaid, currency),
            Currency = currency?.Code,
            Stage = r.Text(Stage),
            ClosedAt = r.Time(ClosedAt),
        };
    }

    private static SubscriptionPayload Subscribe(PropertyReader r)
    {
        var currency = r.Currency(r[AmountPaid].Exists);
        return new SubscriptionPayload
        {
            SubscriptionId = r.Required(SubscriptionId),
            Plan = r.Text(Plan),
            AmountMinor = r.Amount(AmountPaid, currency),
            Currency = currency?.Code,
        };
    }
}
