using System.Text.Json;
using Beleg.App.Acts;
using Beleg.App.Dashboard;
using Beleg.App.Dashboard.Language;
using Beleg.App.Hosting;
using Beleg.Metrics;
using Beleg.Reports;
using NodaTime;

namespace Beleg.App.Api;

/// <summary>The living document of the metrics: JSON, CSV and a workbook, and agreeing on owner and target.</summary>
internal sealed class MetricTableEndpoints(Installation data)
{
    public void Map(IEndpointRouteBuilder routes, ApiDoor door)
    {
        routes.MapGet("/api/{workspace}/metric-table.{format}", door.Read(ReadAsync));
        routes.MapPost("/api/{workspace}/metric-table/{metric}", door.Admin(AgreeAsync));
    }

    /// <summary>Sends the document as a file.</summary>
    public static async Task WriteAsync(HttpContext http, OpenWorkspace workspace, string format, Instant now)
    {
        if (!MetricTableFile.Formats.Contains(format))
        {
            await Problem.NotFound("There are .json, .csv and .xlsx.").WriteAsync(http);
            return;
        }

        var words = http.Request.Query.Where(part => part.Key is "from" or "to" or "month").SelectMany(part => part.Value, (part, value) => KeyValuePair.Create(part.Key, value));
        var period = MetricRequestReader.Read(words.Append(KeyValuePair.Create("metrics", (string?)"aov")), MetricCatalogue.Default, Dashboard.Months.Standard(workspace)).Period;
        var table = await workspace.MetricTableAsync(period, null, http.RequestAborted);
        var tongue = Tongue.Find(http.Request.Query["lang"]) ?? Tongue.Find(workspace.Settings.Language) ?? Tongue.English;
        var bytes = MetricTableFile.Bytes(table, format, tongue, now);
        if (format == "json")
        {
            await FigureEndpoints.WriteAsync(http, bytes);
            return;
        }

        http.Response.ContentType = format == "csv" ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"metrics-{workspace.Name}-{Dashboard.Months.Code(table.Period)}.{format}\"";
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private Task ReadAsync(HttpContext http, OpenWorkspace workspace) => WriteAsync(http, workspace, (string)http.Request.RouteValues["format"]!, data.Clock.GetCurrentInstant());

    private async Task AgreeAsync(HttpContext http, OpenWorkspace workspace)
    {
        var wanted = await JsonBody.ReadAsync<Agreement>(http, """{"owner": "Growth lead", "target": 6.5, "reason": "QBR of May"}""");
        var metric = (string)http.Request.RouteValues["metric"]!;
        await new LedgerActs(new ActBook(data, workspace, ApiDoor.AuthorOf(http))).AgreeAsync(metric, wanted.Owner, wanted.Target, wanted.Reason, http.RequestAborted);
        var table = await workspace.MetricTableAsync(Dashboard.Months.Standard(workspace), MetricCatalogue.Default.Find(metric), http.RequestAborted);
        await FigureEndpoints.WriteAsync(http, JsonSerializer.SerializeToUtf8Bytes(table.Rows.Single(row => row.Id == metric), ReportJson.Compact));
    }

    private sealed record Agreement(string? Owner, decimal? Target, string? Reason);
}
