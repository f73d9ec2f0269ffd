using Beleg.Metrics;

namespace Beleg.Reports.Charts;

/// <summary>Charts of the metric engine's results: they carry its figures and compute none.</summary>
public static class MetricCharts
{
    /// <summary>A metric over the pieces of its period, all groups together, with its interval where it has one. Empty pieces before the first value are left out.</summary>
    /// <param name="result">Asked with a grain.</param>
    /// <param name="currency">ISO 4217 code of the workspace's money.</param>
    /// <param name="id">The chart's name on the page; the metric's where null.</param>
    /// <param name="rows">Where the rows of a piece are; null where nobody may open them.</param>
    public static Chart Trend(MetricResult result, string currency, string? id = null, Func<Period, string?>? rows = null)
    {
        var pieces = result.Rows.GroupBy(row => row.Period).Select(piece => (Period: piece.Key, piece.First().Figure)).SkipWhile(piece => piece.Figure.Value is null or 0).ToList();
        var hasInterval = pieces.Any(piece => piece.Figure.Interval is not null);
        return new Chart
        {
            Id = id ?? "trend-" + result.Metric.Id.Replace('_', '-'),
            Kind = ChartKind.Line,
            Title = result.Metric.Name,
            CategoryName = new Words("Period", "Zeitraum"),
            Unit = result.Metric.Unit,
            Currency = result.Metric.Unit == MetricUnit.Money ? currency : null,
            Categories = [.. pieces.Select(piece => Category(piece.Period))],
            Series =
            [
                new ChartSeries
                {
                    Name = result.Metric.Name,
                    Values = [.. pieces.Select(piece => piece.Figure.Value)],
                    Low = hasInterval ? [.. pieces.Select(piece => piece.Figure.Interval?.Low)] : null,
                    High = hasInterval ? [.. pieces.Select(piece => piece.Figure.Interval?.High)] : null,
                    IsArea = !hasInterval,
                    Hrefs = rows is null ? null : [.. pieces.Select(piece => rows(piece.Period))],
                },
            ],
        };
    }

    /// <summary>
    /// A figure that rests on assumptions, month by month: the line is the cautious value, the band reaches up to the high one. Where all scenarios
    /// are the same there is a line and no more: an area down to zero would be read as the band.
    /// </summary>
    /// <param name="result">Asked with a grain.</param>
    /// <param name="currency">ISO 4217 code of the workspace's money.</param>
    /// <param name="rows">Where what a piece is made of stands; null where nobody may open it.</param>
    public static Chart Scenarios(MetricResult result, string currency, Func<Period, string?>? rows = null)
    {
        var cautious = Trend(result with { Rows = [.. result.Rows.Select(row => row with { Figure = row.Figure with { Value = row.Figure.Cautious, Interval = null } })] }, currency, rows: rows);
        var known = result.Rows.Skip(result.Rows.Count - cautious.Categories.Count).Select(row => row.Figure).ToList();
        var isRange = known.Any(figure => figure.High is not null && figure.High != figure.Low);
        return cautious with
        {
            Series = [cautious.Series[0] with { Low = isRange ? [.. known.Select(figure => figure.Low)] : null, High = isRange ? [.. known.Select(figure => figure.High)] : null, RangeName = ChartSeries.Scenarios, IsArea = false }],
        };
    }

    /// <summary>A metric by its groups, ranked as the engine ranks them.</summary>
    /// <param name="result">Asked with one dimension and no grain.</param>
    /// <param name="currency">ISO 4217 code of the workspace's money.</param>
    /// <param name="most">Rows at most.</param>
    /// <param name="label">Writes a group's value for people; null is none.</param>
    /// <param name="rows">Where the rows of a group are; null where nobody may open them.</param>
    public static Chart Ranking(MetricResult result, string currency, int most, Func<string?, Words> label, Func<string?, string?>? rows = null)
    {
        var ranked = result.Rows.Where(row => row.Figure.Value is not null and not 0).OrderByDescending(row => row.Figure.Value).Take(most).ToList();
        var hasInterval = ranked.Any(row => row.Figure.Interval is not null);
        return new Chart
        {
            Id = "by-" + (result.By.Count > 0 ? result.By[0] : "all").Replace('_', '-') + "-" + result.Metric.Id.Replace('_', '-'),
            Kind = ChartKind.Bars,
            Title = result.Metric.Name,
            CategoryName = result.By.Count > 0 && Dimensions.Find(result.By[0]) is { } dimension ? dimension.Name : new Words("Group", "Gruppe"),
            Unit = result.Metric.Unit,
            Currency = result.Metric.Unit == MetricUnit.Money ? currency : null,
            Categories = [.. ranked.Select(row => new ChartCategory(label(Group(row))))],
            Series =
            [
                new ChartSeries
                {
                    Name = result.Metric.Name,
                    Values = [.. ranked.Select(row => row.Figure.Value)],
                    Low = hasInterval ? [.. ranked.Select(row => row.Figure.Interval?.Low)] : null,
                    High = hasInterval ? [.. ranked.Select(row => row.Figure.Interval?.High)] : null,
                    Hrefs = rows is null ? null : [.. ranked.Select(row => rows(Group(row)))],
                },
            ],
        };
    }

    private static string? Group(MetricRow row) => row.Group.Count > 0 ? row.Group[0].Value : null;

    /// <summary>A piece of time as a place on an axis: a month by its name, anything else by its first day.</summary>
    public static ChartCategory Category(Period period) =>
        period.IsWholeMonths && period.From.PlusMonths(1) == period.To ? ChartCategory.Month(period.From.ToYearMonth()) : ChartCategory.Day(period.From);
}
