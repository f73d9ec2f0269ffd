using System.Numerics;

namespace Beleg.Primitives;

/// <summary>
/// Splits a whole number of minor units in proportion to weights so that the parts add up to it exactly: every part is first rounded
/// down, then the units left over go one each to the largest remainders, a tie to the earlier part.
/// </summary>
/// <remarks>Negative amounts are split as their magnitude is, with the sign put back, so that what was given is what is taken.</remarks>
public static class LargestRemainder
{
    /// <summary>Splits an amount, in exact arithmetic. Nothing is allocated up to 128 parts.</summary>
    /// <param name="amount">Minor units, of either sign.</param>
    /// <param name="weights">Proportions; their sum is the whole. At least one is above zero.</param>
    /// <param name="shares">Receives the parts; as long as <paramref name="weights"/>.</param>
    /// <exception cref="ArgumentException">No weight is above zero, or the lengths differ.</exception>
    public static void Allocate(long amount, ReadOnlySpan<ulong> weights, Span<long> shares)
    {
        if (shares.Length != weights.Length)
            throw new ArgumentException("One share per weight.", nameof(shares));
        UInt128 whole = 0;
        foreach (var weight in weights)
            whole += weight;
        if (whole == 0)
            throw new ArgumentException("At least one weight must be above zero.", nameof(weights));

        var magnitude = (ulong)(amount < 0 ? -(Int128)amount : amount);
        if (!weights.ContainsAnyExcept(weights[0]))
        {
            Evenly(magnitude, shares);
        }
        else if (whole > ulong.MaxValue || Math.BigMul(magnitude, (ulong)whole, out _) != 0)
        {
            Widely(magnitude, weights, whole, shares);
        }
        else
        {
            Narrowly(magnitude, weights, (ulong)whole, shares);
        }

        if (amount < 0)
        {
            foreach (ref var share in shares)
                share = -share;
        }
    }

    // Equal remainders go to the earlier parts.
    private static void Evenly(ulong magnitude, Span<long> shares)
    {
        var (part, left) = Math.DivRem(magnitude, (ulong)shares.Length);
        for (var i = 0; i < shares.Length; i++)
            shares[i] = (long)(part + ((ulong)i < left ? 1UL : 0UL));
    }

    // No product leaves 64 bits, which is so for every sum of money that is no country's and for weights that are counts.
    private static void Narrowly(ulong magnitude, ReadOnlySpan<ulong> weights, ulong whole, Span<long> shares)
    {
        Span<UInt128> remainders = weights.Length <= 128 ? stackalloc UInt128[weights.Length] : new UInt128[weights.Length];
        var left = magnitude;
        for (var i = 0; i < weights.Length; i++)
        {
            var (part, remainder) = Math.DivRem(magnitude * weights[i], whole);
            shares[i] = (long)part;
            remainders[i] = remainder;
            left -= part;
        }

        HandOut((long)left, shares, remainders);
    }

    private static void Widely(ulong magnitude, ReadOnlySpan<ulong> weights, UInt128 whole, Span<long> shares)
    {
        Span<UInt128> remainders = weights.Length <= 128 ? stackalloc UInt128[weights.Length] : new UInt128[weights.Length];
        var left = Floor(magnitude, weights, whole, shares, remainders);
        HandOut(left, shares, remainders);
    }

    /// <summary>Splits an amount by weights that are only known as floating-point numbers.</summary>
    /// <param name="amount">Minor units, of either sign.</param>
    /// <param name="weights">Proportions, none below zero; they need not add up to 1.</param>
    /// <returns>The parts, in the order of the weights.</returns>
    /// <remarks>
    /// TRICKY: 0.4 and 0.2/3 as doubles are a hair off 2/5 and 1/15, and that hair decides ties between remainders wrongly. A double that
    /// is the nearest one to a fraction with a denominator up to 65,536 is therefore read as that fraction, which moves it by less than
    /// its own rounding error; any other is read as the exact binary fraction it is. From there on everything is exact.
    /// </remarks>
    /// <exception cref="ArgumentException">A weight is negative or not finite, or none is above zero.</exception>
    public static long[] Allocate(long amount, ReadOnlySpan<double> weights)
    {
        var exact = new Ratio[weights.Length];
        var whole = Ratio.Zero;
        for (var i = 0; i < weights.Length; i++)
        {
            if (!double.IsFinite(weights[i]) || weights[i] < 0)
                throw new ArgumentException("Weights are finite and not negative.", nameof(weights));
            exact[i] = Ratio.FromDouble(weights[i]);
            whole += exact[i];
        }

        if (whole.Numerator.IsZero)
            throw new ArgumentException("At least one weight must be above zero.", nameof(weights));
        return Allocate(BigInteger.Abs(amount), amount < 0, exact, whole);
    }

    private static long[] Allocate(BigInteger magnitude, bool negative, Ratio[] weights, Ratio whole)
    {
        var shares = new long[weights.Length];
        var remainders = new Ratio[weights.Length];
        var left = magnitude;
        for (var i = 0; i < weights.Length; i++)
        {
            var part = weights[i] * magnitude / whole;
            var floor = BigInteger.DivRem(part.Numerator, part.Denominator, out var remainder);
            shares[i] = (long)floor;
            remainders[i] = new Ratio(remainder, part.Denominator);
            left -= floor;
        }

        // OrderBy is stable, so equal remainders keep their order: the earlier part comes first.
        foreach (var i in Enumerable.Range(0, shares.Length).OrderByDescending(i => remainders[i]).Take((int)left))
            shares[i]++;
        return negative ? [.. shares.Select(s => -s)] : shares;
    }

    private static long Floor(ulong magnitude, ReadOnlySpan<ulong> weights, UInt128 whole, Span<long> shares, Span<UInt128> remainders)
    {
        var left = magnitude;
        for (var i = 0; i < weights.Length; i++)
        {
            var product = (UInt128)magnitude * weights[i];
            UInt128 floor;
            if (product <= ulong.MaxValue && whole <= ulong.MaxValue)
            {
                var (quotient, remainder) = Math.DivRem((ulong)product, (ulong)whole);
                floor = quotient;
                remainders[i] = remainder;
            }
            else
            {
                floor = product / whole;
                remainders[i] = product - floor * whole;
            }

            shares[i] = (long)floor;
            left -= (ulong)floor;
        }

        return (long)left;
    }

    private static void HandOut(long left, Span<long> shares, Span<UInt128> remainders)
    {
        // Fewer units are left than there are parts with a remainder, so each part gets one at most.
        if (left > 64)
        {
            HandOutSorted((int)left, shares, remainders.ToArray());
            return;
        }

        for (; left > 0; left--)
        {
            var best = 0;
            for (var i = 1; i < remainders.Length; i++)
            {
                if (remainders[i] > remainders[best])
                    best = i;
            }

            shares[best]++;
            remainders[best] = 0;
        }
    }

    private static void HandOutSorted(int left, Span<long> shares, UInt128[] remainders)
    {
        foreach (var i in Enumerable.Range(0, remainders.Length).OrderByDescending(i => remainders[i]).Take(left))
            shares[i]++;
    }
}
