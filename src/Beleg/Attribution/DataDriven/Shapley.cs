namespace Beleg.Attribution.DataDriven;

/// <summary>
/// Shapley attribution: what a channel adds to a set of channels, averaged over every order in which the set could have come together.
/// </summary>
/// <remarks>L. S. Shapley, A value for n-person games, 1953; for channels K. Zhao, S. H. Mahboobi, S. R. Bagheri, Shapley value methods for attribution modeling in online advertising, 2018.</remarks>
public static class Shapley
{
    /// <summary>Up to so many channels the conversion-rate game is solved exactly, over every set (262,144 of them in a few hundredths of a second); above, orders are sampled.</summary>
    public const int ExactChannels = 18;

    /// <summary>The most channels of the conversion-rate game: a set is one bit a channel.</summary>
    public const int MaxChannels = 64;

    /// <summary>Orders drawn above <see cref="ExactChannels"/> unless another number is asked for.</summary>
    public const int DefaultOrders = 2000;

    /// <summary>
    /// The game of conversions: a set is worth the conversions of the journeys that it covers. Its value is, exactly and for any number of
    /// channels, an equal part of each conversion to every distinct channel of its journey.
    /// </summary>
    public static IReadOnlyList<ChannelEffect> OfConversions(JourneyTable journeys)
    {
        var values = new double[journeys.Channels.Count];
        var distinct = new HashSet<ushort>();
        for (var row = 0; row < journeys.Count; row++)
        {
            if (journeys.Conversions(row) == 0)
                continue;
            distinct.Clear();
            foreach (var channel in journeys.Steps(row))
                distinct.Add(channel);
            var part = journeys.Conversions(row) / distinct.Count;
            foreach (var channel in distinct)
                values[channel] += part;
        }

        return ChannelEffect.OfEffects(journeys.Channels, values, journeys.TotalConversions);
    }

    /// <summary>
    /// The game of conversion rates: a set is worth the rate at which the journeys that it covers convert, journeys that ended in nothing
    /// included. The values add up to the rate of all journeys; a channel whose presence lowers the rate has a value below 0 and no share.
    /// </summary>
    /// <param name="journeys">The counted journeys, of at most <see cref="MaxChannels"/> channels.</param>
    /// <param name="seed">Above <see cref="ExactChannels"/> channels: the same seed gives the same values on every machine.</param>
    /// <param name="orders">How many orders are drawn there.</param>
    /// <exception cref="ArgumentException">There are more channels.</exception>
    public static IReadOnlyList<ChannelEffect> OfRates(JourneyTable journeys, ulong seed = 1, int orders = DefaultOrders)
    {
        var channels = journeys.Channels.Count;
        if (channels > MaxChannels)
            throw new ArgumentException($"At most {MaxChannels} channels; put the rare ones together.", nameof(journeys));
        var sets = CoveredSets.Of(journeys);
        if (channels <= ExactChannels)
            return ChannelEffect.OfEffects(journeys.Channels, CoalitionGame.Exact(channels, sets.Rates(channels)), journeys.TotalConversions);
        var (values, errors) = CoalitionGame.Sampled(channels, sets.Rate, orders, seed);
        return ChannelEffect.OfEffects(journeys.Channels, values, journeys.TotalConversions, errors);
    }
}
