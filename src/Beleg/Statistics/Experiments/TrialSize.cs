using Beleg.Sources;
using MathNet.Numerics.Distributions;

namespace Beleg.Statistics.Experiments;

/// <summary>How many contacts an experiment needs in all, for arms of any sizes and either way of deciding; known before the start.</summary>
/// <remarks>For two equal arms at a fixed size it is twice what <see cref="SampleSize"/> says of one arm.</remarks>
public sealed class TrialSize
{
    private readonly double before;
    private readonly double after;
    private readonly double alpha;
    private readonly double power;
    private readonly DecisionRule rule;

    /// <param name="variance">Of one contact's part in the first arm.</param>
    /// <param name="varianceAfter">The same where the effect is there; a share's changes with it.</param>
    /// <param name="weights">The part of each arm; each above 0, at least two.</param>
    /// <param name="rule">One look at the planned size, or any number of them.</param>
    /// <param name="alpha">False alarms that are put up with, of all arms together.</param>
    /// <param name="power">The chance to find an effect that is there.</param>
    /// <exception cref="ArgumentException">There are not two arms with a part of their own.</exception>
    public TrialSize(
        double variance, double varianceAfter, IReadOnlyList<double> weights, DecisionRule rule, double alpha = FixedHorizon.DefaultAlpha, double power = SampleSize.DefaultPower)
    {
        if (weights.Count < 2 || weights.Any(weight => !(weight > 0)))
            throw new ArgumentException("At least two arms, each with a part.", nameof(weights));

        // Of all arms the smallest is the hardest to tell from the first; each of several is asked at its part of alpha.
        var smallest = weights.Skip(1).Min();
        (before, after) = (variance / weights[0] + variance / smallest, variance / weights[0] + varianceAfter / smallest);
        (this.rule, this.alpha, this.power) = (rule, alpha / (weights.Count - 1), power);
    }

    /// <summary>Contacts in all arms together that show a difference with the power asked for.</summary>
    /// <param name="difference">In the metric's unit; its sign does not matter.</param>
    public double Contacts(double difference)
    {
        var (low, high) = (1d, 2d);
        while (Difference(high) > Math.Abs(difference) && high < 1e15)
            (low, high) = (high, high * 2);
        for (var i = 0; i < 100; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Difference(middle) > Math.Abs(difference) ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>The least difference that so many contacts in all arms together show with the power asked for.</summary>
    public double Difference(double contacts)
    {
        var found = Normal.InvCDF(0, 1, power) * Math.Sqrt(after / contacts);
        return found + (rule == DecisionRule.Fixed
            ? Normal.InvCDF(0, 1, 1 - alpha / 2) * Math.Sqrt(before / contacts)
            : AlwaysValid.HalfWidth(before, contacts, alpha));
    }
}
