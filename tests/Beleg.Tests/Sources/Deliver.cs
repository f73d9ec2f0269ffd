using System.Text;
using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Tests.Sources;

/// <summary>Hands a body to a source as if it had been delivered, and gives back what the source made of it.</summary>
internal static class Deliver
{
    public static readonly Instant Now = Instant.FromUtc(2026, 9, 1, 12, 0);
    public static readonly KeyedHash Hash = new([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);

    public static SourceSettings Settings(string provider, Trust trust = Trust.Server) => new()
    {
        Name = provider,
        Provider = provider,
        Trust = trust,
        AccountIds = ["1122334455667", "shop.example"],
        Shop = "shop.example",
    };

    public static Translation To(SourceSettings settings, string body, Dictionary<string, string>? headers = null, Instant? receivedAt = null, bool withPersonal = true)
    {
        var delivery = new Delivery(1, "test", settings.Name, receivedAt ?? Now, headers ?? [], Encoding.UTF8.GetBytes(body));
        var translation = new Translation();
        SourceCatalogue.Find(settings.Provider)!.Translate(delivery, new TranslationContext(settings, Hash, withPersonal), translation);
        return translation;
    }

    public static Translation ToSegment(string body, Trust trust = Trust.Server) => To(Settings("segment", trust), body);

    /// <summary>A track call of one event, with the properties as a JSON object.</summary>
    public static string Track(string name, string properties, string more = "") =>
        $$"""{"type":"track","event":"{{name}}","messageId":"m-1","timestamp":"2026-08-14T09:30:00.000Z",{{more}}"properties":{{properties}}}""";

    /// <summary>The one event that came out; a refusal fails with its reason.</summary>
    public static Event Only(this Translation translation)
    {
        translation.Refusals.ShouldBeEmpty();
        return translation.Events.ShouldHaveSingleItem().Event;
    }

    /// <summary>The one refusal, with no event.</summary>
    public static Refusal OnlyRefusal(this Translation translation)
    {
        translation.Events.ShouldBeEmpty();
        return translation.Refusals.ShouldHaveSingleItem();
    }

    /// <summary>The reason of the one refusal beside the one event of a kind.</summary>
    public static RefusalReason RefusedBeside(this Translation translation, EventKind kind)
    {
        translation.Events.ShouldHaveSingleItem().Event.Kind.ShouldBe(kind);
        return translation.Refusals.ShouldHaveSingleItem().Reason;
    }

    public static T Payload<T>(this Event happened)
        where T : Payload => happened.Payload.ShouldBeOfType<T>();

    public static Identifier Id(IdentifierType type, string scope, string value) => Identifier.Of(Hash, type, scope, value);
}
