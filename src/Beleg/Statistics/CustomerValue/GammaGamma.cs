using MathNet.Numerics;

namespace Beleg.Statistics.CustomerValue;

/// <summary>The gamma-gamma model of what a purchase is worth: each customer spends about a mean of its own.</summary>
/// <remarks>
/// P. S. Fader, B. G. S. Hardie, The gamma-gamma model of monetary value, 2013. It takes for granted that spending does not go with
/// frequency; <see cref="Correlation"/> says how far that holds.
/// </remarks>
/// <param name="P">Shape of one customer's purchases.</param>
/// <param name="Q">Shape of the means.</param>
/// <param name="V">Scale of the means, in the unit of the values.</param>
public sealed record GammaGamma(double P, double Q, double V)
{
    /// <summary>The mean of all customers; no value where the means have none (q at most 1).</summary>
    public double? PopulationMean => Q > 1 ? P * V / (Q - 1) : null;

    /// <summary>Finds the parameters under which the means of repeat purchases are most likely.</summary>
    /// <param name="customers">Repeats and their mean value; those without repeats or with a mean of at most 0 are left out.</param>
    /// <returns>Null below two customers that remain.</returns>
    public static GammaGamma? Fit(IEnumerable<(int Repeats, double MeanValue)> customers)
    {
        var kept = customers.Where(c => c is { Repeats: > 0, MeanValue: > 0 }).OrderBy(c => c.Repeats).ThenBy(c => c.MeanValue).ToArray();
        if (kept.Length < 2)
            return null;

        // Values in units of their mean, so that the start is as good for yen as for euros.
        var unit = kept.Average(c => c.MeanValue);
        var logs = LogsOf(kept, unit);
        var found = LikelihoodFit.Maximise([[2, 3, 1]], (parameters, slopes) => Mean(kept, logs, unit, parameters, slopes));
        return new GammaGamma(found[0], found[1], found[2] * unit);
    }

    /// <summary>The log-likelihood of customers under these parameters; those without repeats are left out.</summary>
    public double LogLikelihood(IEnumerable<(int Repeats, double MeanValue)> customers)
    {
        var kept = customers.Where(c => c is { Repeats: > 0, MeanValue: > 0 }).OrderBy(c => c.Repeats).ToArray();
        return Mean(kept, LogsOf(kept, 1), 1, [P, Q, V], new double[3]) * kept.Length;
    }

    /// <summary>What one customer's next purchases are worth on average: between its own mean and everyone's.</summary>
    /// <returns>No value for a customer without repeats where the population has no mean.</returns>
    public double? ExpectedValue(int repeats, double meanValue) =>
        repeats == 0 ? PopulationMean : P * (V + repeats * meanValue) / (P * repeats + Q - 1);

    /// <summary>The correlation of frequency and mean value among those with repeats; the model asks for about 0. Null where either does not vary.</summary>
    public static double? Correlation(IEnumerable<(int Repeats, double MeanValue)> customers)
    {
        var kept = customers.Where(c => c.Repeats > 0).ToList();
        if (kept.Count < 2)
            return null;
        var correlation = MathNet.Numerics.Statistics.Correlation.Pearson(kept.Select(c => (double)c.Repeats), kept.Select(c => c.MeanValue));
        return double.IsFinite(correlation) ? correlation : null;
    }

    private static double[] LogsOf((int Repeats, double MeanValue)[] customers, double unit) => Array.ConvertAll(customers, c => Math.Log(c.MeanValue / unit));

    private static double Mean((int Repeats, double MeanValue)[] customers, double[] logs, double unit, double[] parameters, double[] slopes)
    {
        var (p, q, v) = (parameters[0], parameters[1], parameters[2]);
        Array.Clear(slopes);
        var (sum, repeats) = (0d, -1);
        var (constant, slopeP, slopeQ) = (0d, 0d, 0d);
        for (var i = 0; i < customers.Length; i++)
        {
            var (x, z, logZ) = (customers[i].Repeats, customers[i].MeanValue / unit, logs[i]);
            if (x != repeats)
            {
                // Sorted by repeats: gamma functions are taken once for each number of them.
                repeats = x;
                constant = SpecialFunctions.GammaLn(p * x + q) - SpecialFunctions.GammaLn(p * x) - SpecialFunctions.GammaLn(q) + q * Math.Log(v) + p * x * Math.Log(x);
                var both = SpecialFunctions.DiGamma(p * x + q);
                slopeP = both - SpecialFunctions.DiGamma(p * x) + Math.Log(x);
                slopeQ = both - SpecialFunctions.DiGamma(q) + Math.Log(v);
            }

            var logAll = Math.Log(v + x * z);
            sum += constant + (p * x - 1) * logZ - (p * x + q) * logAll - Math.Log(unit);
            slopes[0] += x * (slopeP + logZ - logAll);
            slopes[1] += slopeQ - logAll;
            slopes[2] += q / v - (p * x + q) / (v + x * z);
        }

        for (var i = 0; i < slopes.Length; i++)
            slopes[i] /= customers.Length;
        return sum / customers.Length;
    }
}
