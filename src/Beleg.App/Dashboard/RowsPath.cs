using Beleg.App.Dashboard.Filters;
using Beleg.Metrics;
using NodaTime.Text;

namespace Beleg.App.Dashboard;

/// <summary>Addresses of the rows behind a figure.</summary>
internal static class RowsPath
{
    /// <summary>The rows that a metric is made of on a page.</summary>
    /// <param name="workspace">Name of the workspace.</param>
    /// <param name="metric">The metric's id.</param>
    /// <param name="filters">What the page is narrowed to.</param>
    /// <param name="also">What the figure is narrowed to beside that; a filter of the same name gives way to it.</param>
    public static string Of(string workspace, string metric, PageFilters filters, params (string Name, string? Value)[] also)
    {
        // A step names its flow: that filter stands once in the address.
        var own = also.Select(part => part.Name).ToHashSet(StringComparer.Ordinal);
        var kept = filters with { Chosen = filters.Chosen.Where(chosen => !own.Contains(chosen.Key)).ToDictionary(StringComparer.Ordinal) };
        return $"/w/{workspace}/rows/{metric}" + kept.ToQuery(also);
    }

    /// <summary>The rows that a metric is made of in a period.</summary>
    /// <param name="workspace">Name of the workspace.</param>
    /// <param name="metric">The metric's id.</param>
    /// <param name="asked">Period, filters and model; a filter of several values narrows to none.</param>
    /// <param name="also">Further dimensions, by id; those without a value are left out.</param>
    public static string Of(string workspace, string metric, MetricRequest asked, params (string Name, string? Value)[] also)
    {
        var period = asked.Period;
        var isMonth = period == Period.Month(period.From.ToYearMonth());
        IEnumerable<(string Name, string? Value)> parts =
        [
            ("month", isMonth ? Months.Code(period) : null),
            ("period", isMonth ? null : "custom"),
            ("from", isMonth ? null : LocalDatePattern.Iso.Format(period.From)),
            ("to", isMonth ? null : LocalDatePattern.Iso.Format(period.To)),
            .. asked.Filters.Where(filter => filter.Values.Count == 1).Select(filter => (filter.Dimension, (string?)(filter.Values[0].Length == 0 ? PageFilters.None : filter.Values[0]))),
            ("model", asked.Model.Length == 0 ? null : asked.Model),
            .. also,
        ];
        return $"/w/{workspace}/rows/{metric}" + QueryString.Create(parts.Where(part => part.Value is not null).Select(part => KeyValuePair.Create(part.Name, part.Value))).ToUriComponent();
    }
}
