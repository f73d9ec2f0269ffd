using Beleg.Sources.Web;

namespace Beleg.Sources.Files;

/// <summary>Orders, as exported from a shop.</summary>
internal static class OrderRows
{
    public static ImportKind Kind { get; } = new("orders", "Orders as the shop describes them now. The same order id again updates the order, it never adds one.",
    [
        Columns.OrderId.Needed().Or("name", "id", "order_name", "order id", "transaction_id"),
        Columns.Time("placed_at", "When it was placed.").Needed().Or("created_at", "date", "order_date", "time", "timestamp", "processed_at", "purchase_date", "ordered_at", "datum"),
        Columns.Money("total", "What the customer pays, discounts taken off, in major units.").Needed().Or("amount", "order_total", "total_price", "grand_total", "revenue", "sum", "betrag", "gesamt"),
        Columns.Currency.Needed(),
        Columns.Shop,
        Columns.Money("tax", "Tax contained in the total.", "7.96").Or("taxes", "total_tax", "tax_total", "order_tax"),
        Columns.Money("shipping", "Shipping contained in the total.", "4.90").Or("shipping_total", "total_shipping", "shipping_cost", "order_shipping"),
        Columns.Money("discounts", "Discounts already taken off the total.", "5.00").Or("discount", "discount_amount", "discount_total", "total_discounts", "cart_discount"),
        Columns.Money("captured", "Money captured. Where absent, the total if the financial status is paid or absent.").Or("captured_amount", "paid_amount", "amount_paid"),
        Columns.Text("financial_status", "paid, partially_paid, pending, authorized, refunded, partially_refunded or voided; paid where absent.", "paid").Or("payment_status", "paid_status"),
        Columns.Money("refunded", "Money given back so far. Where refunds are imported by themselves, leave it out.", "0.00").Or("refunded_amount", "refund_total", "total_refunded"),
        Columns.Time("refunded_at", "When it was given back; the time of the order where absent.").Or("refund_date"),
        Columns.List("coupon", "Coupon codes.", "BLOOM10").Or("coupons", "discount_code", "discount_codes", "coupon_code", "voucher", "gutschein"),
        Columns.Bid,
        Columns.Text("cart_id", "The cart it came from.", "cart-5").Or("cart_token", "checkout_id"),
        Columns.YesNo("placed_in_chat", "Whether it was placed in the chat."),
        Columns.YesNo("paid_in_chat", "Whether it was paid in the chat."),
        Columns.YesNo("point_of_sale", "Whether it was a sale over the counter.").Or("pos"),
        Columns.YesNo("test", "Whether it is a test; it does not count."),
        Columns.YesNo("cancelled", "Whether it is cancelled; it does not count.").Or("canceled", "storniert"),
        Columns.Time("cancelled_at", "When it was cancelled.").Or("canceled_at"),
        Columns.YesNo("fraud", "Whether the shop calls it fraud; it does not count."),
        Columns.Time("updated_at", "When the shop last changed it; the file's own time where absent. Of two states of one order the later counts.").Or("modified_at", "date_modified", "last_modified"),
        Columns.Text("landing_url", "Page the visit began on; its tags and click id are read.", "https://blooms.example/?utm_medium=chat").Or("landing_site", "landing_page"),
        .. Columns.Utm,
        .. Columns.Person,
    ], Compose)
    { Id = ["shop", "order_id"] };

    private static readonly string[] Written =
        ["placed_at", "financial_status", "refunded", "refunded_at", "cancelled_at", "landing_url", "bid", "utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term"];

    private static void Compose(ImportRecord record, ItemWriter into)
    {
        var placed = record["placed_at"]!;
        var page = LandingPage.Read(record["landing_url"]);
        into.Begin(record, "Order Completed", placed)
            .Put("placed_at", placed)
            .Put("financial_status", record["financial_status"] ?? "paid")
            .Put("cancelled", record["cancelled_at"] is null ? null : "true", ColumnType.YesNo)
            .Put("bid", record["bid"] ?? page.Bid)
            .Put("utm_source", record["utm_source"] ?? page.Utm?.Source)
            .Put("utm_medium", record["utm_medium"] ?? page.Utm?.Medium)
            .Put("utm_campaign", record["utm_campaign"] ?? page.Utm?.Campaign)
            .Put("utm_content", record["utm_content"] ?? page.Utm?.Content)
            .Put("utm_term", record["utm_term"] ?? page.Utm?.Term)
            .PutOthers(record, [.. Written, record["cancelled_at"] is null ? "" : "cancelled"])
            .End();
        if (record["refunded"] is { } refunded && refunded.AsSpan().IndexOfAnyInRange('1', '9') >= 0)
        {
            into.Begin(record, "Order Refunded", record["refunded_at"] ?? placed, "refunded")
                .Put(record, "order_id", "shop", "currency")
                .Put("refund_id", record["order_id"] + ":refunded")
                .Put("amount", refunded, ColumnType.Money)
                .End();
        }
    }
}
