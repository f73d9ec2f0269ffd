using Beleg.Primitives;

namespace Beleg.Statistics;

/// <summary>A bootstrap that draws whole contacts with replacement, so that what hangs together stays together.</summary>
public static class Bootstrap
{
    /// <summary>Draws of a bootstrap unless another number is asked for: enough that the ends move by less than a hundredth of the width.</summary>
    public const int DefaultDraws = 2000;

    /// <summary>The percentile interval of a ratio of sums, such as revenue over orders.</summary>
    /// <param name="contacts">Each contact's numerator and denominator.</param>
    /// <param name="seed">The same seed and contacts give the same interval on every machine.</param>
    /// <param name="draws">How many samples are drawn.</param>
    /// <param name="confidence">Above 0, below 1.</param>
    /// <returns>Null below two contacts, or where the denominators add up to 0.</returns>
    public static ConfidenceInterval? RatioInterval(
        ReadOnlySpan<(double Numerator, double Denominator)> contacts, ulong seed, int draws = DefaultDraws, double confidence = ConfidenceInterval.DefaultConfidence)
    {
        var random = new SplitMix(seed);
        var ratios = new List<double>(draws);
        for (var draw = 0; draw < draws && contacts.Length > 1; draw++)
        {
            var (numerator, denominator) = (0d, 0d);
            for (var i = 0; i < contacts.Length; i++)
            {
                ref readonly var contact = ref contacts[random.Below(contacts.Length)];
                numerator += contact.Numerator;
                denominator += contact.Denominator;
            }

            // A draw without any denominator has no ratio; it is left out as it would be in the figure itself.
            if (denominator != 0)
                ratios.Add(numerator / denominator);
        }

        if (ratios.Count < 2)
            return null;
        ratios.Sort();
        var tail = (1 - confidence) / 2;
        return new ConfidenceInterval(Quantile(ratios, tail), Quantile(ratios, 1 - tail), confidence, IntervalMethod.Bootstrap);
    }

    private static double Quantile(List<double> sorted, double share)
    {
        var place = share * (sorted.Count - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
