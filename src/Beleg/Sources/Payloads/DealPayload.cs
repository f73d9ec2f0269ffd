using NodaTime;

namespace Beleg.Sources;

/// <summary>A deal in a CRM.</summary>
public sealed record DealPayload : Payload
{
    /// <summary>The CRM's id.</summary>
    public required string DealId { get; init; }

    /// <summary>Amount in minor units.</summary>
    public long? AmountMinor { get; init; }

    /// <summary>ISO 4217.</summary>
    public string? Currency { get; init; }

    /// <summary>Stage.</summary>
    public string? Stage { get; init; }

    /// <summary>When it closed.</summary>
    public Instant? ClosedAt { get; init; }

    internal override void Write(EventWriter w)
    {
        w.Text(DealId);
        w.MaybeInt(AmountMinor);
        w.Text(Currency);
        w.Text(Stage);
        w.MaybeInstant(ClosedAt);
    }

    internal static DealPayload Read(ref EventReader r) => new()
    {
        DealId = r.Text()!,
        AmountMinor = r.MaybeInt(),
        Currency = r.Text(),
        Stage = r.Text(),
        ClosedAt = r.MaybeInstant(),
    };
}
