using Beleg.App.Dashboard.Parts;
using Beleg.Metrics;
using Beleg.Reports;
using Beleg.Reports.Charts;
using Shown = Beleg.Reports.Overviews.Overview;

namespace Beleg.App.Dashboard.Overview;

/// <summary>The overview's charts; null where there is nothing to draw.</summary>
/// <param name="overview">The figures.</param>
/// <param name="currency">ISO 4217 code of the workspace's money.</param>
/// <param name="rows">Where the rows of a metric are within one value of a dimension; null where nobody may open them.</param>
internal sealed class OverviewCharts(Shown overview, string currency, Func<string, string, string?, string?> rows)
{
    private const int Most = 6;

    /// <summary>Net value of the last months, from cautious to high.</summary>
    public Chart? NetTrend => MetricCharts.Scenarios(overview.Trend["net_value"], currency) is { IsEmpty: false, Categories.Count: > 1 } chart
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
                Unit = MetricUnit.Money,
                Currency = currency,
                Categories = [new ChartCategory(Of(Language.Texts.EvidenceSplit))],
                Series = [.. grades.Select(grade => new ChartSeries
                {
                    Name = new Words($"{grade.Letter} · {Grades.Meaning(grade.Letter).En}", $"{grade.Letter} · {Grades.Meaning(grade.Letter).De}"),
                    Values = [grade.Value],
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
                Categories = [.. names.Select(name => new ChartCategory(GroupWords.Of("entry_point", name)) { Href = rows("entry_starts", "entry_point", name) })],
                Series =
                [
                    new ChartSeries { Name = new Words("This period", "Dieser Zeitraum"), Values = [.. names.Select(name => (decimal?)now.GetValueOrDefault(name))] },
                    .. before is null ? Array.Empty<ChartSeries>() : [new ChartSeries { Name = new Words("Before", "Davor"), Values = [.. names.Select(name => (decimal?)before.GetValueOrDefault(name))], Tone = ChartTone.Muted }],
                ],
            };
        }
    }

    /// <summary>Flows by the revenue credited to them.</summary>
    public Chart? TopFlows => MetricCharts.Ranking(overview.NowBy["flow"]["attributed_revenue"], currency, Most, flow => GroupWords.Of("flow", flow), flow => rows("attributed_revenue", "flow", flow)) is { IsEmpty: false } chart
        ? chart with { Title = Of(Language.Texts.TopFlows) } : null;

    /// <summary>Credited revenue, month by month.</summary>
    public Chart? RevenueByMonth => MetricCharts.Trend(overview.Trend["attributed_revenue"], currency, "revenue-by-month") is { IsEmpty: false, Categories.Count: > 1 } chart
        ? chart with { Title = Of(Language.Texts.RevenueByMonth), Height = 130 } : null;

    /// <summary>Who solved it, month by month: the customer alone, or with a person.</summary>
    public Chart? Handled
    {
        get
        {
            var (alone, handed) = (MetricCharts.Trend(overview.Trend["self_serve_rate"], currency, "handled"), MetricCharts.Trend(overview.Trend["handoff_rate"], currency));
            return alone.IsEmpty || alone.Categories.Count < 2 ? null : alone with
            {
                Title = Of(Language.Texts.HandledTrend),
                Height = 170,
                Series =
                [
                    alone.Series[0] with { Low = null, High = null, IsArea = false },
                    new ChartSeries { Name = overview.Trend["handoff_rate"].Metric.Name, Tone = ChartTone.Third, Values = [.. alone.Categories.Select(month => handed.Categories.ToList().IndexOf(month) is >= 0 and var at ? handed.Series[0].Values[at] : null)] },
                ],
            };
        }
    }

    private static Dictionary<string, decimal> Rows(MetricResult result) => result.Rows.Where(row => row.Figure.Value > 0).ToDictionary(row => row.Group[0].Value ?? "", row => row.Figure.Value!.Value, StringComparer.Ordinal);

    private static Words Of(Language.Phrase phrase) => new(phrase.En, phrase.De);
}
