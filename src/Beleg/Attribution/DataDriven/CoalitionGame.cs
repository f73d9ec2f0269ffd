using System.Numerics;
using Beleg.Primitives;

namespace Beleg.Attribution.DataDriven;

/// <summary>The Shapley values of any game whose sets have a worth.</summary>
internal static class CoalitionGame
{
    /// <summary>The values over all sets.</summary>
    /// <param name="players">How many.</param>
    /// <param name="worth">Of each set, by its bits; that of the empty set is 0.</param>
    public static double[] Exact(int players, ReadOnlySpan<double> worth)
    {
        // A player joins a set of size s in s!(n-s-1)!/n! of all orders, which is 1 / (n × C(n-1, s)).
        var weights = new double[Math.Max(1, players)];
        var choose = 1d;
        for (var size = 0; size < players; size++)
        {
            weights[size] = 1 / (players * choose);
            choose = choose * (players - 1 - size) / (size + 1);
        }

        var values = new double[players];
        for (var set = 0; set < worth.Length; set++)
        {
            var weight = weights[Math.Min(BitOperations.PopCount((uint)set), weights.Length - 1)];
            for (var player = 0; player < players; player++)
            {
                if ((set & (1 << player)) == 0)
                    values[player] += weight * (worth[set | (1 << player)] - worth[set]);
            }
        }

        return values;
    }

    /// <summary>The values over drawn orders, each with its reverse, which halves what chance adds.</summary>
    /// <remarks>Every order gives out the worth of all players exactly, so the values add up to it whatever the number of orders.</remarks>
    public static (double[] Values, double[] StandardErrors) Sampled(int players, Func<ulong, double> worth, int orders, ulong seed)
    {
        var random = new SplitMix(seed);
        var (sums, squares) = (new double[players], new double[players]);
        var (order, gains) = (Enumerable.Range(0, players).ToArray(), new double[players]);
        var pairs = Math.Max(2, (orders + 1) / 2);
        for (var pair = 0; pair < pairs; pair++)
        {
            for (var i = players - 1; i > 0; i--)
            {
                var j = random.Below(i + 1);
                (order[i], order[j]) = (order[j], order[i]);
            }

            Array.Clear(gains);
            Join(order, worth, gains);
            Array.Reverse(order);
            Join(order, worth, gains);
            for (var player = 0; player < players; player++)
            {
                var gain = gains[player] / 2;
                sums[player] += gain;
                squares[player] += gain * gain;
            }
        }

        var (values, errors) = (new double[players], new double[players]);
        for (var player = 0; player < players; player++)
        {
            values[player] = sums[player] / pairs;
            errors[player] = Math.Sqrt(Math.Max(0, squares[player] / pairs - values[player] * values[player]) / (pairs - 1));
        }

        return (values, errors);
    }

    private static void Join(int[] order, Func<ulong, double> worth, double[] gains)
    {
        var (set, before) = (0UL, 0d);
        foreach (var player in order)
        {
            set |= 1UL << player;
            var after = worth(set);
            gains[player] += after - before;
            before = after;
        }
    }
}
