using System.Diagnostics;
using Beleg.Benchmarks.Support;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.Warehouse.DuckDb;

namespace Beleg.Benchmarks.Stream;

/// <summary>Fold, attribution and writing of a rebuild against comparable work in the engine's SQL over the same events, in processor seconds.</summary>
internal static class FoldSqlBench
{
    private const string Alias = "fold_sql";

    public static async Task<Figure> RunAsync(BenchWorkspace workspace, IReadOnlyList<double> ours)
    {
        var folder = Path.Combine(workspace.Folder, "sql");
        var events = 0L;
        var bare = new List<double>();
        // As much memory as a rebuild may hold, less what the program itself takes.
        using var instance = DuckDbInstance.Open(new DuckDbOptions { DataDirectory = folder, MemoryLimitMegabytes = 1_500 });
        var file = Path.Combine(folder, "fold.duckdb");
        foreach (var _ in ours)
        {
            instance.Attach(Alias, file);
            using (var connection = instance.Connect(Alias))
            {
                events = await LoadAsync(workspace, connection);
                var (before, started) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
                foreach (var statement in FoldSql.Statements)
                    connection.ExecuteScript(statement);
                bare.Add((Environment.CpuUsage.TotalTime - before).TotalSeconds);
                await Console.Error.WriteLineAsync($"SQL over {events:#,0} events: {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s, processor {bare[^1]:0.0} s, {connection.Scalar<long>("SELECT count(*) FROM conversation"):#,0} conversations, {connection.Scalar<long>("SELECT count(*) FROM credit"):#,0} credits");
            }

            instance.Detach(Alias);
            File.Delete(file);
        }

        return new Figure("fold, attribution and writing, processor seconds", ours, bare, "< 1 ×", $"bare engine: DuckDB SQL over {events:#,0} events whose contacts are known, linear model only; ours joins them, keeps histories and writes all models");
    }

    private static async Task<long> LoadAsync(BenchWorkspace workspace, DuckDbConnection connection)
    {
        connection.ExecuteScript(FoldSql.Events);
        using var appender = new DuckDbAppender(connection, "events", Alias);
        var events = 0L;
        for (var seq = 0L; await workspace.Journal.ReadAsync(workspace.Name, seq, 4_000, 16L << 20, CancellationToken.None) is { Count: > 0 } lot; seq = lot[^1].Seq)
        {
            foreach (var delivery in lot)
            {
                var translation = new Translation();
                workspace.Translate(delivery, translation);
                foreach (var (_, happened) in translation.Events)
                    Append(appender, happened);
                events += translation.Events.Count;
            }
        }

        appender.Close();
        connection.ExecuteScript("CHECKPOINT");
        return events;
    }

    private static void Append(DuckDbAppender row, Event happened)
    {
        row.Append(happened.Identifiers.Count > 0 ? happened.Identifiers[0].Key.Value : happened.Id.Value).Append((long)happened.Kind).Append(happened.OccurredAt);
        Key(row, happened.Message);
        row.Append((long)happened.Channel).Append((long)happened.Actor);
        Key(row, happened.Run);
        row.Append(happened.FlowId).Append(happened.StepId);
        if (happened.EntryPoint is { } entry)
            row.Append((long)entry);
        else
            row.AppendNull();
        var (order, minor, bid) = happened.Payload switch
        {
            OrderPayload placed => (placed.OrderId, placed.TotalMinor, placed.Bid),
            RefundPayload refund => (refund.OrderId, refund.AmountMinor, null),
            ClickPayload click => (null, 0, click.ClickId),
            _ => (null, 0, (string?)null),
        };
        row.Append(order).Append(minor).Append(bid);
        row.EndRow();
    }

    private static void Key(DuckDbAppender row, Key key)
    {
        if (key.IsNone)
            row.AppendNull();
        else
            row.Append(key.Value);
    }
}
