using Beleg.App.Dashboard.Filters;
using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Overview;
using Beleg.App.Dashboard.Pages;
using Beleg.App.Dashboard.Parts;
using Beleg.Metrics;
using Beleg.Reports.Experiments;
using Beleg.Reports.Quality;

namespace Beleg.App.Dashboard;

/// <summary>A workspace's first page, and every due figure of the same period on a page of its own.</summary>
internal static class OverviewEndpoint
{
    public static async Task ShowAsync(PageRequest request)
    {
        var workspace = request.Workspace();
        var (months, standard, hasData) = Months.Of(workspace, null);
        var filters = PageFilters.Read(request, workspace, standard);
        FilterForm.RequirePlain(request, filters);
        request.Visitor.Title = workspace.Name;
        // All of one time; the figures say themselves of which.
        var page = await workspace.Answers.GetAsync(
            $"first page {workspace.Today} {filters.Period} {filters.ToQuery()} {hasData}",
            async () => new FirstPage(
                await workspace.OverviewAsync(filters.ForOverview, CancellationToken.None),
                hasData ? await InsightPages.LiftsAsync(workspace, filters.Period, CancellationToken.None) : [],
                hasData ? await InsightPages.FiguresOfQualityAsync(workspace, filters.Period, CancellationToken.None) : null),
            request.Http.RequestAborted);
        var notes = request.Data.State.Notes.Of(workspace.Name, filters.Scope);
        var bar = FilterForm.Of(request, workspace, filters, months, FilterOffer.All);
        await PageDoor.DrawAsync<OverviewPage>(request.Http, new
        {
            Model = new OverviewView(page.Overview, workspace, request.Tongue, filters, notes).Model(hasData),
            Learned = await SayAsync(request, workspace, filters),
            page.Lifts,
            Quality = page.Quality is { } quality ? QualityReader.Compose(filters.Period, quality, InsightPages.Silent(request.Data, workspace)) : null,
            Filters = bar,
        });
    }

    // What a data-driven model learned, or why it gives nothing, stands above the figures that follow it.
    private static async Task<string?> SayAsync(PageRequest request, Hosting.OpenWorkspace workspace, PageFilters filters)
    {
        if (!LearnedWeights.Models.Contains(filters.Model))
            return null;
        var weights = (await workspace.LearnedAsync(filters.Period, request.Http.RequestAborted)).First(learned => learned.Model == filters.Model);
        return (weights.Refusal ?? weights.Say).In(request.Tongue.Code);
    }

    /// <summary>Every due metric of the period, by pillar.</summary>
    public static async Task ShowAllAsync(PageRequest request)
    {
        var workspace = request.Workspace();
        var (months, standard, _) = Months.Of(workspace, null);
        var filters = PageFilters.Read(request, workspace, standard) with { Chosen = new Dictionary<string, string>() };
        FilterForm.RequirePlain(request, filters);
        request.Visitor.Title = request.Tongue[Texts.AllFigures];
        var due = MetricCatalogue.Default.All.Where(metric => metric.IsDue).ToList();
        var asked = new MetricRequest { Metrics = due, Period = filters.Period, Model = filters.Model, Basis = EvidenceBasis.Conservative, Intervals = false };
        var all = await workspace.WithPaybackAsync(asked, request.Http.RequestAborted);
        var before = filters.Compared is { } compared ? await workspace.WithPaybackAsync(asked with { Period = compared }, request.Http.RequestAborted) : null;
        var text = new FigureText(request.Tongue, workspace.Currency);
        await PageDoor.DrawAsync<FiguresPage>(request.Http, new
        {
            Model = new FiguresModel
            {
                Workspace = workspace.Name,
                Zone = workspace.Zone,
                Title = Print.Period(request.Tongue, filters.Period),
                Query = filters.ToQuery(),
                Filters = FilterForm.Of(request, workspace, filters, months, FilterOffer.All with { Dimensions = [] }),
                Groups = [.. Enum.GetValues<MetricPillar>().Select(pillar => new FigureGroup(Pillars.Name(pillar), [.. all.Results.Where(result => result.Metric.Pillar == pillar).Select(result => text.Cautious(result, before?[result.Metric.Id]))]))],
            },
        });
    }

    private sealed record FirstPage(Reports.Overviews.Overview Overview, IReadOnlyList<MeasuredLift> Lifts, MetricAnswer? Quality);
}
