namespace Beleg.Statistics.Experiments;

/// <summary>The sums over the contacts of one arm, from which all tests follow; added up in any order and any number of parts.</summary>
public sealed class ArmSums
{
    private const double Rounding = 1e-12;

    private double _value;
    private double _denominator;
    private double _before;
    private double _valueSquares;
    private double _denominatorSquares;
    private double _beforeSquares;
    private double _valueDenominator;
    private double _valueBefore;

    /// <summary>Contacts.</summary>
    public long Contacts { get; private set; }

    /// <summary>Sum of what is measured.</summary>
    public double Value => _value;

    /// <summary>Sum of the denominators.</summary>
    public double Denominator => _denominator;

    /// <summary>Counts one contact.</summary>
    public void Add(in Outcome outcome)
    {
        var (value, denominator, before) = (outcome.Value, outcome.Denominator, outcome.Before);
        Contacts++;
        _value += value;
        _denominator += denominator;
        _before += before;
        _valueSquares += value * value;
        _denominatorSquares += denominator * denominator;
        _beforeSquares += before * before;
        _valueDenominator += value * denominator;
        _valueBefore += value * before;
    }

    /// <summary>The sums of contacts.</summary>
    public static ArmSums Of(IEnumerable<Outcome> outcomes)
    {
        var sums = new ArmSums();
        foreach (var outcome in outcomes)
            sums.Add(outcome);
        return sums;
    }

    /// <summary>Sums that were added up elsewhere.</summary>
    /// <param name="contacts">Contacts.</param>
    /// <param name="value">Sums of the value, its square, its product with the denominator and with what was before.</param>
    /// <param name="denominator">Sums of the denominator and its square.</param>
    /// <param name="before">Sums of what was before and its square.</param>
    public static ArmSums Of(
        long contacts, (double Sum, double Squares, double ByDenominator, double ByBefore) value, (double Sum, double Squares) denominator, (double Sum, double Squares) before) => new()
        {
            Contacts = contacts,
            _value = value.Sum,
            _valueSquares = value.Squares,
            _valueDenominator = value.ByDenominator,
            _valueBefore = value.ByBefore,
            _denominator = denominator.Sum,
            _denominatorSquares = denominator.Squares,
            _before = before.Sum,
            _beforeSquares = before.Squares,
        };

    /// <summary>The mean of what is measured a contact; null below two contacts.</summary>
    public ArmEstimate? Mean() => Contacts < 2 ? null : new ArmEstimate(_value / Contacts, Sure(Covariance(_valueSquares, _value, _value), _valueSquares), Contacts);

    /// <summary>The ratio of the sums, its variance by the delta method over contacts; null below two contacts or where the denominators add up to 0.</summary>
    public ArmEstimate? Ratio()
    {
        if (Contacts < 2 || _denominator == 0)
            return null;
        var (ratio, mean) = (_value / _denominator, _denominator / Contacts);
        var variance = Covariance(_valueSquares, _value, _value) - 2 * ratio * Covariance(_valueDenominator, _value, _denominator)
            + ratio * ratio * Covariance(_denominatorSquares, _denominator, _denominator);
        return new ArmEstimate(ratio, Sure(variance, _valueSquares) / (mean * mean), Contacts);
    }

    /// <summary>The means of two arms with what was known before taken out (CUPED); null below two contacts in either.</summary>
    /// <remarks>A. Deng, Y. Xu, R. Kohavi, T. Walker, Improving the sensitivity of online controlled experiments by utilizing pre-experiment data, 2013.</remarks>
    /// <returns>The arms, and the factor of what was before: covariance over variance, both pooled within the arms. It is 0 where nothing varied before.</returns>
    public static (ArmEstimate A, ArmEstimate B, double Theta)? Cuped(ArmSums a, ArmSums b)
    {
        if (a.Contacts < 2 || b.Contacts < 2)
            return null;
        var spread = (a.Contacts - 1) * a.BeforeVariance + (b.Contacts - 1) * b.BeforeVariance;
        var theta = spread <= 0 ? 0 : ((a.Contacts - 1) * a.BeforeCovariance + (b.Contacts - 1) * b.BeforeCovariance) / spread;
        var everyone = (a._before + b._before) / (a.Contacts + b.Contacts);
        return (a.Adjusted(theta, everyone), b.Adjusted(theta, everyone), theta);
    }

    private double BeforeVariance => Covariance(_beforeSquares, _before, _before);

    private double BeforeCovariance => Covariance(_valueBefore, _value, _before);

    private ArmEstimate Adjusted(double theta, double everyone) => new(
        (_value - theta * _before) / Contacts + theta * everyone,
        Sure(Covariance(_valueSquares, _value, _value) + theta * theta * BeforeVariance - 2 * theta * BeforeCovariance, _valueSquares),
        Contacts);

    // TRICKY: where every contact has the same price, differences of squares leave a rest of rounding; taken for a variance it would make the
    // smallest difference certain.
    private double Sure(double variance, double squares) => variance > Rounding * squares / Contacts ? variance : 0;

    private double Covariance(double products, double left, double right) => (products - left / Contacts * right) / (Contacts - 1);
}
