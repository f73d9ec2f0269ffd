using System.Text;
using System.Text.Json;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Sources;
using Beleg.Sources.Normalising;
using Beleg.Sources.Providers;
using Beleg.Tests.Support;

namespace Beleg.Tests.Sources;

/// <summary>An act names a person by a signed key: it is filed with them, and whoever reads it learns nothing.</summary>
public sealed class NameByKeyTests
{
    private static readonly KeyedHash hash = new(new byte[32]);

    [Theory]
    [InlineData(IdentifierType.CustomerId, "shop", "c-17")]
    [InlineData(IdentifierType.Email, "", "anna@example.org")]
    [InlineData(IdentifierType.Phone, "", "+4915112345678")]
    [InlineData(IdentifierType.WhatsAppUserId, "", "DE.123")]
    [InlineData(IdentifierType.ScopedId, "page", "9988776655")]
    [InlineData(IdentifierType.Handle, "instagram", "sunny")]
    [InlineData(IdentifierType.AnonymousId, "", "a-1")]
    [InlineData(IdentifierType.CrmId, "crm", "crm-77")]
    public void TheActIsAboutWhoeverHasThatKeyAndHoldsNoValue(IdentifierType type, string scope, string value)
    {
        var name = Identifier.Of(hash, type, scope, value);
        var act = NameByKey.Of(hash, type, name.Key);
        JsonSerializer.Serialize(act, ReportJson.Compact).ShouldNotContain(value);

        foreach (var withPersonal in new[] { false, true })
        {
            var said = Translate($$"""{"batch":[{"type":"track","event":"Contact Seen","messageId":"1","timestamp":"2026-09-01T10:00:00Z","properties":{"identifiers":[{{JsonSerializer.Serialize(act, ReportJson.Compact)}}],"name":"Anna"} }]}""", withPersonal);
            said.Refusals.ShouldBeEmpty();
            var identifier = said.Events.Single().Event.Identifiers.Single();
            (identifier.Type, identifier.Key, identifier.Value).ShouldBe((type, name.Key, ""));
        }
    }

    [Fact]
    public void AMadeUpKeyIsNobodys()
    {
        var name = Identifier.Of(hash, IdentifierType.Email, "", "anna@example.org");
        var act = NameByKey.Of(new KeyedHash([.. Enumerable.Repeat((byte)7, 32)]), IdentifierType.Email, name.Key);

        var said = Translate($$"""{"type":"track","event":"Contact Seen","messageId":"1","timestamp":"2026-09-01T10:00:00Z","properties":{"identifiers":[{{JsonSerializer.Serialize(act, ReportJson.Compact)}}]} }""", withPersonal: false);

        said.Events.ShouldNotContain(at => at.Event.Identifiers.Any(identifier => identifier.Key == name.Key));
    }

    [Fact]
    public void ALeadIsNamedByItsKeyInAnActAlone()
    {
        var lead = hash.Of("lead", "crm", "lead-8");
        var call = $$"""{"type":"track","event":"Lead Status Changed","messageId":"1","userId":"c","timestamp":"2026-09-01T10:00:00Z","properties":{"lead_id":"{{lead}}","status":"won"} }""";

        ((LeadPayload)Translate(call, withPersonal: false).Events.Single().Event.Payload!).Lead.ShouldBe(lead);
        ((LeadPayload)Translate(call, withPersonal: false, new ImportSource()).Events.Single().Event.Payload!).Lead.ShouldNotBe(lead, "elsewhere sixteen hex digits are an id like any other");
    }

    private static Translation Translate(string body, bool withPersonal, ISource? source = null)
    {
        var into = new Translation();
        var delivery = new Delivery(1, "ours", "operator", SomeDelivery.Arrival, new Dictionary<string, string>(), Encoding.UTF8.GetBytes(body));
        (source ?? new OperatorSource()).Translate(delivery, new TranslationContext(new SourceSettings { Name = "operator", Provider = "operator", Trust = Trust.Operator, Shop = "shop" }, hash, withPersonal), into);
        return into;
    }
}
