using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.App.Hosting;
using Beleg.Metrics;
using Beleg.Reports.Experiments;
using Beleg.Reports.Outlook;

namespace Beleg.App.Dashboard;

/// <summary>Models side by side, customers, the time ahead and experiments.</summary>
internal static class StatisticsPages
{
    private const int MostExperiments = 20;

    public static void Map(IEndpointRouteBuilder routes, PageDoor door)
    {
        routes.MapGet("/w/{workspace}/models", door.SignedIn(ShowModelsAsync));
        routes.MapGet("/w/{workspace}/customers", door.SignedIn(ShowCustomersAsync));
        routes.MapGet("/w/{workspace}/outlook", door.SignedIn(ShowOutlookAsync));
        routes.MapGet("/w/{workspace}/experiments", door.SignedIn(ShowExperimentsAsync));
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
        await PageDoor.DrawAsync<OutlookPage>(request.Http, new
        {
            Frame = InsightPages.FrameOf(workspace, months, period, "outlook"),
            Report = await StatisticsOf.OutlookAsync(workspace, metric, 12, null, request.Http.RequestAborted),
        });
    }

    private static async Task ShowExperimentsAsync(PageRequest request)
    {
        var (workspace, months, period) = InsightPages.Open(request, Texts.ExperimentsTitle);
        var metric = ExperimentMetric.Find(request.Query("metric")) ?? ExperimentMetric.All[0];
        var reports = new List<ExperimentReport>();
        foreach (var seen in (await StatisticsOf.ExperimentsAsync(workspace, request.Http.RequestAborted)).OrderByDescending(e => e.Last).Take(MostExperiments))
        {
            if (await StatisticsOf.ExperimentAsync(workspace, seen.Experiment, new ExperimentPlan(metric.Id), request.Http.RequestAborted) is { } report)
                reports.Add(report);
        }

        await PageDoor.DrawAsync<ExperimentsPage>(request.Http, new { Frame = InsightPages.FrameOf(workspace, months, period, "experiments"), Reports = reports, Metric = metric.Id });
    }
}
