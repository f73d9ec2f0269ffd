using Beleg.Metrics;

namespace Beleg.Reports.Charts;

/// <summary>The value axis: from where to where, and where its grid lines are.</summary>
/// <param name="Min">Lower end.</param>
/// <param name="Max">Upper end, above <paramref name="Min"/>.</param>
/// <param name="Ticks">Grid lines, ascending; both ends are among them.</param>
internal sealed record ChartScale(decimal Min, decimal Max, IReadOnlyList<decimal> Ticks)
{
    private const int WantedSteps = 4;

    private static readonly decimal[] factors = [1, 2, 2.5m, 5, 10];

    // Time is not decimal: grid lines of a duration stand at halves and quarters of minutes, hours and days.
    private static readonly decimal[] spans =
    [
        100, 200, 500, 1_000, 2_000, 5_000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 900_000, 1_800_000, 3_600_000, 7_200_000,
        14_400_000, 21_600_000, 43_200_000, 86_400_000, 172_800_000, 345_600_000, 604_800_000,
    ];

    /// <summary>A scale that holds every value, interval and mark of a chart, and zero.</summary>
    public static ChartScale Of(Chart chart)
    {
        var values = chart.Series.SelectMany(series => series.Values.Concat(series.Low ?? []).Concat(series.High ?? [])).Concat(chart.Marks.Select(mark => mark.Value)).OfType<decimal>().Append(0).ToList();
        return Of(values.Min(), values.Max(), chart.Unit);
    }

    /// <summary>A round scale around two values.</summary>
    public static ChartScale Of(decimal low, decimal high, MetricUnit unit)
    {
        if (high <= low)
            high = low + (unit == MetricUnit.DurationMs ? 1_000 : 1);
        var step = Step((high - low) / WantedSteps, unit);
        var (min, max) = (decimal.Floor(low / step) * step, decimal.Ceiling(high / step) * step);
        var ticks = new List<decimal>();
        for (var tick = min; tick <= max; tick += step)
            ticks.Add(tick);
        return new ChartScale(min, max, ticks);
    }

    /// <summary>Where a value lies between the ends, 0 to 1.</summary>
    public double Place(decimal value) => (double)((value - Min) / (Max - Min));

    private static decimal Step(decimal rough, MetricUnit unit)
    {
        if (unit == MetricUnit.DurationMs && Array.Find(spans, span => span >= rough) is > 0 and var found)
            return found;
        var ten = 1m;
        while (ten > rough)
            ten /= 10;
        while (ten * 10 <= rough)
            ten *= 10;
        var step = Array.Find(factors, factor => factor * ten >= rough) * ten;
        return unit == MetricUnit.Count ? Math.Max(1, decimal.Ceiling(step)) : step;
    }
}
