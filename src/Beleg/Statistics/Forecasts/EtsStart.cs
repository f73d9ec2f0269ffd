namespace Beleg.Statistics.Forecasts;

/// <summary>Where the search for a smoothing model begins: states read off the first values.</summary>
/// <param name="Level">The level before the first value.</param>
/// <param name="Trend">The trend before it.</param>
/// <param name="Seasons">The seasons in the order in which they come; empty for none.</param>
internal sealed record EtsStart(double Level, double Trend, double[] Seasons)
{
    private const double SmallestFactor = .01;

    /// <summary>Reads the states off: seasons by classical decomposition, level and trend by a line through the first values without them.</summary>
    public static EtsStart Of(ReadOnlySpan<double> values, EtsModel model, int season)
    {
        double[] bare = [.. values];
        double[] seasons = [];
        if (model.Season != EtsPart.None)
        {
            seasons = Decomposition.Seasons(values, season, model.Season == EtsPart.Multiplicative);
            if (model.Season == EtsPart.Multiplicative)
                Positive(seasons);
            for (var t = 0; t < bare.Length; t++)
                bare[t] = model.Season == EtsPart.Multiplicative ? bare[t] / seasons[t % season] : bare[t] - seasons[t % season];
        }

        var first = Math.Min(Math.Max(10, 2 * season), bare.Length);
        if (model.Trend == EtsTrend.None)
            return new EtsStart(bare.AsSpan(0, first).ToArray().Average(), 0, seasons);
        var (intercept, slope) = Decomposition.Line(bare.AsSpan(0, first));
        return new EtsStart(intercept - slope, slope, seasons);
    }

    private static void Positive(double[] factors)
    {
        for (var i = 0; i < factors.Length; i++)
            factors[i] = Math.Max(factors[i], SmallestFactor);
        var mean = factors.Average();
        for (var i = 0; i < factors.Length; i++)
            factors[i] /= mean;
    }
}
