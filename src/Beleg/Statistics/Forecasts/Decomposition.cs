namespace Beleg.Statistics.Forecasts;

/// <summary>Classical decomposition: a moving average over a season takes the trend out, the means of what remains are the seasons.</summary>
internal static class Decomposition
{
    /// <summary>The seasons in the order of the values, the first value's first; their mean is 0, or 1 where they are factors.</summary>
    /// <param name="values">At least two seasons.</param>
    /// <param name="season">Values in a season.</param>
    /// <param name="factors">Whether seasons multiply.</param>
    public static double[] Seasons(ReadOnlySpan<double> values, int season, bool factors)
    {
        var (sums, counts, half) = (new double[season], new int[season], season / 2);
        for (var t = half; t < values.Length - half; t++)
        {
            // Over an even season the two outermost values count half each.
            var trend = season % 2 == 0 ? (values[t - half] + values[t + half]) / 2 : values[t - half] + values[t + half];
            if (half == 0)
                trend = values[t];
            for (var i = t - half + 1; i < t + half; i++)
                trend += values[i];
            trend /= season;
            sums[t % season] += factors ? values[t] / trend : values[t] - trend;
            counts[t % season]++;
        }

        for (var i = 0; i < season; i++)
            sums[i] = counts[i] > 0 ? sums[i] / counts[i] : factors ? 1 : 0;
        var mean = sums.Average();
        for (var i = 0; i < season; i++)
            sums[i] = factors ? sums[i] / mean : sums[i] - mean;
        return sums;
    }

    /// <summary>The line of least squares through values at 1, 2, 3 …</summary>
    public static (double Intercept, double Slope) Line(ReadOnlySpan<double> values)
    {
        double n = values.Length;
        var (sum, products) = (0d, 0d);
        for (var t = 0; t < values.Length; t++)
        {
            sum += values[t];
            products += (t + 1) * values[t];
        }

        var slope = n < 2 ? 0 : (products - (n + 1) / 2 * sum) / (n * (n * n - 1) / 12);
        return (sum / n - slope * (n + 1) / 2, slope);
    }

    /// <summary>Whether values a season apart hang together more than chance allows, at 90 %.</summary>
    public static bool IsSeasonal(ReadOnlySpan<double> values, int season)
    {
        if (season < 2 || values.Length <= 2 * season)
            return false;
        var mean = 0d;
        foreach (var value in values)
            mean += value / values.Length;
        var (whole, others, last) = (Lagged(values, mean, 0), 0d, 0d);
        if (whole <= 0)
            return false;
        for (var lag = 1; lag <= season; lag++)
        {
            last = Lagged(values, mean, lag) / whole;
            others += lag < season ? last * last : 0;
        }

        return Math.Abs(last) / Math.Sqrt((1 + 2 * others) / values.Length) > 1.6448536269514722;
    }

    private static double Lagged(ReadOnlySpan<double> values, double mean, int lag)
    {
        var sum = 0d;
        for (var t = lag; t < values.Length; t++)
            sum += (values[t] - mean) * (values[t - lag] - mean);
        return sum;
    }
}
