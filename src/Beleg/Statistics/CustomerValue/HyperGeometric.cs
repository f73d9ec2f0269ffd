namespace Beleg.Statistics.CustomerValue;

/// <summary>Gauss's hypergeometric function where the purchase models need it: at 0 to below 1.</summary>
internal static class HyperGeometric
{
    private const int MaxTerms = 1_000_000;

    /// <summary>₂F₁(a, b; c; z) by its series, or by Euler's transformation of it where that has the smaller terms.</summary>
    public static double At(double a, double b, double c, double z) =>
        c - a - b < 0 && z > .5 ? Math.Pow(1 - z, c - a - b) * Series(c - a, c - b, c, z) : Series(a, b, c, z);

    private static double Series(double a, double b, double c, double z)
    {
        var (term, sum) = (1d, 1d);
        for (var k = 0; k < MaxTerms; k++)
        {
            term *= (a + k) * (b + k) / ((c + k) * (k + 1)) * z;
            sum += term;
            if (Math.Abs(term) < Math.Abs(sum) * 1e-16)
                break;
        }

        return sum;
    }
}
