namespace Beleg.Statistics.Forecasts;

/// <summary>The same as one season ago. What every other method has to beat.</summary>
public sealed class SeasonalNaive : IForecaster
{
    /// <inheritdoc/>
    public string Id => "snaive";

    /// <inheritdoc/>
    public Forecast? Of(ReadOnlySpan<double> values, int season, int horizon)
    {
        season = Math.Max(1, season);
        if (values.Length <= season)
            return null;
        var squares = 0d;
        for (var t = season; t < values.Length; t++)
            squares += (values[t] - values[t - season]) * (values[t] - values[t - season]);
        var error = Math.Sqrt(squares / (values.Length - season));
        var points = new (double, double)[horizon];
        for (var h = 0; h < horizon; h++)
            points[h] = (values[values.Length - season + h % season], error * Math.Sqrt(h / season + 1));
        return Forecast.Normal(Id, points);
    }
}
