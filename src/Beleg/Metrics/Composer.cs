using System.Globalization;
using System.Text;

namespace Beleg.Metrics;

/// <summary>Turns measures and a request into SQL: one statement for all measures that read the same fact by the same day.</summary>
internal static class Composer
{
    /// <summary>The cheap path: a row a group, a column a measure. Pure: the same question gives the same text.</summary>
    public static IReadOnlyList<ComposedScan> Compose(IEnumerable<Measure> measures, Composition query, Dialect dialect) =>
        [.. measures.Distinct(MeasureComparer.Instance)
            .GroupBy(m => (m.Fact, m.Time))
            .Select(group => Scan(FactScans.All[group.Key.Fact], group.Key.Time, [.. group], query, dialect))];

    private static ComposedScan Scan(FactScan scan, string time, Measure[] measures, Composition query, Dialect dialect)
    {
        var parameters = new SqlParameters(dialect);
        var words = new Placeholders(query, dialect, parameters, time);
        var shared = Shared(measures);
        var columns = new List<string>();
        var groups = Groups(scan, time, query, dialect);
        columns.AddRange(groups);
        var places = new MeasurePlace[measures.Length];
        foreach (var same in Enumerable.Range(0, measures.Length).GroupBy(i => Sorted(measures[i], shared, words)))
        {
            int[] ranked = [.. same];
            foreach (var (i, element) in ranked.Select((i, element) => (i, element)))
                places[i] = new(columns.Count, measures[i].Aggregate == Aggregate.Quantile ? element : null);
            var column = measures[ranked[0]].Aggregate == Aggregate.Quantile
                ? dialect.Over(dialect.Quantiles(words.Fill(measures[ranked[0]].Of!), [.. ranked.Select(i => measures[i].Rank)]), Own(measures[ranked[0]], shared, words))
                : Column(measures[ranked[0]], shared, words, dialect);
            columns.Add(string.Create(CultureInfo.InvariantCulture, $"{column} AS m{columns.Count - groups.Count}"));
        }

        var sql = new StringBuilder("SELECT\n  ").AppendJoin(",\n  ", columns)
            .Append("\nFROM ").Append(scan.From)
            .Append("\nWHERE ").AppendJoin("\n  AND ", Conditions(scan, time, shared, query, words, parameters));
        if (groups.Count > 0)
            sql.Append("\nGROUP BY ALL\nORDER BY ALL");
        return new(scan, time, sql.ToString(), parameters.Values, measures, places, query.Grain is not null, query.By.Count)
        {
            Question = $"{sql}\n{parameters.Without(Placeholders.Days)}",
        };
    }

    /// <summary>The columns a row is grouped by: the piece of the period, then each dimension.</summary>
    internal static List<string> Groups(FactScan scan, string time, Composition query, Dialect dialect)
    {
        var groups = new List<string>();
        if (query.Grain is { } grain)
            groups.Add($"{dialect.StartOf(grain, time)} AS bucket");
        groups.AddRange(query.By.Select((dimension, i) => string.Create(CultureInfo.InvariantCulture, $"{scan.Dimensions[dimension]} AS g{i}")));
        return groups;
    }

    /// <summary>What every row of the scan satisfies: the period, the request's filters, what all measures share.</summary>
    internal static IEnumerable<string> Conditions(
        FactScan scan, string time, IEnumerable<string> shared, Composition query, Placeholders words, SqlParameters parameters)
    {
        yield return $"{time} >= {parameters.Take("from", ParameterType.Date, query.Period.From)}";
        yield return $"{time} < {parameters.Take("to", ParameterType.Date, query.Period.To)}";
        foreach (var filter in query.Filters)
            yield return Filter(scan.Dimensions[filter.Dimension], filter, parameters);
        foreach (var condition in shared.Select(words.Fill).Where(c => c != Placeholders.Always))
            yield return condition;
    }

    internal static string Column(Measure measure, HashSet<string> shared, Placeholders words, Dialect dialect) =>
        dialect.Over(Aggregated(measure, words), Own(measure, shared, words));

    private static string? Own(Measure measure, HashSet<string> shared, Placeholders words)
    {
        var own = measure.Where.Where(c => !shared.Contains(c)).Select(words.Fill).Where(c => c != Placeholders.Always).ToArray();
        return own.Length == 0 ? null : string.Join(" AND ", own);
    }

    // Measures that come to the same text are one column, and so are the ranks of one expression: sorting it once gives them all.
    private static string Sorted(Measure measure, HashSet<string> shared, Placeholders words) =>
        $"{(measure.Aggregate == Aggregate.Quantile ? $"ranks of {words.Fill(measure.Of!)}" : Aggregated(measure, words))} over {Own(measure, shared, words)}";

    private static string Aggregated(Measure measure, Placeholders words)
    {
        var of = measure.Of is null ? "" : words.Fill(measure.Of);
        return measure.Aggregate switch
        {
            Aggregate.Count => "count(*)",
            Aggregate.Sum => $"sum({of})",
            Aggregate.Distinct => $"count(DISTINCT {of})",
            _ => throw new InvalidOperationException("Ranks are taken together, never one by one."),
        };
    }

    // What all measures ask for belongs to WHERE: rows that no measure wants are never grouped.
    private static HashSet<string> Shared(Measure[] measures)
    {
        var shared = measures[0].Where.ToHashSet(StringComparer.Ordinal);
        foreach (var measure in measures)
            shared.IntersectWith(measure.Where);
        return shared;
    }

    internal static string Filter(string column, MetricFilter filter, SqlParameters parameters)
    {
        var labels = Dimensions.Find(filter.Dimension)!.Labels;
        // Labels come from the program's own list, so they are written out: an engine compares an enum with a constant, not with a parameter.
        var values = filter.Values.Where(v => v.Length > 0)
            .Select((v, i) => labels is null
                ? parameters.Take(string.Create(CultureInfo.InvariantCulture, $"{filter.Dimension}{i}"), ParameterType.Text, v)
                : v is "true" or "false" ? v : $"'{labels.First(l => l == v)}'")
            .ToArray();
        var listed = values.Length == 0 ? null : $"{column} IN ({string.Join(", ", values)})";
        return (listed, filter.Values.Any(v => v.Length == 0)) switch
        {
            (null, _) => $"{column} IS NULL",
            (_, true) => $"({listed} OR {column} IS NULL)",
            _ => listed,
        };
    }
}
