using Beleg.App.Dashboard.Filters;
using Beleg.App.Hosting;
using Beleg.Metrics;

namespace Beleg.App.Dashboard;

/// <summary>The question that a page's address asks, and the bar to ask another.</summary>
/// <param name="Request">Period, comparison, filters, model and basis; its metrics do not matter.</param>
/// <param name="Filters">The same as the address says it.</param>
/// <param name="Bar">The bar.</param>
public sealed record AskedPeriod(MetricRequest Request, PageFilters Filters, FilterModel Bar)
{
    /// <summary>Reads it. What makes no sense, and what the page cannot be narrowed by, is left out: a shared link never fails.</summary>
    internal static AskedPeriod Of(PageRequest request, OpenWorkspace workspace, FilterOffer offer)
    {
        var (months, standard, _) = Months.Of(workspace, null);
        var filters = PageFilters.Read(request, workspace, standard);
        FilterForm.RequirePlain(request, filters);
        filters = filters with
        {
            Chosen = filters.Chosen.Where(chosen => offer.Dimensions.Contains(chosen.Key)).ToDictionary(StringComparer.Ordinal),
            // The figures of a page without models are of the workspace's own: their rows must be, too.
            Model = offer.Models ? filters.Model : filters.StandardModel,
        };
        var asked = new MetricRequest
        {
            Metrics = [],
            Period = filters.Period,
            Compare = filters.Compare,
            Filters = filters.ForMetrics,
            Model = filters.Model,
            // In doubt the lower figure, on every page the same; and the rows behind it are those of that figure.
            Basis = EvidenceBasis.Conservative,
        };
        return new AskedPeriod(asked, filters, FilterForm.Of(request, workspace, filters, months, offer));
    }
}
