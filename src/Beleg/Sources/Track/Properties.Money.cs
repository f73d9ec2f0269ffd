using static Beleg.Sources.Track.Property;
using static Beleg.Sources.Track.PropertyType;

namespace Beleg.Sources.Track;

internal static partial class Properties
{
    // Orders.
    public static readonly Property Shop = Of("shop", Text, "The shop; the source's own where absent.", "shop.example");
    public static readonly Property OrderId = Of("order_id", Text, "The shop's id of the order.", "1001");
    public static readonly Property PlacedAt = Of("placed_at", Time, "When the order was placed; when the event happened where absent.", "2026-08-14T09:30:00Z");
    public static readonly Property Currency = Of("currency", Text, "ISO 4217.", "USD");
    public static readonly Property Total = Of("total", Amount, "What the customer pays; else revenue + tax + shipping, else items − discounts + tax + shipping, else captured, else value.", 49.90);
    public static readonly Property Revenue = Of("revenue", Amount, "Without tax and shipping.", 40.00);
    public static readonly Property Value = Of("value", Amount, "Value of a conversion or a cart; of an assumption, the number agreed.", 12.5);
    public static readonly Property Items = Of("items", Structure, "[{price, quantity}], or their sum.", new[] { new { price = 20.00, quantity = 2 } });
    public static readonly Property Products = Of("products", Structure, "Segment's name for items.", new[] { new { price = 20.00, quantity = 2 } });
    public static readonly Property Discounts = Of("discounts", Amount, "Taken off, contained in the total.", 5.00);
    public static readonly Property Discount = Of("discount", Amount, "Segment's name for discounts.", 5.00);
    public static readonly Property Tax = Of("tax", Amount, "Contained in the total.", 7.97);
    public static readonly Property Shipping = Of("shipping", Amount, "Contained in the total.", 4.90);
    public static readonly Property Captured = Of("captured", Amount, "Money captured.", 49.90);
    public static readonly Property FinancialStatus = Of("financial_status", Text, "paid, partially_paid, pending, authorized, refunded, partially_refunded, voided; paid where a finished order says nothing.", "paid");
    public static readonly Property Coupon = Of("coupon", Texts, "Coupon codes.", new[] { "BUNDLE10" });
    public static readonly Property PlacedInChat = Of("placed_in_chat", Bool, "Placed in the chat; unpaid it is a cart.", false);
    public static readonly Property PaidInChat = Of("paid_in_chat", Bool, "Paid in the chat.", false);
    public static readonly Property PointOfSale = Of("point_of_sale", Bool, "Sold over the counter.", false);
    public static readonly Property Test = Of("test", Bool, "A test order.", false);
    public static readonly Property Cancelled = Of("cancelled", Bool, "Cancelled.", false);
    public static readonly Property Fraud = Of("fraud", Bool, "The shop calls it fraud.", false);
    public static readonly Property CartId = Of("cart_id", Text, "The cart it came from.", "cart-7");
    public static readonly Property CheckoutId = Of("checkout_id", Text, "Segment's name for the cart of a checkout.", "chk-7");
    public static readonly Property RefundId = Of("refund_id", Text, "The shop's id of the refund; the event's own where absent.", "re-1");
    public static readonly Property AmountPaid = Of("amount", Amount, "Amount in the currency.", 20.00);

    // CRM.
    public static readonly Property DealId = Of("deal_id", Text, "The CRM's id of the deal.", "d-9");
    public static readonly Property Stage = Of("stage", Text, "Stage of the deal.", "won");
    public static readonly Property ClosedAt = Of("closed_at", Time, "When the deal closed.", "2026-09-30T00:00:00Z");
    public static readonly Property SubscriptionId = Of("subscription_id", Text, "The subscription.", "sub-1");
    public static readonly Property Plan = Of("plan", Text, "Plan.", "pro");

    // The ledger.
    public static readonly Property CostId = Of("cost_id", Text, "The line's id; the same id again replaces it.", "retainer");
    public static readonly Property Recurrence = OneOf("recurrence", "How often it comes back.", CostRecurrence.Monthly);
    public static readonly Property Period = Of("period", Structure, "2026-08, 2026-08-01/2026-09-01, or {from, to}; half-open.", "2026-08");
    public static readonly Property From = Of("from", Text, "First day; of an exchange rate, the currency it comes from.", "2026-08-01");
    public static readonly Property To = Of("to", Text, "Day after the last; of an exchange rate, the currency it goes to.", "2026-09-01");
    public static readonly Property Flow = Of("flow", Text, "The flow a cost belongs to.", "welcome");
    public static readonly Property Campaign = Of("campaign", Text, "The campaign a cost belongs to.", "spring-2026");
    public static readonly Property Quantity = Of("quantity", Number, "How many, times the rate.", 100);
    public static readonly Property Hours = Of("hours", Number, "Hours, times the rate.", 12.5);
    public static readonly Property Rate = Of("rate", Number, "Price of one: of an hour, of a message, of one unit of a currency.", 0.0456);
    public static readonly Property Human = Of("human", Bool, "It pays for people who answer; true for the kind agents.", false);
    public static readonly Property AssumptionId = Of("assumption_id", Text, "Which assumption.", "cost_per_human_contact");
    public static readonly Property Low = Of("low", Number, "Cautious value.", 3.9);
    public static readonly Property High = Of("high", Number, "Optimistic value.", 4.6);
    public static readonly Property Unit = Of("unit", Text, "Unit.", "USD");
    public static readonly Property Basis = Of("basis", Text, "Where it comes from.", "ledger 2025");
    public static readonly Property Approver = Of("approver", Text, "Who in Finance agreed.", "CFO");
    public static readonly Property ValidFrom = Of("valid_from", Day, "First day it holds.", "2026-08-01");
    public static readonly Property CountryCallingCode = Of("country_calling_code", Text, "Calling code, digits; * is any.", "49");
    public static readonly Property Country = Of("country", Text, "ISO 3166 instead of the calling code; * is any.", "DE");
    public static readonly Property Date = Of("day", Day, "The day of an exchange rate.", "2026-08-14");
    public static readonly Property Orders = Of("orders", Whole, "Number of orders the shop counts.", 412);
    public static readonly Property MetricId = Of("metric_id", Text, "Which metric of the catalogue.", "revenue_per_chat");
    public static readonly Property Target = Of("target", Number, "What a metric should come to, in its unit; a share from 0 to 1.", 6.5);
    public static readonly Property HypothesisId = Of("hypothesis_id", Text, "Which hypothesis; the same id again is its next version.", "faster-answers");
    public static readonly Property Statement = Of("statement", Text, "What is expected, in one sentence.", "A shorter opener brings more sales.");
    public static readonly Property StatementDe = Of("statement_de", Text, "The same in German; where it is absent, the statement stands in both languages.", "Ein kürzerer Einstieg verkauft mehr.");
    public static readonly Property Baseline = Of("baseline", Number, "Where the metric stood.", 3.1);
    public static readonly Property Due = Of("due", Day, "The day by which the target should be reached.", "2026-12-31");
    public static readonly Property Closed = Of("closed", Bool, "Given up or done with.", false);

    // Acts.
    public static readonly Property A = Of("a", Structure, "One identifier: {type, scope, value} or its key.", new { type = "email", value = "kim@example.com" });
    public static readonly Property B = Of("b", Structure, "The other.", new { type = "phone", value = "+493012345678" });
}
