using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Beleg.Statistics.Experiments;

/// <summary>Welch's t test of an effect, for one look at the planned end. Looking again and again makes false alarms: use <see cref="AlwaysValid"/> then.</summary>
public static class FixedHorizon
{
    /// <summary>False alarms that are put up with, unless another share is asked for.</summary>
    public const double DefaultAlpha = .05;

    /// <summary>Against 'no effect', both ways; null where nothing varies.</summary>
    public static EffectTest? TwoSided(Effect effect, double alpha = DefaultAlpha)
    {
        if (!(effect.Variance > 0))
            return null;
        var half = StudentT.InvCDF(0, 1, effect.Degrees, 1 - alpha / 2) * effect.StandardError;
        return new EffectTest(effect, effect.Value - half, effect.Value + half, BothTails(effect), TestMethod.FixedHorizon);
    }

    /// <summary>Against 'not more'; the interval is open above.</summary>
    public static EffectTest? Greater(Effect effect, double alpha = DefaultAlpha)
    {
        if (!(effect.Variance > 0))
            return null;
        var low = effect.Value - StudentT.InvCDF(0, 1, effect.Degrees, 1 - alpha) * effect.StandardError;
        var tail = BothTails(effect) / 2;
        return new EffectTest(effect, low, double.PositiveInfinity, effect.Value > 0 ? tail : 1 - tail, TestMethod.FixedHorizon);
    }

    /// <summary>Against 'not less'; the interval is open below.</summary>
    public static EffectTest? Less(Effect effect, double alpha = DefaultAlpha)
    {
        var mirrored = Greater(effect with { Value = -effect.Value }, alpha);
        return mirrored is null ? null : new EffectTest(effect, double.NegativeInfinity, -mirrored.Low, mirrored.PValue, TestMethod.FixedHorizon);
    }

    private static double BothTails(Effect effect)
    {
        var t = effect.Value / effect.StandardError;
        return SpecialFunctions.BetaRegularized(effect.Degrees / 2, .5, effect.Degrees / (effect.Degrees + t * t));
    }
}
