using System.Runtime.InteropServices;

namespace Beleg.Attribution.DataDriven;

/// <summary>
/// Markov chain attribution: what part of the conversions would be lost if every journey that comes to a channel ended there.
/// </summary>
/// <remarks>
/// E. Anderl, I. Becker, F. v. Wangenheim, J. H. Schumann, Mapping the customer journey, 2016. A state is the last one to four channels;
/// its transitions are the counted ones. The removal effect of a channel is 1 − P(conversion without ever entering a state that holds it)
/// ÷ P(conversion); shares are removal effects over their sum. Solved exactly as an absorbing chain, not by simulated journeys.
/// </remarks>
public static class Markov
{
    /// <summary>The longest memory: four channels of 16 bits make a state.</summary>
    public const int MaxOrder = 4;

    /// <summary>Removal effects of all channels, in the table's order of channels.</summary>
    /// <param name="journeys">The counted journeys.</param>
    /// <param name="order">How many of the last channels a state remembers, 1 to <see cref="MaxOrder"/>.</param>
    /// <param name="withNulls">Whether journeys that ended in nothing are part of the chain. Without them every journey converts, and effects say only how often a channel lies on the way.</param>
    /// <exception cref="ArgumentOutOfRangeException">The order is outside 1 to 4.</exception>
    public static IReadOnlyList<ChannelEffect> Attribute(JourneyTable journeys, int order = 1, bool withNulls = true)
    {
        if (order is < 1 or > MaxOrder)
            throw new ArgumentOutOfRangeException(nameof(order), order, "From 1 to 4.");
        var chain = Chain(journeys, order, withNulls);
        var conversion = chain.Solve();
        var effects = new double[journeys.Channels.Count];
        for (var channel = 0; channel < effects.Length; channel++)
            effects[channel] = conversion[0] > 0 ? Math.Clamp(1 - conversion[channel + 1] / conversion[0], 0, 1) : 0;
        return ChannelEffect.OfEffects(journeys.Channels, effects, journeys.TotalConversions);
    }

    /// <summary>The probability that a journey of the chain converts: conversions over all journeys, whatever the order.</summary>
    /// <returns>Null where there is no journey.</returns>
    public static double? ConversionProbability(JourneyTable journeys, int order = 1, bool withNulls = true) =>
        journeys.TotalConversions + (withNulls ? journeys.TotalNulls : 0) > 0 ? Chain(journeys, order, withNulls).Solve()[0] : null;

    private static AbsorbingChain Chain(JourneyTable journeys, int order, bool withNulls)
    {
        var mask = order == MaxOrder ? ulong.MaxValue : (1UL << (16 * order)) - 1;
        var moves = new Dictionary<(ulong From, ulong To), double>();
        for (var row = 0; row < journeys.Count; row++)
        {
            var conversions = journeys.Conversions(row);
            var nulls = withNulls ? journeys.Nulls(row) : 0;
            if (conversions + nulls == 0)
                continue;
            var state = AbsorbingChain.Start;
            foreach (var channel in journeys.Steps(row))
            {
                // Channel numbers from 1, so that a state of fewer channels than the order has zeros above them.
                var next = ((state << 16) | ((ulong)channel + 1)) & mask;
                Count(moves, state, next, conversions + nulls);
                state = next;
            }

            Count(moves, state, AbsorbingChain.Conversion, conversions);
            Count(moves, state, AbsorbingChain.Nothing, nulls);
        }

        return AbsorbingChain.Of(moves, journeys.Channels.Count);
    }

    private static void Count(Dictionary<(ulong From, ulong To), double> moves, ulong from, ulong to, double journeys)
    {
        if (journeys > 0)
            CollectionsMarshal.GetValueRefOrAddDefault(moves, (from, to), out _) += journeys;
    }
}
