namespace Beleg.Statistics.CustomerValue;

/// <summary>What customers are expected to bring in the months to come, by BG/NBD and gamma-gamma fitted on their histories in weeks.</summary>
/// <param name="Model">How often they buy.</param>
/// <param name="Spending">What a purchase is worth.</param>
/// <param name="Customers">How many they are.</param>
/// <param name="Purchases">Expected purchases of all within the horizon.</param>
/// <param name="Value">What those are worth, discounted.</param>
/// <param name="AliveRepeaters">The mean probability that a customer with repeats still is one, 0 to 1.</param>
public sealed record ExpectedValue(BgNbd Model, GammaGamma Spending, long Customers, double Purchases, double Value, double AliveRepeaters)
{
    /// <summary>Parts of which one is left out at a time to see how sure a fit is.</summary>
    public const int Parts = 8;

    /// <summary>Weeks in the mean month.</summary>
    public const double WeeksPerMonth = 365.25 / 7 / 12;

    /// <summary>No sum of money is larger; a fit that says more has no mean (values so scattered that a single one outweighs all others).</summary>
    public const double MostValue = 1e15;

    // Beyond it the parts of a sample say as much: an error falls with the root of the number, and is scaled so.
    private const int EnoughHistories = 20_000;

    /// <summary>The discounted value of one customer.</summary>
    public double PerCustomer => Value / Customers;

    /// <summary>Fits the models and adds up; null where too little is known to fit either.</summary>
    /// <param name="histories">The customers.</param>
    /// <param name="months">The horizon.</param>
    /// <param name="discountPerYear">.1 is 10 % a year.</param>
    public static ExpectedValue? Of(IReadOnlyList<CustomerHistory> histories, int months, double discountPerYear) => Of(histories, months, discountPerYear, null);

    private static ExpectedValue? Of(IReadOnlyList<CustomerHistory> histories, int months, double discountPerYear, BgNbd? near)
    {
        if (BgNbd.Fit(histories.Select(h => (h.Purchases, h.Count)), near) is not { } model
            || GammaGamma.Fit(histories.SelectMany(h => Enumerable.Repeat((h.Purchases.Repeats, h.MeanValue), h.Count))) is not { PopulationMean: not null } spending)
            return null;
        var lifetime = new LifetimeValue(model, spending);
        var discount = LifetimeValue.PerStep(discountPerYear, 12);

        // In the order of the histories and added up after, so that the sum does not depend on which core was faster.
        var found = new (double Purchases, double Value, double Alive)[histories.Count];
        Parallel.For(0, histories.Count, i =>
        {
            var (customer, mean, count, _) = histories[i];
            found[i] = (
                count * model.Expected(customer, months * WeeksPerMonth), count * lifetime.Of(customer, mean, WeeksPerMonth, months, discount)!.Value,
                customer.Repeats > 0 ? count * model.ProbabilityAlive(customer) : 0);
        });
        var all = found.Sum(f => f.Value);
        if (!(all <= MostValue))
            return null;
        return new ExpectedValue(
            model, spending, histories.Sum(h => (long)h.Count), found.Sum(f => f.Purchases), all,
            found.Sum(f => f.Alive) / histories.Where(h => h.Purchases.Repeats > 0).Sum(h => h.Count));
    }

    /// <summary>
    /// The interval of <see cref="PerCustomer"/>: the fit and the sum without each part in turn, so that what the parameters leave open is in
    /// it; null where a part less is too little.
    /// </summary>
    /// <remarks>M. H. Quenouille, J. W. Tukey: the jackknife, here over groups; Student's t with one degree of freedom less than parts.</remarks>
    public ConfidenceInterval? Interval(IReadOnlyList<CustomerHistory> histories, int months, double discountPerYear)
    {
        var every = (histories.Count + EnoughHistories - 1) / EnoughHistories;
        CustomerHistory[] sample = [.. histories.Where((_, i) => i % every == 0)];
        var found = new double[Parts];
        for (var part = 0; part < Parts; part++)
        {
            if (Of([.. sample.Where(h => h.Part != part)], months, discountPerYear, Model) is not { } less)
                return null;
            found[part] = less.PerCustomer;
        }

        var mean = found.Average();
        var scale = Math.Sqrt((double)sample.Sum(h => h.Count) / Customers);
        var error = Math.Sqrt((Parts - 1d) / Parts * found.Sum(f => (f - mean) * (f - mean))) * scale;
        var half = Distributions.StudentQuantile((1 + ConfidenceInterval.DefaultConfidence) / 2, Parts - 1) * error;
        return new ConfidenceInterval(Math.Max(0, PerCustomer - half), PerCustomer + half, ConfidenceInterval.DefaultConfidence, IntervalMethod.Jackknife);
    }
}
