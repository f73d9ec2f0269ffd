using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.App.Hosting;
using Beleg.Metrics;
using Beleg.Reports.Outlook;

namespace Beleg.App.Dashboard;

/// <summary>Models side by side, customers and the time ahead.</summary>
internal static class StatisticsPages
{
    public static void Map(IEndpointRouteBuilder routes, PageDoor door)
    {
        routes.MapGet("/w/{workspace}/models", door.SignedIn(ShowModelsAsync));
        SwitchPages.Map(routes, door);
        routes.MapGet("/w/{workspace}/customers", door.SignedIn(ShowCustomersAsync));
        routes.MapGet("/w/{workspace}/outlook", door.SignedIn(ShowOutlookAsync));
        routes.MapGet("/w/{workspace}/methods", door.SignedIn(ShowMethodsAsync));
    }

    private static Task ShowMethodsAsync(PageRequest request)
    {
        request.Visitor.Title = request.Tongue[Texts.MethodsTitle];
        return PageDoor.DrawAsync<MethodsPage>(request.Http, new { Workspace = request.Workspace().Name });
    }

    private static async Task ShowModelsAsync(PageRequest request)
    {
        var (workspace, months, period) = InsightPages.Open(request, Texts.ModelsBeside);
        var order = request.Query("order") is ['1' or '2' or '3' or '4'] digit ? digit[0] - '0' : 1;
        await PageDoor.DrawAsync<ModelsPage>(request.Http, new
        {
            Frame = InsightPages.FrameOf(workspace, months, period, "models"),
            Report = await StatisticsOf.ChannelsAsync(workspace, period, order, withNulls: true, request.Http.RequestAborted),
        });
    }

    private static async Task ShowCustomersAsync(PageRequest request)
    {
        var (workspace, months, period) = InsightPages.Open(request, Texts.CustomersTitle);
        await PageDoor.DrawAsync<CustomersPage>(request.Http, new
        {
            Frame = InsightPages.FrameOf(workspace, months, period, "customers"),
            Report = await StatisticsOf.CustomersAsync(workspace, period, request.Http.RequestAborted),
        });
    }

    private static async Task ShowOutlookAsync(PageRequest request)
    {
        var (workspace, months, period) = InsightPages.Open(request, Texts.OutlookTitle);
        var metric = request.Query("metric") is { } asked && MetricCatalogue.Default.Named(asked) is [var one] && OutlookReader.CanLookAhead(one) ? asked : StatisticsOf.DefaultMetric;
        var extension = decimal.TryParse(request.Query("extension")?.Replace(',', '.'), System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var factor) && factor is > 0 and <= 100 ? factor : (decimal?)null;
        await PageDoor.DrawAsync<OutlookPage>(request.Http, new
        {
            Frame = InsightPages.FrameOf(workspace, months, period, "outlook"),
            Report = await StatisticsOf.OutlookAsync(workspace, metric, 12, extension, request.Http.RequestAborted),
            Extension = extension,
        });
    }
}
