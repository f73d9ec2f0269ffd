using Beleg.App.Dashboard.Language;
using Beleg.App.Hosting;
using Beleg.Attribution;
using Beleg.Reports;

namespace Beleg.App.Dashboard.Filters;

/// <summary>Reads what the filter bar offers.</summary>
internal static class FilterForm
{
    /// <summary>The bar of a page.</summary>
    /// <param name="tongue">Language.</param>
    /// <param name="workspace">Whose values.</param>
    /// <param name="action">The page's path.</param>
    /// <param name="filters">What is chosen.</param>
    /// <param name="months">Months to choose from.</param>
    public static FilterModel Of(Tongue tongue, OpenWorkspace workspace, string action, PageFilters filters, IReadOnlyList<Period> months)
    {
        var found = FactLists.Values(workspace.Warehouse);
        return new FilterModel
        {
            Action = action,
            Filters = filters,
            Months = months.Contains(filters.Period) || filters.Code.Length != 7 ? months : [.. months.Append(filters.Period).OrderByDescending(month => month.From)],
            Values = PageFilters.Dimensions.ToDictionary(
                dimension => dimension,
                // A value that was shared in an address stays to be seen and taken off, although it does not occur here.
                dimension => (IReadOnlyList<string>)[.. found[dimension].Select(value => value ?? PageFilters.None).Union(filters.Chosen.TryGetValue(dimension, out var value) ? [value] : [])]),
            Models = [.. AttributionModels.All.Select(model => (model.Id, ModelNames.Of(tongue, model.Id)))],
        };
    }

    /// <summary>Whether an address says something that means nothing: it is then led to the plain one, which is what people share.</summary>
    public static bool IsClumsy(PageRequest request, PageFilters filters)
    {
        string[] own = ["period", "month", "from", "to", "compare", "model", .. PageFilters.Dimensions];
        return request.Http.Request.Query.Any(part => own.Contains(part.Key) && part.Key != "month" && part.Value.ToString() is var value
            && (value.Length == 0 || (part.Key is "from" or "to" && filters.Code != Presets.Custom) || (part.Key == "compare" && value == "previous") || (part.Key == "model" && value == filters.StandardModel)));
    }
}
