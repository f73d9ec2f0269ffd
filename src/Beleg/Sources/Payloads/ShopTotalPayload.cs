using NodaTime;

namespace Beleg.Sources;

/// <summary>The shop's own total for a period.</summary>
public sealed record ShopTotalPayload : Payload
{
    /// <summary>The shop.</summary>
    public required string Shop { get; init; }

    /// <summary>First day.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Day after the last.</summary>
    public LocalDate? To { get; init; }

    /// <summary>Net total in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>Number of orders.</summary>
    public int? Orders { get; init; }

    internal override void Write(EventWriter w)
    {
        w.Text(Shop);
        w.MaybeDate(From);
        w.MaybeDate(To);
        w.Int(AmountMinor);
        w.Text(Currency);
        w.MaybeInt(Orders);
    }

    internal static ShopTotalPayload Read(ref EventReader r) => new()
    {
        Shop = r.Text()!,
        From = r.MaybeDate(),
        To = r.MaybeDate(),
        AmountMinor = r.Int(),
        Currency = r.Text()!,
        Orders = (int?)r.MaybeInt(),
    };
}
