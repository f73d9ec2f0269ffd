using MathNet.Numerics;

namespace Beleg.Statistics.CustomerValue;

/// <summary>
/// The BG/NBD model of repeat purchases: a customer buys at a steady rate of its own and after each purchase may leave for good.
/// </summary>
/// <remarks>
/// P. S. Fader, B. G. S. Hardie, K. L. Lee, "Counting your customers" the easy way: an alternative to the Pareto/NBD model, 2005. Rates are
/// gamma distributed (<paramref name="R"/>, <paramref name="Alpha"/>), chances to leave beta distributed (<paramref name="A"/>,
/// <paramref name="B"/>). Time is in the unit of the histories it was fitted on. A customer without repeats counts as alive: the model lets
/// nobody leave before a second purchase.
/// </remarks>
/// <param name="R">Shape of the purchase rates.</param>
/// <param name="Alpha">Scale of the purchase rates, a time.</param>
/// <param name="A">First parameter of the chances to leave.</param>
/// <param name="B">Second parameter of the chances to leave.</param>
public sealed record BgNbd(double R, double Alpha, double A, double B) : IPurchaseModel
{
    /// <summary>Finds the parameters under which the histories are most likely.</summary>
    /// <returns>Null where nobody bought again: then nothing is known of rates.</returns>
    /// <exception cref="ArgumentException">A history cannot be.</exception>
    public static BgNbd? Fit(IEnumerable<Purchases> customers) => Fit(CountedPurchases.Of(customers));

    /// <summary>Finds the parameters under which histories are most likely, each of so many customers.</summary>
    /// <inheritdoc cref="Fit(IEnumerable{Purchases})" path="/returns|/exception"/>
    public static BgNbd? Fit(IEnumerable<(Purchases Customer, int Count)> customers) => Fit(CountedPurchases.Of(customers));

    // The same of most of a sample whose whole is known: one search, from there.
    internal static BgNbd? Fit(IEnumerable<(Purchases Customer, int Count)> customers, BgNbd? near) => Fit(CountedPurchases.Of(customers), near);

    private static BgNbd? Fit(CountedPurchases counted, BgNbd? near = null)
    {
        if (!counted.HasRepeats)
            return null;

        // Time in units of the longest age, so that the starts are as good for weeks as for days. A small sample's likelihood has several
        // hills: customers who differ little in their rate, who hardly ever leave, who leave at once or never.
        var (unit, rate) = (counted.Longest, counted.Rate);
        var likelihood = new BgNbdLikelihood(counted, unit);
        double[][] starts = near is not null
            ? [[near.R, near.Alpha / unit, near.A, near.B]]
            : counted.Starts([.5, .1, 1, 2], [20, 20 / rate, 1, 2], [.5, .1, .05, .1], [.5, .1, 20, 200]);
        var found = LikelihoodFit.Maximise(starts, likelihood.Mean);
        return new BgNbd(found[0], found[1] * unit, found[2], found[3]);
    }

    /// <inheritdoc/>
    public double LogLikelihood(IEnumerable<Purchases> customers)
    {
        var counted = CountedPurchases.Of(customers);
        return new BgNbdLikelihood(counted, 1).Mean([R, Alpha, A, B], new double[4]) * counted.Customers;
    }

    /// <inheritdoc/>
    public double ProbabilityAlive(Purchases customer) => 1 / (1 + Left(customer));

    /// <inheritdoc/>
    public double ExpectedOfNewcomer(double time) =>
        (Away(A) + B) / Away(A) * (1 - HyperGeometric.At(R * Math.Log(Alpha / (Alpha + time)), R, B, Away(A) + B, time / (Alpha + time)));

    /// <inheritdoc/>
    public double Expected(Purchases customer, double time)
    {
        var (x, z) = (customer.Repeats, time / (Alpha + customer.Age + time));
        var top = Away(A) + B + x;
        var kept = HyperGeometric.At((R + x) * Math.Log((Alpha + customer.Age) / (Alpha + customer.Age + time)), R + x, B + x, top, z);
        return top / Away(A) * (1 - kept) / (1 + Left(customer));
    }

    /// <summary>The probability that a new customer buys again exactly so many times.</summary>
    public double Probability(int repeats, double time)
    {
        var (stay, go) = (Alpha / (Alpha + time), time / (Alpha + time));
        double Count(int n) => Math.Exp(SpecialFunctions.GammaLn(R + n) - SpecialFunctions.GammaLn(R) - SpecialFunctions.GammaLn(n + 1) + R * Math.Log(stay) + (n == 0 ? 0 : n * Math.Log(go)));
        var still = Math.Exp(SpecialFunctions.BetaLn(A, B + repeats) - SpecialFunctions.BetaLn(A, B)) * Count(repeats);
        if (repeats == 0)
            return still;
        var before = 0d;
        for (var n = 0; n < repeats; n++)
            before += Count(n);
        return still + Math.Exp(SpecialFunctions.BetaLn(A + 1, B + repeats - 1) - SpecialFunctions.BetaLn(A, B)) * (1 - before);
    }

    // The odds of having left after the last purchase: 0 without repeats.
    private double Left(Purchases customer) => customer.Repeats == 0 ? 0
        : A / (B + customer.Repeats - 1) * Math.Exp((R + customer.Repeats) * Math.Log((Alpha + customer.Age) / (Alpha + customer.Last)));

    // TRICKY: expectations have a - 1 below the line although their limit at a = 1 is finite; a step aside of 10^-7 stays within 10^-7 of it.
    private static double Away(double a) => Math.Abs(a - 1) < 1e-7 ? 1e-7 : a - 1;
}
