namespace Beleg.Metrics;

/// <summary>The values of measures by group. A measure without a row is 0, a quantile without one no value.</summary>
internal sealed class MeasureTable
{
    private readonly Dictionary<Measure, Dictionary<GroupKey, decimal?>> values = [];

    /// <summary>Sets one value.</summary>
    public void Set(Measure measure, GroupKey key, decimal? value)
    {
        if (!values.TryGetValue(measure, out var rows))
            values[measure] = rows = [];
        rows[key] = value;
    }

    /// <summary>A measure's value in a group.</summary>
    public decimal? Get(Measure measure, GroupKey key) =>
        (values.TryGetValue(measure, out var rows) && rows.TryGetValue(key, out var value) ? value : null)
        ?? (measure.Aggregate == Aggregate.Quantile ? null : 0);

    /// <summary>Groups in which a measure has something.</summary>
    public IEnumerable<GroupKey> Keys(Measure measure) =>
        values.TryGetValue(measure, out var rows) ? rows.Where(r => r.Value is not (null or 0)).Select(r => r.Key) : [];

    /// <summary>An additive measure over all groups.</summary>
    public decimal Sum(Measure measure) => values.TryGetValue(measure, out var rows) ? rows.Values.Sum() ?? 0 : 0;
}
