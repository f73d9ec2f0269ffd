using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Reports.Charts;

namespace Beleg.App.Dashboard;

/// <summary>The catalogue of metrics, and the page of each.</summary>
internal static class MetricEndpoints
{
    private const int Year = 12;

    public static Task ShowAllAsync(PageRequest request)
    {
        var workspace = request.Workspace();
        request.Visitor.Title = request.Tongue[Texts.Metrics];
        return PageDoor.DrawAsync<MetricsPage>(request.Http, new { Workspace = workspace.Name, Metrics = MetricCatalogue.Default.All });
    }

    public static async Task ShowOneAsync(PageRequest request)
    {
        var workspace = request.Workspace();
        var metric = MetricCatalogue.Default.Find(request.Route("metric")) ?? throw new NotHereException();
        request.Visitor.Title = metric.Name.In(request.Tongue.Code);
        var model = new MetricModel { Workspace = workspace.Name, Zone = workspace.Zone, Metric = metric, Months = [] };
        if (metric.IsDue)
        {
            var (_, month, _) = Months.Of(workspace, request.Query("month"));
            var ask = new MetricRequest { Metrics = [metric], Period = new Period(month.To.PlusMonths(-Year), month.To), Grain = Grain.Month };
            var result = (await workspace.QueryAsync(ask, request.Http.RequestAborted)).Results[0];
            var explained = await workspace.ExplainAsync(ask with { Grain = null, Period = month, Intervals = false }, request.Http.RequestAborted);
            var text = new FigureText(request.Tongue, workspace.Currency);
            var rows = result.Rows.GroupBy(row => row.Period).Select(group => (Period: group.Key, group.First().Figure)).SkipWhile(row => row.Figure.Value is null or 0).ToList();
            model = model with
            {
                Months = [.. rows.Select(row => (row.Period, text.Tile(result with { Total = row.Figure }))).Reverse()],
                Trend = rows.Count > 1 ? MetricCharts.Trend(result, workspace.Currency.Code) : null,
                Sql = string.Join("\n\n", explained.Statements.Select(statement => statement.Sql)),
                Gaps = [.. result.Gaps.Select(gap => gap.In(request.Tongue.Code))],
                Assumptions = [.. result.Assumptions.Select(assumption => (assumption.Id, assumption.Value.ToString("0.####", request.Tongue.Culture) + " " + assumption.Unit, assumption.Approver))],
            };
        }

        await PageDoor.DrawAsync<MetricPage>(request.Http, new { Model = model });
    }
}
