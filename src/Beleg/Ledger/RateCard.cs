using Beleg.Model;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Ledger;

/// <summary>What one message costs, by channel, country, category and day: each message is priced by its own date.</summary>
public sealed class RateCard
{
    /// <summary>The country of a line that holds for every country without a line of its own.</summary>
    public const string AnyCountry = "*";

    private readonly ILookup<(Channel Channel, string Country, MessageCategory Category), MessageRateFact> _lines;

    /// <summary>A card from its lines, in any order; of two lines from the same day the one with the greater key counts, so that order never matters.</summary>
    public RateCard(IEnumerable<MessageRateFact> lines) =>
        _lines = lines.OrderByDescending(l => l.ValidFrom).ThenByDescending(l => l.Rate).ToLookup(l => (l.Channel, l.CountryCallingCode, l.Category));

    /// <summary>
    /// The price of one message on a day, in major units of the workspace's currency: the newest line of its country that holds by then,
    /// else the newest of any country. Null where there is none or its exchange rate is missing: a gap, never a price of 0.
    /// </summary>
    public decimal? Price(Channel channel, string? countryCallingCode, MessageCategory category, LocalDate day) =>
        (Line(channel, countryCallingCode ?? AnyCountry, category, day) ?? Line(channel, AnyCountry, category, day))?.PriceInCurrency;

    private MessageRateFact? Line(Channel channel, string country, MessageCategory category, LocalDate day) =>
        _lines[(channel, country, category)].FirstOrDefault(l => l.ValidFrom <= day);
}
