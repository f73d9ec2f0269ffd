using MathNet.Numerics.Distributions;

namespace Beleg.Statistics.Experiments;

/// <summary>Bounds for a few planned looks: at each, a part of the false alarms is spent, and all looks together spend alpha.</summary>
/// <remarks>
/// K. K. G. Lan, D. L. DeMets, Discrete sequential boundaries for clinical trials, 1983, with the power family of spending, alpha × t^phi;
/// the distribution of those who went on is carried from look to look by numerical integration (Armitage, McPherson, Rowe 1969).
/// </remarks>
public static class GroupSequential
{
    // A step of a twentieth of a look's own standard deviation: Simpson's rule is then off by less than 10^-5 in a bound.
    private const double StepsPerDeviation = 20;
    private const int MaxPoints = 4000;

    /// <summary>The bound of |z| at each look.</summary>
    /// <param name="information">Contacts so far over contacts planned, rising, above 0 and up to 1.</param>
    /// <param name="alpha">All false alarms, both ways together.</param>
    /// <param name="phi">How late they are spent; 2 spends a quarter by half-time.</param>
    /// <exception cref="ArgumentException">The looks do not rise inside 0 to 1.</exception>
    public static IReadOnlyList<double> Bounds(IReadOnlyList<double> information, double alpha = FixedHorizon.DefaultAlpha, double phi = 2)
    {
        var bounds = new double[information.Count];
        var (before, points, density) = (0d, Array.Empty<double>(), Array.Empty<double>());
        for (var look = 0; look < bounds.Length; look++)
        {
            var now = information[look];
            if (!(now > before && now <= 1))
                throw new ArgumentException("Looks rise, above 0 and up to 1.", nameof(information));
            var spend = alpha * (Math.Pow(now, phi) - Math.Pow(before, phi)) / 2;
            bounds[look] = look == 0 ? -Normal.InvCDF(0, 1, spend) : Bound(spend, now, now - before, points, density);
            (points, density) = Carry(bounds[look] * Math.Sqrt(now), now - before, points, density);
            before = now;
        }

        return bounds;
    }

    // The z above which the part to spend lies, of those who went on until now.
    private static double Bound(double spend, double now, double step, double[] points, double[] density)
    {
        var deviation = Math.Sqrt(step);
        double Above(double z)
        {
            var sum = 0d;
            for (var i = 0; i < points.Length; i++)
                sum += density[i] * Normal.CDF(0, 1, (points[i] - z * Math.Sqrt(now)) / deviation);
            return sum;
        }

        var (low, high) = (0d, 20d);
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Above(middle) > spend ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    // The density of the score, times Simpson's weight, between the bounds of this look.
    private static (double[] Points, double[] Density) Carry(double bound, double step, double[] points, double[] density)
    {
        var deviation = Math.Sqrt(step);
        var count = Math.Clamp((int)Math.Ceiling(2 * bound / deviation * StepsPerDeviation), 200, MaxPoints) | 1;
        var (next, weight, width) = (new double[count], new double[count], 2 * bound / (count - 1));
        for (var j = 0; j < count; j++)
        {
            next[j] = -bound + j * width;
            var at = points.Length == 0 ? Normal.PDF(0, deviation, next[j]) : 0;
            for (var i = 0; i < points.Length; i++)
            {
                var apart = (next[j] - points[i]) / deviation;
                if (Math.Abs(apart) < 9)
                    at += density[i] * Math.Exp(-apart * apart / 2);
            }

            weight[j] = (points.Length == 0 ? at : at / (deviation * RootOfTwoPi)) * width / 3 * (j == 0 || j == count - 1 ? 1 : j % 2 == 1 ? 4 : 2);
        }

        return (next, weight);
    }

    private const double RootOfTwoPi = 2.5066282746310002; // √(2π)
}
