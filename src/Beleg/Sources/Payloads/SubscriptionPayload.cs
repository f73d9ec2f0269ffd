namespace Beleg.Sources;

/// <summary>A subscription.</summary>
public sealed record SubscriptionPayload : Payload
{
    /// <summary>Its id.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>Plan.</summary>
    public string? Plan { get; init; }

    /// <summary>Amount a period, in minor units.</summary>
    public long? AmountMinor { get; init; }

    /// <summary>ISO 4217.</summary>
    public string? Currency { get; init; }

    internal override void Write(EventWriter w)
    {
        w.Text(SubscriptionId);
        w.Text(Plan);
        w.MaybeInt(AmountMinor);
        w.Text(Currency);
    }

    internal static SubscriptionPayload Read(ref EventReader r) => new()
    {
        SubscriptionId = r.Text()!,
        Plan = r.Text(),
        AmountMinor = r.MaybeInt(),
        Currency = r.Text(),
    };
}
