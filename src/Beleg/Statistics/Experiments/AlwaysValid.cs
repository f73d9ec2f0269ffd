namespace Beleg.Statistics.Experiments;

/// <summary>
/// An interval that holds at every look at once: whoever stops an experiment on the day it looks best is still wrong in at most alpha of all
/// experiments.
/// </summary>
/// <remarks>
/// I. Waudby-Smith, D. Arbour, R. Sinha, E. H. Kennedy, A. Ramdas, Time-uniform central limit theory and asymptotic confidence sequences,
/// 2021: the interval by their equation for the mixture boundary, the p-value by the same mixture's e-value.
/// </remarks>
public static class AlwaysValid
{
    /// <summary>The number of contacts for which the interval is made narrowest.</summary>
    public const double DefaultTuning = 5000;

    /// <summary>Judges an effect; null where nothing varies.</summary>
    public static EffectTest? TwoSided(Effect effect, double alpha = FixedHorizon.DefaultAlpha, double tuning = DefaultTuning)
    {
        if (!(effect.Variance > 0))
            return null;
        double n = effect.Contacts;
        var half = HalfWidth(effect.Variance * n, n, alpha, tuning);
        return new EffectTest(effect, effect.Value - half, effect.Value + half, PValue(effect, alpha, tuning), TestMethod.AlwaysValid);
    }

    /// <summary>The mixture's scale: a boundary tuned to so many contacts.</summary>
    public static double Rho(double alpha, double tuning)
    {
        var twice = -2 * Math.Log(alpha);
        return Math.Sqrt((twice + Math.Log(twice + 1)) / tuning);
    }

    /// <summary>Half the width of the interval of a mean of n values with a variance.</summary>
    public static double HalfWidth(double variance, double n, double alpha = FixedHorizon.DefaultAlpha, double tuning = DefaultTuning)
    {
        var rho = Rho(alpha, tuning);
        var scaled = n * rho * rho;
        return Math.Sqrt(variance * 2 * (scaled + 1) / (n * scaled) * Math.Log(Math.Sqrt(scaled + 1) / alpha));
    }

    private static double PValue(Effect effect, double alpha, double tuning)
    {
        var rho = Rho(alpha, tuning);
        var scaled = effect.Contacts * rho * rho;
        var z = effect.Value * effect.Value * effect.Contacts / effect.Variance;
        return Math.Min(1, Math.Sqrt(scaled + 1) * Math.Exp(-rho * rho * z / (2 * (scaled + 1))));
    }
}
