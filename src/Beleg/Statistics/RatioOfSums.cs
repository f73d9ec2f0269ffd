namespace Beleg.Statistics;

/// <summary>
/// A ratio of two sums and how sure it is, from six sums over contacts. The contact is the unit because its orders and conversations
/// hang together: counting each on its own would promise twice the precision there is.
/// </summary>
/// <param name="Contacts">How many contacts have anything in either sum.</param>
/// <param name="Numerator">Sum of the numerator: money in minor units, say.</param>
/// <param name="Denominator">Sum of the denominator: orders, say.</param>
/// <param name="NumeratorSquares">Sum over contacts of the square of each one's numerator.</param>
/// <param name="DenominatorSquares">Sum over contacts of the square of each one's denominator.</param>
/// <param name="Products">Sum over contacts of numerator times denominator.</param>
public readonly record struct RatioOfSums(
    long Contacts, double Numerator, double Denominator, double NumeratorSquares, double DenominatorSquares, double Products)
{
    /// <summary>Numerator over denominator; null where the denominator is 0.</summary>
    public double? Value => Denominator == 0 ? null : Numerator / Denominator;

    /// <summary>The standard error by the delta method; null below two contacts or where there is no value.</summary>
    public double? StandardError
    {
        get
        {
            if (Contacts < 2 || Value is not { } ratio)
                return null;

            // The residuals numerator - ratio x denominator add up to 0, so this is their sum of squares about their mean.
            var residuals = NumeratorSquares - 2 * ratio * Products + ratio * ratio * DenominatorSquares;
            return Math.Sqrt(Math.Max(0, residuals) * Contacts / (Contacts - 1d)) / Math.Abs(Denominator);
        }
    }

    /// <summary>The sums over some contacts, each with its numerator and denominator.</summary>
    public static RatioOfSums Of(IEnumerable<(double Numerator, double Denominator)> contacts)
    {
        var sums = default(RatioOfSums);
        foreach (var (numerator, denominator) in contacts)
        {
            sums = new RatioOfSums(
                sums.Contacts + 1,
                sums.Numerator + numerator,
                sums.Denominator + denominator,
                sums.NumeratorSquares + numerator * numerator,
                sums.DenominatorSquares + denominator * denominator,
                sums.Products + numerator * denominator);
        }

        return sums;
    }

    /// <summary>The interval by the delta method, with Student's t on one less than the contacts; null where there is no standard error.</summary>
    public ConfidenceInterval? Interval(double confidence = ConfidenceInterval.DefaultConfidence)
    {
        if (StandardError is not { } error)
            return null;
        var half = Distributions.StudentQuantile((1 + confidence) / 2, Contacts - 1) * error;
        return new ConfidenceInterval(Value!.Value - half, Value.Value + half, confidence, IntervalMethod.Delta);
    }
}
