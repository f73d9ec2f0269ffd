using System.Text;

namespace Beleg.Metrics;

/// <summary>
/// The dear path: a ratio's sums per contact, and over contacts their squares and products, from which the delta method tells how sure
/// the ratio is. Composed only where such an interval is asked for.
/// </summary>
internal static class ClusterComposer
{
    /// <summary>One statement: groups, number of contacts, then sums of x, y, x², y² and xy. Pure.</summary>
    public static ComposedScan Compose(Formula formula, Composition query, Dialect dialect)
    {
        var parameters = new SqlParameters(dialect);
        var numerator = formula.Numerator;
        var denominator = formula.Denominator!;
        var sides = numerator.Fact == denominator.Fact && numerator.Time == denominator.Time
            ? [Side(numerator, query, dialect, parameters, numerator, denominator)]
            : new[] { Side(numerator, query, dialect, parameters, numerator, null), Side(denominator, query, dialect, parameters, null, denominator) };
        var names = Names(query).ToArray();
        var groups = string.Concat(names.Select(n => $"{n}, "));
        var (x, y) = (dialect.Wide("x"), dialect.Wide("y"));
        var sql = new StringBuilder("SELECT\n  ").Append(groups)
            .Append("count(*) AS contacts, ").AppendJoin(", ", new[] { x, y, $"{x} * {x}", $"{y} * {y}", $"{x} * {y}" }.Select(s => $"sum({s})"))
            .Append("\nFROM (\n  SELECT ")
            .Append(groups).Append("cluster, sum(x) AS x, sum(y) AS y\n  FROM (\n    ")
            .AppendJoin("\n    UNION ALL\n    ", sides)
            .Append("\n  ) AS sides\n  GROUP BY ALL\n) AS contacts\nWHERE x <> 0 OR y <> 0");
        if (names.Length > 0)
            sql.Append("\nGROUP BY ALL\nORDER BY ALL");
        return new(FactScans.All[numerator.Fact], numerator.Time, sql.ToString(), parameters.Values, [], [], query.Grain is not null, query.By.Count)
        {
            Question = $"{sql}\n{parameters.Without(Placeholders.Days)}",
        };
    }

    private static IEnumerable<string> Names(Composition query) =>
        Enumerable.Repeat("bucket", query.Grain is null ? 0 : 1).Concat(query.By.Select((_, i) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"g{i}")));

    private static string Side(Measure from, Composition query, Dialect dialect, SqlParameters parameters, Measure? x, Measure? y)
    {
        var scan = FactScans.All[from.Fact];
        var words = new Placeholders(query, dialect, parameters, from.Time);
        var groups = string.Concat(Composer.Groups(scan, from.Time, query, dialect).Select(g => $"{g}, "));
        var shared = x is null || y is null ? from.Where : [.. x.Where.Intersect(y.Where)];
        var conditions = Composer.Conditions(scan, from.Time, shared, query, words, parameters);
        return $"SELECT {groups}{scan.Cluster} AS cluster, {Column(x, shared, words, dialect)} AS x, {Column(y, shared, words, dialect)} AS y "
            + $"FROM {query.From(scan, from.Time, parameters)} WHERE {string.Join(" AND ", conditions)} GROUP BY ALL";
    }

    private static string Column(Measure? measure, IReadOnlyCollection<string> shared, Placeholders words, Dialect dialect) =>
        measure is null ? "0" : $"coalesce({Composer.Column(measure, [.. shared], words, dialect)}, 0)";
}
