using Beleg.Primitives;
using NodaTime;

namespace Beleg.Model;

/// <summary>What every step of the fold is given beside the contact: the workspace's decisions, its days, and where facts go.</summary>
internal sealed class FoldContext(FoldSettings settings)
{
    private readonly DayClock days = new(settings.Zone);

    public FoldSettings Settings { get; } = settings;

    public FactBatch Into { get; set; } = null!;

    public LocalDate Day(Instant at) => days.Of(at);

    public LocalDate? Day(Instant? at) => at is { } known ? days.Of(known) : null;

    /// <summary>An amount in the workspace's currency at the rate of a day; null where a currency or its rate is not known.</summary>
    public long? InCurrency(long? minor, string? currency, LocalDate day)
    {
        if (minor is not { } amount || !Currency.TryFind(currency, out var from))
            return null;
        return Settings.Rates.Convert(new Money(amount, from), Settings.Currency, day) is Conversion.Converted converted ? converted.Amount.Minor : null;
    }

    public static long Milliseconds(Duration duration) => duration.ToInt64Nanoseconds() / NodaConstants.NanosecondsPerMillisecond;
}
