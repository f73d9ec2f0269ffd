using System.Globalization;

namespace Beleg.Metrics;

/// <summary>Turns measures and a request into SQL: one statement for all measures that read the same fact by the same day.</summary>
internal static class Composer
{
    /// <summary>The cheap path: a row a group, a column a measure. Pure: the same question gives the same text.</summary>
    public static IReadOnlyList<ComposedScan> Compose(IEnumerable<Measure> measures, Composition query, Dialect dialect) =>
        [.. measures.Distinct()
            .GroupBy(m => (m.Fact, m.Time))
            .Select(group => Scan(FactScans.All[group.Key.Fact], group.Key.Time, [.. group], query, dialect))];

    private static ComposedScan Scan(FactScan scan, string time, Measure[] measures, Composition query, Dialect dialect)
    {
        var parameters = new SqlParameters(dialect);
        var words = new Placeholders(query, dialect, parameters, time);
        var shared = Shared(measures);
        var groups = Groups(scan, time, query, dialect);
        var places = new MeasurePlace[measures.Length];
        var columns = new List<ScanColumn>();
        foreach (var same in Enumerable.Range(0, measures.Length).GroupBy(i => Sorted(measures[i], shared, words)))
        {
            int[] all = [.. same];
            for (var element = 0; element < all.Length; element++)
                places[all[element]] = new(groups.Count + columns.Count, measures[all[element]].Aggregate == Aggregate.Quantile ? element : null);
            var first = measures[all[0]];
            columns.Add(new(first.Aggregate, first.Of is null ? "" : words.Fill(first.Of), [.. all.Select(i => measures[i].Rank)], Own(first, shared, words)));
        }

        var from = $"FROM {query.From(scan, time, parameters)}\nWHERE {string.Join("\n  AND ", Conditions(scan, time, shared, query, words, parameters))}";
        var sql = ScanColumn.AreOfOneThing(columns) ? Twice(groups, columns, from, dialect) : Once(groups, columns, from, dialect);
        return new(scan, time, sql, parameters.Values, measures, places, query.Grain is not null, query.By.Count)
        {
            // TRICKY: on the conservative basis two measures may be one column, so the same text answers questions of different width.
            Question = $"{sql}\n{parameters.Without(Placeholders.Days)}\n{string.Join(' ', places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.Column}.{place.Element}")))}",
        };
    }

    private static string Once(List<string> groups, List<ScanColumn> columns, string from, Dialect dialect) =>
        Select([.. groups, .. columns.Select((c, i) => Named(c.Once(dialect), i))], from, groups.Count > 0);

    // Many counts of different contacts are one grouping by contact and plain counts of it: one table in the engine instead of one each.
    private static string Twice(List<string> groups, List<ScanColumn> columns, string from, Dialect dialect)
    {
        string[] names = [.. groups.Select(g => g[(g.LastIndexOf(' ') + 1)..])];
        var who = $"{columns.First(c => c.Aggregate == Aggregate.Distinct).Of} AS who";
        var inner = Select([.. groups, who, .. columns.Select((c, i) => (c, i)).Where(p => p.c.IsInner).Select(p => Named(p.c.Inner(dialect), p.i))], from, grouped: true, ordered: false);
        return Select([.. names, .. columns.Select((c, i) => Named(c.Outer(Name(i), dialect), i))], $"FROM (\n{inner}\n) AS each", groups.Count > 0);
    }

    private static string Select(IEnumerable<string> columns, string from, bool grouped, bool ordered = true) =>
        $"SELECT\n  {string.Join(",\n  ", columns)}\n{from}{(grouped ? "\nGROUP BY ALL" : "")}{(grouped && ordered ? "\nORDER BY ALL" : "")}";

    private static string Named(string column, int index) => $"{column} AS {Name(index)}";

    private static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"m{index}");

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
