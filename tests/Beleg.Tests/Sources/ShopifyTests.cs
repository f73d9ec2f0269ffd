using System.Security.Cryptography;
using System.Text;
using Beleg.Sources;
using Beleg.Tests.Support;
using NodaTime;
using static Beleg.Tests.Sources.Deliver;

namespace Beleg.Tests.Sources;

public sealed class ShopifyTests
{
    private static SourceSettings Source => Settings("shopify") with { Secrets = ["old", "new"] };

    private static Translation Translate(string name, string? topic = null) => Body(Fixture.Read($"shopify/{name}.json"), topic);

    private static Translation Body(string body, string? topic = null) =>
        To(Source, body, topic is null ? [] : new Dictionary<string, string> { ["x-shopify-topic"] = topic, ["x-shopify-shop-domain"] = "shop.example" });

    [Fact]
    public void AnOrderIsItsTotalInTheShopsCurrencyWithWhatItCarriesFromTheChat()
    {
        var translation = Translate("order_paid", "orders/create");
        translation.Refusals.ShouldBeEmpty();
        var order = translation.Events[0].Event;
        order.Kind.ShouldBe(EventKind.OrderCompleted);
        order.OccurredAt.ShouldBe(Instant.FromUtc(2026, 8, 14, 9, 29, 58));
        order.UpdatedAt.ShouldBe(Instant.FromUtc(2026, 8, 14, 9, 30, 5));
        order.AccountId.ShouldBe("shop.example");
        order.Utm.ShouldBe(new Utm("instagram", "chat", "welcome", null, null));
        order.Identifiers.ShouldBe(
            [
                Id(IdentifierType.CustomerId, "shop.example", "77001122"), Id(IdentifierType.Email, "", "kim@example.com"), Id(IdentifierType.Phone, "", "+49301234567"),
            ]);
        order.Personal!.Name.ShouldBe("Kim Example");
        var payload = order.Payload<OrderPayload>();
        payload.Coupons.ShouldBe(["BUNDLE10"]);
        (payload with { Coupons = [] }).ShouldBe(new OrderPayload
        {
            Shop = "shop.example",
            OrderId = "5500112233",
            PlacedAt = order.OccurredAt,
            Currency = "USD",
            TotalMinor = 40994,
            TaxMinor = 1194,
            DiscountMinor = 1000,
            CapturedMinor = 40994,
            FinancialStatus = "paid",
            Bid = "b-42",
            CartId = "cart-9",
        });
        var consent = translation.Events[1].Event;
        (consent.Kind, consent.Channel, consent.OccurredAt).ShouldBe((EventKind.ConsentGiven, Channel.Email, Instant.FromUtc(2026, 5, 1, 8, 0)));
    }

    [Fact]
    public void AWrappedOrderAndAnyTopicGiveTheSameEvent()
    {
        var plain = Translate("order_paid", "orders/create").Events[0].Event;
        foreach (var other in new[] { Translate("order_wrapped"), Translate("order_paid"), Translate("order_paid", "orders/updated"), Translate("order_paid", "orders/paid") })
            other.Events[0].Event.Id.ShouldBe(plain.Id);
        Translate("order_paid", "orders/paid").Events[0].Event.Payload<OrderPayload>().TotalMinor.ShouldBe(40994);
    }

    [Fact]
    public void ALaterVersionOfAnOrderHasTheSameIdAndALaterTime()
    {
        var first = Translate("order_paid", "orders/create").Events[0].Event;
        var cancelled = Translate("order_cancelled_as_fraud", "orders/cancelled").Events[0].Event;
        cancelled.Id.ShouldBe(first.Id);
        cancelled.UpdatedAt!.Value.ShouldBeGreaterThan(first.UpdatedAt!.Value);
        cancelled.Kind.ShouldBe(EventKind.OrderCancelled);
        var payload = cancelled.Payload<OrderPayload>();
        (payload.Cancelled, payload.Fraud).ShouldBe((true, true));
    }

    [Fact]
    public void ARefundCountsTheMoneyThatMovedNotItsLineItems()
    {
        var refund = Translate("refund", "refunds/create").Only();
        refund.Kind.ShouldBe(EventKind.OrderRefunded);
        refund.Payload<RefundPayload>().ShouldBe(new RefundPayload { Shop = "shop.example", OrderId = "5500112233", RefundId = "880011", AmountMinor = 20900, Currency = "USD" });
        var within = Translate("order_with_refund", "orders/updated").Events.Single(e => e.Event.Kind == EventKind.OrderRefunded).Event;
        within.Id.ShouldBe(refund.Id);
        within.Payload.ShouldBe(refund.Payload);
        within.UpdatedAt!.Value.ShouldBeGreaterThan(refund.UpdatedAt!.Value);
    }

    [Fact]
    public void AChargebackTakesItsAmountUntilItIsWon()
    {
        var lost = Translate("dispute", "disputes/create").Only();
        lost.Payload<RefundPayload>().Kind.ShouldBe(RefundKind.Chargeback);
        lost.Payload<RefundPayload>().AmountMinor.ShouldBe(40994);
        var won = Body(Fixture.Read("shopify/dispute.json").Replace("needs_response", "won").Replace("\"finalized_on\": null", "\"finalized_on\": \"2026-08-30\""), "disputes/update").Only();
        won.Id.ShouldBe(lost.Id);
        won.Payload<RefundPayload>().AmountMinor.ShouldBe(0);
        won.UpdatedAt!.Value.ShouldBeGreaterThan(lost.UpdatedAt!.Value);
    }

    [Theory]
    [InlineData("paid", 40994)]
    [InlineData("partially_refunded", 40994)]
    [InlineData("authorized", 0)]
    [InlineData("pending", 0)]
    [InlineData("voided", 0)]
    [InlineData("partially_paid", 30994)]
    public void TheFinancialStatusTellsWhatWasCaptured(string status, long captured) =>
        Body(Fixture.Read("shopify/order_paid.json").Replace("\"paid\"", $"\"{status}\"").Replace("\"total_outstanding\": \"0.00\"", "\"total_outstanding\": \"100.00\""))
            .Events[0].Event.Payload<OrderPayload>().CapturedMinor.ShouldBe(captured);

    [Fact]
    public void PaymentsInTheBodyTellBetter() =>
        Body(Fixture.Read("shopify/order_paid.json").Replace(
                "\"refunds\": []",
                """ "transactions":[{"kind":"authorization","status":"success","amount":"409.94"},{"kind":"capture","status":"success","amount":"100.00"},{"kind":"capture","status":"failure","amount":"309.94"}] """))
            .Events[0].Event.Payload<OrderPayload>().CapturedMinor.ShouldBe(10000);

    [Fact]
    public void ANoteAttributeWinsOverTheLandingPage()
    {
        var order = Body(Fixture.Read("shopify/order_paid.json").Replace(
            """{"name": "card text","value": "Happy birthday"}""".Replace(",", ",\n      ").Replace("{", "{\n      ").Replace("}", "\n    }"),
            """{"name":"bid","value":"b-99"},{"name":"utm_source","value":"whatsapp"},{"name":"placed_in_chat","value":"true"}""")).Events[0].Event;
        order.Payload<OrderPayload>().Bid.ShouldBe("b-99");
        order.Payload<OrderPayload>().PlacedInChat.ShouldBeTrue();
        order.Utm.ShouldBe(new Utm("whatsapp", null, null, null, null));
    }

    [Theory]
    [InlineData("\"source_name\": \"web\"", "\"source_name\": \"pos\"")]
    [InlineData("\"test\": false", "\"test\": true")]
    public void ASaleOverTheCounterAndATestAreMarked(string from, string to)
    {
        var payload = Body(Fixture.Read("shopify/order_paid.json").Replace(from, to)).Events[0].Event.Payload<OrderPayload>();
        (payload.PointOfSale || payload.Test).ShouldBeTrue();
    }

    [Fact]
    public void ACustomerIsSeenAndItsWithdrawalHasItsTime()
    {
        var customer = Translate("customer", "customers/update");
        customer.Refusals.ShouldBeEmpty();
        customer.Events.Select(e => e.Event.Kind).ShouldBe([EventKind.ContactSeen, EventKind.ConsentWithdrawn]);
        customer.Events[1].Event.OccurredAt.ShouldBe(Instant.FromUtc(2026, 8, 1, 8, 0));
        customer.Events[0].Event.Identifiers.Count.ShouldBe(3);
    }

    [Fact]
    public void ACheckoutIsACart()
    {
        var cart = Translate("checkout", "checkouts/update").Only();
        cart.Kind.ShouldBe(EventKind.CheckoutStarted);
        cart.Payload<OrderPayload>().CartId.ShouldBe("cart-9");
        cart.Payload<OrderPayload>().Bid.ShouldBe("b-42");
    }

    [Theory]
    [InlineData("\"total_price\": \"409.94\"", "\"total_price\": \"409.945\"", RefusalReason.AmountOutOfRange)]
    [InlineData("\"total_price\": \"409.94\"", "\"total_price\": \"-1\"", RefusalReason.AmountOutOfRange)]
    [InlineData("\"currency\": \"USD\"", "\"currency\": \"DOLLAR\"", RefusalReason.UnknownCurrency)]
    [InlineData("\"id\": 5500112233", "\"id\": null", RefusalReason.MissingId)]
    [InlineData("2026-08-14T11:29:58+02:00", "1999-08-14T11:29:58+02:00", RefusalReason.TimeOutOfRange)]
    public void AnOrderThatCannotBeRightIsRefusedWithItsReason(string from, string to, RefusalReason reason) =>
        Body(Fixture.Read("shopify/order_paid.json").Replace(from, to), "orders/create").OnlyRefusal().Reason.ShouldBe(reason);

    [Fact]
    public void AnUnknownTopicIsKeptAndSaidToBeNotTranslated()
    {
        Body("""{"id":1}""", "products/update").OnlyRefusal().Reason.ShouldBe(RefusalReason.NotTranslated);
        Body("""{"id":1}""", "orders/delete").OnlyRefusal().Reason.ShouldBe(RefusalReason.NotTranslated);
        Body("""{"id":1}""").OnlyRefusal().Reason.ShouldBe(RefusalReason.UnknownShape);
        Body("[1]").OnlyRefusal().Reason.ShouldBe(RefusalReason.UnknownShape);
    }

    [Fact]
    public void OnlyASignedBodyOfAnOwnShopIsLetIn()
    {
        var body = Encoding.UTF8.GetBytes(Fixture.Read("shopify/order_paid.json"));
        Admit(body, Sign(body, "new"), "shop.example").Verdict.ShouldBe(Verdict.Accepted);
        Admit(body, Sign(body, "old"), "Shop.Example").Keep["x-shopify-topic"].ShouldBe("orders/create");
        Admit(body, Sign(body, "new"), "other.example").Verdict.ShouldBe(Verdict.ForeignAccount);
        Admit(body, Sign(body, "new"), null).Verdict.ShouldBe(Verdict.ForeignAccount);
        Admit(body, Sign(body, "bad"), "shop.example").Verdict.ShouldBe(Verdict.BadSignature);
        Admit([.. body, (byte)'\n'], Sign(body, "new"), "shop.example").Verdict.ShouldBe(Verdict.BadSignature);
        Admit(body, "not base64", "shop.example").Verdict.ShouldBe(Verdict.BadSignature);
        Admit(body, null, "shop.example").Verdict.ShouldBe(Verdict.BadSignature);
    }

    private static string Sign(byte[] body, string secret) => Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    private static Admission Admit(byte[] body, string? signature, string? shop) => SourceCatalogue.Find("shopify")!.Admit(
        new IncomingRequest(name => name switch { "x-shopify-hmac-sha256" => signature, "x-shopify-shop-domain" => shop, "x-shopify-topic" => "orders/create", _ => null }, body), Source);

    private static string Paid(string more) =>
        $$"""{"id":7,"created_at":"2026-08-14T09:00:00Z","currency":"EUR","total_price":"100.00","financial_status":"paid"{{more}},"line_items":[]}""";

    private static OrderPayload Order(string more) => Body(Paid(more), "orders/create").Events[0].Event.Payload<OrderPayload>();

    [Theory]
    [InlineData(""" "note_attributes":[{"name":"Bid","value":"b-1"}] """)]
    [InlineData(""" "note_attributes":[{"name":"_bid","value":" b-1 "}] """)]
    [InlineData(""" "note_attributes":[{"key":"bid","value":"b-1"}] """)]
    [InlineData(""" "note_attributes":{"BID":"b-1"} """)]
    [InlineData(""" "note_attributes":[{"name":"beleg-bid","value":"b-1"}] """)]
    [InlineData(""" "note_attributes":[{"name":"Landing Page","value":"x"},{"name":"landing_page","value":"https://shop.example/p?bid=b-1"}] """)]
    [InlineData(""" "note_attributes":[{"name":"bid","value":null}],"line_items":[{"properties":[{"name":"_bid","value":"b-1"}]}] """)]
    [InlineData(""" "note_attributes":[{"name":"bid","value":"b-1"}],"landing_site":"/?bid=other" """)]
    public void TheClickIdIsFoundHoweverAThemeSpellsIt(string more) => Order("," + more).Bid.ShouldBe("b-1");

    [Theory]
    [InlineData(""" "transactions":[] """, 100_00)]
    [InlineData(""" "transactions":[{"kind":"sale","status":"failure","amount":"100.00","currency":"EUR"}] """, 0)]
    [InlineData(""" "transactions":[{"kind":"authorization","status":"success","amount":"100.00","currency":"EUR"},{"kind":"capture","status":"success","amount":"60.00","currency":"EUR"}] """, 60_00)]
    // The buyer paid 110 dollars for what the shop sold at 100 euros.
    [InlineData(""" "transactions":[{"kind":"sale","status":"success","amount":"110.00","currency":"USD"}],"total_price_set":{"shop_money":{"amount":"100.00","currency_code":"EUR"},"presentment_money":{"amount":"110.00","currency_code":"USD"}} """, 100_00)]
    [InlineData(""" "transactions":[{"kind":"sale","status":"success","amount":"110.00","currency":"USD"}] """, 100_00)]
    public void WhatWasCapturedCountsInTheShopsCurrency(string more, long captured) => Order("," + more).CapturedMinor.ShouldBe(captured);

    [Fact]
    public void ARefundInTheBuyersCurrencyGoesBackAtTheRateTheShopTook()
    {
        const string Sets = """ "total_price_set":{"shop_money":{"amount":"100.00","currency_code":"EUR"},"presentment_money":{"amount":"110.00","currency_code":"USD"}} """;
        const string Refund = """ "id":3,"order_id":7,"created_at":"2026-08-15T09:00:00Z","transactions":[{"kind":"refund","status":"success","amount":"33.00","currency":"USD"}] """;
        const string Lines = """ "refund_line_items":[{"subtotal_set":{"shop_money":{"amount":"29.00","currency_code":"EUR"},"presentment_money":{"amount":"33.00","currency_code":"USD"}}}] """;

        var within = Body(Paid($$""","refunds":[{{{Refund}}}],{{Sets}}"""), "orders/updated").Events[1].Event.Payload<RefundPayload>();
        (within.AmountMinor, within.Currency).ShouldBe((30_00, "EUR"));
        var alone = Body($$"""{{{Refund}},{{Lines}}}""", "refunds/create").Only().Payload<RefundPayload>();
        (alone.AmountMinor, alone.Currency).ShouldBe((29_00, "EUR"));
        var bare = Body($$"""{{{Refund}}}""", "refunds/create").Only().Payload<RefundPayload>();
        (bare.AmountMinor, bare.Currency).ShouldBe((33_00, "USD"));
    }

    [Fact]
    public void AnEmptyTimeOfCancellationCancelsNothing() => Order(""","cancelled_at":"" """).Cancelled.ShouldBeFalse();

    [Theory]
    [InlineData("orders/edited")]
    [InlineData("orders/risk_assessment_changed")]
    public void WhatHoldsNoOrderIsKeptAndNotCalledMalformed(string topic) =>
        Body("""{"order_edit":{"id":1,"order_id":7}}""", topic).OnlyRefusal().Reason.ShouldBe(RefusalReason.NotTranslated);

    [Fact]
    public void AByteOrderMarkIsPassedOver() => Body("\uFEFF" + Paid(""), "orders/create").Events[0].Event.Payload<OrderPayload>().OrderId.ShouldBe("7");
}
