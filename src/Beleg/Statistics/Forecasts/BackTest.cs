namespace Beleg.Statistics.Forecasts;

/// <summary>How a method would have done: forecasts made at several points of the past, held against what came.</summary>
/// <param name="Method">Its id.</param>
/// <param name="MeanAbsoluteError">In the unit of the values, over all points and steps.</param>
/// <param name="Coverage80">The share of values inside the 80 % intervals, 0 to 1.</param>
/// <param name="Coverage95">The share inside the 95 % intervals.</param>
/// <param name="Forecasts">Made at how many points.</param>
public sealed record BackTest(string Method, double MeanAbsoluteError, double Coverage80, double Coverage95, int Forecasts)
{
    /// <summary>Points of the past, unless another number is asked for.</summary>
    public const int DefaultOrigins = 4;

    /// <summary>Makes forecasts at the last points that leave a whole horizon to check, each learning only from what was before it.</summary>
    /// <returns>Null where the method could not look ahead from any of them.</returns>
    public static BackTest? Of(IForecaster method, ReadOnlySpan<double> values, int season, int horizon, int origins = DefaultOrigins)
    {
        var (error, in80, in95, steps, made) = (0d, 0, 0, 0, 0);
        var apart = Math.Max(1, horizon / 2);
        for (var origin = values.Length - horizon; origin > 0 && made < origins; origin -= apart)
        {
            if (method.Of(values[..origin], season, horizon) is not { } forecast)
                break;
            made++;
            for (var h = 0; h < horizon; h++)
            {
                var (point, value) = (forecast.Points[h], values[origin + h]);
                error += Math.Abs(point.Mean - value);
                in80 += value >= point.Low80 && value <= point.High80 ? 1 : 0;
                in95 += value >= point.Low95 && value <= point.High95 ? 1 : 0;
                steps++;
            }
        }

        return made == 0 ? null : new BackTest(method.Id, error / steps, (double)in80 / steps, (double)in95 / steps, made);
    }
}
