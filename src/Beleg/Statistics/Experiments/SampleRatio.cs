using MathNet.Numerics;

namespace Beleg.Statistics.Experiments;

/// <summary>Whether the arms got the contacts they were meant to get; where not, something between drawing and counting is broken.</summary>
/// <remarks>A. Fabijan and others, Diagnosing sample ratio mismatch in online controlled experiments, 2019.</remarks>
public static class SampleRatio
{
    /// <summary>Below this probability an experiment says nothing: chance alone does this once in a thousand.</summary>
    public const double Alarm = .001;

    /// <summary>The probability of counts at least as far off by chance, by the chi-squared test.</summary>
    /// <param name="contacts">Of each arm.</param>
    /// <param name="weights">What each was meant to get; they need not add up to 1. An arm of weight 0 takes no part.</param>
    /// <returns>1 where nothing can be said; 0 where an arm that was to get nobody got somebody.</returns>
    /// <exception cref="ArgumentException">Their numbers differ.</exception>
    public static double PValue(IReadOnlyList<long> contacts, IReadOnlyList<double> weights)
    {
        if (contacts.Count != weights.Count)
            throw new ArgumentException("One weight an arm.", nameof(weights));
        var (all, whole) = ((double)contacts.Sum(), weights.Sum());
        var (squares, arms) = (0d, 0);
        for (var arm = 0; arm < contacts.Count; arm++)
        {
            if (weights[arm] <= 0)
            {
                if (contacts[arm] > 0)
                    return 0;
                continue;
            }

            var meant = all * weights[arm] / whole;
            squares += meant > 0 ? (contacts[arm] - meant) * (contacts[arm] - meant) / meant : 0;
            arms++;
        }

        return arms < 2 || all == 0 ? 1 : SpecialFunctions.GammaUpperRegularized((arms - 1) / 2d, squares / 2);
    }
}
