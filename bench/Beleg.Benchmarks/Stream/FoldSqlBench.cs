using System.Globalization;
using Beleg.Benchmarks.Support;
using Beleg.Sources;
using Beleg.Warehouse;
using Beleg.Warehouse.DuckDb;
using Beleg.Warehouse.Facts;

namespace Beleg.Benchmarks.Stream;

/// <summary>
/// Joining, fold, attribution and writing of a rebuild against the same in the engine's SQL, in processor seconds: from the translated
/// events to sorted tables of facts on disk. Ours joins and spills the events first and keeps them by contact; the SQL is given its table.
/// </summary>
internal static class FoldSqlBench
{
    private const string Alias = "fold_sql";

    public static async Task<Figure> RunAsync(BenchWorkspace workspace, IReadOnlyList<double> ours)
    {
        var bare = new List<double>();
        var events = 0L;
        foreach (var _ in ours)
        {
            var (processor, count, _, tables) = await MeasureAsync(workspace, compare: bare.Count == 0);
            Print(tables);
            bare.Add(processor);
            events = count;
        }

        return new Figure("fold, attribution and writing, processor seconds", ours, bare, "< 1 ×", $"bare engine: DuckDB SQL over the same {events:#,0} events into the same tables, all models, identities joined");
    }

    /// <summary>Runs the SQL side alone, for whoever works on it.</summary>
    public static async Task AloneAsync(string folder)
    {
        await using var workspace = new BenchWorkspace(folder);
        var (processor, events, steps, tables) = await MeasureAsync(workspace, compare: true);
        Print(tables);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{processor:0.00} processor s for {events:#,0} events: {string.Join(", ", steps.Select(step => $"{step.Name} {step.Seconds:0.00}"))}"));
    }

    /// <summary>Both sides over the same events, table by table, where either has a row.</summary>
    public static async Task<IReadOnlyList<FoldedTable>> CompareAsync(BenchWorkspace workspace) => (await MeasureAsync(workspace, compare: true)).Tables;

    private static async Task<(double Processor, long Events, List<(string Name, double Seconds)> Steps, List<FoldedTable> Tables)> MeasureAsync(BenchWorkspace workspace, bool compare)
    {
        var folder = Path.Combine(workspace.Folder, "sql");
        var file = Path.Combine(folder, "fold.duckdb");
        // As much memory as a rebuild may hold, less what the program itself takes.
        using var instance = DuckDbInstance.Open(new DuckDbOptions { DataDirectory = folder, MemoryLimitMegabytes = 1_500 });
        instance.Attach(Alias, file);
        var steps = new List<(string Name, double Seconds)>();
        long events;
        List<FoldedTable> tables = [];
        using (var connection = instance.Connect(Alias))
        {
            WarehouseSchema.Create(connection);
            FoldSql.Prepare(connection);
            events = await LoadAsync(workspace, connection);
            var before = Environment.CpuUsage.TotalTime;
            FoldSql.Run(connection, step =>
            {
                var now = Environment.CpuUsage.TotalTime;
                steps.Add((step, (now - before).TotalSeconds));
                before = now;
            });
            if (compare)
                tables = Compare(workspace, connection);
        }

        instance.Detach(Alias);
        File.Delete(file);
        return (steps.Sum(step => step.Seconds), events, steps, tables);
    }

    // What each side made of the same events, column by column: a comparison of speed is worth what both sides did.
    private static List<FoldedTable> Compare(BenchWorkspace workspace, DuckDbConnection sql)
    {
        using var reading = workspace.Warehouse.Read();
        return [.. FactTables.All
            .Select(table => new FoldedTable(table.Name, [.. table.Columns.Select(column => column.Name).Prepend("rows")], Digest(reading.Connection, table), Digest(sql, table)))
            .Where(table => table.Ours[0] != "0" || table.Theirs[0] != "0")];
    }

    private static void Print(List<FoldedTable> tables)
    {
        foreach (var table in tables)
            Console.Error.WriteLine($"{table.Name}: {table.Ours[0]} rows, {table.Columns.Count - 1} columns; unlike SQL's: {string.Join(", ", table.Differing)}");
    }

    // Keys that each side makes in its own way are counted, and so are texts; the rest is added up.
    private static string[] Digest(DuckDbConnection connection, FactTable table)
    {
        var sums = table.Columns.Select(column => column.Type.Kind switch
        {
            FactKind.Bool => $"count(*) filter ({Sql.Name(column.Name)})",
            FactKind.Long or FactKind.Int => $"sum({Sql.Name(column.Name)})",
            FactKind.Instant => $"sum(epoch_ms({Sql.Name(column.Name)}) // 1000)",
            FactKind.Date => $"sum({Sql.Name(column.Name)} - date '2024-01-01')",
            FactKind.Label => $"sum(enum_code({Sql.Name(column.Name)}))",
            _ => $"count({Sql.Name(column.Name)})",
        });
        return connection.Query($"select concat_ws('|', count(*), {string.Join(", ", sums.Select(sum => $"coalesce({sum}, 0)"))}) from {Sql.Name(table.Name)}", [], row => row.Text(0)).Single().Split('|');
    }

    // Given to the SQL side for nothing: filling a table of so many columns row by row is no work of the engine's.
    private static async Task<long> LoadAsync(BenchWorkspace workspace, DuckDbConnection connection)
    {
        using var rows = new FoldSqlEvents(connection, Alias, workspace.Hash);
        var events = 0L;
        for (var seq = 0L; await workspace.Journal.ReadAsync(workspace.Name, seq, 4_000, 16L << 20, CancellationToken.None) is { Count: > 0 } lot; seq = lot[^1].Seq)
        {
            var translation = new Translation();
            foreach (var delivery in lot)
                workspace.Translate(delivery, translation);
            foreach (var (_, happened) in translation.Events)
                rows.Add(happened);
            events += translation.Events.Count;
        }

        rows.Close();
        connection.ExecuteScript("checkpoint");
        return events;
    }
}
