namespace Beleg.Metrics.Calculations;

/// <summary>A part of a programme: what a request is narrowed to, and the group of a row.</summary>
/// <param name="Filters">By flow, channel and entry point; all of them hold.</param>
internal sealed record ProgrammePart(IReadOnlyList<MetricFilter> Filters)
{
    /// <summary>The part as one text: the same part, the same text.</summary>
    public string Key { get; } = string.Concat(Filters.Select(filter => $"{filter.Dimension}={string.Concat(filter.Values.Select(value => $"{value.Length}:{value},"))};"));

    /// <summary>The part of a request, or of one group of its rows; null where it is the whole programme.</summary>
    public static ProgrammePart? Of(Composition query, GroupKey? group = null)
    {
        MetricFilter[] filters = [.. query.Filters, .. group is null ? [] : query.By.Zip(group.Values, (dimension, value) => new MetricFilter(dimension, [value ?? ""]))];
        return filters.Length == 0 ? null : new ProgrammePart(filters);
    }

    /// <summary>Whether a cell belongs to it.</summary>
    public bool Has(ProgrammeCell cell) => cell.Passes(Filters);
}
