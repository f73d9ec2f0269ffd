namespace Beleg.Statistics.Forecasts;

/// <summary>How far forecasts were off.</summary>
public static class ForecastError
{
    /// <summary>Symmetric mean absolute percentage error, 0 to 200; a step where both are 0 is no error.</summary>
    public static double SymmetricPercent(IReadOnlyList<double> actual, IReadOnlyList<double> forecast)
    {
        var sum = 0d;
        for (var h = 0; h < actual.Count; h++)
        {
            var whole = Math.Abs(actual[h]) + Math.Abs(forecast[h]);
            sum += whole > 0 ? 200 * Math.Abs(actual[h] - forecast[h]) / whole : 0;
        }

        return sum / actual.Count;
    }

    /// <summary>The mean absolute error over that of 'the same as one season ago' among the values learned from: below 1 is better. Null where those never change.</summary>
    public static double? Scaled(ReadOnlySpan<double> learned, int season, IReadOnlyList<double> actual, IReadOnlyList<double> forecast)
    {
        season = Math.Max(1, season);
        var naive = 0d;
        for (var t = season; t < learned.Length; t++)
            naive += Math.Abs(learned[t] - learned[t - season]);
        naive /= Math.Max(1, learned.Length - season);
        return naive > 0 ? actual.Select((a, h) => Math.Abs(a - forecast[h])).Average() / naive : null;
    }
}
