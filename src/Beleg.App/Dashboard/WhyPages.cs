using Beleg.App.Dashboard.Filters;
using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.App.Hosting;
using Beleg.Metrics;
using Beleg.Reports.Charts;
using Beleg.Reports.Why;

namespace Beleg.App.Dashboard;

/// <summary>Why a figure changed: its change by step, flow, entry point and channel, on the cautious basis that pages lead with.</summary>
internal static class WhyPages
{
    public static void Map(IEndpointRouteBuilder routes, PageDoor door) => routes.MapGet("/w/{workspace}/why/{metric}", door.SignedIn(ShowAsync));

    private static async Task ShowAsync(PageRequest request)
    {
        var workspace = request.Workspace();
        var metric = MetricCatalogue.Default.Find(request.Route("metric")) is { IsDue: true } found ? found : throw new NotHereException();
        var offer = new FilterOffer([.. PageFilters.Dimensions.Where(metric.Dimensions.Contains)], Compares: true, Models: metric.Level is MetricLevel.Outcome or MetricLevel.Financial);
        var asked = AskedPeriod.Of(request, workspace, offer);
        request.Visitor.Title = request.Tongue.Say(Texts.WhyPageTitle, metric.Name.In(request.Tongue.Code));
        var report = WhyReader.DimensionsOf(metric).Count == 0 ? null
            : await StatisticsOf.WhyAsync(workspace, asked.Request with { Metrics = [metric], Basis = EvidenceBasis.Conservative }, request.Http.RequestAborted);
        await PageDoor.DrawAsync<WhyPage>(request.Http, new
        {
            Workspace = workspace.Name,
            workspace.Zone,
            workspace.Currency,
            Metric = metric,
            Bar = asked.Bar,
            Report = report,
            Charts = Charts(report),
            Query = asked.Filters.ToQuery(),
        });
    }

    private static Dictionary<string, Chart> Charts(WhyReport? report) =>
        (report?.Notes ?? []).Where(note => note.Drivers is { Parts.Count: > 0 }).ToDictionary(note => note.Dimension!, note => WhyCharts.Waterfall(note, report!.Currency), StringComparer.Ordinal);
}
