using Beleg.Sources;
using NodaTime;
using static Beleg.Tests.Sources.Deliver;

namespace Beleg.Tests.Sources;

public sealed class SegmentTests
{
    [Fact]
    public void AMessageSentKeepsItsEnvelopeAndItsMeaning()
    {
        var sent = ToSegment(Track(
            "Message Sent",
            """
            {"channel":"instagram","account_id":"page-1","conversation_id":"c-1","message_id":"mid.1","actor":"flow","flow_id":"welcome","flow_version":3,
             "run_id":"r-1","step_id":"ask","branch":"bundle","campaign_id":"spring","entry_point":"comment_to_dm","entry_ref":"post-9","language":"de",
             "utm_source":"instagram","kind":"survey","expects_reply":true,"links":["https://go.example/r/8f3a?x=1"],"buttons":[{"id":"yes"},{"id":"no"}],
             "template":"t-1","category":"utility","text":"How was it?"}
            """,
            """ "userId":"u-1","anonymousId":"a-1", """)).Only();

        sent.Kind.ShouldBe(EventKind.MessageSent);
        sent.Id.ShouldBe(Hash.Of("event", "segment", "m-1"));
        sent.OccurredAt.ShouldBe(Instant.FromUtc(2026, 8, 14, 9, 30));
        sent.Source.ShouldBe("segment");
        sent.Channel.ShouldBe(Channel.Instagram);
        sent.AccountId.ShouldBe("page-1");
        sent.Conversation.ShouldBe(Hash.Of("conversation", "segment", "c-1"));
        sent.Message.ShouldBe(Hash.Of("message", "instagram|page-1", "mid.1"));
        sent.Actor.ShouldBe(Actor.Flow);
        sent.FlowId.ShouldBe("welcome");
        sent.FlowVersion.ShouldBe("3");
        sent.Run.ShouldBe(Hash.Of("run", "segment", "r-1"));
        sent.StepId.ShouldBe("ask");
        sent.Branch.ShouldBe("bundle");
        sent.CampaignId.ShouldBe("spring");
        sent.EntryPoint.ShouldBe(EntryPoint.CommentToDm);
        sent.EntryRef.ShouldBe("post-9");
        sent.Language.ShouldBe("de");
        sent.Utm.ShouldBe(new Utm("instagram", null, null, null, null));
        sent.Identifiers.ShouldBe([Id(IdentifierType.CustomerId, "shop.example", "u-1"), Id(IdentifierType.AnonymousId, "", "a-1")]);
        var payload = sent.Payload<MessagePayload>();
        payload.Kind.ShouldBe(MessageKind.Survey);
        payload.ExpectsReply.ShouldBeTrue();
        payload.Links.ShouldBe(["8f3a"]);
        payload.Buttons.ShouldBe(["yes", "no"]);
        payload.Category.ShouldBe(MessageCategory.Utility);
        sent.Personal!.Text.ShouldBe("How was it?");
    }

    [Theory]
    [InlineData("Message Sent")]
    [InlineData("Message Delivered")]
    [InlineData("Message Read")]
    public void WhatTheBusinessSentTakesTheSourcesDefaultActorWhereNobodySaysWhoWrote(string name)
    {
        var body = Track(name, """{"channel":"whatsapp","message_id":"m"}""", """ "userId":"u-1", """);
        To(Settings("segment") with { DefaultActor = Actor.Bot }, body).Only().Actor.ShouldBe(Actor.Bot);
    }

    [Fact]
    public void AnIdentifyJoinsAllNamesAndKeepsTheConsentAsAnEventOfItsOwn()
    {
        var translation = ToSegment(
            """
            {"type":"identify","messageId":"i-1","userId":"u-1","anonymousId":"a-1","timestamp":1786700000,
             "traits":{"email":" Kim@Example.COM ","phone":"+49 30 1234567","firstName":"Kim","lastName":"Example","plan":"pro",
                       "consent":{"purpose":"marketing","channel":"whatsapp","status":"given","wording_version":"2026-03","proof":"checkbox"}}}
            """);

        translation.Refusals.ShouldBeEmpty();
        var seen = translation.Events[0].Event;
        seen.Kind.ShouldBe(EventKind.ContactSeen);
        seen.Identifiers.ShouldBe(
            [
                Id(IdentifierType.CustomerId, "shop.example", "u-1"), Id(IdentifierType.AnonymousId, "", "a-1"),
                Id(IdentifierType.Email, "", "kim@example.com"), Id(IdentifierType.Phone, "", "+49301234567"),
            ],
            ignoreOrder: true);
        seen.Personal!.Name.ShouldBe("Kim Example");
        seen.Personal.Traits["plan"].ShouldBe("pro");
        var consent = translation.Events[1].Event;
        consent.Kind.ShouldBe(EventKind.ConsentGiven);
        consent.Channel.ShouldBe(Channel.WhatsApp);
        consent.Identifiers.ShouldBe(seen.Identifiers);
        consent.Payload<ConsentPayload>().ShouldBe(new ConsentPayload { Purpose = "marketing", WordingVersion = "2026-03", Proof = "checkbox" });
        translation.Events.Count.ShouldBe(2);
    }

    [Fact]
    public void AnAliasJoinsTheNameBeforeAndTheNameAfter() =>
        ToSegment("""{"type":"alias","messageId":"x","previousId":"old","userId":"new","timestamp":"2026-08-01T00:00:00Z"}""").Only()
            .Identifiers.ShouldBe([Id(IdentifierType.CustomerId, "shop.example", "new"), Id(IdentifierType.CustomerId, "shop.example", "old")]);

    [Theory]
    [InlineData("""{"order_id":1001,"currency":"USD","total":49.90}""", 4990)]
    [InlineData("""{"order_id":"1001","currency":"usd","revenue":"40.00","tax":7.5,"shipping":2.40}""", 4990)]
    [InlineData("""{"order_id":"1001","currency":"USD","products":[{"price":20,"quantity":2},{"price":"4.9"}],"discount":1,"shipping":6}""", 4990)]
    [InlineData("""{"order_id":"1001","currency":"JPY","total":4990}""", 4990)]
    [InlineData("""{"order_id":"1001","currency":"USD","captured":49.9}""", 4990)]
    public void AnOrderIsWorthWhatTheCustomerPaysHoweverItIsWritten(string properties, long minor)
    {
        var order = ToSegment(Track("Order Completed", properties)).Only().Payload<OrderPayload>();
        order.TotalMinor.ShouldBe(minor);
        order.Shop.ShouldBe("shop.example");
        order.OrderId.ShouldBe("1001");
        order.PlacedAt.ShouldBe(Instant.FromUtc(2026, 8, 14, 9, 30));
    }

    [Fact]
    public void AFinishedOrderThatSaysNothingOfItsPaymentIsPaidAndACartInTheChatIsNot()
    {
        ToSegment(Track("Order Completed", """{"order_id":"1","currency":"USD","total":1}""")).Only().Payload<OrderPayload>().FinancialStatus.ShouldBe("paid");
        ToSegment(Track("Order Completed", """{"order_id":"1","currency":"USD","total":1,"financial_status":"pending"}""")).Only().Payload<OrderPayload>().FinancialStatus.ShouldBe("pending");
        ToSegment(Track("Order Completed", """{"order_id":"1","currency":"USD","total":1,"placed_in_chat":true}""")).Only().Payload<OrderPayload>().FinancialStatus.ShouldBeNull();
        ToSegment(Track("Order Completed", """{"order_id":"1","currency":"USD","total":1,"placed_in_chat":true,"paid_in_chat":true}""")).Only().Payload<OrderPayload>().FinancialStatus.ShouldBe("paid");
    }

    [Theory]
    [InlineData("""{"order_id":"1","currency":"USD","total":-1}""", RefusalReason.AmountOutOfRange)]
    [InlineData("""{"order_id":"1","currency":"USD","total":10000000000.01}""", RefusalReason.AmountOutOfRange)]
    [InlineData("""{"order_id":"1","currency":"USD","total":1.999}""", RefusalReason.AmountOutOfRange)]
    [InlineData("""{"order_id":"1","currency":"JPY","total":10.5}""", RefusalReason.AmountOutOfRange)]
    [InlineData("""{"order_id":"1","currency":"EURO","total":1}""", RefusalReason.UnknownCurrency)]
    [InlineData("""{"order_id":"1","total":1}""", RefusalReason.MissingId)]
    [InlineData("""{"currency":"USD","total":1}""", RefusalReason.MissingId)]
    [InlineData("""{"order_id":"1","currency":"USD"}""", RefusalReason.MalformedItem)]
    [InlineData("""{"order_id":"1","currency":"USD","total":"12,50"}""", RefusalReason.MalformedItem)]
    [InlineData("""{"order_id":"1","currency":"USD","total":{"a":1}}""", RefusalReason.MalformedItem)]
    [InlineData("""{"order_id":"1","currency":"USD","total":1,"placed_at":"2004-12-31T23:59:59Z"}""", RefusalReason.TimeOutOfRange)]
    [InlineData("""{"order_id":"1","currency":"USD","total":1,"products":[{"price":1,"quantity":-3}]}""", null)]
    [InlineData("""{"order_id":"1","currency":"USD","products":[{"price":1,"quantity":-3}]}""", RefusalReason.MalformedItem)]
    public void AnOrderThatCannotBeRightIsRefusedWithItsReason(string properties, RefusalReason? reason)
    {
        var translation = ToSegment(Track("Order Completed", properties));
        if (reason is { } expected)
            translation.OnlyRefusal().Reason.ShouldBe(expected);
        else
            translation.Only();
    }

    [Theory]
    [InlineData("2004-12-31T23:59:59.999Z", false)]
    [InlineData("2005-01-01T00:00:00Z", true)]
    [InlineData("2026-09-03T12:00:00Z", true)]
    [InlineData("2026-09-03T12:00:00.001Z", false)]
    [InlineData("2026-08-14", true)]
    [InlineData("yesterday", false)]
    public void ATimeBefore2005OrMoreThan48HoursAheadIsRefused(string timestamp, bool taken)
    {
        var translation = ToSegment($$$"""{"type":"track","event":"Button Clicked","messageId":"m","timestamp":"{{{timestamp}}}","properties":{"button_id":"b"}}""");
        translation.Events.Count.ShouldBe(taken ? 1 : 0);
        translation.Refusals.Count.ShouldBe(taken ? 0 : 1);
    }

    [Fact]
    public void AClockIsBelievedAndNotShiftedByTheMomentOfArrival()
    {
        const string Call = """{"type":"track","event":"Button Clicked","messageId":"m","originalTimestamp":"2026-08-01T10:00:00Z","sentAt":"2026-08-01T10:05:00Z","properties":{}}""";
        var early = To(Settings("segment"), Call, receivedAt: Instant.FromUtc(2026, 8, 1, 10, 5)).Only();
        var late = To(Settings("segment"), Call, receivedAt: Instant.FromUtc(2026, 8, 9, 10, 5)).Only();
        late.OccurredAt.ShouldBe(early.OccurredAt);
        early.OccurredAt.ShouldBe(Instant.FromUtc(2026, 8, 1, 10, 0));
    }

    [Fact]
    public void OneMalformedCallDoesNotStopTheOthersOfItsBatch()
    {
        var translation = ToSegment(
            """
            {"batch":[{"type":"track","event":"Button Clicked","messageId":"1","timestamp":1786700000000},
                      42, {"type":"track","messageId":"2"}, {"type":"dance"},
                      {"type":"track","event":"Survey Answered","messageId":"3","timestamp":1786700000,"properties":{"type":"csat","score":9}},
                      {"type":"track","event":"Flow Entered","messageId":"4","timestamp":"1786700000","properties":{"flow_id":"f","run_id":7}}]}
            """);
        translation.Events.Select(e => (e.Item, e.Event.Kind)).ShouldBe([(0, EventKind.ButtonClicked), (5, EventKind.FlowEntered)]);
        translation.Refusals.Select(r => r.Item).ShouldBe([1, 2, 3, 4]);
    }

    [Theory]
    [InlineData("Order Completed", """{"order_id":"1","currency":"USD","total":1}""")]
    [InlineData("Order Refunded", """{"order_id":"1","currency":"USD","amount":1}""")]
    [InlineData("Cost Recorded", """{"kind":"platform","currency":"USD","amount":1}""")]
    [InlineData("Assumption Set", """{"assumption_id":"margin","value":1}""")]
    [InlineData("Contacts Merged", """{"a":{"type":"email","value":"a@b.c"},"b":{"type":"email","value":"c@b.c"}}""")]
    [InlineData("Consent Given", """{"purpose":"marketing"}""")]
    [InlineData("Exchange Rate Set", """{"from":"USD","to":"EUR","rate":0.9}""")]
    public void ABrowserKeyMakesNoMoneyNoMergeAndNoConsent(string name, string properties)
    {
        ToSegment(Track(name, properties), Trust.Browser).OnlyRefusal().Reason.ShouldBe(RefusalReason.NotTrusted);
        ToSegment(Track(name, properties)).Only();
    }

    [Fact]
    public void ABrowsersStrongNamesStayOutSoThatNobodyCanClaimToBeSomebodyElse()
    {
        var seen = ToSegment(
            """{"type":"identify","messageId":"i","userId":"u-1","anonymousId":"a-1","timestamp":"2026-08-01T00:00:00Z","traits":{"email":"kim@example.com","consent":true}}""",
            Trust.Browser);
        seen.Events.ShouldHaveSingleItem().Event.Identifiers.ShouldBe([Id(IdentifierType.AnonymousId, "", "a-1")]);
        seen.Refusals.ShouldHaveSingleItem().Reason.ShouldBe(RefusalReason.NotTrusted);
        ToSegment("""{"type":"alias","previousId":"a-1","userId":"u-1"}""", Trust.Browser).OnlyRefusal().Reason.ShouldBe(RefusalReason.NotTrusted);
        var conversion = ToSegment(Track("Conversion", """{"type":"trial","value":900,"currency":"USD"}"""), Trust.Browser).Only().Payload<ConversionPayload>();
        conversion.ShouldBe(new ConversionPayload { Type = "trial" });
    }

    [Fact]
    public void AnUnknownEventIsKeptUnderItsName()
    {
        var unknown = ToSegment(Track("Garden Watered", """{"litres":3}""", """ "userId":"u", """)).Only();
        unknown.Kind.ShouldBe(EventKind.Unknown);
        unknown.Name.ShouldBe("Garden Watered");
        unknown.Personal!.Traits["litres"].ShouldBe("3");
    }

    [Fact]
    public void AVisitTakesItsChannelFromItsAddress()
    {
        var visit = ToSegment(Track(
            "Session Started",
            """{"session_id":"s-1","landing_url":"https://www.shop.example/roses?utm_source=instagram&utm_medium=chat&utm_campaign=welcome&bid=b%2D1","referrer":"https://l.instagram.com/"}""",
            """ "anonymousId":"a", """), Trust.Browser).Only();
        visit.Utm.ShouldBe(new Utm("instagram", "chat", "welcome", null, null));
        visit.Payload<SessionPayload>().ShouldBe(new SessionPayload
        {
            Session = Hash.Of("session", "segment", "s-1"),
            LandingPath = "/roses",
            ReferrerHost = "l.instagram.com",
            TrafficChannel = TrafficChannel.Chat,
            Bid = "b-1",
        });
    }

    [Fact]
    public void ACallWithoutAnIdIsTheSameCallWhenItSaysTheSame()
    {
        var first = ToSegment("""{"event":"Button Clicked","userId":"u","timestamp":"2026-08-01T00:00:00Z"}""").Only();
        ToSegment("""{"event":"Button Clicked","userId":"u","timestamp":"2026-08-01T00:00:00Z"}""").Only().Id.ShouldBe(first.Id);
        ToSegment("""{"event":"Button Clicked","userId":"v","timestamp":"2026-08-01T00:00:00Z"}""").Only().Id.ShouldNotBe(first.Id);
    }

    [Fact]
    public void TheAddressTellsTheTypeOfACallThatDoesNot()
    {
        var headers = new Dictionary<string, string> { ["x-beleg-call"] = "page" };
        To(Settings("segment"), """{"anonymousId":"a","properties":{"session_id":"s","landing_url":"/x"}}""", headers).Only().Kind.ShouldBe(EventKind.SessionStarted);
        To(Settings("segment"), """{"anonymousId":"a","properties":{"path":"/x"}}""", headers).Only().Name.ShouldBe("Page Viewed");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"x\"")]
    public void ABodyThatIsNoCallIsRefusedAsAWhole(string body) => ToSegment(body).OnlyRefusal().Item.ShouldBe(-1);

    [Fact]
    public void ACostMayBeHoursTimesARate()
    {
        var cost = ToSegment(Track("Cost Recorded", """{"cost_id":"c","kind":"agents","period":"2026-08","hours":12.5,"rate":"20.01","currency":"EUR","channel":"whatsapp"}""")).Only().Payload<CostPayload>();
        cost.AmountMinor.ShouldBe(25012);
        cost.From.ShouldBe(new LocalDate(2026, 8, 1));
        cost.To.ShouldBe(new LocalDate(2026, 9, 1));
        cost.Recurrence.ShouldBe(CostRecurrence.Period);
        cost.Human.ShouldBeTrue();
        cost.CostChannel.ShouldBe("whatsapp");
    }

    [Fact]
    public void AnActOfAnOperatorNamesItsPeopleByIdentifierOrByKey()
    {
        var email = Id(IdentifierType.Email, "", "a@b.example").Key;
        var act = To(Settings("operator"), Track("Merge Undone", $$"""{"a":{"type":"email","value":"A@b.example"},"b":"{{email}}","reason":"two people"}""")).Only();
        act.Trust.ShouldBe(Trust.Operator);
        act.Payload<MergePayload>().ShouldBe(new MergePayload { A = email, B = email, Reason = "two people" });
    }
}
