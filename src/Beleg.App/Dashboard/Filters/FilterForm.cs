using Beleg.App.Hosting;
using Beleg.Attribution;
using Beleg.Metrics;
using Beleg.Reports;

namespace Beleg.App.Dashboard.Filters;

/// <summary>Reads what the filter bar offers.</summary>
internal static class FilterForm
{
    private static readonly string[] once = ["said", "lang", "page"];
    private static readonly string[] days = ["period", "month", "from", "to", "through"];

    /// <summary>The bar of a page.</summary>
    /// <param name="request">The page's request: whatever else its address says is kept.</param>
    /// <param name="workspace">Whose values.</param>
    /// <param name="filters">What is chosen.</param>
    /// <param name="months">Months to choose from.</param>
    /// <param name="offer">What the page can be narrowed by.</param>
    public static FilterModel Of(PageRequest request, OpenWorkspace workspace, PageFilters filters, IReadOnlyList<Period> months, FilterOffer offer)
    {
        var found = offer.Dimensions.Count > 0 ? FactLists.Values(workspace.Warehouse) : null;
        return Of(request.Visitor, filters, months) with
        {
            Kept = Others(request.Http.Request, offer),
            HasCompare = offer.Compares,
            Values = offer.Dimensions.ToDictionary(
                dimension => dimension,
                // A value that was shared in an address stays to be seen and taken off, although it does not occur here.
                dimension => (IReadOnlyList<string>)[.. found![dimension].Select(value => value ?? PageFilters.None).Union(filters.Chosen.TryGetValue(dimension, out var value) ? [value] : [])]),
            Models = offer.Models ? [.. AttributionModels.All.Select(model => model.Id).Concat(LearnedWeights.Models).Select(id => (id, ModelNames.Of(request.Tongue, id)))] : [],
        };
    }

    /// <summary>The bar of a page that can be asked for other days and nothing else.</summary>
    public static FilterModel Of(Visitor visitor, PageFilters filters, IReadOnlyList<Period> months) => new()
    {
        Action = visitor.Path,
        Filters = filters,
        Months = months.Contains(filters.Period) || filters.Code.Length != 7 ? months : [.. months.Append(filters.Period).OrderByDescending(month => month.From)],
        Kept = Others(visitor.Request, FilterOffer.Period),
        HasCompare = false,
        Values = new Dictionary<string, IReadOnlyList<string>>(),
        Models = [],
    };

    /// <summary>Leads a request whose address says what means nothing to the plain one. A form that was sent stays where it is.</summary>
    /// <exception cref="PlainAddressException">It does.</exception>
    public static void RequirePlain(PageRequest request, PageFilters filters)
    {
        if (!HttpMethods.IsGet(request.Http.Request.Method) || !IsClumsy(request, filters))
            return;
        string[] own = ["model", "compare", .. PageFilters.Dimensions, .. days];
        throw new PlainAddressException(request.Http.Request.Path + filters.ToQuery(
            [.. request.Http.Request.Query.Where(part => !own.Contains(part.Key)).SelectMany(part => part.Value, (part, value) => (part.Key, value))]));
    }

    /// <summary>Whether an address says something that means nothing.</summary>
    public static bool IsClumsy(PageRequest request, PageFilters filters)
    {
        string[] own = [.. days, "compare", "model", .. PageFilters.Dimensions];
        return request.Http.Request.Query.Any(part => own.Contains(part.Key) && part.Key != "month" && part.Value.ToString() is var value
            && (value.Length == 0 || part.Key == "through" || (part.Key is "from" or "to" && filters.Code != Presets.Custom) || (part.Key == "compare" && value == "previous") || (part.Key == "model" && value == filters.StandardModel)));
    }

    private static (string, string)[] Others(HttpRequest request, FilterOffer offer)
    {
        HashSet<string> own = [.. once, .. days, .. offer.Dimensions, .. offer.Compares ? ["compare"] : Array.Empty<string>(), .. offer.Models ? ["model"] : Array.Empty<string>()];
        return [.. request.Query.Where(part => !own.Contains(part.Key)).SelectMany(part => part.Value, (part, value) => (part.Key, value ?? ""))];
    }
}
