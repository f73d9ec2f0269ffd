using MathNet.Numerics;

namespace Beleg.Statistics.CustomerValue;

/// <summary>The Pareto/NBD model of repeat purchases: a customer buys at a steady rate of its own and may leave at any time.</summary>
/// <remarks>
/// D. C. Schmittlein, D. G. Morrison, R. Colombo, Counting your customers: who are they and what will they do next?, 1987; in the form of
/// P. S. Fader, B. G. S. Hardie, A note on deriving the Pareto/NBD model, 2005. Rates are gamma distributed (<paramref name="R"/>,
/// <paramref name="Alpha"/>), lifetimes exponential with gamma distributed rates (<paramref name="S"/>, <paramref name="Beta"/>).
/// </remarks>
/// <param name="R">Shape of the purchase rates.</param>
/// <param name="Alpha">Scale of the purchase rates, a time.</param>
/// <param name="S">Shape of the rates of leaving.</param>
/// <param name="Beta">Scale of the rates of leaving, a time.</param>
public sealed record ParetoNbd(double R, double Alpha, double S, double Beta) : IPurchaseModel
{
    /// <summary>Finds the parameters under which the histories are most likely.</summary>
    /// <returns>Null where nobody bought again.</returns>
    /// <exception cref="ArgumentException">A history cannot be.</exception>
    public static ParetoNbd? Fit(IEnumerable<Purchases> customers)
    {
        var counted = CountedPurchases.Of(customers);
        if (!counted.HasRepeats)
            return null;

        // Time in units of the longest age, so that the starts are as good for weeks as for days; several, as a small sample's likelihood has several hills.
        var (unit, rate) = (counted.Longest, counted.Rate);
        var likelihood = new ParetoNbdLikelihood(counted, unit);
        var found = LikelihoodFit.Maximise(counted.Starts([.5, .3, .5, .3], [20, 20 / rate, .5, .3], [.5, .3, 20, 100]), likelihood.Mean);
        return new ParetoNbd(found[0], found[1] * unit, found[2], found[3] * unit);
    }

    /// <inheritdoc/>
    public double LogLikelihood(IEnumerable<Purchases> customers) => LogLikelihood(CountedPurchases.Of(customers));

    /// <inheritdoc/>
    public double ProbabilityAlive(Purchases customer)
    {
        var alive = LogAlive(customer.Repeats, customer.Age);
        var left = LogLeft(customer.Repeats, customer.Last, customer.Age);
        return 1 / (1 + Math.Exp(left - alive));
    }

    /// <inheritdoc/>
    public double Expected(Purchases customer, double time) =>
        ProbabilityAlive(customer) * (R + customer.Repeats) * (Beta + customer.Age) / (Alpha + customer.Age) * Lasting(time / (Beta + customer.Age));

    /// <inheritdoc/>
    public double ExpectedOfNewcomer(double time) => R * Beta / Alpha * Lasting(time / Beta);

    private double LogLikelihood(CountedPurchases counted)
    {
        var sum = 0d;
        for (var i = 0; i < counted.Repeats.Length; i++)
            sum += counted.RepeatCounts[i] * (SpecialFunctions.GammaLn(R + counted.Repeats[i]) - SpecialFunctions.GammaLn(R) + R * Math.Log(Alpha) + S * Math.Log(Beta));
        for (var i = 0; i < counted.Counts.Length; i++)
        {
            var x = counted.Repeats[counted.Repeat[i]];
            var (alive, left) = (LogAlive(x, counted.Age[i]), LogLeft(x, counted.Last[i], counted.Age[i]));
            sum += counted.Counts[i] * (Math.Max(alive, left) + Math.Log(1 + Math.Exp(-Math.Abs(alive - left))));
        }

        return sum;
    }

    private double LogAlive(int x, double age) => -(R + x) * Math.Log(Alpha + age) - S * Math.Log(Beta + age);

    // The logarithm of the chance to have left since the last purchase; minus infinity where that was just now.
    private double LogLeft(int x, double last, double age) => Math.Log(S) + LeavingIntegral.Of(R + x, Alpha, S + 1, Beta, last, age).Log;

    // (1 - (1 + t)^(1 - s)) ÷ (s - 1), which is ln(1 + t) at s = 1.
    private double Lasting(double t) => Math.Abs(S - 1) < 1e-9 ? Math.Log(1 + t) : (1 - Math.Pow(1 + t, 1 - S)) / (S - 1);
}
