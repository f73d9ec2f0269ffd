using Beleg.App.Dashboard.Pages;
using Beleg.App.Dashboard.Parts;
using Beleg.App.Hosting;
using Beleg.Metrics;
using Beleg.Primitives;

namespace Beleg.App.Dashboard;

/// <summary>A workspace's first page.</summary>
internal static class OverviewEndpoint
{
    private const int TrendMonths = 12;
    private const string Revenue = "revenue_per_chat";

    // What a workspace is about shows in its figures: a help desk has no revenue per chat, and need not look at 0.00.
    private static readonly string[] headlines = [Revenue, "avoided_support_cost", "conversion_rate"];
    private static readonly string[] tiles = ["first_response_time_automated", "self_serve_rate", "lead_capture_rate", "net_value"];

    public static async Task ShowAsync(PageRequest request)
    {
        var workspace = request.Workspace();
        var (months, month, hasData) = Months.Of(workspace, request.Query("month"));
        request.Visitor.Title = workspace.Name;
        var stop = request.Http.RequestAborted;
        var due = MetricCatalogue.Default.All.Where(metric => metric.IsDue).ToList();
        var all = await workspace.QueryAsync(new MetricRequest { Metrics = due, Period = month, Compare = Comparison.Previous, Intervals = false }, stop);
        var sure = await HeadlineAsync(workspace, month, stop);
        var trends = await TrendsAsync(workspace, month, sure.Metric.Id, stop);
        var text = new FigureText(request.Tongue, workspace.Currency);
        await PageDoor.DrawAsync<OverviewPage>(request.Http, new
        {
            Model = new OverviewModel
            {
                Workspace = workspace.Name,
                Zone = workspace.Zone,
                Period = month,
                Months = months,
                HasData = hasData,
                Headline = text.Tile(sure, trends.GetValueOrDefault(sure.Metric.Id)),
                HeadlineAll = sure.Metric.Id == Revenue ? text.Value(MetricUnit.Money, all[Revenue].Total.Value) : null,
                Model = ModelNames.Of(request.Tongue, all.Request.Model),
                LookBackDays = workspace.Settings.LookBackDays,
                Chats = text.Value(MetricUnit.Count, all["automated_conversations"].Total.Value),
                Evidence = await EvidenceAsync(workspace, month, text, stop),
                Tiles = [.. tiles.Select(id => text.Tile(all[id], trends.GetValueOrDefault(id)))],
                Groups = [.. Enum.GetValues<MetricPillar>().Select(pillar => new FigureGroup(Pillars.Name(pillar), [.. all.Results.Where(result => result.Metric.Pillar == pillar).Select(result => text.Tile(result))]))],
            },
        });
    }

    /// <summary>The headline of a workspace's month, conservative: the first of the candidates that has a value there.</summary>
    public static async Task<MetricResult> HeadlineAsync(OpenWorkspace workspace, Period month, CancellationToken cancellationToken)
    {
        var answer = await workspace.QueryAsync(Asked(month, Comparison.Previous, headlines) with { Basis = EvidenceBasis.Conservative, Intervals = false }, cancellationToken);
        return answer.Results.FirstOrDefault(result => result.Total.Value is not null and not 0) ?? answer.Results[0];
    }

    private static MetricRequest Asked(Period period, Comparison compare, params string[] ids) => new()
    {
        Metrics = [.. ids.Select(id => MetricCatalogue.Default.Find(id)!)],
        Period = period,
        Compare = compare,
    };

    private static async Task<Dictionary<string, IReadOnlyList<double?>>> TrendsAsync(OpenWorkspace workspace, Period month, string headline, CancellationToken cancellationToken)
    {
        var year = new Period(month.To.PlusMonths(-TrendMonths), month.To);
        var answer = await workspace.QueryAsync(Asked(year, Comparison.None, [.. tiles.Append(headline).Distinct()]) with { Grain = Grain.Month, Intervals = false, Basis = EvidenceBasis.Conservative }, cancellationToken);
        return answer.Results.ToDictionary(
            result => result.Metric.Id,
            result => (IReadOnlyList<double?>)[.. result.Rows.Select(row => (double?)row.Figure.Value).SkipWhile(value => value is null or 0)]);
    }

    private static async Task<IReadOnlyList<SharePart>> EvidenceAsync(OpenWorkspace workspace, Period month, FigureText text, CancellationToken cancellationToken)
    {
        if (!MetricCatalogue.Default.Find("attributed_revenue")!.Dimensions.Contains("evidence"))
            return [];
        var answer = await workspace.QueryAsync(Asked(month, Comparison.None, "attributed_revenue") with { By = ["evidence"], Intervals = false }, cancellationToken);
        var amounts = answer.Results[0].Rows
            .Select(row => (Letter: row.Group[0].Value?.ToUpperInvariant() ?? "", row.Figure.Value))
            .Where(row => row.Value > 0 && Grades.Letters.Contains(row.Letter)).OrderBy(row => row.Letter, StringComparer.Ordinal).ToList();
        var whole = amounts.Sum(row => row.Value!.Value);
        return [.. amounts.Select(row => new SharePart(row.Letter, (double)(row.Value!.Value / whole), text.Value(MetricUnit.Money, row.Value)))];
    }
}
