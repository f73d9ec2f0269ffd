using System.Text.Json;
using Beleg.App.Hosting;
using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Reports;

namespace Beleg.App.Api;

/// <summary>Why a figure changed, for programs: the words of a query, with one metric.</summary>
internal static class WhyEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, ApiDoor door) => routes.MapGet("/api/{workspace}/why", door.Read(ReadAsync));

    private static async Task ReadAsync(HttpContext http, OpenWorkspace workspace)
    {
        var words = http.Request.Query.SelectMany(part => part.Value, (part, value) => KeyValuePair.Create(part.Key, value));
        var problems = MetricRequestReader.TryRead(words, MetricCatalogue.Default, Dashboard.Months.Standard(workspace), out var request);
        if (problems.Count > 0)
        {
            await Problem.BadRequest(string.Join(' ', problems)).WriteAsync(http);
            return;
        }

        try
        {
            await FigureEndpoints.WriteAsync(http, JsonSerializer.SerializeToUtf8Bytes(await StatisticsOf.WhyAsync(workspace, request!, http.RequestAborted), ReportJson.Compact));
        }
        catch (UserErrorException mistake)
        {
            await Problem.BadRequest(mistake.Message).WriteAsync(http);
        }
    }
}
