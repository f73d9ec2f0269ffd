using MathNet.Numerics.Distributions;

namespace Beleg.Statistics.Experiments;

/// <summary>What is believed of an effect after the experiment: a normal distribution, and what follows for a decision.</summary>
/// <param name="Mean">The effect that is most likely.</param>
/// <param name="StandardDeviation">How sure that is.</param>
public readonly record struct Posterior(double Mean, double StandardDeviation)
{
    /// <summary>The probability that the second arm is better, 0 to 1.</summary>
    public double ChanceToWin => Normal.CDF(0, 1, Mean / StandardDeviation);

    /// <summary>What is lost on average by staying with the first arm: the mean of the effect where it is above 0.</summary>
    public double LossOfStaying => Mean * ChanceToWin + StandardDeviation * Normal.PDF(0, 1, Mean / StandardDeviation);

    /// <summary>What is lost on average by changing to the second arm: the mean of minus the effect where it is below 0.</summary>
    public double LossOfChanging => LossOfStaying - Mean;

    /// <summary>After an effect, from what was believed before.</summary>
    /// <param name="effect">What was measured.</param>
    /// <param name="priorMean">The effect believed before.</param>
    /// <param name="priorVariance">How sure that was; infinity for nothing known.</param>
    /// <returns>Null where nothing varies.</returns>
    public static Posterior? Of(Effect effect, double priorMean = 0, double priorVariance = double.PositiveInfinity)
    {
        if (!(effect.Variance > 0) || !(priorVariance > 0))
            return null;
        var (precision, prior) = (1 / effect.Variance, 1 / priorVariance);
        return new Posterior((effect.Value * precision + priorMean * prior) / (precision + prior), Math.Sqrt(1 / (precision + prior)));
    }

    /// <summary>The interval that holds the effect with a probability.</summary>
    public (double Low, double High) Interval(double credibility = .95)
    {
        var half = Normal.InvCDF(0, 1, (1 + credibility) / 2) * StandardDeviation;
        return (Mean - half, Mean + half);
    }
}
