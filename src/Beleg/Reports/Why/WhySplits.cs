using Beleg.Metrics;
using Beleg.Statistics;

namespace Beleg.Reports.Why;

/// <summary>Makes the groups of a change from results that are split. Pure.</summary>
internal static class WhySplits
{
    /// <summary>
    /// The group of whoever counts in several groups. A rate over people counts each once, its parts count each where it was: what lies between
    /// is a group of its own, so that the parts still add up.
    /// </summary>
    public const string Overlap = "\u0001several";

    /// <summary>The groups of two periods.</summary>
    /// <param name="now">The period's results along a chain: a lone ratio brings its own volume; of several the first is the volume, and all give their numerators.</param>
    /// <param name="before">The same of the other period.</param>
    /// <param name="nameOf">The name of a row's group; rows of one name are one group.</param>
    /// <param name="cautious">Whether what rests on assumptions is taken at its low end, as pages lead with it.</param>
    public static IReadOnlyList<DriverGroup> Groups(IReadOnlyList<MetricResult> now, IReadOnlyList<MetricResult> before, Func<MetricRow, string?> nameOf, bool cautious)
    {
        var (after, then) = (Rows(now, nameOf, cautious), Rows(before, nameOf, cautious));
        decimal[] none = [.. Whole(now, cautious).Select(_ => 0m)];
        var groups = after.Keys.Union(then.Keys).Order(StringComparer.Ordinal)
            .Select(key => new DriverGroup(key.Length == 0 ? null : key, then.GetValueOrDefault(key, none), after.GetValueOrDefault(key, none))).ToList();
        DriverGroup rest = new(Overlap, Rest(Whole(before, cautious), then.Values), Rest(Whole(now, cautious), after.Values));
        return rest.Before.Concat(rest.After).Any(number => number != 0) ? [.. groups, rest] : groups;
    }

    private static decimal[] Rest(decimal[] whole, IEnumerable<decimal[]> groups) => groups.Aggregate(whole, (left, group) => [.. left.Zip(group, (a, b) => a - b)]);

    private static Dictionary<string, decimal[]> Rows(IReadOnlyList<MetricResult> chain, Func<MetricRow, string?> nameOf, bool cautious)
    {
        var tables = chain.Select(result => result.Rows.GroupBy(row => nameOf(row) ?? "", StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Select(row => row.Figure).ToArray(), StringComparer.Ordinal)).ToArray();
        return tables.SelectMany(table => table.Keys).Distinct(StringComparer.Ordinal)
            .ToDictionary(key => key, key => Numbers(chain, i => tables[i].GetValueOrDefault(key, []), cautious), StringComparer.Ordinal);
    }

    private static decimal[] Whole(IReadOnlyList<MetricResult> chain, bool cautious) => Numbers(chain, i => [chain[i].Total], cautious);

    private static decimal[] Numbers(IReadOnlyList<MetricResult> chain, Func<int, Figure[]> figures, bool cautious)
    {
        if (chain.Count > 1)
            return [.. chain.Select((_, i) => figures(i).Sum(figure => figure.Numerator ?? 0))];
        return chain[0].Metric.Formula is { Denominator: not null, DenominatorIsSample: false } ratio
            ? [figures(0).Sum(figure => figure.Denominator ?? 0), figures(0).Sum(figure => figure.Numerator ?? 0) * ratio.Scale]
            : [figures(0).Sum(figure => (cautious ? figure.Cautious : figure.Value) ?? 0)];
    }
}
