namespace Beleg.Statistics.Forecasts;

/// <summary>The mean of what was, for a past that is too short for anything else and keeps no direction.</summary>
/// <remarks>
/// The error of a sum of h steps: s² (h + h² ÷ n), with s² widened by (1 + ρ) ÷ (1 − ρ) where neighbours go together (ρ is their correlation): a
/// good week that brings another says less than two weeks would.
/// </remarks>
public sealed class LevelMean : IForecaster
{
    private const int Few = 4;
    private const double MostTogether = .9;

    /// <inheritdoc/>
    public string Id => "mean";

    /// <inheritdoc/>
    public Forecast? Of(ReadOnlySpan<double> values, int season, int horizon)
    {
        if (values.Length < Few)
            return null;
        var (count, mean) = (values.Length, 0d);
        foreach (var value in values)
            mean += value / count;
        var (squares, neighbours) = (0d, 0d);
        for (var t = 0; t < count; t++)
        {
            squares += (values[t] - mean) * (values[t] - mean);
            neighbours += t == 0 ? 0 : (values[t] - mean) * (values[t - 1] - mean);
        }

        var together = squares == 0 ? 0 : Math.Clamp(neighbours / squares, 0, MostTogether);
        var variance = squares / (count - 1);
        var error = Math.Sqrt(variance * (1 + 1d / count));
        return Forecast.Normal(Id, Enumerable.Repeat((mean, error), horizon)) with
        {
            SumError = Math.Sqrt(variance * (1 + together) / (1 - together) * (horizon + (double)horizon * horizon / count)),
        };
    }
}
