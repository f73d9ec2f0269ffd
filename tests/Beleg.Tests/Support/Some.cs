using System.Globalization;
using System.Text;
using Beleg.Attribution;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Tests.Support;

/// <summary>Things to arrange tests with: a workspace's settings, names of people, times.</summary>
internal static partial class Some
{
    public const string Source = "segment";

    public static readonly KeyedHash Hash = new([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);

    public static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    public static FoldSettings Settings { get; } = new()
    {
        Hash = Hash,
        Zone = DateTimeZone.Utc,
        Currency = Currency.Eur,
    };

    public static Identifier Anna { get; } = Phone("+4915100000001");

    public static Identifier Berta { get; } = Phone("+4915100000002");

    public static Identifier Phone(string value) => Identifier.Of(Hash, IdentifierType.Phone, "", value);

    public static Identifier Email(string value) => Identifier.Of(Hash, IdentifierType.Email, "", value);

    public static Identifier Customer(string value) => Identifier.Of(Hash, IdentifierType.CustomerId, "shop", value);

    public static Identifier Handle(string value) => Identifier.Of(Hash, IdentifierType.Handle, "instagram", value);

    public static Identifier Anonymous(string value) => Identifier.Of(Hash, IdentifierType.AnonymousId, "", value);

    public static Identifier WhatsAppUser(string value) => Identifier.Of(Hash, IdentifierType.WhatsAppUserId, "portfolio", value);

    /// <summary>UTC, as in "2026-09-14 10:00" or with seconds.</summary>
    public static Instant At(string text) =>
        Instant.FromDateTimeUtc(DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal));

    public static Key KeyOf(string domain, string value) => Hash.Of(domain, Source, value);

    public static Key MessageKey(string id) => Hash.Of("message", "whatsapp|acc", id);

    /// <summary>The event with an id that follows from all it says, so that equal ones are one.</summary>
    public static Event Named(Event happened, string? id = null)
    {
        var said = id ?? string.Join('|', happened.ToString(), happened.OccurredAt.ToUnixTimeTicks(), string.Join(',', happened.Identifiers.Select(i => i.Key)), happened.Payload);
        return happened with { Id = Hash.Of("event", said) };
    }

    /// <summary>The facts of one cluster.</summary>
    public static FactBatch Fold(params IEnumerable<Event> events) => FoldWith(Settings, events);

    public static FactBatch FoldWith(FoldSettings settings, params IEnumerable<Event> events)
    {
        var facts = new FactBatch();
        new ClusterFold(settings, new OrderCrediting(settings)).Fold([.. events], System.Collections.Frozen.FrozenSet<Key>.Empty, facts);
        return facts;
    }

    /// <summary>All facts as one text, whatever order the rows are in.</summary>
    public static string Canonical(FactBatch facts)
    {
        var text = new StringBuilder();
        foreach (var table in typeof(FactBatch).GetProperties().OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            text.Append("# ").AppendLine(table.Name);
            foreach (var row in ((System.Collections.IEnumerable)table.GetValue(facts)!).Cast<object>().Select(r => r.ToString()).Order(StringComparer.Ordinal))
                text.AppendLine(row);
        }

        return text.ToString();
    }

    /// <summary>What every event of these stories has in common.</summary>
    private static Event Plain(EventKind kind, Identifier? who, Instant at, string source = Source) => new()
    {
        Kind = kind,
        Id = default,
        OccurredAt = at,
        Source = source,
        Trust = Trust.Server,
        Identifiers = who is { } name ? [name] : [],
    };
}
