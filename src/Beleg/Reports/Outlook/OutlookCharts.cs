using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Reports.Charts;

namespace Beleg.Reports.Outlook;

/// <summary>Draws what was and what is expected, with the interval that holds four of five.</summary>
public static class OutlookCharts
{
    private const int MostPast = 36;

    /// <summary>One chart; what is expected begins at the last value that was.</summary>
    public static Chart Of(OutlookReport report)
    {
        var past = report.Past.TakeLast(MostPast).ToList();
        var joined = past.Count > 0 && report.Ahead.Count > 0;
        var before = joined ? past.Count - 1 : past.Count;
        IEnumerable<decimal?> Ahead(Func<OutlookPoint, decimal?> value) =>
            Enumerable.Repeat<decimal?>(null, before).Concat(joined ? [past[^1].Value] : []).Concat(report.Ahead.Select(value));
        return new Chart
        {
            Id = "outlook",
            Kind = ChartKind.Line,
            Title = report.Name,
            CategoryName = new Words("From", "Ab"),
            Unit = report.Unit,
            HasWholeMoney = true,
            Currency = report.Unit == MetricUnit.Money ? report.Currency : null,
            Categories = [.. past.Concat(report.Ahead).Select(p => report.Grain == Grain.Month ? ChartCategory.Month(p.From.ToYearMonth()) : ChartCategory.Day(p.From))],
            Series =
            [
                new ChartSeries { Name = new Words("Was", "War"), Values = [.. past.Select(p => (decimal?)p.Value), .. report.Ahead.Select(_ => (decimal?)null)] },
                new ChartSeries
                {
                    Name = new Words("Expected, 80% interval", "Erwartet, 80-%-Intervall"),
                    Values = [.. Ahead(p => p.Value)],
                    Low = [.. Ahead(p => p.Low80)],
                    High = [.. Ahead(p => p.High80)],
                    RangeName = new Words("80% interval", "80-%-Intervall"),
                    Tone = ChartTone.Second,
                    IsDashed = true,
                },
            ],
        };
    }
}
