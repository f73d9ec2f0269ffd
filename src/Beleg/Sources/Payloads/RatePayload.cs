using NodaTime;

namespace Beleg.Sources;

/// <summary>A price or an exchange rate from a day on.</summary>
public sealed record RatePayload : Payload
{
    /// <summary>Calling code (message rate) or source currency (exchange rate); "*" is any.</summary>
    public required string From { get; init; }

    /// <summary>Category (message rate) or target currency (exchange rate).</summary>
    public required string To { get; init; }

    /// <summary>Channel of a message rate.</summary>
    public string? RateChannel { get; init; }

    /// <summary>Price of one message in the currency, or units of the target for one of the source.</summary>
    public decimal? Rate { get; init; }

    /// <summary>Currency of a message rate.</summary>
    public string? Currency { get; init; }

    /// <summary>First day it holds.</summary>
    public LocalDate? Day { get; init; }

    internal override void Write(EventWriter w)
    {
        w.Text(From);
        w.Text(To);
        w.Text(RateChannel);
        w.MaybeDecimal(Rate);
        w.Text(Currency);
        w.MaybeDate(Day);
    }

    internal static RatePayload Read(ref EventReader r) => new()
    {
        From = r.Text()!,
        To = r.Text()!,
        RateChannel = r.Text(),
        Rate = r.MaybeDecimal(),
        Currency = r.Text(),
        Day = r.MaybeDate(),
    };
}
