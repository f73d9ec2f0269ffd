using Beleg.Primitives;
using Beleg.Sources.Json;
using Beleg.Sources.Normalising;
using NodaTime;

namespace Beleg.Sources.Providers.Shopify;

/// <summary>What reading one body needs: the source, the moment it came, the shop's domain; and the first thing that was wrong.</summary>
internal sealed class ShopifyReading(TranslationContext context, Instant receivedAt, string? domain, Translation into)
{
    public TranslationContext Context => context;

    public Translation Into => into;

    /// <summary>The shop that orders belong to, as a property of the source: the same order from elsewhere has it too.</summary>
    public string Shop => context.Source.Shop is { Length: > 0 } shop ? shop : context.Source.Name;

    /// <summary>Why the body is refused; null while all is well.</summary>
    public (RefusalReason Reason, string Detail)? Problem { get; private set; }

    public void Fail(RefusalReason reason, string detail) => Problem ??= (reason, detail);

    /// <summary>Begins with the next part of the body: what was wrong with one is not wrong with the others.</summary>
    public void Forget() => Problem = null;

    public Key Id(string what) => context.Hash.Of("event", context.Source.Name, what);

    /// <summary>A customer's key, for ids of events that hold it: it outlives the erasure of the customer.</summary>
    public Key Customer(string? id) => context.Hash.Of(Identifier.Domain(IdentifierType.CustomerId), Shop, id);

    /// <summary>A short id or code; null where it is absent, too long, or no text.</summary>
    public static string? Text(JsonValue value) => value.Text() is { Length: <= 256 } text ? text : null;

    public string Required(JsonValue value, string name)
    {
        var text = Text(value);
        if (text is null)
            Fail(RefusalReason.MissingId, $"'{name}' is missing.");
        return text ?? string.Empty;
    }

    public Currency? Currency(JsonValue code)
    {
        if (Primitives.Currency.TryFind(code.Text(), out var currency))
            return currency;
        Fail(RefusalReason.UnknownCurrency, "'currency' is missing or not a code of ISO 4217.");
        return null;
    }

    /// <summary>An amount in the shop's currency; null where it is absent.</summary>
    public long? Amount(JsonValue value, string name, Currency? currency)
    {
        if (!value.Exists || currency is null)
            return null;
        if (Amounts.TryRead(value, currency, out var minor) is not { } why)
            return minor;
        Fail(why.Reason, $"'{name}' {why.Why}.");
        return null;
    }

    /// <summary>The first time that is there; it must be believable.</summary>
    public Instant Time(JsonValue first, JsonValue second)
    {
        if ((Timestamps.Read(first) ?? Timestamps.Read(second)) is not { } time)
        {
            Fail(RefusalReason.MalformedItem, "The time it happened is missing or no time.");
            return default;
        }

        if (!Timestamps.IsBelievable(time, receivedAt))
            Fail(RefusalReason.TimeOutOfRange, "The time lies before 2005 or more than 48 h ahead.");
        return time;
    }

    public Event Begin(EventKind kind, Key id, Instant at) => new()
    {
        Kind = kind,
        Id = id,
        OccurredAt = at,
        Source = context.Source.Name,
        Trust = Trust.Server,
        AccountId = domain,
    };
}
