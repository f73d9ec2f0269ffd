using Beleg.App.Dashboard.Parts;
using Beleg.Metrics;
using Beleg.Reports;
using Beleg.Reports.Charts;
using Shown = Beleg.Reports.Overviews.Overview;

namespace Beleg.App.Dashboard.Overview;

/// <summary>The overview's charts; null where there is nothing to draw.</summary>
/// <param name="overview">The figures.</param>
/// <param name="currency">ISO 4217 code of the workspace's money.</param>
/// <param name="rows">Where the rows of a metric are, in the page's days or others, within one value of a dimension or all; null where nobody may open them.</param>
internal sealed class OverviewCharts(Shown overview, string currency, Func<string, Period?, (string Dimension, string? Value)?, string?> rows)
{
    private const int Most = 6;

    /// <summary>Net value of the last months, from cautious to high.</summary>
    public Chart? NetTrend => MetricCharts.Scenarios(overview.Trend["net_value"], currency, Monthly("net_value")) is { IsEmpty: false, Categories.Count: > 1 } chart
        ? chart with { Height = 190 } : null;

    /// <summary>Attributed revenue by grade of evidence.</summary>
    public Chart? Evidence
    {
        get
        {
            var grades = overview.ByEvidence.Rows.Select(row => (Letter: row.Group[0].Value?.ToUpperInvariant() ?? "", row.Figure.Value))
                .Where(row => row.Value > 0 && Grades.Letters.Contains(row.Letter)).OrderBy(row => row.Letter, StringComparer.Ordinal).ToList();
            return grades.Count == 0 ? null : new Chart
            {
                Id = "evidence",
                Kind = ChartKind.Share,
                Title = Of(Language.Texts.EvidenceSplit),
                Note = grades.Any(grade => grade.Letter is "D" or "E") ? Of(Language.Texts.EvidenceSplitNote) : null,
                CategoryName = Dimensions.Find("evidence")!.Name,
                Unit = MetricUnit.Money,
                Currency = currency,
                Categories = [new ChartCategory(overview.ByEvidence.Metric.Name)],
                Series = [.. grades.Select(grade => new ChartSeries
                {
                    Name = new Words($"{grade.Letter} · {Grades.Meaning(grade.Letter).En}", $"{grade.Letter} · {Grades.Meaning(grade.Letter).De}"),
                    Values = [grade.Value],
                    Hrefs = [rows("attributed_revenue", null, ("evidence", grade.Letter.ToLowerInvariant()))],
                    Tone = ChartTone.GradeA + (grade.Letter[0] - 'A'),
                })],
            };
        }
    }

    /// <summary>Starts by entry point, the period before as a thin bar beneath.</summary>
    public Chart? Entries
    {
        get
        {
            var now = Rows(overview.Now["entry_starts"]);
            var before = overview.Before is { } then ? Rows(then["entry_starts"]) : null;
            string[] names = [.. now.Keys.Union(before is null ? now.Keys : before.Keys).OrderByDescending(name => now.GetValueOrDefault(name)).ThenBy(name => name, StringComparer.Ordinal).Take(Most + 3)];
            return names.Length == 0 ? null : new Chart
            {
                Id = "entries",
                Kind = ChartKind.Bars,
                Title = overview.Now["entry_starts"].Metric.Name,
                CategoryName = Dimensions.Find("entry_point")!.Name,
                Unit = MetricUnit.Count,
                Categories = [.. names.Select(name => new ChartCategory(GroupWords.Of("entry_point", name)))],
                Series =
                [
                    new ChartSeries { Name = new Words("This period", "Dieser Zeitraum"), Values = [.. names.Select(name => (decimal?)now.GetValueOrDefault(name))], Hrefs = Starts(names, null) },
                    .. before is null ? Array.Empty<ChartSeries>() : [new ChartSeries { Name = new Words("Before", "Davor"), Values = [.. names.Select(name => (decimal?)before.GetValueOrDefault(name))], Hrefs = Starts(names, overview.Request.Compared), Tone = ChartTone.Muted }],
                ],
            };
        }
    }

    /// <summary>Flows by the revenue credited to them.</summary>
    public Chart? TopFlows => MetricCharts.Ranking(overview.NowBy["flow"]["attributed_revenue"], currency, Most, flow => GroupWords.Of("flow", flow), flow => rows("attributed_revenue", null, ("flow", flow))) is { IsEmpty: false } chart
        ? chart with { Title = Of(Language.Texts.TopFlows) } : null;

    /// <summary>Credited revenue, month by month.</summary>
    public Chart? RevenueByMonth => MetricCharts.Trend(overview.Trend["attributed_revenue"], currency, "revenue-by-month", Monthly("attributed_revenue")) is { IsEmpty: false, Categories.Count: > 1 } chart
        ? chart with { Title = Of(Language.Texts.RevenueByMonth), Height = 130 } : null;

    /// <summary>Who solved it, month by month: the customer alone, or with a person.</summary>
    public Chart? Handled
    {
        get
        {
            var (alone, handed) = (MetricCharts.Trend(overview.Trend["self_serve_rate"], currency, "handled", Monthly("self_serve_rate")), MetricCharts.Trend(overview.Trend["handoff_rate"], currency, rows: Monthly("handoff_rate")));
            return alone.IsEmpty || alone.Categories.Count < 2 ? null : alone with
            {
                Title = Of(Language.Texts.HandledTrend),
                Height = 170,
                Series =
                [
                    alone.Series[0] with { Low = null, High = null, IsArea = false },
                    new ChartSeries { Name = overview.Trend["handoff_rate"].Metric.Name, Tone = ChartTone.Third, Values = Beside(alone, handed, handed.Series[0].Values), Hrefs = Beside(alone, handed, handed.Series[0].Hrefs ?? []) },
                ],
            };
        }
    }

    // The values of another chart at the months of this one.
    private static T?[] Beside<T>(Chart months, Chart other, IReadOnlyList<T?> values) =>
        [.. months.Categories.Select(month => other.Categories.ToList().IndexOf(month) is >= 0 and var at && at < values.Count ? values[at] : default)];

    // A data-driven model weighs the months of a trend together, and each month's own rows by that month alone: they would not be the figure's.
    private Func<Period, string?>? Monthly(string metric) =>
        (metric is "net_value" or "attributed_revenue") && LearnedWeights.Models.Contains(overview.Request.Model) ? null : month => rows(metric, month, null);

    private string?[] Starts(string[] names, Period? period) => [.. names.Select(name => rows("entry_starts", period, ("entry_point", name)))];

    private static Dictionary<string, decimal> Rows(MetricResult result) => result.Rows.Where(row => row.Figure.Value > 0).ToDictionary(row => row.Group[0].Value ?? "", row => row.Figure.Value!.Value, StringComparer.Ordinal);

    private static Words Of(Language.Phrase phrase) => new(phrase.En, phrase.De);
}
