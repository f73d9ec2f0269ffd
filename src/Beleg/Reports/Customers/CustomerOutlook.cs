namespace Beleg.Reports.Customers;

/// <summary>What the models expect of all customers together.</summary>
/// <param name="Months">The horizon.</param>
/// <param name="DiscountPerYear">The discount rate.</param>
/// <param name="Purchases">Expected purchases of all within the horizon.</param>
/// <param name="Value">What those are worth, discounted.</param>
/// <param name="ValuePerCustomer">The same over the customers.</param>
/// <param name="Newcomer">What a customer just won is worth beyond its first order.</param>
/// <param name="AliveRepeaters">The mean probability that a customer with repeats still is one, 0 to 1.</param>
/// <param name="BgNbd">r, α (weeks), a, b.</param>
/// <param name="GammaGamma">p, q, v.</param>
/// <param name="Correlation">Of frequency and value; the model asks for about 0.</param>
/// <param name="Check">What the model would have expected of the last weeks, and what came; null where there is too little history.</param>
public sealed record CustomerOutlook(
    int Months, decimal DiscountPerYear, double Purchases, decimal Value, decimal ValuePerCustomer, decimal? Newcomer, double AliveRepeaters,
    IReadOnlyList<double> BgNbd, IReadOnlyList<double> GammaGamma, double? Correlation, CustomerCheck? Check);
