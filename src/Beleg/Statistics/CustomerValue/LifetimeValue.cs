namespace Beleg.Statistics.CustomerValue;

/// <summary>What customers will be worth over a horizon, discounted: expected purchases times expected value.</summary>
/// <param name="Model">How often they buy.</param>
/// <param name="Spending">What a purchase is worth.</param>
public sealed record LifetimeValue(IPurchaseModel Model, GammaGamma Spending)
{
    /// <summary>One customer's value over a horizon.</summary>
    /// <param name="customer">Its history.</param>
    /// <param name="meanValue">The mean value of its repeat purchases; what it is without repeats does not matter.</param>
    /// <param name="step">Length of one step, in the model's unit of time: 52 ÷ 12 weeks for a month. Money of a step is discounted as if it came at its end.</param>
    /// <param name="steps">How many steps lie in the horizon.</param>
    /// <param name="discountPerStep">Discount rate of one step; .01 is 1 % a month.</param>
    /// <returns>In the unit of the values; null where spending has no mean.</returns>
    public double? Of(Purchases customer, double meanValue, double step, int steps, double discountPerStep) =>
        Spending.ExpectedValue(customer.Repeats, meanValue) * Discounted(time => Model.Expected(customer, time), step, steps, discountPerStep);

    /// <summary>The value of a customer just won, its first purchase not counted.</summary>
    public double? OfNewcomer(double step, int steps, double discountPerStep) =>
        Spending.PopulationMean * Discounted(Model.ExpectedOfNewcomer, step, steps, discountPerStep);

    /// <summary>The discount rate of a step from one of a year: (1 + yearly)^(1 ÷ steps a year) − 1.</summary>
    public static double PerStep(double yearly, double stepsPerYear) => Math.Pow(1 + yearly, 1 / stepsPerYear) - 1;

    private static double Discounted(Func<double, double> purchases, double step, int steps, double discount)
    {
        var (value, before) = (0d, 0d);
        for (var i = 1; i <= steps; i++)
        {
            var until = purchases(i * step);
            value += (until - before) / Math.Pow(1 + discount, i);
            before = until;
        }

        return value;
    }
}
