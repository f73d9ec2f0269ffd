using System.Globalization;
using System.Text.Json;
using Beleg.App.Dashboard;
using Beleg.App.Hosting;
using Beleg.Primitives;
using Beleg.Reports;

namespace Beleg.App.Api;

/// <summary>Models side by side, customer value, forecasts and measured lift, for programs.</summary>
internal static class StatisticsEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, ApiDoor door)
    {
        routes.MapGet("/api/{workspace}/models", door.Read(Of(async (http, workspace) => await StatisticsOf.ChannelsAsync(
            workspace, PeriodOf(http, workspace), Whole(http, "order", 1), !string.Equals(Word(http, "nulls"), "false", StringComparison.OrdinalIgnoreCase), http.RequestAborted))));
        routes.MapGet("/api/{workspace}/customers", door.Read(Of(async (http, workspace) => await StatisticsOf.CustomersAsync(workspace, PeriodOf(http, workspace), http.RequestAborted))));
        routes.MapGet("/api/{workspace}/forecast", door.Read(Of(async (http, workspace) => await StatisticsOf.OutlookAsync(
            workspace, Word(http, "metric") ?? StatisticsOf.DefaultMetric, Whole(http, "months", 12), Factor(http), http.RequestAborted))));
        routes.MapGet("/api/{workspace}/comparison", door.Read(Of(async (http, workspace) => await StatisticsOf.ComparisonAsync(workspace, PeriodOf(http, workspace), http.RequestAborted))));
        routes.MapGet("/api/{workspace}/lift", door.Read(Of(async (http, workspace) => await StatisticsOf.LiftsAsync(workspace, http.RequestAborted))));
    }

    private static Func<HttpContext, OpenWorkspace, Task> Of(Func<HttpContext, OpenWorkspace, Task<object?>> read) => async (http, workspace) =>
    {
        try
        {
            if (await read(http, workspace) is { } found)
                await FigureEndpoints.WriteAsync(http, JsonSerializer.SerializeToUtf8Bytes(found, found.GetType(), ReportJson.Compact));
            else
                await Problem.NotFound("There is no such thing.").WriteAsync(http);
        }
        catch (UserErrorException mistake)
        {
            await Problem.BadRequest(mistake.Message).WriteAsync(http);
        }
    };

    private static Period PeriodOf(HttpContext http, OpenWorkspace workspace) =>
        PeriodWords.Read(Word(http, "month"), Word(http, "from"), Word(http, "to"), () => Months.Standard(workspace)) ?? throw new UserErrorException(PeriodWords.Mistake);

    private static int Whole(HttpContext http, string word, int standard) => Word(http, word) is not { } text ? standard
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new UserErrorException($"{word}: a whole number, not '{text}'.");

    private static decimal? Factor(HttpContext http) => Word(http, "extension") is not { } text ? null
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : throw new UserErrorException($"extension: a factor such as 1.3, not '{text}'.");

    private static string? Word(HttpContext http, string name) => http.Request.Query[name].ToString() is { Length: > 0 } text ? text : null;
}
