using Beleg.App.Dashboard.Filters;
using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.App.Hosting;
using Beleg.Metrics;
using Beleg.Reports;
using Beleg.Reports.Cases;
using Beleg.Reports.Copy;
using Beleg.Reports.Experiments;
using Beleg.Reports.Findings;
using Beleg.Reports.Growth;
using Beleg.Reports.Quality;
using Beleg.Reports.Sensitivity;

namespace Beleg.App.Dashboard;

/// <summary>What the figures mean for what to do next: findings, cases, how sure the return is, how good the data are, where to grow.</summary>
internal static class InsightPages
{
    private const int MostRows = 200;

    public static void Map(IEndpointRouteBuilder routes, PageDoor door)
    {
        routes.MapGet("/w/{workspace}/findings", door.SignedIn(ShowFindingsAsync));
        routes.MapGet("/w/{workspace}/findings/{rule}", door.SignedIn(ShowFindingAsync));
        routes.MapGet("/w/{workspace}/cases", door.SignedIn(ShowCasesAsync));
        routes.MapGet("/w/{workspace}/growth", door.SignedIn(ShowGrowthAsync));
        routes.MapGet("/w/{workspace}/quality", door.SignedIn(ShowQualityAsync));
        routes.MapGet("/w/{workspace}/sensitivity", door.SignedIn(ShowSensitivityAsync));
    }

    /// <summary>Reads findings with the words of our own messages, which lie in the journal.</summary>
    public static FindingsReader Findings(Installation data, OpenWorkspace workspace) => new(
        OpenWorkspace.Engine, workspace.Warehouse, workspace.MetricSettings,
        new CopyReader(workspace.Dossiers, new PersonalReader(data.Journal, workspace.Name, (delivery, into) => workspace.Translate(delivery, into, withPersonal: true))));

    /// <summary>How good a period's data are, silent sources among it: for every page that makes a claim.</summary>
    public static Task<QualityReport> QualityAsync(Installation data, OpenWorkspace workspace, Period period, CancellationToken stop) =>
        Quality(workspace).ReadAsync(period, Silent(data, workspace), stop);

    /// <summary>The figures that such a report is composed of.</summary>
    public static Task<MetricAnswer> FiguresOfQualityAsync(OpenWorkspace workspace, Period period, CancellationToken stop) => Quality(workspace).AskAsync(period, stop);

    /// <summary>Sources that fell silent. What people click, type or import comes when they like; silence of it is no gap.</summary>
    public static IReadOnlyList<SilentSource> Silent(Installation data, OpenWorkspace workspace)
    {
        string[] irregular = [BuiltInSources.Import.Name, BuiltInSources.Operator.Name, BuiltInSources.Links.Name, .. data.State.Sources.List(workspace.Name).Where(s => s.Provider is "operator" or "import").Select(s => s.Name)];
        return SilentSource.Of(data.Journal.Counts(workspace.Name).Where(count => !irregular.Contains(count.Source)).Select(count => (count.Source, count.LastReceivedAt)));
    }

    /// <summary>What hold-outs measured in the days of a period or after them: for every page that shows credited money.</summary>
    public static async Task<IReadOnlyList<MeasuredLift>> LiftsAsync(OpenWorkspace workspace, Period period, CancellationToken stop) =>
        [.. (await StatisticsOf.LiftsAsync(workspace, stop)).Where(lift => lift.From < period.To && lift.To > period.From)];

    private static QualityReader Quality(OpenWorkspace workspace) => new(OpenWorkspace.Engine, workspace.Warehouse, workspace.MetricSettings);

    private static async Task ShowCasesAsync(PageRequest request)
    {
        var (workspace, months, period) = OpenMonth(request, Texts.Cases);
        await PageDoor.DrawAsync<CasesPage>(request.Http, new
        {
            Frame = FrameOf(workspace, months, period, "cases"),
            Report = await new CaseReader(OpenWorkspace.Engine, workspace.Warehouse, workspace.MetricSettings).ReadAsync(period, request.Http.RequestAborted),
        });
    }

    private static async Task ShowGrowthAsync(PageRequest request)
    {
        var (workspace, months, period) = OpenMonth(request, Texts.Growth);
        await PageDoor.DrawAsync<GrowthPage>(request.Http, new
        {
            Frame = FrameOf(workspace, months, period, "growth"),
            Report = await new GrowthReader(OpenWorkspace.Engine, workspace.Warehouse, workspace.MetricSettings).ReadAsync(period, request.Http.RequestAborted),
        });
    }

    private static async Task ShowQualityAsync(PageRequest request)
    {
        var (workspace, months, period) = Open(request, Texts.Quality);
        await PageDoor.DrawAsync<QualityPage>(request.Http, new
        {
            Frame = FrameOf(workspace, months, period, "quality"),
            Report = await QualityAsync(request.Data, workspace, period, request.Http.RequestAborted),
        });
    }

    private static async Task ShowFindingsAsync(PageRequest request)
    {
        var (workspace, months, period) = Open(request, Texts.Findings);
        await PageDoor.DrawAsync<FindingsPage>(request.Http, new
        {
            Frame = FrameOf(workspace, months, period, "findings"),
            Report = await Findings(request.Data, workspace).ReadAsync(period, request.Http.RequestAborted),
        });
    }

    private static async Task ShowFindingAsync(PageRequest request)
    {
        var (workspace, months, period) = Open(request, Texts.Findings);
        var found = await Findings(request.Data, workspace).ReadBehindAsync(period, request.Route("rule"), request.Query("subject") ?? "", MostRows, request.Http.RequestAborted)
            ?? throw new NotHereException();
        await PageDoor.DrawAsync<FindingPage>(request.Http, new { Frame = FrameOf(workspace, months, period, "findings"), found.Finding, found.Rows, Most = MostRows });
    }

    private static async Task ShowSensitivityAsync(PageRequest request)
    {
        var (workspace, months, period) = Open(request, Texts.Sensitivity);
        await PageDoor.DrawAsync<SensitivityPage>(request.Http, new
        {
            Frame = FrameOf(workspace, months, period, "sensitivity"),
            Report = await SensitivityReader.ReadAsync(OpenWorkspace.Engine, workspace.Warehouse, workspace.MetricSettings, period, EvidenceBasis.Conservative, request.Http.RequestAborted),
        });
    }

    /// <summary>The workspace and the period of a page, its title said.</summary>
    public static (OpenWorkspace Workspace, IReadOnlyList<Period> Months, Period Period) Open(PageRequest request, Phrase title)
    {
        var workspace = request.Workspace();
        var (months, standard, _) = Months.Of(workspace, null);
        var filters = PageFilters.Read(request, workspace, standard);
        FilterForm.RequirePlain(request, filters);
        request.Visitor.Filters = filters;
        request.Visitor.Title = request.Tongue[title];
        return (workspace, months, filters.Period);
    }

    // What these pages say is said of a month, against months: of other days they show the month those end in.
    private static (OpenWorkspace Workspace, IReadOnlyList<Period> Months, Period Month) OpenMonth(PageRequest request, Phrase title)
    {
        var (workspace, months, period) = Open(request, title);
        return (workspace, months, Period.Month(period.To.PlusDays(-1).ToYearMonth()));
    }

    /// <summary>The frame of a page.</summary>
    public static InsightFrame FrameOf(OpenWorkspace workspace, IReadOnlyList<Period> months, Period period, string page) =>
        new(workspace.Name, workspace.Zone, workspace.Currency, months, period, page);
}
