using Beleg.Metrics;
using Beleg.Statistics;

namespace Beleg.Reports.Why;

/// <summary>The results a why note is made of: two periods, whole and by dimension, all from one snapshot of the facts.</summary>
/// <param name="Now">The period's results.</param>
/// <param name="Before">Those of the period compared with; null where none was chosen.</param>
/// <param name="NowBy">The period's results by dimension.</param>
/// <param name="BeforeBy">The others by dimension.</param>
internal sealed record WhyFigures(
    IReadOnlyDictionary<string, MetricResult> Now, IReadOnlyDictionary<string, MetricResult>? Before,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, MetricResult>> NowBy, IReadOnlyDictionary<string, IReadOnlyDictionary<string, MetricResult>> BeforeBy)
{
    /// <summary>Automated conversations of the smaller period.</summary>
    public decimal Cases => Math.Min(Now["automated_conversations"].Total.Value ?? 0, Before?["automated_conversations"].Total.Value ?? 0);

    /// <summary>Whether a metric has a value in both periods.</summary>
    public bool Has(string metric) => Now[metric].Total.Value is not null && Before?[metric].Total.Value is not null;

    /// <summary>Whether it has one above or below zero in either.</summary>
    public bool IsWorth(string metric) => Now[metric].Total.Value is not (null or 0) || Before?[metric].Total.Value is not (null or 0);

    /// <summary>The value a page leads with: under cautious assumptions where there are some.</summary>
    public decimal Lead(string metric, bool after) => (after ? Now : Before!)[metric].Total is var figure ? figure.Low ?? figure.Value ?? 0 : 0;

    /// <summary>Each group's numbers along a chain of metrics: the first one's denominator, then every numerator.</summary>
    public IReadOnlyList<DriverGroup> Groups(string[] chain, string dimension)
    {
        var (now, before) = (Rows(NowBy[dimension], chain), Rows(BeforeBy[dimension], chain));
        var none = new decimal[Math.Max(chain.Length, now.Values.Concat(before.Values).FirstOrDefault()?.Length ?? 1)];
        return [.. now.Keys.Union(before.Keys).Order(StringComparer.Ordinal).Select(key => new DriverGroup(
            key.Length == 0 ? null : key, before.GetValueOrDefault(key, none), now.GetValueOrDefault(key, none)))];
    }

    private static Dictionary<string, decimal[]> Rows(IReadOnlyDictionary<string, MetricResult> results, string[] chain)
    {
        var tables = chain.Select(id => results[id].Rows.ToDictionary(row => row.Group[0].Value ?? "", row => row.Figure, StringComparer.Ordinal)).ToArray();
        return tables.SelectMany(table => table.Keys).Distinct(StringComparer.Ordinal).ToDictionary(key => key, key => Numbers(tables, key), StringComparer.Ordinal);
    }

    // A lone share brings its own denominator; in a chain the first metric is a count and is the volume of all that follow.
    private static decimal[] Numbers(Dictionary<string, Figure>[] tables, string key)
    {
        var numerators = tables.Select(table => table.GetValueOrDefault(key)?.Numerator ?? 0);
        return tables.Length == 1 && tables[0].GetValueOrDefault(key)?.Denominator is { } volume ? [volume, .. numerators] : [.. numerators];
    }
}
