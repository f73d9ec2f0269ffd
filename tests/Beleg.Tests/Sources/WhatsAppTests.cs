using System.Security.Cryptography;
using System.Text;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.Tests.Support;
using NodaTime;
using static Beleg.Tests.Sources.Deliver;

namespace Beleg.Tests.Sources;

public sealed class WhatsAppTests
{
    private static readonly Identifier Number = Id(IdentifierType.Phone, "", "+4915112345678");
    private static readonly Identifier User = Id(IdentifierType.WhatsAppUserId, "", "DE.5550001112223334");
    private static readonly Identifier Parent = Id(IdentifierType.WhatsAppUserId, "", "DE.ENT.7770001112223334");

    private static Key Message(string id) => Hash.Of("message", "whatsapp|1122334455667", id);

    private static SourceSettings Source => Settings("whatsapp") with { Secrets = ["old", "new"], VerifyToken = "token" };

    private static Translation Translate(string name) => To(Source, Fixture.Read($"whatsapp/{name}.json"));

    [Fact]
    public void ATextIsAMessageWithAllNamesOfThePerson()
    {
        var text = Translate("text").Only();
        text.Kind.ShouldBe(EventKind.MessageReceived);
        text.Message.ShouldBe(Message("wamid.T1"));
        text.OccurredAt.ShouldBe(Instant.FromUnixTimeSeconds(1786700000));
        text.Channel.ShouldBe(Channel.WhatsApp);
        text.AccountId.ShouldBe("1122334455667");
        text.Actor.ShouldBe(Actor.Contact);
        text.Identifiers.ShouldBe([Number, User, Parent]);
        text.Payload<MessagePayload>().InReplyTo.ShouldBe(Message("wamid.B0"));
        text.Payload<MessagePayload>().CountryCallingCode.ShouldBe("49");
        text.Personal!.Name.ShouldBe("Kim Example");
        text.Personal.Text.ShouldBe("Where is my order?");
    }

    [Fact]
    public void ARebuildGetsTheSameKeysWithoutAnyValue()
    {
        var bare = To(Source, Fixture.Read("whatsapp/text.json"), withPersonal: false).Only();
        bare.Personal.ShouldBeNull();
        bare.Identifiers.Select(i => i.Value).ShouldAllBe(value => value.Length == 0);
        bare.Identifiers.Select(i => i.Key).ShouldBe([Number.Key, User.Key, Parent.Key]);
    }

    [Fact]
    public void ABatchOfTwoEntriesWithTwoChangesOfThreeStatusesAndAMessageIsThirteenEvents()
    {
        var batch = Translate("batch");
        batch.Refusals.ShouldBeEmpty();
        batch.Events.Count.ShouldBe(13);
        batch.Events.Select(e => e.Event.Id).Distinct().Count().ShouldBe(13);
        batch.Events.Select(e => e.Item).ShouldBe([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], ignoreOrder: true);
    }

    [Theory]
    [InlineData("\"id\": \"wamid.101\"", "\"id\": 7.5e3, \"timestamp\": {}", RefusalReason.MalformedItem)]
    [InlineData("\"id\": \"wamid.101\"", "\"id\": null", RefusalReason.MissingId)]
    [InlineData("\"id\": \"wamid.101\",\n         \"status\": \"delivered\"", "\"id\": \"wamid.101\", \"status\": \"teleported\"", RefusalReason.NotTranslated)]
    public void AMalformedItemDoesNotStopTheOtherTwelve(string good, string bad, RefusalReason reason)
    {
        var body = Fixture.Read("whatsapp/batch.json");
        var broken = System.Text.RegularExpressions.Regex.Replace(body, System.Text.RegularExpressions.Regex.Escape(good).Replace("\\n", "\\s*").Replace("\\ ", "\\s*"), bad);
        broken.ShouldNotBe(body);
        var translation = To(Source, broken);
        translation.Events.Count.ShouldBe(12);
        translation.Refusals.ShouldHaveSingleItem().Reason.ShouldBe(reason);
    }

    [Theory]
    [InlineData("delivered", EventKind.MessageDelivered)]
    [InlineData("sent", EventKind.MessageSent)]
    [InlineData("failed", EventKind.MessageFailed)]
    public void AStatusIsAboutTheMessageOfItsId(string name, EventKind kind)
    {
        var status = Translate(name).Only();
        status.Kind.ShouldBe(kind);
        status.Message.ShouldBe(Message("wamid.B1"));
        status.Conversation.IsNone.ShouldBeTrue();
        status.Identifiers[0].ShouldBe(Number);
    }

    [Fact]
    public void WhatAStatusSaysOfThePriceIsKept()
    {
        var paid = Translate("delivered").Only().Payload<StatusPayload>();
        paid.ShouldBe(new StatusPayload { Billable = true, PricingModel = "PMP", PricingType = "regular", Category = MessageCategory.Utility, CountryCallingCode = "49" });
        var free = Translate("delivered_free").Only().Payload<StatusPayload>();
        free.Billable.ShouldBe(false);
        free.PricingType.ShouldBe("free_customer_service");
        free.Category.ShouldBe(MessageCategory.Service);
        var failed = Translate("failed").Only().Payload<StatusPayload>();
        failed.ErrorCode.ShouldBe("131049");
        failed.Billable.ShouldBeNull();
    }

    [Fact]
    public void AnOutboundMessageKnownFromItsStatusTakesTheSourcesDefaultActor()
    {
        Translate("sent").Only().Actor.ShouldBe(Actor.Unknown);
        To(Source with { DefaultActor = Actor.Bot }, Fixture.Read("whatsapp/sent.json")).Only().Actor.ShouldBe(Actor.Bot);
        To(Source with { DefaultActor = Actor.Bot }, Fixture.Read("whatsapp/delivered_free.json")).Only().Actor.ShouldBe(Actor.Bot);
    }

    [Fact]
    public void APersonWithoutANumberIsKnownByTheBusinessScopedId()
    {
        var hello = Translate("user_without_number").Only();
        hello.Identifiers.ShouldBe([User, Id(IdentifierType.Handle, "whatsapp", "kim.roses")]);
        hello.Payload<MessagePayload>().CountryCallingCode.ShouldBe("49");
        Translate("read_without_number").Only().Identifiers[0].ShouldBe(User);
        Translate("text").Only().Identifiers.ShouldContain(User, "the number comes later and joins through the same id");
    }

    [Fact]
    public void ANumberThatThePersonSharesJoinsItsUserId() =>
        Translate("number_shared").Only().Identifiers.ShouldBe([User, Id(IdentifierType.Handle, "whatsapp", "kim.roses"), Number]);

    [Fact]
    public void AChangeOfNumberOrUserIdJoinsTheOldAndTheNew()
    {
        var number = Translate("number_changed").Only();
        number.Kind.ShouldBe(EventKind.ContactSeen);
        number.Identifiers.ShouldBe([Number, Id(IdentifierType.Phone, "", "+4915187654321")]);
        Translate("user_id_changed").Only().Identifiers.ShouldBe([User, Id(IdentifierType.WhatsAppUserId, "", "DE.8880001112223334")]);
        Translate("device_changed").Only().Kind.ShouldBe(EventKind.Unknown);
    }

    [Fact]
    public void AHistoryOfThePhoneAppIsTheMessagesOfItsThreads()
    {
        var translation = Translate("history");

        translation.Events.Select(e => (e.Event.Kind, e.Event.Actor)).ShouldBe([(EventKind.MessageReceived, Actor.Contact), (EventKind.MessageSent, Actor.Human)]);
        translation.Events.ShouldAllBe(e => e.Event.Identifiers.Contains(Number));
        translation.Refusals.ShouldBeEmpty();
    }

    [Fact]
    public void AChangeOfUserIdThatNamesNobodyOutsideItsNoticeJoinsBothIds() =>
        Translate("user_id_changed_within").Only().Identifiers.ShouldBe([User, Id(IdentifierType.WhatsAppUserId, "", "DE.8880001112223334")], ignoreOrder: true);

    [Fact]
    public void APressIsAMessageAndAClickOnTheMessageThatHeldTheButton()
    {
        var pressed = Translate("list_reply");
        pressed.Events.Select(e => e.Event.Kind).ShouldBe([EventKind.MessageReceived, EventKind.ButtonClicked]);
        var click = pressed.Events[1].Event;
        click.Message.ShouldBe(Message("wamid.B2"));
        click.Payload<ClickPayload>().ButtonId.ShouldBe("row-2");
    }

    [Fact]
    public void StopAsPreferenceAsButtonAndAsTextIsEachAWithdrawalWithItsProof()
    {
        var proofs = new[] { "preference_stop", "button", "stop" }.SelectMany(name => Translate(name).Events)
            .Where(e => e.Event.Kind == EventKind.ConsentWithdrawn).Select(e => e.Event).ToList();
        proofs.Select(e => e.Payload<ConsentPayload>()).ShouldBe(
            [
                new ConsentPayload { Purpose = "marketing", Proof = "user_preferences" }, new ConsentPayload { Purpose = "marketing", Proof = "button" },
                new ConsentPayload { Purpose = "marketing", Proof = "text" },
            ]);
        proofs.ShouldAllBe(e => e.Identifiers[0] == Number);
        proofs.Select(e => e.Id).Distinct().Count().ShouldBe(3);
        To(Source, Fixture.Read("whatsapp/stop.json"), withPersonal: false).Events.Count.ShouldBe(2, "a rebuild must not lose a withdrawal");
    }

    [Fact]
    public void AFormWithContactDetailsIsALeadAndItsAddressesJoinNobody()
    {
        var form = Translate("form");
        form.Events.Select(e => e.Event.Kind).ShouldBe([EventKind.MessageReceived, EventKind.LeadCaptured]);
        form.Events[1].Event.Payload<LeadPayload>().Fields.ShouldBe(["first_name", "email", "budget"]);
        form.Events[1].Event.Identifiers.ShouldBe([Number, User, Parent]);
        form.Events[1].Event.Personal!.Traits["email"].ShouldBe("kim@example.com");
        Translate("form_survey").Only().Personal!.Traits["delivery_rating"].ShouldBe("4");
    }

    [Fact]
    public void ACartSentInTheChatIsNoOrderYetAndItsNameHidesTheNumber()
    {
        var cart = Translate("cart").Events.Single(e => e.Event.Kind == EventKind.CheckoutStarted).Event.Payload<OrderPayload>();
        cart.TotalMinor.ShouldBe(5740);
        cart.Currency.ShouldBe("EUR");
        cart.PlacedInChat.ShouldBeTrue();
        cart.CapturedMinor.ShouldBe(0);
        cart.OrderId.ShouldBe("chat-" + Message("wamid.T7"));
        var odd = To(Source, Fixture.Read("whatsapp/cart.json").Replace("\"19.90\"", "\"19.905\""));
        odd.RefusedBeside(EventKind.MessageReceived).ShouldBe(RefusalReason.AmountOutOfRange);
    }

    [Fact]
    public void AnAdIsTheEntryOfItsConversation()
    {
        var ad = Translate("ad_referral").Only();
        ad.EntryPoint.ShouldBe(EntryPoint.Ad);
        ad.EntryRef.ShouldBe("ad-77");
        ad.Payload<MessagePayload>().AdId.ShouldBe("ad-77");
        ad.Payload<MessagePayload>().CtwaClickId.ShouldBe("clid-1");
        var post = Translate("post_referral").Only();
        post.EntryPoint.ShouldBe(EntryPoint.Link);
        post.Payload<MessagePayload>().AdId.ShouldBeNull();
    }

    [Fact]
    public void AReactionAndAnEditAreNoMessages()
    {
        var reaction = Translate("reaction").Only();
        (reaction.Kind, reaction.Name, reaction.Message).ShouldBe((EventKind.Unknown, "Reaction", Message("wamid.B3")));
        Translate("edit").Only().Name.ShouldBe("Message Edited");
        Translate("image").Only().Personal!.Text.ShouldBe("Broken vase");
        Translate("unsupported").Only().Kind.ShouldBe(EventKind.MessageReceived);
    }

    [Fact]
    public void AnEchoOfThePhoneAppIsAHumansMessage()
    {
        var echo = Translate("echo").Only();
        (echo.Kind, echo.Actor, echo.Message).ShouldBe((EventKind.MessageSent, Actor.Human, Message("wamid.E1")));
        echo.Identifiers.ShouldBe([Number]);
    }

    [Fact]
    public void ANoticeAboutTheAccountIsKeptAndSaidToBeNotTranslated() => Translate("account_update").OnlyRefusal().Reason.ShouldBe(RefusalReason.NotTranslated);

    [Fact]
    public void AForeignNumberInAMixedBatchIsRefusedByItself()
    {
        var mixed = Translate("mixed_accounts");
        mixed.Events.Count.ShouldBe(6);
        mixed.Refusals.ShouldHaveSingleItem().Reason.ShouldBe(RefusalReason.ForeignAccount);
    }

    [Fact]
    public void OnlyASignatureOverTheExactBytesOpensTheDoor()
    {
        var body = Encoding.UTF8.GetBytes(Fixture.Read("whatsapp/text.json"));
        Admit(body, Sign(body, "old")).ShouldBe(Verdict.Accepted);
        Admit(body, Sign(body, "new")).ShouldBe(Verdict.Accepted);
        Admit(body, Sign(body, "new").ToUpperInvariant()).ShouldBe(Verdict.Accepted);
        Admit(body, Sign(body, "other")).ShouldBe(Verdict.BadSignature);
        Admit([.. body, (byte)' '], Sign(body, "new")).ShouldBe(Verdict.BadSignature);
        Admit(body, null).ShouldBe(Verdict.BadSignature);
        Admit(body, "sha256=zz").ShouldBe(Verdict.BadSignature);
        Admit(body, "sha256=" + new string('z', 64)).ShouldBe(Verdict.BadSignature);
        Admit(body, Sign(body, "new"), Source with { Secrets = [] }).ShouldBe(Verdict.BadSignature);
    }

    [Fact]
    public void ABodyThatSpeaksOnlyForOthersIsTurnedAway()
    {
        var body = Encoding.UTF8.GetBytes(Fixture.Read("whatsapp/text.json"));
        Admit(body, Sign(body, "new"), Source with { AccountIds = ["999"] }).ShouldBe(Verdict.ForeignAccount);
        Admit(body, Sign(body, "new"), Source with { AccountIds = [] }).ShouldBe(Verdict.ForeignAccount);
        Admit(body, Sign(body, "new"), Source with { AccountIds = ["900100200300400"] }).ShouldBe(Verdict.Accepted);
        var mixed = Encoding.UTF8.GetBytes(Fixture.Read("whatsapp/mixed_accounts.json"));
        Admit(mixed, Sign(mixed, "new")).ShouldBe(Verdict.Accepted);
    }

    [Fact]
    public void AnAccountIdWrittenAsANumberIsTheSameAccount()
    {
        var text = Fixture.Read("whatsapp/text.json").Replace("\"1122334455667\"", "1122334455667", StringComparison.Ordinal);
        var body = Encoding.UTF8.GetBytes(text);

        Admit(body, Sign(body, "new")).ShouldBe(Verdict.Accepted);
        To(Source, text).Only().Message.ShouldBe(Message("wamid.T1"));
        Admit(body, Sign(body, "new"), Source with { AccountIds = ["999"] }).ShouldBe(Verdict.ForeignAccount);
    }

    [Fact]
    public void TheHandshakeAnswersItsOwnTokenOnly()
    {
        var source = SourceCatalogue.Find("whatsapp")!;
        var query = new Dictionary<string, string> { ["hub.mode"] = "subscribe", ["hub.verify_token"] = "token", ["hub.challenge"] = "42" };
        source.AnswerHandshake(query, Source).ShouldBe("42");
        source.AnswerHandshake(new Dictionary<string, string>(query) { ["hub.verify_token"] = "tokem" }, Source).ShouldBeNull();
        source.AnswerHandshake(new Dictionary<string, string>(query) { ["hub.mode"] = "x" }, Source).ShouldBeNull();
        source.AnswerHandshake(query, Source with { VerifyToken = null }).ShouldBeNull();
        source.AnswerHandshake(new Dictionary<string, string>(), Source with { VerifyToken = "" }).ShouldBeNull();
    }

    private static string Sign(byte[] body, string secret) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    private static Verdict Admit(byte[] body, string? signature, SourceSettings? source = null) =>
        SourceCatalogue.Find("whatsapp")!.Admit(new IncomingRequest(name => name == "x-hub-signature-256" ? signature : null, body), source ?? Source).Verdict;
}
