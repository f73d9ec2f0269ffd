namespace Beleg.Statistics.Forecasts;

/// <summary>The Theta method: half the long-run line, the rest smoothed. It won the M3 competition.</summary>
/// <remarks>
/// V. Assimakopoulos, K. Nikolopoulos, The theta model, 2000; as simple exponential smoothing with drift: R. J. Hyndman, B. Billah, Unmasking
/// the Theta method, 2003. Seasons are taken out first, as factors, where values a season apart hang together.
/// </remarks>
public sealed class Theta : IForecaster
{
    private const double SmallestFactor = 1e-8;

    /// <inheritdoc/>
    public string Id => "theta";

    /// <inheritdoc/>
    public Forecast? Of(ReadOnlySpan<double> values, int season, int horizon)
    {
        var bare = values.ToArray();
        double[]? seasons = null;
        if (Decomposition.IsSeasonal(values, season))
        {
            seasons = Decomposition.Seasons(values, season, factors: true);
            if (seasons.Any(s => !(s > SmallestFactor)))
                seasons = null;
        }

        for (var t = 0; seasons is not null && t < bare.Length; t++)
            bare[t] /= seasons[t % season];
        if (EtsFit.Of(bare, EtsModel.Simple, 1) is not { } fit)
            return null;

        var (level, alpha) = (fit.State.Next(), Math.Max(fit.State.Alpha, 1e-10));
        var drift = Decomposition.Line(bare).Slope / 2;
        var settled = (1 - Math.Pow(1 - alpha, bare.Length)) / alpha;
        var points = new (double, double)[horizon];
        for (var h = 0; h < horizon; h++)
        {
            var factor = seasons is null ? 1 : seasons[(bare.Length + h) % season];
            points[h] = ((level + drift * (h + settled)) * factor, Math.Sqrt(fit.Variance * (h * alpha * alpha + 1)));
        }

        return Forecast.Normal(Id, points);
    }
}
