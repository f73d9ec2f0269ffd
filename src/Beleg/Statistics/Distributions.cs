namespace Beleg.Statistics;

/// <summary>The few distribution functions that intervals need, to about fourteen digits.</summary>
internal static class Distributions
{
    private const int MaxTerms = 500;

    /// <summary>The value below which a standard normal falls with a probability.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not above 0 and below 1.</exception>
    public static double NormalQuantile(double probability)
    {
        Inside(probability);
        return probability switch
        {
            .975 => 1.9599639845400543,
            < .5 => -Invert(1 - probability, NormalCdf),
            _ => Invert(probability, NormalCdf),
        };
    }

    /// <summary>The value below which Student's t falls with a probability.</summary>
    /// <param name="probability">Above 0, below 1.</param>
    /// <param name="degrees">Degrees of freedom, from 1.</param>
    public static double StudentQuantile(double probability, long degrees)
    {
        Inside(probability);
        if (probability < .5)
            return -StudentQuantile(1 - probability, degrees);
        if (degrees <= 1000)
            return Invert(probability, t => StudentCdf(t, degrees));

        // Fisher's expansion about the normal; from a thousand degrees on its error is below 10^-10.
        var z = NormalQuantile(probability);
        var (z3, z5, z7) = (z * z * z, Math.Pow(z, 5), Math.Pow(z, 7));
        double n = degrees;
        return z + (z3 + z) / (4 * n) + (5 * z5 + 16 * z3 + 3 * z) / (96 * n * n) + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * n * n * n);
    }

    /// <summary>The probability that a standard normal lies below a value.</summary>
    public static double NormalCdf(double x)
    {
        if (x < 0)
            return 1 - NormalCdf(-x);
        var density = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
        return x < 4 ? .5 + density * CentralSeries(x) : 1 - density / TailFraction(x);
    }

    /// <summary>The probability that Student's t lies below a value.</summary>
    public static double StudentCdf(double t, long degrees)
    {
        var tail = IncompleteBeta(degrees / (degrees + t * t), degrees / 2d, .5) / 2;
        return t < 0 ? tail : 1 - tail;
    }

    // x + x^3/3 + x^5/(3·5) + …
    private static double CentralSeries(double x)
    {
        var (term, sum) = (x, x);
        for (var k = 3; k < MaxTerms && term > sum * 1e-17; k += 2)
        {
            term *= x * x / k;
            sum += term;
        }

        return sum;
    }

    // Laplace's fraction x + 1/(x + 2/(x + 3/(x + …))), from the inside out.
    private static double TailFraction(double x)
    {
        var fraction = x;
        for (var k = 80; k > 0; k--)
            fraction = x + k / fraction;
        return fraction;
    }

    private static double IncompleteBeta(double x, double a, double b)
    {
        if (x <= 0)
            return 0;
        if (x >= 1)
            return 1;
        var front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + a * Math.Log(x) + b * Math.Log(1 - x));
        return x < (a + 1) / (a + b + 2) ? front * BetaFraction(x, a, b) / a : 1 - front * BetaFraction(1 - x, b, a) / b;
    }

    // The continued fraction of the incomplete beta function, by the modified method of Lentz.
    private static double BetaFraction(double x, double a, double b)
    {
        const double Tiny = 1e-300;
        var (c, d) = (1d, 1 / Away(1 - (a + b) * x / (a + 1)));
        var result = d;
        for (var m = 1; m <= MaxTerms; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / Away(1 + even * d);
            c = Away(1 + even / c);
            result *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / Away(1 + odd * d);
            c = Away(1 + odd / c);
            result *= d * c;
            if (Math.Abs(d * c - 1) < 1e-16)
                break;
        }

        return result;

        static double Away(double value) => Math.Abs(value) < Tiny ? Tiny : value;
    }

    // Stirling's series after moving the argument above 15, where five terms give sixteen digits.
    private static double LogGamma(double x)
    {
        var shift = 0d;
        for (; x < 15; x++)
            shift += Math.Log(x);
        var r = 1 / (x * x);
        var series = (1 / 12d - r * (1 / 360d - r * (1 / 1260d - r * (1 / 1680d - r / 1188)))) / x;
        return (x - .5) * Math.Log(x) - x + Math.Log(2 * Math.PI) / 2 + series - shift;
    }

    // Bisection: the functions are monotonous and cheap, and nothing can go astray.
    private static double Invert(double probability, Func<double, double> cdf)
    {
        var (low, high) = (0d, 1d);
        while (cdf(high) < probability && high < 1e12)
            (low, high) = (high, high * 2);
        while (true)
        {
            var middle = (low + high) / 2;
            if (middle <= low || middle >= high)
                return middle;
            if (cdf(middle) < probability)
                low = middle;
            else
                high = middle;
        }
    }

    private static void Inside(double probability)
    {
        if (probability is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "Above 0 and below 1.");
    }
}
