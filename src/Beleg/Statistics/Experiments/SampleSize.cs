using MathNet.Numerics.Distributions;

namespace Beleg.Statistics.Experiments;

/// <summary>How many contacts an arm needs, and what so many can show; decided before the start.</summary>
public static class SampleSize
{
    /// <summary>The chance to find an effect that is there, unless another is asked for.</summary>
    public const double DefaultPower = .8;

    /// <summary>Contacts an arm for a share, the variance of each arm taken at its own share and that of 'no effect' at the first's.</summary>
    /// <param name="share">What the first arm is expected to come to, above 0 and below 1.</param>
    /// <param name="difference">The least difference that matters, in points: .05 for five.</param>
    /// <param name="alpha">False alarms that are put up with.</param>
    /// <param name="power">The chance to find the difference where it is there.</param>
    public static double OfShare(double share, double difference, double alpha = FixedHorizon.DefaultAlpha, double power = DefaultPower)
    {
        var other = Other(share, difference);
        return Squared(alpha, power, 2 * share * (1 - share), share * (1 - share) + other * (1 - other)) / (difference * difference);
    }

    /// <summary>The same with the variance of 'no effect' at the middle of both shares, as R's <c>power.prop.test</c> has it.</summary>
    public static double OfSharePooled(double share, double difference, double alpha = FixedHorizon.DefaultAlpha, double power = DefaultPower)
    {
        var other = Other(share, difference);
        var middle = (share + other) / 2;
        return Squared(alpha, power, 2 * middle * (1 - middle), share * (1 - share) + other * (1 - other)) / (difference * difference);
    }

    /// <summary>Contacts an arm for a mean or a ratio.</summary>
    /// <param name="variance">Of one contact's part.</param>
    /// <param name="difference">The least difference that matters, in the mean's unit.</param>
    /// <param name="alpha">False alarms that are put up with.</param>
    /// <param name="power">The chance to find the difference where it is there.</param>
    public static double OfMean(double variance, double difference, double alpha = FixedHorizon.DefaultAlpha, double power = DefaultPower) =>
        Squared(alpha, power, 2 * variance, 2 * variance) / (difference * difference);

    /// <summary>The least difference of a mean that so many contacts an arm can show.</summary>
    public static double LeastEffect(double variance, double contactsPerArm, double alpha = FixedHorizon.DefaultAlpha, double power = DefaultPower) =>
        Math.Sqrt(Squared(alpha, power, 2 * variance, 2 * variance) / contactsPerArm);

    /// <summary>The chance to find a difference of a mean with so many contacts an arm.</summary>
    public static double Power(double variance, double difference, double contactsPerArm, double alpha = FixedHorizon.DefaultAlpha) =>
        Normal.CDF(0, 1, Math.Abs(difference) / Math.Sqrt(2 * variance / contactsPerArm) - Normal.InvCDF(0, 1, 1 - alpha / 2));

    /// <summary>Whole days until every arm has its contacts, in whole weeks: weekdays differ. Null where nobody comes.</summary>
    public static int? Days(double contactsPerArm, int arms, double contactsPerDay, double coverage = 1)
    {
        if (!(contactsPerDay * coverage > 0))
            return null;
        var days = contactsPerArm * arms / (contactsPerDay * coverage);
        return days > 36_500 ? null : (int)Math.Ceiling(days / 7) * 7;
    }

    private static double Other(double share, double difference)
    {
        if (share is not (> 0 and < 1) || difference == 0 || share + difference is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(difference), difference, "Both shares lie inside 0 and 1 and differ.");
        return share + difference;
    }

    private static double Squared(double alpha, double power, double nothing, double effect)
    {
        var root = Normal.InvCDF(0, 1, 1 - alpha / 2) * Math.Sqrt(nothing) + Normal.InvCDF(0, 1, power) * Math.Sqrt(effect);
        return root * root;
    }
}
