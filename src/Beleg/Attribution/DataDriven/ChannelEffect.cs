namespace Beleg.Attribution.DataDriven;

/// <summary>What a data-driven model found for one channel.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Effect">The model's own measure: the removal effect (0 to 1) or the Shapley value (conversions, or conversion rate).</param>
/// <param name="Share">Its part of everything, 0 to 1; all shares add up to 1 where anything converted.</param>
/// <param name="Conversions">Its part of the conversions.</param>
/// <param name="StandardError">Of <paramref name="Effect"/>, where it was sampled; 0 where it is exact.</param>
public sealed record ChannelEffect(string Channel, double Effect, double Share, double Conversions, double StandardError = 0)
{
    // Weights of 52 bits: finer than any share is known, and many of them add up without overflow.
    private const double WeightScale = 1L << 52;

    /// <summary>Shares whole minor units among the channels so that they add up exactly, by the largest remainder.</summary>
    /// <param name="effects">The channels in the order in which ties are decided.</param>
    /// <param name="minor">The money to share.</param>
    /// <returns>One amount a channel; all 0 where no channel has a share, which leaves the money unattributed.</returns>
    public static IReadOnlyList<long> Allocate(IReadOnlyList<ChannelEffect> effects, long minor)
    {
        var weights = new ulong[effects.Count];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = (ulong)Math.Round(Math.Max(0, effects[i].Share) * WeightScale);
        var shares = new long[weights.Length];
        if (weights.Any(w => w > 0))
            Primitives.LargestRemainder.Allocate(minor, weights, shares);
        return shares;
    }

    /// <summary>Effects with their shares of the conversions. A negative effect takes nothing from the others: its share is 0.</summary>
    internal static IReadOnlyList<ChannelEffect> OfEffects(IReadOnlyList<string> channels, ReadOnlySpan<double> effects, double conversions, ReadOnlySpan<double> errors = default)
    {
        var whole = 0d;
        foreach (var effect in effects)
            whole += Math.Max(0, effect);
        var result = new ChannelEffect[channels.Count];
        for (var i = 0; i < result.Length; i++)
        {
            var share = whole > 0 ? Math.Max(0, effects[i]) / whole : 0;
            result[i] = new ChannelEffect(channels[i], effects[i], share, share * conversions, errors.IsEmpty ? 0 : errors[i]);
        }

        return result;
    }
}
