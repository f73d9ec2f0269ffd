using System.Globalization;
using Beleg.Primitives;
using Beleg.Statistics;
using Beleg.Warehouse;
using Beleg.Warehouse.DuckDb;
using NodaTime;

namespace Beleg.Metrics;

/// <summary>Runs composed queries in one snapshot of a workspace's facts, and remembers what it ran.</summary>
internal sealed class FactReader(
    DuckDbConnection connection, Dialect dialect, (KeptMonths Months, MonthVersions Versions)? kept, CancellationToken cancellation, SecondReader? second = null,
    Recollection? recollection = null)
{
    /// <summary>
    /// Months of a measure that are asked for at once, at most. Counts of different contacts are a table of contacts and months in the
    /// engine: for two years of ten million messages it would not fit into the engine's memory, for half a year it does.
    /// </summary>
    private const int MonthsAtOnce = 6;

    private readonly List<Statement> ran = [];
    private readonly List<object> held = [];
    private Instant?[]? cutOff;

    /// <summary>The statements run so far, each once.</summary>
    public IReadOnlyList<Statement> Ran => ran;

    public Dialect Dialect => dialect;

    public DuckDbConnection Connection => connection;

    /// <summary>Whether what is computed of months is kept, so that it should be asked month by month.</summary>
    public bool KeepsMonths => kept is not null;

    /// <summary>The workspace's last event; null where it has none. The snapshot is one, so it is asked once.</summary>
    public Instant? CutOff => (cutOff ??= [Rows("SELECT max(last_seen_at) FROM contact", [], row => row.InstantOrNull(0)).Single()])[0];

    /// <summary>Whether the statements are to be read: each then says all that it does, however long it takes.</summary>
    public bool Explains { get; init; }

    /// <summary>Holds what statements of this snapshot read beside the facts until it is left.</summary>
    public void Hold(object read)
    {
        lock (held)
            held.Add(read);
    }

    /// <summary>What was made of exactly these facts; made now where nobody did before.</summary>
    public T Known<T>(string key, Func<T> make)
        where T : class
    {
        if (recollection is null || kept is not { } now)
            return make();
        if (recollection.Find(now.Versions, key) is T known)
            return known;
        var made = make();
        recollection.Keep(now.Versions, key, made);
        return made;
    }

    /// <summary>The rows of a statement as the engine hands them over, some thousand at a time.</summary>
    public void Each(string sql, IReadOnlyList<object?> parameters, Action<DataChunk> read)
    {
        using var result = connection.Run(sql, [.. parameters], streaming: true, cancellation);
        while (result.NextChunk() is { } chunk)
        {
            using (chunk)
                read(chunk);
        }
    }

    /// <summary>Measures by group.</summary>
    public MeasureTable Measure(IEnumerable<Measure> measures, Composition query)
    {
        var table = new MeasureTable();
        var scans = Composer.Compose(measures, query, dialect);
        var found = new List<ScanRow>[scans.Count];
        if (second is null)
            Each(scans.Count, i => found[i] = Kept(connection, scans[i], query));
        else
            second.Share(connection, scans.Count, (reader, i) => found[i] = Kept(reader, scans[i], query));
        foreach (var (scan, rows) in scans.Zip(found))
        {
            foreach (var row in rows)
            {
                for (var i = 0; i < scan.Measures.Count; i++)
                    table.Set(scan.Measures[i], row.Key, row.Values[i]);
            }
        }

        return table;

        static void Each(int count, Action<int> work)
        {
            for (var i = 0; i < count; i++)
                work(i);
        }
    }

    /// <summary>A ratio's six sums over contacts, by group.</summary>
    public Dictionary<GroupKey, RatioOfSums> Sums(Formula formula, Composition query)
    {
        var scan = ClusterComposer.Compose(formula, query, dialect);
        var rows = IsByMonth(query) ? ByMonth(scan.Question, TablesOf(formula), query, Run, row => row.Key.From ?? query.Period.From, _ => !formula.Measures.Any(m => m.Moves), MonthsAtOnce) : Run(query.Period);
        return rows.ToDictionary(r => r.Key, r => r.Sums);

        List<(GroupKey Key, RatioOfSums Sums)> Run(Period days)
        {
            var part = days == query.Period ? scan : ClusterComposer.Compose(formula, query with { Period = days }, dialect);
            var first = First(part);
            return Rows(part.Sql, part.Parameters, row => (KeyOf(row, part), SumsOf(row, first)));
        }
    }

    /// <summary>The rows of any statement.</summary>
    public List<T> Rows<T>(string sql, IReadOnlyList<object?> parameters, RowReader<T> read) => Rows(connection, sql, parameters, read);

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

    /// <summary>The rows of whole months: from what was kept, where that still holds.</summary>
    /// <param name="question">What is asked, apart from the days.</param>
    /// <param name="tables">The facts it reads.</param>
    /// <param name="query">The period and the cut-off.</param>
    /// <param name="run">Asks for some days.</param>
    /// <param name="monthOf">A day of the month a row is for.</param>
    /// <param name="settled">Whether a row stays as it is although time passes.</param>
    /// <param name="atOnce">Months that one run asks for, at most.</param>
    public List<T> ByMonth<T>(
        string question, IReadOnlyList<string> tables, Composition query, Func<Period, List<T>> run, Func<T, LocalDate> monthOf, Func<T, bool> settled,
        int atOnce = int.MaxValue) =>
        kept is { } memory && query.Period.IsWholeMonths
            ? memory.Months.Rows(question, tables, query.Period, (query.CutOff, memory.Versions), run, monthOf, settled, atOnce)
            : run(query.Period);

    private List<T> Rows<T>(DuckDbConnection reader, string sql, IReadOnlyList<object?> parameters, RowReader<T> read)
    {
        lock (ran)
        {
            if (!ran.Exists(s => s.Sql == sql))
                ran.Add(new Statement(sql, parameters));
        }

        var rows = reader.Query(sql, [.. parameters], read, cancellation);
        // TRICKY: a statement knows what it reads beside the facts by number only, which keeps nothing alive.
        GC.KeepAlive(held);
        return rows;
    }

    private List<ScanRow> Kept(DuckDbConnection reader, ComposedScan scan, Composition query)
    {
        if (!IsByMonth(query))
            return Run(reader, scan, query);
        int[] moving = [.. Enumerable.Range(0, scan.Measures.Count).Where(i => scan.Measures[i].Moves)];
        return ByMonth(
            scan.Question, scan.Scan.Tables, query,
            days => Run(reader, days == query.Period ? scan : Composer.Compose(scan.Measures, query with { Period = days }, dialect).Single(), query with { Period = days }),
            row => row.Key.From ?? query.Period.From, row => Array.TrueForAll(moving, i => row.Values[i] is null or 0), MonthsAtOnce);
    }

    // Whether every row of the answer is about days of one month.
    // TRICKY: learned credits of a month follow from other months too (a refund comes later than its order), so none of them is kept.
    private static bool IsByMonth(Composition query) =>
        query.Weights is null && (query.Grain is Grain.Day or Grain.Month || (query.Grain is null && query.Period == Period.Month(query.Period.From.ToYearMonth())));

    private static string[] TablesOf(Formula formula) => [.. formula.Measures.SelectMany(m => FactScans.All[m.Fact].Tables).Distinct()];

    // A month alone need not be cut into months, which for the engine is much less work.
    private List<ScanRow> Run(DuckDbConnection reader, ComposedScan scan, Composition query)
    {
        if (query.Grain != Grain.Month || query.Period != Period.Month(query.Period.From.ToYearMonth()))
            return Run(reader, scan, KeyOf);
        var whole = Composer.Compose(scan.Measures, query with { Grain = null }, dialect).Single();
        return Run(reader, whole, (row, uncut) => new GroupKey(query.Period.From, KeyOf(row, uncut).Values));
    }

    private List<ScanRow> Run(DuckDbConnection reader, ComposedScan scan, Func<DuckDbRow, ComposedScan, GroupKey> keyOf) => Rows(reader, scan.Sql, scan.Parameters, row =>
        new ScanRow(keyOf(row, scan), [.. scan.Places.Select(place => At(row, place))]));

    // Over no rows at all the list of ranks is NULL.
    private static decimal? At(DuckDbRow row, MeasurePlace place) =>
        place.Element is not { } element ? Number(row, place.Column) : row.IsNull(place.Column) ? null : row.Longs(place.Column)[element];

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
        var from = scan.HasBucket ? row.Date(0) : (LocalDate?)null;
        return new GroupKey(from, [.. Enumerable.Range(first, scan.Dimensions).Select(c => Label(row.Value(c)))]);
    }
}
