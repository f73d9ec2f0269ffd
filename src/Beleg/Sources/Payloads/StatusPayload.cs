using NodaTime;

namespace Beleg.Sources;

/// <summary>A step of a message's delivery life.</summary>
public sealed record StatusPayload : Payload
{
    /// <summary>The provider's error code; failed only.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The provider's reason; failed only.</summary>
    public string? ErrorReason { get; init; }

    /// <summary>"CBP" or "PMP" as the provider says.</summary>
    public string? PricingModel { get; init; }

    /// <summary>regular, free_customer_service or free_entry_point.</summary>
    public string? PricingType { get; init; }

    /// <summary>Billing category.</summary>
    public MessageCategory Category { get; init; }

    /// <summary>Whether it costs; null where the provider does not say and the type does not tell.</summary>
    public bool? Billable { get; init; }

    /// <summary>Calling code of the recipient, digits.</summary>
    public string? CountryCallingCode { get; init; }

    /// <summary>All outbound messages of the thread up to here have reached this state; no message is named.</summary>
    public Instant? Watermark { get; init; }

    internal override void Write(EventWriter w)
    {
        w.Text(ErrorCode);
        w.Text(ErrorReason);
        w.Text(PricingModel);
        w.Text(PricingType);
        w.Byte((byte)Category);
        w.MaybeBool(Billable);
        w.Text(CountryCallingCode);
        w.MaybeInstant(Watermark);
    }

    internal static StatusPayload Read(ref EventReader r) => new()
    {
        ErrorCode = r.Text(),
        ErrorReason = r.Text(),
        PricingModel = r.Text(),
        PricingType = r.Text(),
        Category = (MessageCategory)r.Byte(),
        Billable = r.MaybeBool(),
        CountryCallingCode = r.Text(),
        Watermark = r.MaybeInstant(),
    };
}
