using Beleg.App.Acts;
using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Overview;
using Beleg.App.Dashboard.Pages;
using Beleg.Metrics;
using Beleg.Metrics.Rows;
using Beleg.Primitives;
using Beleg.Reports.Charts;

namespace Beleg.App.Dashboard;

/// <summary>The catalogue of metrics, and the page of each.</summary>
internal static class MetricEndpoints
{
    private const int Year = 12;

    // Beside what was credited stands what was measured.
    private static readonly string[] CreditedMoney = ["attributed_revenue", "influenced_revenue", "revenue_per_chat", "revenue_per_recipient", "revenue_value", "generated_value", "net_value"];

    public static void Map(IEndpointRouteBuilder routes, PageDoor door)
    {
        routes.MapGet("/w/{workspace}/metrics", door.SignedIn(ShowAllAsync));
        routes.MapGet("/w/{workspace}/metrics.{format}", door.SignedIn(request =>
            Api.MetricTableEndpoints.WriteAsync(request.Http, request.Workspace(), request.Route("format"), request.Data.Clock.GetCurrentInstant())));
        routes.MapGet("/w/{workspace}/metrics/{metric}", door.SignedIn(request => ShowOneAsync(request, null, StatusCodes.Status200OK)));
        routes.MapPost("/w/{workspace}/metrics/{metric}", door.Form(AgreeAsync));
    }

    private static async Task ShowAllAsync(PageRequest request)
    {
        var workspace = request.Workspace();
        var asked = AskedPeriod.Of(request, workspace, Filters.FilterOffer.Period);
        request.Visitor.Title = request.Tongue[Texts.Metrics];
        await PageDoor.DrawAsync<MetricsPage>(request.Http, new
        {
            Model = new MetricsModel
            {
                Workspace = workspace.Name,
                Zone = workspace.Zone,
                Asked = asked,
                Writes = new FigureText(request.Tongue, workspace.Currency),
                Table = await workspace.MetricTableAsync(asked.Request.Period, null, request.Http.RequestAborted),
            },
        });
    }

    private static async Task AgreeAsync(PageRequest request)
    {
        var workspace = request.Workspace();
        var metric = MetricCatalogue.Default.Find(request.Route("metric")) ?? throw new NotHereException();
        try
        {
            await new LedgerActs(new ActBook(request.Data, workspace, request.User!.Email))
                .AgreeAsync(metric.Id, request.Optional("owner"), request.Number("target"), request.Optional("reason"), request.Http.RequestAborted);
        }
        catch (UserErrorException mistake)
        {
            await ShowOneAsync(request, request.Visitor.Mistake(mistake), StatusCodes.Status400BadRequest);
            return;
        }

        request.Http.Response.Redirect($"/w/{workspace.Name}/metrics/{metric.Id}?said=saved#agreed");
    }

    private static async Task ShowOneAsync(PageRequest request, string? mistake, int status)
    {
        var workspace = request.Workspace();
        var metric = MetricCatalogue.Default.Find(request.Route("metric")) ?? throw new NotHereException();
        request.Visitor.Title = metric.Name.In(request.Tongue.Code);
        var table = await workspace.MetricTableAsync(Months.Of(workspace, request.Query("month")).Chosen, metric, request.Http.RequestAborted);
        var model = new MetricModel
        {
            Workspace = workspace.Name,
            Zone = workspace.Zone,
            Metric = metric,
            Months = [],
            Agreed = table.Rows.Single(row => row.Id == metric.Id),
            Writes = new FigureText(request.Tongue, workspace.Currency),
            Mistake = mistake,
        };
        if (metric.IsDue)
        {
            var (_, month, _) = Months.Of(workspace, request.Query("month"));
            var ask = new MetricRequest { Metrics = [metric], Period = new Period(month.To.PlusMonths(-Year), month.To), Grain = Grain.Month, Splits = false, Basis = EvidenceBasis.Conservative };
            var result = (await workspace.QueryAsync(ask, request.Http.RequestAborted)).Results[0];
            var explained = await workspace.ExplainAsync(ask with { Grain = null, Splits = true, Period = month, Intervals = false }, request.Http.RequestAborted);
            var text = new FigureText(request.Tongue, workspace.Currency);
            var rows = result.Rows.GroupBy(row => row.Period).Select(group => (Period: group.Key, group.First().Figure)).SkipWhile(row => row.Figure.Value is null or 0).ToList();
            model = model with
            {
                Months = [.. rows.Select(row => (row.Period, text.Cautious(result with { Total = row.Figure }) with { Href = RowsPath.Of(workspace.Name, metric.Id, ask with { Period = row.Period }) })).Reverse()],
                Trend = rows.Count <= 1 ? null : rows.Any(row => row.Figure.Low is not null) ? MetricCharts.Scenarios(result, workspace.Currency.Code) : MetricCharts.Trend(result, workspace.Currency.Code),
                Sql = string.Join("\n\n", explained.Statements.Select(statement => statement.Sql)),
                Gaps = [.. result.Gaps.Select(gap => gap.In(request.Tongue.Code))],
                Notes = [.. result.Notes.Select(note => note.In(request.Tongue.Code))],
                Beside = [.. Beside(result, rows.Count > 0 ? rows[^1].Figure : result.Total).Select(part => (
                    metric.PartName(part.Key).In(request.Tongue.Code), text.Value(metric.PartUnit(part.Key), part.Value.Value), text.Interval(metric.PartUnit(part.Key), part.Value),
                    rows.Count > 0 && rows[^1].Figure.Parts.ContainsKey(part.Key) && RowReader.CanRead(metric, part.Key) ? RowsPath.Of(workspace.Name, metric.Id, ask with { Period = rows[^1].Period }, ("part", part.Key)) : null))],
                Assumptions = [.. result.Assumptions.Select(assumption => (AssumptionNames.Of(request.Tongue, assumption.Id), assumption.Value.ToString("#,0.####", request.Tongue.Culture) + " " + AssumptionNames.Unit(request.Tongue, assumption.Unit), assumption.Approver))],
            };
        }

        var lifts = CreditedMoney.Contains(metric.Id) ? await Hosting.StatisticsOf.LiftsAsync(workspace, request.Http.RequestAborted) : [];
        await PageDoor.DrawAsync<MetricPage>(request.Http, new { Model = model, Lifts = lifts }, status);
    }

    // A fit stands beside the whole only; seen from the period's end it is the last month's too.
    private static IEnumerable<KeyValuePair<string, Figure>> Beside(MetricResult result, Figure last) =>
        last.Parts.Concat(result.Total.Parts.Where(part => !last.Parts.ContainsKey(part.Key)));
}
