using Beleg.App.Dashboard;
using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Reports.Channels;
using Beleg.Reports.Customers;
using Beleg.Reports.Experiments;
using Beleg.Reports.Outlook;
using Beleg.Statistics.Experiments;

namespace Beleg.App.Hosting;

/// <summary>The statistics of one workspace, as the command line, the interface and the pages all ask for them.</summary>
internal static class StatisticsOf
{
    /// <summary>The metric of an outlook where none is named.</summary>
    public const string DefaultMetric = "attributed_revenue";

    /// <summary>All models side by side.</summary>
    public static Task<ChannelReport> ChannelsAsync(OpenWorkspace workspace, Period period, int order, bool withNulls, CancellationToken stop) => order is < 1 or > 4
        ? throw new UserErrorException("order: from 1 to 4.")
        : ChannelReader.ReadAsync(OpenWorkspace.Engine, workspace.Warehouse, workspace.MetricSettings, period, order, withNulls, stop);

    /// <summary>What customers are worth.</summary>
    public static Task<CustomerReport> CustomersAsync(OpenWorkspace workspace, Period period, CancellationToken stop) =>
        CustomerReader.ReadAsync(OpenWorkspace.Engine, workspace.Warehouse, workspace.MetricSettings, period, stop);

    /// <summary>Why a figure changed.</summary>
    public static Task<Beleg.Reports.Why.WhyReport> WhyAsync(OpenWorkspace workspace, MetricRequest request, CancellationToken stop) =>
        new Beleg.Reports.Why.WhyReader(OpenWorkspace.Engine, workspace.Warehouse, workspace.MetricSettings).ReadAsync(request, stop);

    /// <summary>What is expected of a metric, from the end of the last complete month on.</summary>
    public static Task<OutlookReport> OutlookAsync(OpenWorkspace workspace, string metric, int months, decimal? extension, CancellationToken stop)
    {
        var named = MetricCatalogue.Default.Named(metric) is [var one] ? one : throw new UserErrorException($"There is no metric '{metric}'; see: beleg metrics");
        var days = FactLists.DaysByMonth(workspace.Warehouse);
        var last = Months.Standard(workspace).To;
        var past = days.Count > 0 && days[0].First < last ? new Period(days[0].First, last) : new Period(last.PlusMonths(-1), last);
        return OutlookReader.ReadAsync(OpenWorkspace.Engine, workspace.Warehouse, workspace.MetricSettings, named, past, months, extension, stop);
    }

    /// <summary>The experiments: those that people planned, then those that were seen and nobody planned.</summary>
    public static async Task<IReadOnlyList<ExperimentLine>> ExperimentsAsync(OpenWorkspace workspace, CancellationToken stop)
    {
        var planned = (await workspace.BookAsync(stop)).Experiments;
        var seen = await ExperimentReader.ListAsync(OpenWorkspace.Engine, workspace.Warehouse, stop);
        return
        [
            .. planned.Select(one => new ExperimentLine(one.Id, one.State, one, seen.FirstOrDefault(s => s.Experiment == one.Id))),
            .. seen.Where(one => planned.All(p => p.Id != one.Experiment)).OrderByDescending(one => one.Last).Select(one => new ExperimentLine(one.Experiment, null, null, one)),
        ];
    }

    /// <summary>An experiment that somebody planned; null where nobody did.</summary>
    public static async Task<PlannedExperiment?> PlannedAsync(OpenWorkspace workspace, string id, CancellationToken stop) =>
        (await workspace.BookAsync(stop)).Experiments.FirstOrDefault(one => one.Id == id);

    /// <summary>An experiment with what it came to; null where nobody planned it and nobody saw two arms of it.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="id">The experiment.</param>
    /// <param name="metric">What is measured; null asks for what was agreed.</param>
    /// <param name="stop">Ends the running statement.</param>
    public static async Task<ExperimentAnswer?> ExperimentAsync(OpenWorkspace workspace, string id, string? metric, CancellationToken stop)
    {
        var planned = await PlannedAsync(workspace, id, stop);
        var measured = MetricOf(metric ?? planned?.Plan.MetricId);
        var report = await ExperimentReader.ReadAsync(
            OpenWorkspace.Engine, workspace.Warehouse, workspace.MetricSettings, planned?.ToExperiment() ?? new Experiment(id, "", measured.Id, []), measured, planned, stop);
        return planned is null && report is null ? null : new ExperimentAnswer(id, planned, report);
    }

    /// <summary>What an experiment would take.</summary>
    public static Task<ExperimentDesign> DesignAsync(OpenWorkspace workspace, DesignQuestion question, CancellationToken stop) =>
        ExperimentDesigner.ReadAsync(OpenWorkspace.Engine, workspace.Warehouse, workspace.MetricSettings, question, workspace.Today, stop);

    /// <summary>The contacts behind an arm.</summary>
    public static async Task<(IReadOnlyList<ExperimentContact> Rows, long Total)> BehindAsync(OpenWorkspace workspace, ExperimentAnswer answer, string? arm, int most, CancellationToken stop) =>
        await ExperimentContacts.ReadAsync(
            OpenWorkspace.Engine, workspace.Warehouse, workspace.MetricSettings, answer.Id, answer.Planned, MetricOf(answer.Report?.Metric ?? answer.Planned?.Plan.MetricId), arm, most, stop);

    /// <summary>What hold-outs measured, beside what was credited.</summary>
    public static async Task<IReadOnlyList<MeasuredLift>> LiftsAsync(OpenWorkspace workspace, CancellationToken stop) =>
        await new LiftReader(OpenWorkspace.Engine, workspace.Warehouse, workspace.MetricSettings).ReadAsync((await workspace.BookAsync(stop)).Experiments, workspace.Today, stop);

    /// <summary>Contacts with a chat against contacts without, plain and matched.</summary>
    public static Task<ChatComparison> ComparisonAsync(OpenWorkspace workspace, Period period, CancellationToken stop) =>
        ChatComparisonReader.ReadAsync(OpenWorkspace.Engine, workspace.Warehouse, workspace.MetricSettings, period, stop);

    private static ExperimentMetric MetricOf(string? id) =>
        ExperimentMetric.Find(id) ?? throw new UserErrorException($"metric: one of {string.Join(", ", ExperimentMetric.All.Select(m => m.Id))}.");
}
