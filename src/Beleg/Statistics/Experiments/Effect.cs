namespace Beleg.Statistics.Experiments;

/// <summary>What the second arm has over the first.</summary>
/// <param name="Value">The difference of the means, in their unit; or, relative, that over the first's mean: .05 is 5 % more.</param>
/// <param name="Variance">Of the value, by the delta method where it is relative.</param>
/// <param name="Degrees">Degrees of freedom after Welch and Satterthwaite.</param>
/// <param name="Contacts">Of both arms.</param>
/// <param name="IsRelative">Whether the value is a part of the first's mean.</param>
public readonly record struct Effect(double Value, double Variance, double Degrees, long Contacts, bool IsRelative)
{
    /// <summary>Of the value.</summary>
    public double StandardError => Math.Sqrt(Variance);

    /// <summary>The difference of the means.</summary>
    public static Effect Absolute(ArmEstimate a, ArmEstimate b) =>
        new(b.Mean - a.Mean, a.MeanVariance + b.MeanVariance, Welch(a, b), a.Contacts + b.Contacts, false);

    /// <summary>The difference as a part of the first's mean; null where that is 0.</summary>
    public static Effect? Relative(ArmEstimate a, ArmEstimate b)
    {
        if (a.Mean == 0)
            return null;
        var ratio = b.Mean / a.Mean;
        return new Effect((b.Mean - a.Mean) / Math.Abs(a.Mean), (b.MeanVariance + ratio * ratio * a.MeanVariance) / (a.Mean * a.Mean), Welch(a, b), a.Contacts + b.Contacts, true);
    }

    private static double Welch(ArmEstimate a, ArmEstimate b)
    {
        var (left, right) = (a.MeanVariance, b.MeanVariance);
        var below = left * left / Math.Max(1, a.Contacts - 1) + right * right / Math.Max(1, b.Contacts - 1);
        return below > 0 ? (left + right) * (left + right) / below : Math.Max(1, a.Contacts + b.Contacts - 2);
    }
}
