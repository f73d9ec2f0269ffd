using Beleg.Primitives;
using Beleg.Sources.Json;
using Beleg.Sources.Normalising;
using NodaTime;

namespace Beleg.Sources.Providers.Shopify;

/// <summary>Money that moved back: the refund's successful transactions, not the line items it speaks of; and charge-backs by the bank.</summary>
internal static class ShopifyRefunds
{
    /// <summary>Translates a refund.</summary>
    /// <param name="refund">The refund.</param>
    /// <param name="orderId">The order it stands in; null where it names its order itself.</param>
    /// <param name="asOf">The order's last change, where it stands in one: a transaction may have succeeded since.</param>
    /// <param name="reading">Takes the event.</param>
    /// <param name="total">The order's total in the buyer's and the shop's currency, where it stands in one.</param>
    /// <param name="shop">The order's currency, where it stands in one.</param>
    public static (RefusalReason Reason, string Detail)? Translate(JsonValue refund, string? orderId, Instant? asOf, ShopifyReading reading, JsonValue total = default, Currency? shop = null)
    {
        var id = reading.Required(refund["id"u8], "id");
        var order = orderId ?? reading.Required(refund["order_id"u8], "order_id");
        var at = reading.Time(refund["processed_at"u8], refund["created_at"u8]);
        long moved = 0;
        Currency? currency = null;
        foreach (var transaction in refund["transactions"u8].Items)
        {
            var own = reading.Currency(transaction["currency"u8]);
            if ((currency ??= own) != own)
                reading.Fail(RefusalReason.UnknownCurrency, "The transactions of a refund are in more than one currency.");
            if (transaction["kind"u8].Is("refund"u8) && transaction["status"u8].Is("success"u8))
                moved += reading.Amount(transaction["amount"u8], "amount", own) ?? 0;
        }

        if (reading.Problem is { } problem)
            return problem;

        // Goods that came back without money: nothing moved, and no currency is named.
        if (currency is not null)
        {
            var money = InShopCurrency(refund, new Money(moved, currency), total, shop);
            Add(reading, $"refund|{reading.Shop}|{id}", at, asOf ?? at, Payload(reading, order, id, money.Minor, money.Currency, RefundKind.Refund));
        }
        else if (orderId is null)
            return (RefusalReason.NotTranslated, "The refund has no transactions: no money moved.");
        return null;
    }

    /// <summary>Translates a dispute: a charge-back takes its amount until it is won.</summary>
    public static (RefusalReason Reason, string Detail)? TranslateDispute(JsonValue dispute, ShopifyReading reading)
    {
        if (!dispute["type"u8].Is("chargeback"u8))
            return (RefusalReason.NotTranslated, "An inquiry moves no money; it is kept.");
        var id = reading.Required(dispute["id"u8], "id");
        var order = reading.Required(dispute["order_id"u8], "order_id");
        var at = reading.Time(dispute["initiated_at"u8], dispute["created_at"u8]);
        var currency = reading.Currency(dispute["currency"u8]);
        var amount = reading.Amount(dispute["amount"u8], "amount", currency) ?? 0;
        if (reading.Problem is { } problem)
            return problem;
        var won = dispute["status"u8].Is("won"u8);
        var payload = Payload(reading, order, "dispute-" + id, won ? 0 : amount, currency!, RefundKind.Chargeback);
        Add(reading, $"dispute|{reading.Shop}|{id}", at, Timestamps.Read(dispute["finalized_on"u8]) ?? at, payload);
        return null;
    }

    // What the buyer got back in another currency counts at the rate Shopify took; where the body does not tell it, at the rate of the day.
    private static Money InShopCurrency(JsonValue refund, Money moved, JsonValue total, Currency? shop)
    {
        if (moved.Currency == shop)
            return moved;
        var rate = new ShopifyRate(moved.Currency, shop);
        foreach (var line in refund["refund_line_items"u8].Items)
            rate.Take(line["subtotal_set"u8]).Take(line["total_tax_set"u8]);
        return rate.Convert(moved.Minor) ?? rate.Take(total).Convert(moved.Minor) ?? moved;
    }

    private static RefundPayload Payload(ShopifyReading reading, string order, string id, long moved, Currency currency, RefundKind kind) => new()
    {
        Shop = reading.Shop,
        OrderId = order,
        RefundId = id,
        AmountMinor = moved,
        Currency = currency.Code,
        Kind = kind,
    };

    private static void Add(ShopifyReading reading, string id, Instant at, Instant asOf, RefundPayload payload) =>
        reading.Into.Add(0, reading.Begin(EventKind.OrderRefunded, reading.Id(id), at) with { UpdatedAt = asOf, Revises = true, Payload = payload });
}
