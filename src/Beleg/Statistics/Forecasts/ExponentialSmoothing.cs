using Beleg.Primitives;
using MathNet.Numerics.Distributions;

namespace Beleg.Statistics.Forecasts;

/// <summary>Exponential smoothing: the model of error, trend and season with the least corrected Akaike criterion.</summary>
/// <remarks>R. J. Hyndman, A. B. Koehler, R. D. Snyder, S. Grose, A state space framework for automatic forecasting using exponential smoothing methods, 2002.</remarks>
public sealed class ExponentialSmoothing : IForecaster
{
    // Longer seasons would ask for more first states than there are years of data.
    private const int LongestSeason = 24;
    private const int Paths = 2000;
    private const ulong Seed = 20_020_703;

    /// <inheritdoc/>
    public string Id => "ets";

    /// <inheritdoc/>
    public Forecast? Of(ReadOnlySpan<double> values, int season, int horizon)
    {
        var (kept, seasonal, positive) = (values.ToArray(), season is > 1 and <= LongestSeason, true);
        foreach (var value in values)
            positive &= value > 0;
        var best = EtsModel.All
            .Where(m => (seasonal || m.Season == EtsPart.None) && (positive || (m.Error != EtsPart.Multiplicative && m.Season != EtsPart.Multiplicative)))
            .Select(m => EtsFit.Of(kept, m, season)).Where(f => f is not null).MinBy(f => f!.Corrected);
        return best is null ? null : Ahead(best, season, horizon);
    }

    /// <summary>The forecast of a fitted model: by formula where all is added, else by drawn paths.</summary>
    internal static Forecast Ahead(EtsFit fit, int season, int horizon)
    {
        var means = new double[horizon];
        var walk = new EtsState(fit.Model, season);
        walk.CopyFrom(fit.State);
        for (var h = 0; h < horizon; h++)
        {
            means[h] = walk.Next();
            walk.Move(means[h]);
        }

        return fit.Model.Error == EtsPart.Additive
            ? Forecast.Normal(fit.Model.ToString(), means.Zip(Errors(fit, season, horizon)))
            : Drawn(fit, season, means);
    }

    // σ²_h = σ² (1 + Σ c²), c_j = α + β (φ + … + φ^j) + γ where a season is full.
    private static IEnumerable<double> Errors(EtsFit fit, int season, int horizon)
    {
        var (sum, power, trend) = (1d, 1d, 0d);
        for (var h = 1; h <= horizon; h++)
        {
            yield return Math.Sqrt(fit.Variance * sum);
            power *= fit.State.Phi;
            trend += power;
            var c = fit.State.Alpha + fit.State.Beta * trend + (fit.Model.Season != EtsPart.None && h % season == 0 ? fit.State.Gamma : 0);
            sum += c * c;
        }
    }

    private static Forecast Drawn(EtsFit fit, int season, double[] means)
    {
        var (random, deviation) = (new SplitMix(Seed), Math.Sqrt(fit.Variance));
        var drawn = new double[means.Length][];
        for (var h = 0; h < means.Length; h++)
            drawn[h] = new double[Paths];
        var walk = new EtsState(fit.Model, season);
        for (var path = 0; path < Paths; path++)
        {
            walk.CopyFrom(fit.State);
            for (var h = 0; h < means.Length; h++)
            {
                var value = walk.Next() * (1 + deviation * Normal.InvCDF(0, 1, random.Unit() + 1e-17));
                drawn[h][path] = value;
                walk.Move(value);
            }
        }

        return new Forecast(fit.Model.ToString(), [.. means.Select((mean, h) =>
        {
            Array.Sort(drawn[h]);
            return new ForecastPoint(mean, At(drawn[h], .1), At(drawn[h], .9), At(drawn[h], .025), At(drawn[h], .975));
        })]);
    }

    private static double At(double[] sorted, double share) => sorted[(int)Math.Round(share * (sorted.Length - 1))];
}
