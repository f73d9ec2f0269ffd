using Beleg.App.Dashboard.Filters;
using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Overview;
using Beleg.App.Dashboard.Pages;
using Beleg.App.Dashboard.Parts;
using Beleg.App.Hosting;
using Beleg.Sources.Web;
using Beleg.Metrics;
using Beleg.Reports;
using Beleg.Reports.Overviews;
using Beleg.Sources;
using Beleg.State;
using NodaTime.Text;

namespace Beleg.App.Dashboard;

/// <summary>
/// What whoever has a shared link sees: the dashboard of its months, channel and flow, read only, nothing of a person, and a figure's breakdown
/// only where that was agreed. Each look is noted.
/// </summary>
internal static class SharedPages
{
    private static readonly string[] breakdowns = ["channel", "flow", "entry_point", "traffic_channel", "evidence"];

    public static async Task ShowAsync(PageRequest request)
    {
        if (await EnterAsync(request, "overview") is not { } share)
            return;
        var (workspace, months, month) = Scope(request, share);
        var filters = new PageFilters { Code = Months.Code(month), Period = month, Chosen = Narrowed(share).ToDictionary(f => f.Dimension, f => f.Values[0]!, StringComparer.Ordinal) };
        // A month is compared with the one before it; further back than the link's first month no line reaches.
        var overview = await workspace.OverviewAsync(filters.ForOverview with { Earliest = months[^1].From }, request.Http.RequestAborted);
        var notes = request.Data.State.Notes.Of(workspace.Name, filters.Scope);
        var token = request.Route("token");
        var view = new OverviewView(overview, workspace, request.Tongue, filters, notes, metric => Opens(share, metric) ? $"/share/{token}/metrics/{metric}?month={Months.Code(month)}" : null);
        await DrawAsync(request, new SharedModel
        {
            Share = share,
            Brand = request.Data.Require(workspace.Name).DisplayName,
            Token = token,
            Months = months,
            Month = month,
            Zone = workspace.Zone,
            CutOff = overview.CutOff,
            Overview = view.Model(hasData: true),
        });
    }

    public static async Task ShowOneAsync(PageRequest request)
    {
        if (await EnterAsync(request, request.Route("metric"), found => Opens(found, request.Route("metric"))) is not { } share)
            return;
        var metric = MetricCatalogue.Default.Find(request.Route("metric"))!;
        var (workspace, months, month) = Scope(request, share);
        var text = new FigureText(request.Tongue, workspace.Currency);
        var (tables, narrowed) = (new List<SharedTable>(), Narrowed(share));
        foreach (var by in breakdowns.Where(metric.Dimensions.Contains).Where(by => narrowed.All(f => f.Dimension != by)))
        {
            var asked = new MetricRequest { Metrics = [metric], Period = month, Basis = EvidenceBasis.Conservative, Intervals = false, Filters = narrowed, By = [by] };
            var answer = await workspace.QueryAsync(asked, request.Http.RequestAborted);
            tables.Add(new SharedTable(Dimensions.Find(by)!.Name.In(request.Tongue.Code),
            [
                .. answer[metric.Id].Rows.Select(r => (
                    GroupWords.Of(by, r.Group[0].Value).In(request.Tongue.Code),
                    FigureMark.Of($"{metric.Id}:{by}={r.Group[0].Value}", r.Figure.Cautious, text.Value(metric.Unit, r.Figure.Cautious)))),
            ]));
        }

        await DrawAsync(request, new SharedModel
        {
            Share = share,
            Brand = request.Data.Require(workspace.Name).DisplayName,
            Token = request.Route("token"),
            Months = months,
            Month = month,
            Zone = workspace.Zone,
            Metric = metric,
            Tables = tables,
        });
    }

    /// <summary>The link, where it is open; else says why not. Either is noted.</summary>
    private static async Task<Share?> EnterAsync(PageRequest request, string page, Func<Share, bool>? has = null)
    {
        request.Http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        // An unguessable address that is not ours, an expired link and one that was ended look the same: nobody learns which there were.
        if (request.Data.State.Shares.Find(request.Route("token")) is { } share)
        {
            var now = request.Data.Clock.GetCurrentInstant();
            var outcome = share.IsOpen(now) ? "shown" : share.RevokedAt is not null ? "revoked" : "expired";
            // A page that the link does not have was not shown to anybody.
            if (outcome == "shown" && has?.Invoke(share) == false)
                throw new NotHereException();
            // A mail program that looks whether the address answers has seen nothing.
            if (!HeadRequests.IsHead(request.Http))
                request.Data.State.Shares.Note(share, page, outcome, ReaderOf(request.Http));
            if (outcome == "shown")
                return share;
        }

        request.Visitor.Title = request.Tongue[Texts.SharedClosed];
        await PageDoor.DrawAsync<SharedClosedPage>(request.Http, new { }, StatusCodes.Status404NotFound);
        return null;
    }

    private static string ReaderOf(HttpContext http) =>
        UserAgents.Classify(http.Request.Method, http.Request.Headers.UserAgent, http.Request.Headers["Sec-Purpose"]) switch
        {
            UserAgentClass.Browser => "person",
            UserAgentClass.Preview => "preview",
            _ => "machine",
        };

    // A month outside the scope is not shown, whatever the address says.
    private static (OpenWorkspace Workspace, IReadOnlyList<Period> Months, Period Month) Scope(PageRequest request, Share share)
    {
        var workspace = request.Data.Open(share.Workspace);
        var (first, last) = (YearMonthPattern.Iso.Parse(share.FromMonth).Value, YearMonthPattern.Iso.Parse(share.ToMonth).Value);
        var months = new List<Period>();
        for (var month = last; month.CompareTo(first) >= 0; month = month.PlusMonths(-1))
            months.Add(Period.Month(month));
        var asked = request.Query("month") is { } code && YearMonthPattern.Iso.Parse(code) is { Success: true } parsed ? Period.Month(parsed.Value) : months[0];
        return (workspace, months, months.Contains(asked) ? asked : months[0]);
    }

    private static MetricFilter[] Narrowed(Share share) =>
        [.. new[] { ("channel", share.Channel), ("flow", share.Flow) }.Where(part => part.Item2 is not null).Select(part => new MetricFilter(part.Item1, [part.Item2!]))];

    // Only figures of the page open, and only those that the scope narrows.
    private static bool Opens(Share share, string metric) => share.DrillDown && OverviewReader.Figures.Contains(metric)
        && MetricCatalogue.Default.Find(metric) is { } known && breakdowns.Any(known.Dimensions.Contains) && Narrowed(share).All(f => known.Dimensions.Contains(f.Dimension));

    private static Task DrawAsync(PageRequest request, SharedModel model)
    {
        request.Visitor.Title = model.Brand;
        return PageDoor.DrawAsync<SharedPage>(request.Http, new { Model = model });
    }
}
