using MathNet.Numerics;

namespace Beleg.Statistics.CustomerValue;

/// <summary>The BG/NBD likelihood of counted histories and its derivatives.</summary>
internal sealed class BgNbdLikelihood(CountedPurchases counted, double unit)
{
    /// <summary>Mean log-likelihood a customer at (r, α ÷ unit, a, b); fills the four derivatives.</summary>
    /// <remarks>A change of unit adds the log-likelihood of x · ln(unit), which does not depend on parameters; it is taken out again.</remarks>
    public double Mean(double[] parameters, double[] slopes)
    {
        var (r, alpha, a, b) = (parameters[0], parameters[1], parameters[2], parameters[3]);
        Array.Clear(slopes);
        var sum = Constants(r, alpha, a, b, slopes);
        // A logarithm for each day that occurs, not for each history.
        var ages = Array.ConvertAll(counted.Ages, t => (At: alpha + t / unit, Log: Math.Log(alpha + t / unit)));
        var lasts = Array.ConvertAll(counted.Lasts, t => (At: alpha + t / unit, Log: Math.Log(alpha + t / unit)));
        var leaving = Array.ConvertAll(counted.Repeats, x => x == 0 ? 0 : Math.Log(a / (b + x - 1)));
        for (var i = 0; i < counted.Counts.Length; i++)
        {
            var (x, count) = (counted.Repeats[counted.Repeat[i]], counted.Counts[i]);
            var ((age, logAge), (last, logLast)) = (ages[counted.AgePlaces[i]], lasts[counted.LastPlaces[i]]);
            var alive = -(r + x) * logAge;
            if (x == 0)
            {
                sum += count * alive;
                slopes[0] -= count * logAge;
                slopes[1] -= count * r / age;
                continue;
            }

            var left = leaving[counted.Repeat[i]] - (r + x) * logLast;
            var less = Math.Exp(-Math.Abs(alive - left));
            var both = Math.Max(alive, left) + Math.Log(1 + less);
            var (isAlive, hasLeft) = alive >= left ? (1 / (1 + less), less / (1 + less)) : (less / (1 + less), 1 / (1 + less));
            sum += count * both;
            slopes[0] -= count * (isAlive * logAge + hasLeft * logLast);
            slopes[1] -= count * (r + x) * (isAlive / age + hasLeft / last);
            slopes[2] += count * hasLeft / a;
            slopes[3] -= count * hasLeft / (b + x - 1);
        }

        for (var i = 0; i < slopes.Length; i++)
            slopes[i] /= counted.Customers;
        return sum / counted.Customers;
    }

    // What depends on the number of repeats alone.
    private double Constants(double r, double alpha, double a, double b, double[] slopes)
    {
        var (sum, logAlpha, logUnit) = (0d, Math.Log(alpha), Math.Log(unit));
        for (var i = 0; i < counted.Repeats.Length; i++)
        {
            var (x, count) = (counted.Repeats[i], counted.RepeatCounts[i]);
            sum += count * (SpecialFunctions.GammaLn(r + x) - SpecialFunctions.GammaLn(r) + r * logAlpha
                + SpecialFunctions.GammaLn(a + b) + SpecialFunctions.GammaLn(b + x) - SpecialFunctions.GammaLn(b) - SpecialFunctions.GammaLn(a + b + x) - x * logUnit);
            slopes[0] += count * (SpecialFunctions.DiGamma(r + x) - SpecialFunctions.DiGamma(r) + logAlpha);
            slopes[1] += count * r / alpha;
            var all = SpecialFunctions.DiGamma(a + b) - SpecialFunctions.DiGamma(a + b + x);
            slopes[2] += count * all;
            slopes[3] += count * (all + SpecialFunctions.DiGamma(b + x) - SpecialFunctions.DiGamma(b));
        }

        return sum;
    }
}
