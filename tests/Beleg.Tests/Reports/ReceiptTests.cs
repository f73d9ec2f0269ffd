using System.Text.Json;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Reports.Receipts;
using Beleg.Sources;
using Beleg.Tests.Support;
using NodaTime;

namespace Beleg.Tests.Reports;

public sealed class ReceiptTests
{
    private static ReceiptCase ThreeTouches() => new ReceiptCase().Touch(1, Duration.FromDays(3)).Touch(2, Duration.FromDays(2), TouchKind.Click).Touch(3, Duration.FromHours(4));

    [Fact]
    public void EveryModelStandsBesideTheOthersToTheCent()
    {
        var receipt = ThreeTouches().Read()!;

        receipt.Models.Select(m => m.Model).ShouldBe(["first", "last", "last_non_direct", "linear", "position", "time_decay", "influenced"]);
        receipt.Touches.Select(t => t.Shares[3].Minor).ShouldBe([3334, 3333, 3333]);
        receipt.Touches.Select(t => t.Shares[4].Minor).ShouldBe([4000, 2000, 4000]);
        receipt.Touches.Select(t => t.Shares[4].Weight).ShouldBe([.4m, .2m, .4m]);
        receipt.Touches.Select(t => t.Shares[0].Minor).ShouldBe([10000, 0, 0]);
        receipt.Touches.Select(t => t.Shares[6].Minor).ShouldBe([0, 0, 10000]);
        receipt.Touches[1].AgeMs.ShouldBe(2 * 86_400_000L);
    }

    [Fact]
    public void TheCentsOfEveryModelAddUpToTheNet()
    {
        var receipt = ThreeTouches().Touch(4, Duration.FromHours(1), TouchKind.Visit).Refund(50, 2_500, Duration.FromDays(1)).Read()!;

        receipt.Models.ShouldAllBe(m => m.Sum == 7_500 && m.Difference == 0 && m.Recomputed);
        receipt.Models.Single(m => m.Model == "linear").OtherTouches.ShouldBe(1_875);
        receipt.Models.Single(m => m.Model == "linear").Attributed.ShouldBe(5_625);
    }

    [Fact]
    public void RefundsThatAddUpLeaveNothingOnAnyTouch()
    {
        var receipt = ThreeTouches().Refund(50, 5_000, Duration.FromDays(1)).Refund(51, 5_000, Duration.FromDays(9), RefundKind.Chargeback).Read()!;

        receipt.Bookings.Select(b => b.Kind).ShouldBe(["order", "refund", "chargeback"]);
        receipt.Bookings[1].Lines.Select(l => l.Minor[3]).ShouldBe([-1667, -1666, -1667]);
        receipt.Bookings[2].Lines.Select(l => l.Minor[3]).ShouldBe([-1667, -1667, -1666]);
        receipt.Touches.SelectMany(t => t.Shares).ShouldAllBe(s => s.Minor == 0);
        receipt.Order.Net.Minor.ShouldBe(0);
    }

    [Fact]
    public void ACentThatWentAstrayIsSeen()
    {
        var linear = ThreeTouches().Read(spoil: true)!.Models.Single(m => m.Model == "linear");

        linear.Difference.ShouldBe(1);
        linear.Recomputed.ShouldBeFalse();
    }

    [Fact]
    public void AnOrderWithoutTouchIsUnattributedUnderEveryModel()
    {
        var receipt = new ReceiptCase { Evidence = Evidence.None }.Refund(50, 1_000, Duration.FromDays(1)).Read()!;

        receipt.Touches.ShouldBeEmpty();
        receipt.Models.ShouldAllBe(m => m.Unattributed == 9_000 && m.Difference == 0);
        receipt.Bookings[0].Lines.Single().Touch.ShouldBe(Key.None);
        receipt.Evidence.Rule.En.ShouldBe("No touch of the chat in the 30 days before the order: not attributed to it.");
    }

    [Fact]
    public void AnOrderOnlyVisitsCameBeforeIsNotInfluenced()
    {
        var influenced = new ReceiptCase { Evidence = Evidence.None }.Touch(1, Duration.FromHours(2), TouchKind.Visit).Read()!.Models.Single(m => m.Model == "influenced");

        influenced.Attributed.ShouldBe(0);
        influenced.Unattributed.ShouldBe(10_000);
        influenced.Difference.ShouldBe(0);
    }

    [Theory]
    [InlineData(OrderState.Test, "Does not count: a test order.")]
    [InlineData(OrderState.Cancelled, "Does not count: cancelled.")]
    [InlineData(OrderState.RateMissing, "Does not count: no exchange rate for JPY on 5 Sep 2026.")]
    public void AnOrderThatDoesNotCountSaysWhyAndSharesNothing(OrderState state, string reason)
    {
        var receipt = new ReceiptCase { State = state, Currency = "JPY", GrossMinor = 0, GrossOriginalMinor = 1_000, Rate = 0 }.Read()!;

        receipt.Order.StateReason.En.ShouldBe(reason);
        receipt.Order.GrossOriginal.Text.ShouldBe("1000");
        receipt.Order.Rate.ShouldBeNull();
        receipt.Bookings.ShouldBeEmpty();
        receipt.Models.ShouldAllBe(m => m.Sum == 0 && m.Difference == 0);
    }

    [Fact]
    public void TheRuleNamesTheClickIdAndWhenTheRedirectGaveIt()
    {
        var receipt = ThreeTouches()
            .Happened(11, Click("0123456789abcdef1f3a", Instant.FromUtc(2026, 9, 3, 8, 12)))
            .Happened(12, Order("0123456789abcdef1f3a"))
            .Read()!;

        receipt.Evidence.Rule.En.ShouldBe("B: the order carries click id …1f3a that the redirect gave to this contact on 3 Sep 2026 10:12.");
        receipt.Evidence.Rule.De.ShouldContain("Klick-ID …1f3a");
        receipt.Evidence.Rule.De.ShouldContain("10:12");
        receipt.Evidence.Conservative.ShouldBeTrue();
    }

    [Fact]
    public void TheRuleNamesWhatBothHaveInCommon()
    {
        var mail = Identifier.Of(ReceiptCase.Hash, IdentifierType.Email, "", "a@example.org");
        var receipt = new ReceiptCase { Evidence = Evidence.D }.Touch(1, Duration.FromHours(50))
            .Happened(10, Happened(EventKind.MessageReceived, ReceiptCase.PlacedAt - Duration.FromHours(51)) with { Identifiers = [mail] })
            .Happened(12, Order(null) with { Identifiers = [mail] })
            .Read()!;

        receipt.Evidence.Rule.En.ShouldBe("D: the same person (same e-mail address) had a conversation on 3 Sep 2026 14:12, 2\u00a0d 2\u00a0h before the order, and clicked nothing.");
        receipt.Evidence.Conservative.ShouldBeFalse();
    }

    [Fact]
    public void TheTrailHoldsTheOrderItsTouchesAndNothingElse()
    {
        var talk = new Key(900);
        var began = ReceiptCase.PlacedAt - Duration.FromHours(6);
        var receipt = new ReceiptCase()
            .Touch(1, Duration.FromHours(5), conversation: talk)
            .With(Conversation(talk, new Key(901), began))
            .Happened(3, Happened(EventKind.MessageReceived, began) with { Conversation = new Key(901) })
            .Happened(4, Happened(EventKind.MessageReceived, began - Duration.FromDays(90)) with { Conversation = new Key(555) })
            .Happened(5, Order(null))
            .Happened(6, Happened(EventKind.MessageReceived, ReceiptCase.PlacedAt + Duration.FromHours(1)) with { Conversation = new Key(901) })
            .Read()!;

        receipt.Events.Select(e => (e.Seq, e.Part)).ShouldBe([(3, "touch"), (5, "order")]);
        receipt.Events[0].Touch.ShouldBe(new Key(1));
    }

    [Fact]
    public void AnUnknownOrderHasNoReceipt()
    {
        ThreeTouches().Read(orderId: "1002").ShouldBeNull();
        ThreeTouches().Read(orderId: "").ShouldBeNull();
    }

    [Fact]
    public void AnotherCurrencyKeepsTheOriginalItsRateAndItsDay()
    {
        var order = new ReceiptCase { Currency = "BHD", GrossOriginalMinor = 37_700, Rate = 2.6525m, RateDay = new LocalDate(2026, 9, 4) }.Read()!.Order;

        order.GrossOriginal.Text.ShouldBe("37.700");
        order.Rate.ShouldBe(2.6525m);
        order.RateDay.ShouldBe(new LocalDate(2026, 9, 4));
    }

    [Fact]
    public void JsonIsInSnakeCaseAndComesBackTheSame()
    {
        var receipt = ThreeTouches().Refund(50, 2_500, Duration.FromDays(1)).Happened(11, Order(null)).Read()!;

        var json = JsonSerializer.Serialize(receipt, ReportJson.Indented);

        json.ShouldContain("\"order_id\": \"1001\"");
        json.ShouldContain("\"kind\": \"order_completed\"");
        json.ShouldContain("\"joined_contact\": null");
        json.ShouldContain("\"placed_at\": \"2026-09-05T14:12:00Z\"");
        JsonSerializer.Serialize(JsonSerializer.Deserialize<Receipt>(json, ReportJson.Indented), ReportJson.Indented).ShouldBe(json);
    }

    internal static Event Happened(EventKind kind, Instant at) => new()
    {
        Kind = kind,
        Id = new Key(at.ToUnixTimeMilliseconds() + (int)kind),
        OccurredAt = at,
        Source = "shop",
        Trust = Trust.Server,
    };

    private static Event Click(string bid, Instant at) => Happened(EventKind.LinkClicked, at) with { Payload = new ClickPayload { ClickId = bid } };

    private static Event Order(string? bid) => Happened(EventKind.OrderCompleted, ReceiptCase.PlacedAt) with
    {
        Payload = new OrderPayload { Shop = "bloom", OrderId = "1001", PlacedAt = ReceiptCase.PlacedAt, Currency = "USD", TotalMinor = 10_000, Bid = bid },
    };

    internal static ConversationFact Conversation(Key key, Key source, Instant at) => Some.Conversation(key, ReceiptCase.Contact, at) with
    {
        Channel = Channel.Instagram,
        SourceConversation = source,
        EndedAt = at + Duration.FromHours(2),
        EntryPoint = EntryPoint.CommentToDm,
    };
}
