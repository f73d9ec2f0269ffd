namespace Beleg.Statistics.CustomerValue;

/// <summary>The hypergeometric function ₂F₁ for 0 ≤ z &lt; 1, times a factor that may be as small as the function is large.</summary>
internal static class HyperGeometric
{
    private const int MaxTerms = 1_000_000;

    // A sum above it is made smaller before it can leave a double: customers with thousands of purchases bring it to 10^1000.
    private const double Large = 1e200;

    /// <summary>e^logFactor × ₂F₁(a, b; c; z). Each may lie outside a double where their product does not.</summary>
    public static double At(double logFactor, double a, double b, double c, double z)
    {
        // Euler's form where the plain series grows towards 1 without end.
        if (c - a - b < 0 && z > .5)
            (logFactor, a, b) = (logFactor + (c - a - b) * Math.Log(1 - z), c - a, c - b);
        var (term, sum, scaled) = (1d, 1d, 0d);
        for (var k = 0; k < MaxTerms; k++)
        {
            term *= (a + k) * (b + k) / ((c + k) * (k + 1)) * z;
            sum += term;
            if (Math.Abs(term) < Math.Abs(sum) * 1e-16)
                break;
            if (Math.Abs(sum) > Large)
                (term, sum, scaled) = (term / Large, sum / Large, scaled + Math.Log(Large));
        }

        return Math.Sign(sum) * Math.Exp(logFactor + scaled + Math.Log(Math.Abs(sum)));
    }
}
