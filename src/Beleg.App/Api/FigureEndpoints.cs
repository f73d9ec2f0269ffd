using Beleg.App.Hosting;
using Beleg.Metrics;
using Beleg.Reports;

namespace Beleg.App.Api;

/// <summary>Figures for programs: the catalogue, answers to questions, receipts.</summary>
internal static class FigureEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, ApiDoor door)
    {
        routes.MapGet("/api/{workspace}/metrics", door.Read((http, _) => WriteAsync(http, MetricJson.Bytes(MetricCatalogue.Default))));
        routes.MapGet("/api/{workspace}/query", door.Read(QueryAsync));
        routes.MapGet("/api/{workspace}/receipts/{shop}/{order}", door.Read(ReceiptAsync));
    }

    /// <summary>Writes JSON bytes.</summary>
    public static Task WriteAsync(HttpContext http, ReadOnlyMemory<byte> json)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = json.Length;
        return http.Response.Body.WriteAsync(json, http.RequestAborted).AsTask();
    }

    private static async Task QueryAsync(HttpContext http, OpenWorkspace workspace)
    {
        var words = http.Request.Query.SelectMany(part => part.Value, (part, value) => KeyValuePair.Create(part.Key, value));
        var problems = MetricRequestReader.TryRead(words, MetricCatalogue.Default, Dashboard.Months.Standard(workspace), out var request);
        if (problems.Count > 0)
        {
            await Problem.BadRequest(string.Join(' ', problems)).WriteAsync(http);
            return;
        }

        await WriteAsync(http, MetricJson.Bytes(await workspace.QueryAsync(request!, http.RequestAborted)));
    }

    private static Task ReceiptAsync(HttpContext http, OpenWorkspace workspace) =>
        workspace.Receipt(PathParts.At(http, 4), PathParts.At(http, 5)) is { } receipt
            ? WriteAsync(http, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(receipt, ReportJson.Compact))
            : Problem.NotFound("The workspace has no such order.").WriteAsync(http);
}
