using System.Text;
using System.Text.Json;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.Sources.Erasing;
using Beleg.Tests.Support;

namespace Beleg.Tests.Sources.Erasing;

public sealed class BodyEraserTests
{
    private static readonly string[] Planted = ["4915112345678", "kim", "@example.com", "wamid.", "DE.5550001112223334", "77001122", "030 1234567"];

    public static IEnumerable<TheoryDataRow<string, string>> Bodies() =>
        from provider in new[] { "whatsapp", "shopify", "segment" }
        from file in Fixture.All(provider)
        select new TheoryDataRow<string, string>(provider, Path.GetFileName(file));

    [Theory]
    [MemberData(nameof(Bodies))]
    public void EveryBodyMeansTheSameWithoutItsPeople(string provider, string file)
    {
        var body = Fixture.Read($"{provider}/{file}");
        var topic = file switch { "checkout.json" => "checkouts/create", "customer.json" => "customers/update", "dispute.json" => "disputes/create", _ => null };
        var before = Translate(provider, body, topic);
        var keys = KeysOf(before.Events.Select(at => at.Event));
        if (file is "account_update.json" or "dispute.json" or "refund.json")
        {
            Erase(provider, body, keys).ShouldBeNull();
            return;
        }

        var after = Erase(provider, body, keys, topic).ShouldNotBeNull();
        Meaning.Of(Translate(provider, after, topic)).ShouldBe(Meaning.Of(before));
        foreach (var value in Planted.Where(value => before.Refusals.Count == 0))
            after.ShouldNotContain(value, Case.Insensitive);
        Erase(provider, after, keys, topic).ShouldBeNull();
    }

    [Fact]
    public void ABodyBehindAByteOrderMarkIsErasedAsWell()
    {
        const string body = "\uFEFF" + """{"type":"track","event":"Message Received","messageId":"a1","userId":"kim-1","timestamp":"2026-08-14T09:30:00Z","properties":{"channel":"webchat","text":"I am Kim"}}""";
        var after = Erase("segment", body, KeysOf([Translate("segment", body).Events[0].Event])).ShouldNotBeNull();

        after.ShouldNotContain("kim", Case.Insensitive);
        Meaning.Of(Translate("segment", after)).ShouldBe(Meaning.Of(Translate("segment", body)));
    }

    [Fact]
    public void OthersOfTheSameBodyKeepEveryByte()
    {
        const string kim = """{"type":"track","event":"Message Received","messageId":"a1","userId":"kim-1","timestamp":"2026-08-14T09:30:00Z","properties":{"channel":"webchat","text":"I am Kim"}}""";
        const string ann = """{"type":"track","event":"Message Received","messageId":"b1","userId":"ann-1","timestamp":"2026-08-14T09:31:00Z","properties":{"channel":"webchat","text":"I am Ann"}}""";
        var body = $$"""{"batch":[{{kim}}, {{ann}}]}""";
        var after = Erase("segment", body, KeysOf([Translate("segment", body).Events[0].Event])).ShouldNotBeNull();
        after.ShouldEndWith($", {ann}]}}");
        after.ShouldNotContain("kim", Case.Insensitive);
        after.ShouldNotContain("\"a1\"");
    }

    [Fact]
    public void OthersOfAWhatsAppBatchKeepNameNumberAndWords()
    {
        var body = Whatsapp(
            contacts: """{"wa_id":"4915112345678","profile":{"name":"Kim Example"}},{"wa_id":"33612345678","profile":{"name":"Ann Other"}}""",
            messages: """{"from":"4915112345678","id":"wamid.K","timestamp":"1786700000","type":"text","text":{"body":"from Kim"}},{"from":"33612345678","id":"wamid.A","timestamp":"1786700001","type":"text","text":{"body":"from Ann"}}""");
        var after = Erase("whatsapp", body, KeysOf([Translate("whatsapp", body).Events[0].Event])).ShouldNotBeNull();
        foreach (var gone in new[] { "4915112345678", "Kim", "wamid.K" })
            after.ShouldNotContain(gone);
        foreach (var kept in new[] { "33612345678", "Ann Other", "wamid.A", "from Ann", "493012340000" })
            after.ShouldContain(kept);
    }

    [Fact]
    public void TheCountryOfANumberStaysSinceMessagesArePricedByIt()
    {
        var body = Whatsapp("""{"wa_id":"33612345678","profile":{"name":"Ann"}}""", """{"from":"33612345678","id":"wamid.A","timestamp":"1786700001","type":"text","text":{"body":"hi"}}""");
        var events = Translate("whatsapp", body).Events;
        var after = Translate("whatsapp", Erase("whatsapp", body, KeysOf(events.Select(at => at.Event)))!);
        after.Events[0].Event.Payload<MessagePayload>().CountryCallingCode.ShouldBe("33");
    }

    [Fact]
    public void AWordThatMeansStopStaysAndOtherWordsGo()
    {
        var body = Whatsapp("""{"wa_id":"33612345678"}""", """
            {"from":"33612345678","id":"wamid.A","timestamp":"1786700001","type":"text","text":{"body":"Stop"}},
            {"from":"33612345678","id":"wamid.B","timestamp":"1786700002","type":"text","text":{"body":"my husband said so"}}
            """);
        var after = Erase("whatsapp", body, KeysOf(Translate("whatsapp", body).Events.Select(at => at.Event))).ShouldNotBeNull();
        after.ShouldContain("\"Stop\"");
        after.ShouldNotContain("husband");
    }

    [Fact]
    public void TheAnswersOfAFormGoAndItsQuestionsStay()
    {
        var body = Fixture.Read("whatsapp/form.json");
        var after = Erase("whatsapp", body, KeysOf(Translate("whatsapp", body).Events.Select(at => at.Event))).ShouldNotBeNull();
        after.ShouldContain("first_name");
        after.ShouldNotContain("Kim");
    }

    [Fact]
    public void ACallWithoutAnIdStaysTheSameEvent()
    {
        const string body = """{"type":"identify","userId":"kim-1","timestamp":"2026-08-14T09:30:00Z","traits":{"email":"Kim@Example.com","name":"Kim","street":"Ringweg 5","born":"1980-05-01"}}""";
        var before = Translate("segment", body);
        var after = Erase("segment", body, KeysOf(before.Events.Select(at => at.Event))).ShouldNotBeNull();
        Translate("segment", after).Events.Single().Event.Id.ShouldBe(before.Events.Single().Event.Id);
        foreach (var gone in new[] { "kim", "ringweg", "1980" })
            after.ShouldNotContain(gone, Case.Insensitive);
    }

    [Fact]
    public void OneValueWithTwoMeaningsKeepsBoth()
    {
        const string body = """{"type":"track","event":"Message Received","messageId":"+4915112345678","userId":"+4915112345678","timestamp":"2026-08-14T09:30:00Z","properties":{"channel":"whatsapp","phone":"+49 151 12345678","flow_id":"welcome"}}""";
        var before = Translate("segment", body);
        var after = Erase("segment", body, KeysOf(before.Events.Select(at => at.Event))).ShouldNotBeNull();
        Meaning.Of(Translate("segment", after)).ShouldBe(Meaning.Of(before));
        after.ShouldNotContain("15112345678");
        after.ShouldNotContain("151 12345678");
        after.ShouldContain("\"welcome\"");
    }

    [Fact]
    public void AForgedValueInABodyIsNobodyKnown()
    {
        var translation = Translate("segment", """{"type":"identify","messageId":"x","timestamp":"2026-08-14T09:30:00Z","traits":{"email":"erased:0011223344556677889900aa:49:0011223344556677"}}""");
        translation.OnlyRefusal().Reason.ShouldBe(RefusalReason.BadIdentifier);
    }

    [Fact]
    public void WhatWasRefusedIsErasedToo()
    {
        const string body = """{"batch":[{"type":"track","event":"Order Completed","messageId":"o","timestamp":"2026-08-14T09:30:00Z","properties":{"email":"kim@example.com","note":"for kim@example.com"}}]}""";
        var before = Translate("segment", body);
        before.Events.ShouldBeEmpty();
        var after = Erase("segment", body, [Deliver.Id(IdentifierType.Email, "", "kim@example.com").Key], values: "kim@example.com").ShouldNotBeNull();
        after.ShouldNotContain("kim");
        Meaning.Of(Translate("segment", after)).ShouldBe(Meaning.Of(before));
    }

    private static string Whatsapp(string contacts, string messages) =>
        $$$"""{"object":"whatsapp_business_account","entry":[{"id":"900100200300400","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"493012340000","phone_number_id":"1122334455667"},"contacts":[{{{contacts}}}],"messages":[{{{messages}}}]}}]}]}""";

    private static HashSet<Key> KeysOf(IEnumerable<Event> events) =>
        [.. events.SelectMany(happened => happened.Identifiers.Select(name => name.Key).Append(happened.Id).Append(happened.Message).Append(happened.Conversation)).Where(key => !key.IsNone)];

    private static Translation Translate(string provider, string body, string? topic = null) => Deliver.To(Settings(provider), body, Headers(topic));

    private static Dictionary<string, string> Headers(string? topic) => topic is null ? [] : new() { ["x-shopify-topic"] = topic };

    private static SourceSettings Settings(string provider) => Deliver.Settings(provider) with { DefaultRegion = "DE" };

    private static string? Erase(string provider, string body, HashSet<Key> keys, string? topic = null, params string[] values)
    {
        var eraser = new BodyEraser(Deliver.Hash, (delivery, hash, into) =>
            SourceCatalogue.Find(provider)!.Translate(delivery, new TranslationContext(Settings(provider), hash, WithPersonal: false), into));
        var delivery = new Delivery(1, "test", provider, Deliver.Now, Headers(topic), Encoding.UTF8.GetBytes(body));
        var erased = eraser.Erase(delivery, provider, keys, values.ToHashSet());
        if (erased is not null)
            JsonDocument.Parse(Encoding.UTF8.GetString(erased).TrimStart('\uFEFF')).Dispose();
        return erased is null ? null : Encoding.UTF8.GetString(erased);
    }
}
