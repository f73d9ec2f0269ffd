using System.Text.Json;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.Sources.Conformance;
using Beleg.Tests.Support;
using NodaTime;
using static Beleg.Tests.Sources.Deliver;

namespace Beleg.Tests.Sources;

public sealed class PayloadConformanceTests(ITestOutputHelper output)
{
    [Fact]
    public void EveryPublishedPayloadComesOutAsItShould()
    {
        var rows = PayloadConformance.Run(SharedFiles.Find("spec/payloads"));
        foreach (var row in rows)
            output.WriteLine($"{(row.Agrees ? "ok " : "NOT")} {row.Payload,-60} {row.Came}");
        rows.Where(row => !row.Agrees).ShouldBeEmpty();
        rows.Count.ShouldBe(PayloadConformance.Expected.Count);
    }

    [Fact]
    public void NoPublishedPayloadOfTheseProvidersIsLeftOut()
    {
        var root = SharedFiles.Find("spec/payloads");
        var there = new[] { "whatsapp", "shopify", "segment" }
            .SelectMany(provider => Directory.EnumerateFiles(Path.Combine(root, provider), "*.json").Select(path => $"{provider}/{Path.GetFileName(path)}"))
            .Where(name => !name.EndsWith("webhook_headers.json", StringComparison.Ordinal));
        there.Except(PayloadConformance.Expected.Keys).ShouldBeEmpty();
    }

    [Fact]
    public void ThePublishedRefundIsTheMoneyThatMoved()
    {
        var refund = Shared("shopify", "spec/payloads/shopify/refund_resource.json").Events.ShouldHaveSingleItem().Event.Payload<RefundPayload>();
        refund.AmountMinor.ShouldBe(20900);
        refund.OrderId.ShouldBe("450789469");
        var order = Shared("shopify", "spec/payloads/shopify/order_resource.json").Events[0].Event.Payload<OrderPayload>();
        (order.OrderId, order.TotalMinor, order.CapturedMinor).ShouldBe(("450789469", 40994, 0));
    }

    [Fact]
    public void ThePublishedConversationsNameTheirContactTimeAndAd()
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(SharedFiles.Find("data/conversations/whatsapp_cloud_webhooks.json")));
        foreach (var one in cases.RootElement.EnumerateArray())
        {
            var settings = Settings("whatsapp") with { AccountIds = ["106540352242922"] };
            var expect = one.GetProperty("expect");
            var happened = To(settings, one.GetProperty("payload").GetRawText()).Only();
            happened.Identifiers.ShouldContain(Id(IdentifierType.Phone, "", expect.GetProperty("contact").GetString()!));
            happened.OccurredAt.ShouldBe(NodaTime.Text.InstantPattern.General.Parse(expect.GetProperty("time").GetString()!).Value);
            happened.Kind.ShouldBe(EventKind.MessageReceived);
            var payload = happened.Payload<MessagePayload>();
            var isAd = expect.GetProperty("ad").ValueKind == JsonValueKind.Object;
            payload.AdId.ShouldBe(isAd ? expect.GetProperty("ad").GetProperty("source_id").GetString() : null);
            payload.CtwaClickId.ShouldBe(isAd ? expect.GetProperty("ad").GetProperty("ctwa_clid").GetString() : null);
        }
    }

    private static Translation Shared(string provider, string path)
    {
        var into = new Translation();
        var body = File.ReadAllBytes(SharedFiles.Find(path));
        SourceCatalogue.Find(provider)!.Translate(
            new Delivery(1, "w", provider, Instant.FromUtc(2026, 10, 1, 0, 0), new Dictionary<string, string>(), body),
            new TranslationContext(PayloadConformance.SettingsFor(provider), new KeyedHash(new byte[32])), into);
        into.Refusals.ShouldBeEmpty();
        return into;
    }
}
