namespace Beleg.Statistics.Forecasts;

/// <summary>
/// Simple exponential smoothing: the level goes on as it is. For a past too short to tell a trend or a season from chance, where a line drawn
/// on for longer than it was seen would promise what nobody knows.
/// </summary>
/// <remarks>The error of a sum of h steps: σ² Σ (1 + (h − j) α)², j from 1 to h; what moves the level moves all steps after it.</remarks>
public sealed class LevelSmoothing : IForecaster
{
    /// <inheritdoc/>
    public string Id => "level";

    /// <inheritdoc/>
    public Forecast? Of(ReadOnlySpan<double> values, int season, int horizon)
    {
        if (EtsFit.Of(values.ToArray(), EtsModel.Simple, 1) is not { } fit)
            return null;
        var squares = Enumerable.Range(0, horizon).Sum(left => (1 + left * fit.State.Alpha) * (1 + left * fit.State.Alpha));
        return ExponentialSmoothing.Ahead(fit, 1, horizon) with { Method = Id, SumError = Math.Sqrt(fit.Variance * squares) };
    }
}
