using Beleg.App.Dashboard;
using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Reports.Channels;
using Beleg.Reports.Customers;
using Beleg.Reports.Experiments;
using Beleg.Reports.Outlook;

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

    /// <summary>What is expected of a metric, from the end of the last complete month on.</summary>
    public static Task<OutlookReport> OutlookAsync(OpenWorkspace workspace, string metric, int months, decimal? extension, CancellationToken stop)
    {
        var named = MetricCatalogue.Default.Named(metric) is [var one] ? one : throw new UserErrorException($"There is no metric '{metric}'; see: beleg metrics");
        var days = FactLists.DaysByMonth(workspace.Warehouse);
        var last = Months.Standard(workspace).To;
        var past = days.Count > 0 && days[0].First < last ? new Period(days[0].First, last) : new Period(last.PlusMonths(-1), last);
        return OutlookReader.ReadAsync(OpenWorkspace.Engine, workspace.Warehouse, workspace.MetricSettings, named, past, months, extension, stop);
    }

    /// <summary>What an experiment came to; null where nobody saw two arms of it.</summary>
    public static Task<ExperimentReport?> ExperimentAsync(OpenWorkspace workspace, string id, ExperimentPlan plan, CancellationToken stop)
    {
        var metric = ExperimentMetric.Find(plan.Metric)
            ?? throw new UserErrorException($"metric: one of {string.Join(", ", ExperimentMetric.All.Select(m => m.Id))}.");
        return ExperimentReader.ReadAsync(OpenWorkspace.Engine, workspace.Warehouse, workspace.MetricSettings, plan.Of(id), metric, stop);
    }

    /// <summary>The experiments that anybody saw.</summary>
    public static Task<IReadOnlyList<ExperimentSummary>> ExperimentsAsync(OpenWorkspace workspace, CancellationToken stop) =>
        ExperimentReader.ListAsync(OpenWorkspace.Engine, workspace.Warehouse, stop);
}
