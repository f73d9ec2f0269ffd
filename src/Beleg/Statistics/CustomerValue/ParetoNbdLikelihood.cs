using System.Collections.Concurrent;
using MathNet.Numerics;

namespace Beleg.Statistics.CustomerValue;

/// <summary>The Pareto/NBD likelihood of counted histories and its derivatives, both exact.</summary>
/// <remarks>
/// The costly part is ₂F₁(a, b; a + 1; z) = Σ a ÷ (a + k) × (b)ₖ ÷ k! × zᵏ, whose derivatives by a, b and z are sums over the same terms. It depends on
/// the number of repeats and one time, so it is taken once for each such pair: far fewer than there are customers.
/// </remarks>
internal sealed class ParetoNbdLikelihood
{
    private const int MaxTerms = 100_000;

    // A series of more terms is slower than an integral.
    private const double LongSeries = 1500;

    // Of many repeats the first term is tiny against the greatest; begun here the sum stays inside a double.
    private const double LogSmall = -680;

    private readonly CountedPurchases counted;
    private readonly double[] last;
    private readonly double[] age;
    private readonly int[] early;
    private readonly int[] late;
    private readonly List<(int Repeats, double Time)> pairs = [];

    public ParetoNbdLikelihood(CountedPurchases counted, double unit)
    {
        this.counted = counted;
        (last, age) = (Array.ConvertAll(counted.Last, t => t / unit), Array.ConvertAll(counted.Age, t => t / unit));
        (early, late) = (new int[last.Length], new int[last.Length]);
        var places = new Dictionary<(int, double), int>();
        int Place(int repeats, double time)
        {
            if (!places.TryGetValue((repeats, time), out var place))
            {
                places.Add((repeats, time), place = pairs.Count);
                pairs.Add((repeats, time));
            }

            return place;
        }

        for (var i = 0; i < last.Length; i++)
        {
            var repeats = counted.Repeats[counted.Repeat[i]];
            (early[i], late[i]) = (Place(repeats, last[i]), Place(repeats, age[i]));
        }
    }

    /// <summary>Mean log-likelihood a customer at (r, α ÷ unit, s, β ÷ unit), but for a constant; fills the four derivatives.</summary>
    public double Mean(double[] parameters, double[] slopes)
    {
        var (r, alpha, s, beta) = (parameters[0], parameters[1], parameters[2], parameters[3]);
        var terms = new Term[pairs.Count];
        Parallel.ForEach(Partitioner.Create(0, terms.Length, Math.Max(64, terms.Length / (4 * Environment.ProcessorCount) + 1)), range =>
        {
            for (var i = range.Item1; i < range.Item2; i++)
                terms[i] = IsLong(r, alpha, s, beta, pairs[i].Repeats, pairs[i].Time) ? default : Term.Of(r, alpha, s, beta, pairs[i].Repeats, pairs[i].Time);
        });
        var integrals = new LeavingIntegral[last.Length];
        Parallel.ForEach(Partitioner.Create(0, integrals.Length, Math.Max(64, integrals.Length / (4 * Environment.ProcessorCount) + 1)), range =>
        {
            for (var i = range.Item1; i < range.Item2; i++)
            {
                var x = counted.Repeats[counted.Repeat[i]];
                if (IsLong(r, alpha, s, beta, x, last[i]))
                    integrals[i] = LeavingIntegral.Of(r + x, alpha, s + 1, beta, last[i], age[i]);
            }
        });
        Array.Clear(slopes);
        var sum = Constants(r, alpha, s, beta, slopes);
        for (var i = 0; i < last.Length; i++)
        {
            var (x, count) = (counted.Repeats[counted.Repeat[i]], counted.Counts[i]);
            var (logRate, logLeave) = (Math.Log(alpha + age[i]), Math.Log(beta + age[i]));
            var alive = -(r + x) * logRate - s * logLeave;
            var left = IsLong(r, alpha, s, beta, x, last[i]) ? Left.Of(integrals[i], s) : Left.Of(terms[early[i]], terms[late[i]], r + s + x, s);
            var both = Math.Max(alive, left.Log) + Math.Log(1 + Math.Exp(-Math.Abs(alive - left.Log)));
            var (isAlive, hasLeft) = (count * Math.Exp(alive - both), count * Math.Exp(left.Log - both));
            sum += count * both;
            slopes[0] -= isAlive * logRate;
            slopes[1] -= isAlive * (r + x) / (alpha + age[i]);
            slopes[2] -= isAlive * logLeave;
            slopes[3] -= isAlive * s / (beta + age[i]);
            if (hasLeft == 0)
                continue;
            slopes[0] += hasLeft * left.R;
            slopes[1] += hasLeft * left.Alpha;
            slopes[2] += hasLeft * left.S;
            slopes[3] += hasLeft * left.Beta;
        }

        for (var i = 0; i < slopes.Length; i++)
            slopes[i] /= counted.Customers;
        return sum / counted.Customers;
    }

    // TRICKY: where one of alpha and beta is thousands of times the other the series needs ten thousands of terms, and its first are nothing
    // beside the greatest. Of the two times of a history the earlier has the longer series, so that both are summed or neither.
    private static bool IsLong(double r, double alpha, double s, double beta, int x, double time)
    {
        var (scale, b) = alpha >= beta ? (alpha, s + 1) : (beta, r + x);
        return (b + 40) * (scale + time) > LongSeries * (Math.Min(alpha, beta) + time);
    }

    // What depends on the number of repeats alone.
    private double Constants(double r, double alpha, double s, double beta, double[] slopes)
    {
        var (sum, logAlpha, logBeta) = (0d, Math.Log(alpha), Math.Log(beta));
        for (var i = 0; i < counted.Repeats.Length; i++)
        {
            var (x, count) = (counted.Repeats[i], counted.RepeatCounts[i]);
            sum += count * (SpecialFunctions.GammaLn(r + x) - SpecialFunctions.GammaLn(r) + r * logAlpha + s * logBeta);
            slopes[0] += count * (SpecialFunctions.DiGamma(r + x) - SpecialFunctions.DiGamma(r) + logAlpha);
            slopes[1] += count * r / alpha;
            slopes[2] += count * logBeta;
            slopes[3] += count * s / beta;
        }

        return sum;
    }

    /// <summary>ln ₂F₁(r + s + x, b; r + s + x + 1; z) − (r + s + x) ln(m + t), and its derivatives by the four parameters.</summary>
    // The logarithm of the chance to have left, and its derivatives.
    private readonly record struct Left(double Log, double R, double Alpha, double S, double Beta)
    {
        public static Left Of(LeavingIntegral integral, double s) =>
            new(Math.Log(s) + integral.Log, integral.ByRate, integral.ByAlpha, 1 / s + integral.ByLeaving, integral.ByBeta);

        public static Left Of(Term first, Term then, double whole, double s)
        {
            // Bought just now: nobody of them can have left since.
            var gone = Math.Exp(then.Log - first.Log);
            if (gone >= 1)
                return new Left(double.NegativeInfinity, 0, 0, 0, 0);
            var (stay, go) = (1 / (1 - gone), -gone / (1 - gone));
            return new Left(
                Math.Log(s / whole) + first.Log + Math.Log(1 - gone),
                stay * first.R + go * then.R - 1 / whole,
                stay * first.Alpha + go * then.Alpha,
                stay * first.S + go * then.S + 1 / s - 1 / whole,
                stay * first.Beta + go * then.Beta);
        }
    }

    private readonly record struct Term(double Log, double R, double Alpha, double S, double Beta)
    {
        public static Term Of(double r, double alpha, double s, double beta, int x, double time)
        {
            var (whole, ratesFirst) = (r + s + x, alpha >= beta);
            var (scale, b, apart) = ratesFirst ? (alpha, s + 1, alpha - beta) : (beta, r + x, beta - alpha);
            var all = scale + time;
            var z = apart / all;
            var (log, byA, byB, byZ) = Series(whole, b, z);
            var logAll = Math.Log(all);
            var (near, far) = (byZ * (1 / all - apart / (all * all)) - whole / all, -byZ / all);
            return ratesFirst
                ? new Term(log - whole * logAll, byA - logAll, near, byA + byB - logAll, far)
                : new Term(log - whole * logAll, byA + byB - logAll, far, byA - logAll, near);
        }

        // The logarithm of the function, and its derivatives by a (with c = a + 1), b and z.
        private static (double Log, double ByA, double ByB, double ByZ) Series(double a, double b, double z)
        {
            if (z == 0)
                return (0, 0, 0, a * b / (a + 1));
            var shift = -b * Math.Log(1 - z) > -LogSmall ? LogSmall : 0;
            var (term, sum, bySum, byB, byZ, harmonic) = (Math.Exp(shift), 0d, 0d, 0d, 0d, 0d);
            sum = term;
            for (var k = 1; k < MaxTerms; k++)
            {
                harmonic += 1 / (b + k - 1);
                term *= (b + k - 1) / k * z;
                var part = term / (a + k);
                sum += a * part;
                bySum += k * part / (a + k);
                byB += a * part * harmonic;
                byZ += k * part;
                if (term < sum * 1e-16 && (b + k) * z < k + 1)
                    break;
            }

            return (Math.Log(sum) - shift, bySum / sum, byB / sum, a * byZ / (z * sum));
        }
    }
}
