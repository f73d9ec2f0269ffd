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
        routes.MapGet("/api/{workspace}/receipts/{shop}/{order}", door.Read(IsRaw, ReceiptAsync));
    }

    // What was delivered can hold names and texts of people: reading figures is not enough for that.
    private static bool IsRaw(HttpContext http) => http.Request.Query["raw"] == "true";

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

    private static async Task ReceiptAsync(HttpContext http, OpenWorkspace workspace)
    {
        if (workspace.Receipt(PathParts.At(http, 4), PathParts.At(http, 5)) is not { } receipt)
        {
            await Problem.NotFound("The workspace has no such order.").WriteAsync(http);
            return;
        }

        if (IsRaw(http))
            receipt = await workspace.WithRawAsync(receipt, http.RequestAborted);
        await WriteAsync(http, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(receipt, ReportJson.Compact));
    }
}
