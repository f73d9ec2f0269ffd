using Beleg.Metrics;

namespace Beleg.Reports.Charts;

/// <summary>Where each bar of a waterfall begins and ends.</summary>
internal static class ChartWaterfall
{
    /// <summary>The two ends of each bar: a total stands on zero, a part on the sum before it.</summary>
    public static IReadOnlyList<(decimal From, decimal To)> Ends(Chart chart)
    {
        var (ends, sum) = (new List<(decimal, decimal)>(chart.Categories.Count), 0m);
        for (var i = 0; i < chart.Categories.Count; i++)
        {
            var value = chart.Series[0].Values[i] ?? 0;
            var from = chart.Categories[i].IsTotal ? 0 : sum;
            sum = chart.Categories[i].IsTotal ? value : sum + value;
            ends.Add((from, sum));
        }

        return ends;
    }

    /// <summary>The tone of a bar: of a part whether it moved the figure the way it should move.</summary>
    public static ChartTone ToneOf(Chart chart, int category)
    {
        if (chart.Categories[category].IsTotal)
            return chart.Series[0].Tone;
        var rises = (chart.Series[0].Values[category] ?? 0) >= 0;
        return chart.Good switch
        {
            GoodDirection.Neutral => ChartTone.Second,
            GoodDirection.Down => rises ? ChartTone.Bad : ChartTone.Good,
            _ => rises ? ChartTone.Good : ChartTone.Bad,
        };
    }
}
