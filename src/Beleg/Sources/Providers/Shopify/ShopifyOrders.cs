using Beleg.Primitives;
using Beleg.Sources.Json;
using Beleg.Sources.Normalising;

namespace Beleg.Sources.Providers.Shopify;

/// <summary>
/// Orders as the shop describes them now. Each webhook holds the whole order, so its events share one id and the latest by the
/// shop's own clock stands; refunds inside it are told too, in case their own webhook was lost.
/// </summary>
internal static class ShopifyOrders
{
    public static (RefusalReason Reason, string Detail)? Translate(JsonValue order, ShopifyReading reading)
    {
        var id = reading.Required(order["id"u8], "id");
        var placed = reading.Time(order["processed_at"u8], order["created_at"u8]);
        var currency = reading.Currency(order["currency"u8]);
        var cancelled = order["cancelled_at"u8].Text() is not null;
        var tags = ShopifyTags.Read(order);
        var total = reading.Amount(order["total_price"u8], "total_price", currency);
        if (total is null)
            reading.Fail(RefusalReason.MalformedItem, "'total_price' is missing.");
        var payload = new OrderPayload
        {
            Shop = reading.Shop,
            OrderId = id,
            PlacedAt = placed,
            Currency = currency?.Code ?? string.Empty,
            TotalMinor = total ?? 0,
            TaxMinor = reading.Amount(order["total_tax"u8], "total_tax", currency) ?? 0,
            ShippingMinor = Shipping(order, reading, currency),
            DiscountMinor = reading.Amount(order["total_discounts"u8], "total_discounts", currency) ?? 0,
            CapturedMinor = Captured(order, reading, currency, total ?? 0),
            FinancialStatus = ShopifyReading.Text(order["financial_status"u8]),
            Coupons = Coupons(order),
            Bid = tags.Bid,
            PlacedInChat = tags.PlacedInChat,
            PaidInChat = tags.PaidInChat,
            PointOfSale = order["source_name"u8].Is("pos"u8),
            Test = order["test"u8].Bool() ?? false,
            Cancelled = cancelled,
            Fraud = order["cancel_reason"u8].Is("fraud"u8),
            CartId = ShopifyReading.Text(order["cart_token"u8]) ?? ShopifyReading.Text(order["checkout_token"u8]),
        };
        if (reading.Problem is { } problem)
            return problem;
        var who = ShopifyPeople.OfOrder(order, reading);
        reading.Into.Add(0, reading.Begin(cancelled ? EventKind.OrderCancelled : EventKind.OrderCompleted, reading.Id($"order|{reading.Shop}|{id}"), placed) with
        {
            UpdatedAt = Timestamps.Read(order["updated_at"u8]),
            Revises = true,
            Identifiers = who,
            Actor = Actor.Contact,
            Utm = tags.Utm,
            Language = ShopifyReading.Text(order["customer_locale"u8]),
            Payload = payload,
            Personal = ShopifyPeople.Personal(order["customer"u8], reading),
        });
        foreach (var refund in order["refunds"u8].Items)
        {
            if (ShopifyRefunds.Translate(refund, id, Timestamps.Read(order["updated_at"u8]), reading, order["total_price_set"u8], currency) is { } refused)
                reading.Into.Refuse(0, refused.Reason, "A refund of the order: " + refused.Detail);
            reading.Forget();
        }

        ShopifyCustomers.AddConsents(order["customer"u8], who, reading);
        return null;
    }

    /// <summary>A checkout that was begun: a cart with a value, until an order with its token comes.</summary>
    public static (RefusalReason Reason, string Detail)? TranslateCheckout(JsonValue checkout, ShopifyReading reading)
    {
        var token = reading.Required(checkout["token"u8].Exists ? checkout["token"u8] : checkout["id"u8], "token");
        var begun = reading.Time(checkout["created_at"u8], checkout["updated_at"u8]);
        var currency = reading.Currency(checkout["currency"u8]);
        var total = reading.Amount(checkout["total_price"u8], "total_price", currency) ?? 0;
        if (reading.Problem is { } problem)
            return problem;
        var tags = ShopifyTags.Read(checkout);
        reading.Into.Add(0, reading.Begin(EventKind.CheckoutStarted, reading.Id($"checkout|{reading.Shop}|{token}"), begun) with
        {
            UpdatedAt = Timestamps.Read(checkout["updated_at"u8]),
            Revises = true,
            Identifiers = ShopifyPeople.OfOrder(checkout, reading),
            Actor = Actor.Contact,
            Utm = tags.Utm,
            Payload = new OrderPayload
            {
                Shop = reading.Shop,
                OrderId = "checkout-" + token,
                CartId = ShopifyReading.Text(checkout["cart_token"u8]) ?? token,
                PlacedAt = begun,
                Currency = currency!.Code,
                TotalMinor = total,
                CapturedMinor = 0,
                FinancialStatus = "pending",
                Bid = tags.Bid,
            },
            Personal = ShopifyPeople.Personal(checkout["customer"u8], reading),
        });
        return null;
    }

    // Where the body holds the payments they say what was captured; else the financial status does. A refunded order was paid: what
    // went back is a refund of its own.
    private static long? Captured(JsonValue order, ShopifyReading reading, Currency? currency, long total) =>
        Payments(order, reading, currency) ?? ShopifyReading.Text(order["financial_status"u8])?.ToLowerInvariant() switch
        {
            "paid" or "refunded" or "partially_refunded" => total,
            "pending" or "authorized" or "voided" or "expired" => 0,
            "partially_paid" => reading.Amount(order["total_outstanding"u8], "total_outstanding", currency) is { } open ? Math.Max(0, total - open) : null,
            _ => null,
        };

    // Null where none are listed, or one is in a currency that nothing in the body converts.
    private static long? Payments(JsonValue order, ShopifyReading reading, Currency? currency)
    {
        long? sum = null;
        foreach (var payment in order["transactions"u8].Items)
        {
            sum ??= 0;
            if (!payment["status"u8].Is("success"u8) || !(payment["kind"u8].Is("sale"u8) || payment["kind"u8].Is("capture"u8)))
                continue;
            var paidIn = payment["currency"u8].Exists ? reading.Currency(payment["currency"u8]) : currency;
            var amount = reading.Amount(payment["amount"u8], "amount", paidIn) ?? 0;
            if (paidIn == currency)
                sum += amount;
            else if (new ShopifyRate(paidIn, currency).Take(order["total_price_set"u8]).Convert(amount) is { } converted)
                sum += converted.Minor;
            else
                return null;
        }

        return sum;
    }

    private static long Shipping(JsonValue order, ShopifyReading reading, Currency? currency)
    {
        var set = order["total_shipping_price_set"u8]["shop_money"u8]["amount"u8];
        if (set.Exists)
            return reading.Amount(set, "total_shipping_price_set", currency) ?? 0;
        long sum = 0;
        foreach (var line in order["shipping_lines"u8].Items)
            sum += reading.Amount(line["discounted_price"u8].Exists ? line["discounted_price"u8] : line["price"u8], "shipping_lines", currency) ?? 0;
        return sum;
    }

    private static List<string> Coupons(JsonValue order)
    {
        var codes = new List<string>();
        foreach (var discount in order["discount_codes"u8].Items)
        {
            if (ShopifyReading.Text(discount["code"u8]) is { } code)
                codes.Add(code);
        }

        return codes;
    }
}
