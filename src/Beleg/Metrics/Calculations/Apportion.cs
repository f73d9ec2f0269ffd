namespace Beleg.Metrics.Calculations;

/// <summary>Parts of a sum in whole minor units, so that they add up to the sum as it is printed.</summary>
internal static class Apportion
{
    /// <summary>Rounds each part, then settles what is left over one unit at a time with the largest.</summary>
    /// <param name="total">The sum, in minor units.</param>
    /// <param name="exact">The parts before rounding, of either sign; they add up to the sum, but for its own rounding.</param>
    public static long[] Round(long total, IReadOnlyList<decimal> exact)
    {
        var parts = exact.Select(part => (long)decimal.Round(part, 0, MidpointRounding.ToEven)).ToArray();
        var left = total - parts.Sum();
        var largest = Enumerable.Range(0, parts.Length).OrderByDescending(i => Math.Abs(exact[i])).ToArray();
        for (var i = 0; left != 0 && parts.Length > 0; i = (i + 1) % parts.Length)
        {
            parts[largest[i]] += Math.Sign(left);
            left -= Math.Sign(left);
        }

        return parts;
    }

    /// <summary>Splits a sum by weights, none below zero; evenly where all are zero.</summary>
    public static long[] Split(long total, IReadOnlyList<decimal> weights) => Round(total, [.. Fractions(weights).Select(share => total * share)]);

    /// <summary>Each weight's share of all; even ones where all are zero.</summary>
    public static IReadOnlyList<decimal> Fractions(IReadOnlyList<decimal> weights)
    {
        var whole = weights.Sum();
        return [.. weights.Select(weight => whole == 0 ? 1m / weights.Count : weight / whole)];
    }
}
