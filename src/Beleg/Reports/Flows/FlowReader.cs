using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Warehouse;

namespace Beleg.Reports.Flows;

/// <summary>Puts together what the flow pages show. Every figure is asked of the metrics; only the order of steps is read from the facts.</summary>
/// <param name="ask">Answers questions of this workspace.</param>
/// <param name="warehouse">The workspace's facts.</param>
public sealed class FlowReader(Func<MetricRequest, CancellationToken, Task<MetricAnswer>> ask, WorkspaceWarehouse warehouse)
{
    /// <summary>So many months a trend goes back.</summary>
    public const int TrendMonths = 6;

    private const string Flow = "flow";
    private const string Version = "flow_version";
    private const string Step = "step";
    private static readonly string[] headline =
        ["flow_starts", "flow_goal_rate", "opener_dropoff", "automated_conversations", "revenue_per_chat", "attributed_revenue", "dm_to_sale", "handoff_rate"];

    /// <summary>All flows that ran or brought money in the period, the most started first.</summary>
    /// <param name="question">Period, comparison, model, basis and filters; its metrics and dimensions do not matter.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public async Task<IReadOnlyList<FlowSummary>> ListAsync(MetricRequest question, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(question, [Flow], ["flow_starts", "flow_goal_rate", "step_dropoff", "revenue_per_chat"], cancellationToken).ConfigureAwait(false);
        var trend = await AskAsync(Back(question), [Flow], ["flow_starts"], cancellationToken).ConfigureAwait(false);
        var costs = await CostsAsync(question, cancellationToken).ConfigureAwait(false);
        var (starts, goals, drops, revenue) = (By(answer["flow_starts"]), By(answer["flow_goal_rate"]), By(answer["step_dropoff"]), By(answer["revenue_per_chat"]));
        var trends = trend["flow_starts"].Rows.Where(row => row.Group[0].Value is not null).ToLookup(row => row.Group[0].Value!);
        return
        [
            .. starts.Keys.Where(flow => flow.Length > 0)
                .Select(flow => new FlowSummary(
                    flow, starts[flow], goals[flow], drops.GetValueOrDefault(flow), revenue.GetValueOrDefault(flow), costs.TryGetValue(flow, out var cost) ? cost : null, [.. trends[flow]]))
                .OrderByDescending(flow => flow.Starts.Value).ThenBy(flow => flow.Flow, StringComparer.Ordinal),
        ];
    }

    /// <summary>One flow; null where it never ran.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="question">As for the list.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public async Task<FlowReport?> ReadAsync(string flow, MetricRequest question, CancellationToken cancellationToken)
    {
        var order = Order(flow);
        if (order is null)
            return null;
        var only = question with { Filters = [.. question.Filters.Where(filter => filter.Dimension != Flow), new MetricFilter(Flow, [flow])] };
        var head = await AskAsync(only, [], headline, cancellationToken).ConfigureAwait(false);
        var versions = await AskAsync(only, [Version], ["flow_starts", "flow_goal_rate"], cancellationToken).ConfigureAwait(false);
        var steps = await AskAsync(only, [Version, Step], ["step_visits", "step_dropoff"], cancellationToken).ConfigureAwait(false);
        var branches = await AskAsync(only, [Version, Step, "branch"], ["branch_choices"], cancellationToken).ConfigureAwait(false);
        var messages = await AskAsync(only, [Step, "template"], ["delivery_rate", "read_rate", "ctr", "reply_rate"], cancellationToken).ConfigureAwait(false);
        var trend = await AskAsync(Back(only), [], ["flow_starts", "flow_goal_rate"], cancellationToken).ConfigureAwait(false);
        var costs = await CostsAsync(question, cancellationToken).ConfigureAwait(false);
        return new FlowReport
        {
            Flow = flow,
            Head = head,
            Cost = costs.TryGetValue(flow, out var cost) ? cost : null,
            Trend = trend["flow_starts"].Rows,
            GoalTrend = trend["flow_goal_rate"].Rows,
            Versions = [.. Versions(versions)],
            Steps = [.. Steps(steps, order)],
            Branches = [.. Branches(branches, order)],
            Messages = [.. Messages(messages, order)],
        };
    }

    private static IEnumerable<FlowVersion> Versions(MetricAnswer answer)
    {
        var goals = answer["flow_goal_rate"].Rows.ToDictionary(Group, row => row.Figure);
        return answer["flow_starts"].Rows.Where(row => row.Figure.Value > 0)
            .OrderByDescending(row => Natural(row.Group[0].Value)).ThenByDescending(row => row.Group[0].Value, StringComparer.Ordinal)
            .Select(row => new FlowVersion(row.Group[0].Value, row.Figure, goals[Group(row)]));
    }

    private static IEnumerable<FlowStep> Steps(MetricAnswer answer, StepOrder order)
    {
        var drops = answer["step_dropoff"].Rows.ToDictionary(Group, row => row.Figure);
        return answer["step_visits"].Rows
            .Where(row => row.Group[1].Value is not null)
            .Select(row => new FlowStep(
                row.Group[0].Value, row.Group[1].Value!, order.IndexOf(row.Group[0].Value, row.Group[1].Value), row.Figure, row.Figure.Parts["runs"],
                drops.GetValueOrDefault(Group(row)) is { Denominator: > 0 } drop ? drop : null))
            .OrderByDescending(step => Natural(step.Version)).ThenByDescending(step => step.Version, StringComparer.Ordinal)
            .ThenBy(step => order.PlaceOf(step.Version, step.Step)).ThenByDescending(step => step.Runs.Value);
    }

    private static IEnumerable<FlowBranch> Branches(MetricAnswer answer, StepOrder order)
    {
        var rows = answer["branch_choices"].Rows.Where(row => row.Group[1].Value is not null && row.Group[2].Value is not null).ToList();
        var all = rows.GroupBy(row => (row.Group[0].Value, row.Group[1].Value)).ToDictionary(group => group.Key, group => (long)group.Sum(row => row.Figure.Value ?? 0));
        return rows.Where(row => row.Figure.Value > 0)
            .Select(row => new FlowBranch(row.Group[0].Value, row.Group[1].Value!, row.Group[2].Value!, (long)row.Figure.Value!.Value, all[(row.Group[0].Value, row.Group[1].Value)]))
            .OrderByDescending(branch => Natural(branch.Version)).ThenByDescending(branch => branch.Version, StringComparer.Ordinal)
            .ThenBy(branch => order.PlaceOf(branch.Version, branch.Step)).ThenByDescending(branch => branch.Chosen).ThenBy(branch => branch.Branch, StringComparer.Ordinal);
    }

    private static IEnumerable<FlowMessage> Messages(MetricAnswer answer, StepOrder order)
    {
        var figures = answer.Results.ToDictionary(result => result.Metric.Id, result => result.Rows.ToDictionary(Group, row => row.Figure));
        Figure? Of(string metric, string group) => figures[metric].GetValueOrDefault(group) is { Denominator: > 0 } figure ? figure : null;
        return answer.Results.SelectMany(result => result.Rows).Where(row => row.Figure.Denominator > 0).DistinctBy(Group)
            .Select(row => new FlowMessage(
                row.Group[0].Value, row.Group[1].Value, Of("delivery_rate", Group(row)), Of("read_rate", Group(row)), Of("ctr", Group(row)), Of("reply_rate", Group(row))))
            .OrderBy(message => message.Step is null).ThenBy(message => order.PlaceOf(message.Step)).ThenBy(message => message.Step, StringComparer.Ordinal).ThenBy(message => message.Template, StringComparer.Ordinal);
    }

    // Return on cost names what a flow cost, where the ledger or a message's price names the flow.
    private async Task<Dictionary<string, decimal>> CostsAsync(MetricRequest question, CancellationToken cancellationToken) =>
        (await AskAsync(question with { Compare = Comparison.None }, [Flow], ["rocs"], cancellationToken).ConfigureAwait(false))["rocs"].Rows
            .Where(row => row.Group[0].Value is not null && row.Figure.Denominator > 0).ToDictionary(row => row.Group[0].Value!, row => row.Figure.Denominator!.Value, StringComparer.Ordinal);

    // A metric is asked only with the filters that all of its facts know.
    private Task<MetricAnswer> AskAsync(MetricRequest question, IReadOnlyList<string> by, string[] metrics, CancellationToken cancellationToken)
    {
        Metric[] asked = [.. metrics.Select(id => MetricCatalogue.Default.Find(id)!)];
        return ask(question with { Metrics = asked, By = by, Filters = [.. question.Filters.Where(filter => Array.TrueForAll(asked, metric => metric.Dimensions.Contains(filter.Dimension)))] }, cancellationToken);
    }

    private static MetricRequest Back(MetricRequest question) => question with
    {
        Period = new Period(Period.StartOf(question.Period.To.PlusDays(-1), Grain.Month).PlusMonths(1 - TrendMonths), question.Period.To),
        Grain = Grain.Month,
        Compare = Comparison.None,
        Intervals = false,
    };

    private static Dictionary<string, Figure> By(MetricResult result) => result.Rows.ToDictionary(row => row.Group[0].Value ?? "", row => row.Figure, StringComparer.Ordinal);

    private static string Group(MetricRow row) => string.Join('\u001f', row.Group.Select(part => part.Value ?? "\0"));

    // Version 10 comes after version 9.
    private static int Natural(string? version) =>
        int.TryParse(version?.TrimStart('v', 'V'), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : -1;

    private StepOrder? Order(string flow)
    {
        using var reading = warehouse.Read();
        if (reading.Connection.Scalar<long>("select count(*) from flow_run where flow_id = ?", [flow]) == 0)
            return null;
        return new StepOrder(reading.Connection.Query(
            """
            select flow_version, step_id, min(step_index), avg(epoch_us(v.entered_at) - epoch_us(r.entered_at))
            from step_visit v join (select run, min(entered_at) as entered_at from flow_run where flow_id = ? group by run) r using (run)
            where v.flow_id = ? group by flow_version, step_id
            """,
            [flow, flow],
            row => (row.TextOrNull(0), row.Text(1), row.IsNull(2) ? null : (int?)Convert.ToInt32(row.Value(2), System.Globalization.CultureInfo.InvariantCulture), Convert.ToDouble(row.Value(3) ?? 0d, System.Globalization.CultureInfo.InvariantCulture))));
    }
}
