namespace Beleg.Statistics.CustomerValue;

/// <summary>A fitted model of repeat purchases; time in the unit of the histories it was fitted on.</summary>
public interface IPurchaseModel
{
    /// <summary>The log-likelihood of histories under these parameters.</summary>
    double LogLikelihood(IEnumerable<Purchases> customers);

    /// <summary>The probability that a customer has not left for good, 0 to 1.</summary>
    double ProbabilityAlive(Purchases customer);

    /// <summary>How many purchases a customer is expected to make in the time to come.</summary>
    double Expected(Purchases customer, double time);

    /// <summary>How many repeat purchases a customer just won is expected to make.</summary>
    double ExpectedOfNewcomer(double time);
}
