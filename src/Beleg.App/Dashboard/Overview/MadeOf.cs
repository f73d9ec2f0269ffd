using Beleg.App.Dashboard.Filters;
using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.App.Dashboard.Parts;
using Beleg.App.Hosting;
using Beleg.Metrics;
using Beleg.Reports.Overviews;

namespace Beleg.App.Dashboard.Overview;

/// <summary>What a calculated figure is made of: the figures that enter it, each leading to its rows.</summary>
internal static class MadeOf
{
    private static readonly Dictionary<string, string[]> parts = new(StringComparer.Ordinal)
    {
        ["net_value"] = ["generated_value", "revenue_value", "avoided_support_cost", "time_saved_value"],
        ["generated_value"] = ["revenue_value", "avoided_support_cost", "time_saved_value"],
        ["roi_pct"] = ["net_value", "generated_value"],
        ["payback_months"] = ["generated_value", "net_value"],
        ["programme_coverage"] = ["generated_value"],
        ["revenue_value"] = ["attributed_revenue"],
        ["avoided_support_cost"] = ["deflected_contacts"],
        ["deflected_contacts"] = ["verified_containment_rate", "automated_conversations"],
        ["cpa"] = ["attributed_revenue"],
        ["rocs"] = ["attributed_revenue"],
        ["forecast_value"] = ["net_value", "generated_value"],
        ["clv"] = ["aov", "churn_rate"],
        ["clv_to_cac"] = ["clv", "cpa"],
        ["cost_per_contact"] = ["automated_conversations"],
        ["cost_per_resolution"] = ["automated_conversations"],
    };

    public static async Task<MadeOfModel> ReadAsync(PageRequest request, OpenWorkspace workspace, Metric metric, PageFilters filters)
    {
        Metric[] metrics = [metric, .. parts.GetValueOrDefault(metric.Id, []).Select(id => MetricCatalogue.Default.Find(id)!)];
        // What enters a figure is narrowed as the figure is, or both are of the whole.
        MetricFilter[] kept = [.. filters.ForMetrics.Where(filter => Array.TrueForAll(metrics, one => one.Dimensions.Contains(filter.Dimension)))];
        var asked = new MetricRequest { Metrics = metrics, Filters = kept, Period = filters.Period, Model = filters.Model, Basis = EvidenceBasis.Conservative, Intervals = false };
        var answer = await workspace.QueryAsync(asked, request.Http.RequestAborted);
        var before = filters.Compared is { } compared ? await workspace.QueryAsync(asked with { Period = compared }, request.Http.RequestAborted) : null;
        var text = new FigureText(request.Tongue, workspace.Currency);
        var whole = metric.Id != "payback_months" ? answer.Results[0]
            : (await workspace.QueryAsync(answer.Request with { Metrics = [metric], Period = OverviewReader.SinceStart(filters.Period), Compare = Comparison.None }, request.Http.RequestAborted)).Results[0];
        return new MadeOfModel
        {
            Workspace = workspace.Name,
            Zone = workspace.Zone,
            Metric = metric,
            Period = Print.Period(request.Tongue, filters.Period),
            Back = $"/w/{workspace.Name}{filters.ToQuery()}",
            Figure = text.Cautious(whole, metric.Id == "payback_months" ? null : before?[metric.Id]),
            Narrowed = [.. kept.Select(filter => FilterModel.Name(request.Tongue, filter.Dimension, filters.Chosen[filter.Dimension]))],
            Notes = [.. whole.Notes.Select(note => note.In(request.Tongue.Code))],
            Parts = [.. answer.Results.Skip(1).Select(part => text.Cautious(part, before?[part.Metric.Id]) with { Href = $"/w/{workspace.Name}/rows/{part.Metric.Id}{(filters with { Chosen = kept.ToDictionary(filter => filter.Dimension, filter => filters.Chosen[filter.Dimension], StringComparer.Ordinal) }).ToQuery()}" })],
            Assumptions = [.. whole.Assumptions.Select(assumption => new ListLine(
                AssumptionNames.Of(request.Tongue, assumption.Id), assumption.IsUnset ? request.Tongue[Texts.NotAgreed] : assumption.Approver,
                $"{assumption.Low.ToString("0.####", request.Tongue.Culture)} · {assumption.Value.ToString("0.####", request.Tongue.Culture)} · {assumption.High.ToString("0.####", request.Tongue.Culture)}", null))],
            Gaps = [.. whole.Gaps.Select(gap => gap.In(request.Tongue.Code))],
        };
    }
}
