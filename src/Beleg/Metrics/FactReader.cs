using System.Globalization;
using Beleg.Statistics;
using Beleg.Warehouse.DuckDb;

namespace Beleg.Metrics;

/// <summary>Runs composed queries in one snapshot of a workspace's facts, and remembers what it ran.</summary>
internal sealed class FactReader(DuckDbConnection connection, Dialect dialect, CancellationToken cancellation)
{
    private readonly List<Statement> ran = [];

    /// <summary>The statements run so far, each once.</summary>
    public IReadOnlyList<Statement> Ran => ran;

    public Dialect Dialect => dialect;

    public DuckDbConnection Connection => connection;

    /// <summary>Measures by group.</summary>
    public MeasureTable Measure(IEnumerable<Measure> measures, Composition query)
    {
        var table = new MeasureTable();
        foreach (var scan in Composer.Compose(measures, query, dialect))
        {
            foreach (var row in Run(scan))
            {
                for (var i = 0; i < scan.Measures.Count; i++)
                    table.Set(scan.Measures[i], row.Key, row.Values[i]);
            }
        }

        return table;
    }

    /// <summary>A ratio's six sums over contacts, by group.</summary>
    public Dictionary<GroupKey, RatioOfSums> Sums(Formula formula, Composition query)
    {
        var scan = ClusterComposer.Compose(formula, query, dialect);
        var first = First(scan);
        return Rows(scan.Sql, scan.Parameters, row => (Key: KeyOf(row, scan), Sums: SumsOf(row, first))).ToDictionary(r => r.Key, r => r.Sums);
    }

    /// <summary>The rows of any statement.</summary>
    public List<T> Rows<T>(string sql, IReadOnlyList<object?> parameters, RowReader<T> read)
    {
        var statement = new Statement(sql, parameters);
        if (!ran.Any(s => s.Sql == sql))
            ran.Add(statement);
        return connection.Query(sql, [.. parameters], read, cancellation);
    }

    /// <summary>A number of whatever width as a decimal; money and counts are far below its limit.</summary>
    public static decimal? Number(DuckDbRow row, int column) => row.Value(column) switch
    {
        null => null,
        long number => number,
        Int128 wide => (decimal)wide,
        decimal exact => exact,
        double real => (decimal)real,
        var other => Convert.ToDecimal(other, CultureInfo.InvariantCulture),
    };

    /// <summary>A dimension's value as an answer spells it.</summary>
    public static string? Label(object? value) => value switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private List<ScanRow> Run(ComposedScan scan) => Rows(scan.Sql, scan.Parameters, row =>
        new ScanRow(KeyOf(row, scan), [.. Enumerable.Range(First(scan), scan.Measures.Count).Select(c => Number(row, c))]));

    private static RatioOfSums SumsOf(DuckDbRow row, int first)
    {
        double At(int offset) => (double)(row.WideOrNull(first + offset) ?? 0);
        return new RatioOfSums(row.Long(first), At(1), At(2), At(3), At(4), At(5));
    }

    private static int First(ComposedScan scan) => (scan.HasBucket ? 1 : 0) + scan.Dimensions;

    private static GroupKey KeyOf(DuckDbRow row, ComposedScan scan)
    {
        var first = scan.HasBucket ? 1 : 0;
        if (!scan.HasBucket && scan.Dimensions == 0)
            return GroupKey.Whole;
        var from = scan.HasBucket ? row.Date(0) : (NodaTime.LocalDate?)null;
        return new GroupKey(from, [.. Enumerable.Range(first, scan.Dimensions).Select(c => Label(row.Value(c)))]);
    }
}
