using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.App.Hosting;
using Beleg.Sources.Web;
using Beleg.Metrics;
using Beleg.Sources;
using Beleg.State;
using NodaTime.Text;

namespace Beleg.App.Dashboard;

/// <summary>
/// What whoever has a shared link sees: the living figures of its months and channel, nothing of a person, and a figure's breakdown only
/// where that was agreed. Each look is noted.
/// </summary>
internal static class SharedPages
{
    private static readonly string[] breakdowns = ["channel", "flow", "entry_point", "traffic_channel", "evidence"];

    private static readonly (Phrase Name, string[] Metrics)[] groups =
    [
        (Texts.SharedValue, ["net_value", "roi_pct", "avoided_support_cost"]),
        (Texts.SharedAcquisition, ["automated_conversations", "lead_capture_rate", "opener_dropoff"]),
        (Texts.SharedEngagement, ["first_message_open_rate", "ctr", "reply_rate"]),
        (Texts.SharedRevenue, ["attributed_revenue", "revenue_per_chat", "dm_to_sale", "aov"]),
        (Texts.SharedOperations, ["first_response_time_automated", "containment_rate", "handoff_rate", "time_to_resolution"]),
        (Texts.SharedRisk, ["opt_out_rate", "leads_without_consent", "fallback_rate"]),
    ];

    public static async Task ShowAsync(PageRequest request)
    {
        if (await EnterAsync(request, "overview") is not { } share)
            return;
        var (workspace, months, month) = Scope(request, share);
        var metrics = groups.SelectMany(g => g.Metrics).Where(id => Covers(share, id)).Select(id => MetricCatalogue.Default.Find(id)!).ToArray();
        var answer = await workspace.QueryAsync(Asked(share, month, metrics) with { Compare = Comparison.Previous }, request.Http.RequestAborted);
        var text = new FigureText(request.Tongue, workspace.Currency);
        await DrawAsync(request, share, new SharedModel
        {
            Share = share,
            Brand = request.Data.Require(workspace.Name).DisplayName,
            Token = request.Route("token"),
            Months = months,
            Month = month,
            Zone = workspace.Zone,
            CutOff = answer.CutOff,
            Groups =
            [
                .. groups.Select(g => new SharedGroup(request.Tongue[g.Name],
                    [.. g.Metrics.Where(id => Covers(share, id)).Select(id => Figure(answer[id], text, request.Tongue)).Where(f => f.Value != Print.None)])).Where(g => g.Figures.Count > 0),
            ],
        });
    }

    public static async Task ShowOneAsync(PageRequest request)
    {
        if (await EnterAsync(request, request.Route("metric")) is not { } share)
            return;
        if (!share.DrillDown || !groups.Any(g => g.Metrics.Contains(request.Route("metric"))) || !Covers(share, request.Route("metric")))
            throw new NotHereException();
        var metric = MetricCatalogue.Default.Find(request.Route("metric"))!;
        var (workspace, months, month) = Scope(request, share);
        var text = new FigureText(request.Tongue, workspace.Currency);
        var tables = new List<SharedTable>();
        foreach (var by in breakdowns.Where(metric.Dimensions.Contains).Where(by => by != "channel" || share.Channel is null))
        {
            var answer = await workspace.QueryAsync(Asked(share, month, [metric]) with { By = [by] }, request.Http.RequestAborted);
            tables.Add(new SharedTable(Dimensions.Find(by)!.Name.In(request.Tongue.Code),
                [.. answer[metric.Id].Rows.Select(r => (r.Group[0].Value is { Length: > 0 } value ? value : Print.None, text.Value(metric.Unit, r.Figure.Value)))]));
        }

        await DrawAsync(request, share, new SharedModel
        {
            Share = share,
            Brand = request.Data.Require(workspace.Name).DisplayName,
            Token = request.Route("token"),
            Months = months,
            Month = month,
            Zone = workspace.Zone,
            Groups = [],
            Metric = metric,
            Tables = tables,
        });
    }

    /// <summary>The link, where it is open; else says why not. Either is noted.</summary>
    private static async Task<Share?> EnterAsync(PageRequest request, string page)
    {
        // An unguessable address that is not ours is no link at all.
        var share = request.Data.State.Shares.Find(request.Route("token")) ?? throw new NotHereException();
        var now = request.Data.Clock.GetCurrentInstant();
        var outcome = share.IsOpen(now) ? "shown" : share.RevokedAt is not null ? "revoked" : "expired";
        request.Data.State.Shares.Note(share, page, outcome, ReaderOf(request.Http));
        request.Http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (outcome == "shown")
            return share;
        var title = outcome == "revoked" ? Texts.SharedRevoked : Texts.SharedExpired;
        request.Visitor.Title = request.Tongue[title];
        await PageDoor.DrawAsync<MessagePage>(request.Http, new { Title = title, Text = Texts.SharedEndedText }, StatusCodes.Status410Gone);
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

    private static bool Covers(Share share, string metric) => share.Channel is null || MetricCatalogue.Default.Find(metric)!.Dimensions.Contains("channel");

    private static MetricRequest Asked(Share share, Period month, IReadOnlyList<Metric> metrics) => new()
    {
        Metrics = metrics,
        Period = month,
        Basis = EvidenceBasis.Conservative,
        Intervals = false,
        Filters = share.Channel is { } channel ? [new MetricFilter("channel", [channel])] : [],
    };

    private static SharedFigure Figure(MetricResult result, FigureText text, Tongue tongue) => new(
        result.Metric.Id,
        result.Metric.Name.In(tongue.Code),
        // As on a proof: the cautious end where there are scenarios.
        text.Value(result.Metric.Unit, result.Total.Low ?? result.Total.Value),
        text.Change(result.Metric.Unit, result.Total.Compare),
        FigureText.ChangeKind(result.Metric.Good, result.Total.Compare),
        result.Metric.Definition.In(tongue.Code));

    private static Task DrawAsync(PageRequest request, Share share, SharedModel model)
    {
        request.Visitor.Title = model.Brand;
        return PageDoor.DrawAsync<SharedPage>(request.Http, new { Model = model });
    }
}
