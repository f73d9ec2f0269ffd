namespace Beleg.Statistics.Forecasts;

/// <summary>
/// Simple exponential smoothing: the level goes on as it is. For a past too short to tell a trend or a season from chance, where a line drawn
/// on for longer than it was seen would promise what nobody knows.
/// </summary>
public sealed class LevelSmoothing : IForecaster
{
    /// <inheritdoc/>
    public string Id => "level";

    /// <inheritdoc/>
    public Forecast? Of(ReadOnlySpan<double> values, int season, int horizon) =>
        EtsFit.Of(values.ToArray(), EtsModel.Simple, 1) is not { } fit ? null : ExponentialSmoothing.Ahead(fit, 1, horizon) with { Method = Id };
}
