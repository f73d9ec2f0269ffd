using Beleg.Sources;
using static Beleg.Tests.Sources.Deliver;

namespace Beleg.Tests.Sources;

/// <summary>Other bodies of the same kind as the published ones: what a provider may send tomorrow, and what senders in between make of it.</summary>
public sealed class VariationTests
{
    private static string Change(string value) =>
        $$$"""{"object":"whatsapp_business_account","entry":[{"id":"1122334455667","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"phone_number_id":"1122334455667"},{{{value}}}}}]}]}""";

    private static string Message(string more) =>
        Change($$""" "contacts":[{"profile":{"name":"Kim"},"wa_id":"4915112345678"}],"messages":[{"from":"4915112345678","id":"wamid.V","timestamp":"1786700000",{{more}}}] """);

    private static string Status(string more) =>
        Change($$""" "statuses":[{"id":"wamid.S","recipient_id":"4915112345678","timestamp":"1786700000","status":"delivered",{{more}}}] """);

    private static Translation WhatsApp(string body) => To(Settings("whatsapp"), body);

    [Theory]
    [InlineData(""" "type":"video","video":{"id":"1","caption":"c"} """, "MessageReceived")]
    [InlineData(""" "type":"audio","audio":{"id":"1","voice":true} """, "MessageReceived")]
    [InlineData(""" "type":"sticker","sticker":{"id":"1"} """, "MessageReceived")]
    [InlineData(""" "type":"location","location":{"latitude":1.5,"longitude":2} """, "MessageReceived")]
    [InlineData(""" "type":"contacts","contacts":[{"phones":[{"wa_id":"15551234567"}]}] """, "MessageReceived")]
    [InlineData(""" "type":"poll_creation","poll":{} """, "MessageReceived")]
    [InlineData(""" "type":"text","text":{"body":"\u0000 \u202e😀"} """, "MessageReceived")]
    [InlineData(""" "type":"text","text":{"body":" STOP! "} """, "MessageReceived ConsentWithdrawn")]
    [InlineData(""" "type":"interactive","interactive":{"type":"call_permission_reply"} """, "MessageReceived")]
    [InlineData(""" "type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"response_json":"{oops"}} """, "MessageReceived")]
    [InlineData(""" "type":"reaction","reaction":{"message_id":"wamid.X"} """, "Unknown")]
    [InlineData(""" "type":"text","text":{"body":"x"},"group_id":"Y2F" """, "MessageReceived")]
    [InlineData(""" "type":"order","order":{"product_items":[{"quantity":"2","item_price":"10.50","currency":"EUR"},{"quantity":1,"item_price":7.0,"currency":"EUR"}]} """, "MessageReceived CheckoutStarted")]
    [InlineData(""" "type":"order","order":{"product_items":[{"quantity":1,"item_price":1500.0,"currency":"JPY"}]} """, "MessageReceived CheckoutStarted")]
    public void EveryKindOfMessageIsKept(string more, string kinds)
    {
        var translation = WhatsApp(Message(more));

        translation.Refusals.ShouldBeEmpty();
        string.Join(' ', translation.Events.Select(at => at.Event.Kind)).ShouldBe(kinds);
    }

    [Theory]
    [InlineData(""" {"billable":true,"pricing_model":"CBP","category":"user_initiated"} """, "CBP", null, MessageCategory.Other, true)]
    [InlineData(""" {"billable":true,"pricing_model":"PMP","category":"marketing","type":"regular"} """, "PMP", "regular", MessageCategory.Marketing, true)]
    [InlineData(""" {"pricing_model":"PMP","category":"utility","pricing_type":"free_customer_service"} """, "PMP", "free_customer_service", MessageCategory.Utility, false)]
    [InlineData(""" {"billable":null,"pricing_model":"PMP","category":"referral_conversion","type":"free_entry_point"} """, "PMP", "free_entry_point", MessageCategory.ReferralConversion, false)]
    [InlineData(""" {"billable":"true","category":"authentication_international"} """, null, null, MessageCategory.AuthenticationInternational, true)]
    [InlineData(""" {"category":"a_word_of_tomorrow"} """, null, null, MessageCategory.Other, null)]
    public void OldAndNewShapesOfPricingAreRead(string pricing, string? model, string? type, MessageCategory category, bool? billable)
    {
        var payload = WhatsApp(Status($"\"pricing\":{pricing}")).Only().Payload<StatusPayload>();

        (payload.PricingModel, payload.PricingType, payload.Category, payload.Billable).ShouldBe((model, type, category, billable));
    }

    [Fact]
    public void WhatIsMalformedInABatchOfSeveralEntriesStopsNothingElse()
    {
        var good = Message(""" "type":"text","text":{"body":"a"} """);
        var entry = good[(good.IndexOf("\"entry\":[", StringComparison.Ordinal) + 9)..^2];
        var broken = entry.Replace("\"messages\":[", "\"messages\":[7,{\"id\":\"x\"},{\"from\":\"49\"},", StringComparison.Ordinal);
        var translation = WhatsApp($$"""{"object":"whatsapp_business_account","entry":[{{broken}},{"id":"1122334455667"},5,{{entry.Replace("wamid.V", "wamid.W", StringComparison.Ordinal)}}]}""");

        translation.Events.Select(at => at.Event.Kind).ShouldBe([EventKind.MessageReceived, EventKind.MessageReceived]);
        translation.Refusals.Count.ShouldBe(5);
    }

    [Theory]
    [InlineData(""" "userId":123,"anonymousId":456,"messageId":789 """)]
    [InlineData(""" "userId":"123","anonymousId":"456","messageId":"789" """)]
    public void IdsMayBeNumbers(string ids)
    {
        var happened = ToSegment($$"""{"type":"track","event":"Message Received","timestamp":1786700000,{{ids}},"properties":{"channel":"webchat","conversation_id":5} }""").Only();

        happened.Identifiers.ShouldBe([Id(IdentifierType.CustomerId, "shop.example", "123"), Id(IdentifierType.AnonymousId, "", "456")]);
        happened.Id.ShouldBe(Hash.Of("event", "segment", "789"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("\"x\"")]
    [InlineData("5")]
    public void PropertiesOfTheWrongTypeSayNothing(string properties) =>
        ToSegment($$"""{"type":"track","event":"Message Received","userId":"u","timestamp":"2026-08-14T09:30:00Z","properties":{{properties}}}""").Only().Kind.ShouldBe(EventKind.MessageReceived);
}
