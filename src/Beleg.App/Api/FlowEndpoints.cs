using System.Text.Json;
using Beleg.App.Hosting;
using Beleg.Metrics;
using Beleg.Reports;

namespace Beleg.App.Api;

/// <summary>Flows for programs: the list, and the funnel of one.</summary>
internal static class FlowEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, ApiDoor door)
    {
        routes.MapGet("/api/{workspace}/flows", door.Read(ListAsync));
        routes.MapGet("/api/{workspace}/flows/{flow}", door.Read(ReadAsync));
    }

    private static async Task ListAsync(HttpContext http, OpenWorkspace workspace)
    {
        var question = Question(http, workspace);
        var flows = await workspace.Flows.ListAsync(question, http.RequestAborted);
        await WriteAsync(http, new
        {
            from = question.Period.From,
            to = question.Period.To,
            currency = workspace.Currency.Code,
            flows = flows.Select(flow => new
            {
                flow = flow.Flow,
                starts = Of(flow.Starts),
                goal_rate = Of(flow.GoalRate),
                step_dropoff = Of(flow.DropOff),
                revenue_per_chat = Of(flow.RevenuePerChat),
                cost = flow.Cost,
                trend = flow.Trend.Select(row => new { from = row.Period.From, to = row.Period.To, starts = row.Figure.Value }),
            }),
        });
    }

    private static async Task ReadAsync(HttpContext http, OpenWorkspace workspace)
    {
        var question = Question(http, workspace);
        if (await workspace.Flows.ReadAsync(PathParts.At(http, 4), question, http.RequestAborted) is not { } report)
        {
            await Problem.NotFound("The workspace has no such flow.").WriteAsync(http);
            return;
        }

        await WriteAsync(http, new
        {
            flow = report.Flow,
            from = question.Period.From,
            to = question.Period.To,
            currency = workspace.Currency.Code,
            figures = report.Head.Results.ToDictionary(result => result.Metric.Id, result => Of(result.Total)),
            cost = report.Cost,
            versions = report.Versions.Select(version => new { version = version.Version, starts = Of(version.Starts), goal_rate = Of(version.GoalRate) }),
            steps = report.Steps.Select(step => new { version = step.Version, step = step.Step, index = step.Index, visits = step.Visits.Value, runs = step.Runs.Value, dropoff = Of(step.DropOff) }),
            branches = report.Branches.Select(branch => new { version = branch.Version, step = branch.Step, branch = branch.Branch, chosen = branch.Chosen, of = branch.Of, share = decimal.Round(branch.Share, 12) }),
            messages = report.Messages.Select(message => new { step = message.Step, template = message.Template, delivery_rate = Of(message.Delivered), read_rate = Of(message.Read), ctr = Of(message.Clicked), reply_rate = Of(message.Replied) }),
        });
    }

    /// <summary>The question that an address asks of flows.</summary>
    /// <exception cref="Primitives.UserErrorException">Something in it is wrong; the message lists all of it.</exception>
    public static MetricRequest Question(HttpContext http, OpenWorkspace workspace)
    {
        var words = http.Request.Query.Where(part => part.Key is not ("lang" or "metrics" or "by" or "grain" or "said")).SelectMany(part => part.Value, (part, value) => KeyValuePair.Create(part.Key, value));
        return MetricRequestReader.Read(words.Append(KeyValuePair.Create("metrics", (string?)"flow_starts")), MetricCatalogue.Default, Dashboard.Months.Standard(workspace));
    }

    private static object? Of(Figure? figure) => figure is null ? null : new
    {
        value = figure.Value,
        numerator = figure.Numerator,
        denominator = figure.Denominator,
        interval = figure.Interval is { } interval ? new { low = interval.Low, high = interval.High } : null,
        low_sample = figure.LowSample,
        provisional = figure.Provisional,
        before = figure.Compare?.Value,
    };

    private static Task WriteAsync<T>(HttpContext http, T answer) => FigureEndpoints.WriteAsync(http, JsonSerializer.SerializeToUtf8Bytes(answer, ReportJson.Compact));
}
