using System.Diagnostics;
using System.Threading.Channels;
using Beleg.Journal;
using Beleg.Journal.Sqlite;
using Beleg.Keys;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Beleg.Benchmarks;

/// <summary>
/// Durable appends and reads of the journal beside a bare group-commit loop over the same engine, which seals nothing, counts
/// nothing and knows no workspace. Same bodies, same callers, same run, alternating.
/// </summary>
internal static class JournalBench
{
    private const int Callers = 64;
    private const int BodyBytes = 1200;
    private const int Rounds = 5;
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(3);
    private static readonly byte[] Body = [.. Enumerable.Range(0, BodyBytes).Select(n => (byte)(' ' + (n * 31 % 90)))];
    private static readonly NewDelivery Delivery = new(
        "florist", "whatsapp", Instant.FromUtc(2026, 9, 14, 8, 30), new Dictionary<string, string>(), Body);

    public static async Task RunAsync()
    {
        _ = await AppendOursAsync();
        _ = await AppendBareAsync();
        List<(double Rate, double P50, double P99, double Cpu)> ours = [], bare = [];
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(await AppendOursAsync());
            bare.Add(await AppendBareAsync());
        }

        var (ourRate, bareRate) = (Median(ours.Select(r => r.Rate)), Median(bare.Select(r => r.Rate)));
        Console.WriteLine($"durable appends/s, {Callers} callers, {BodyBytes} B   ours {ourRate:F0}   bare {bareRate:F0}   ratio {ourRate / bareRate:F2}");
        Console.WriteLine($"  each run: ours {string.Join(' ', ours.Select(r => $"{r.Rate:F0}"))}   bare {string.Join(' ', bare.Select(r => $"{r.Rate:F0}"))}");
        Console.WriteLine($"append p50 ms   ours {Median(ours.Select(r => r.P50)):F2}   bare {Median(bare.Select(r => r.P50)):F2}");
        Console.WriteLine($"append p99 ms   ours {Median(ours.Select(r => r.P99)):F2}   bare {Median(bare.Select(r => r.P99)):F2}");
        Console.WriteLine($"processor µs an append   ours {Median(ours.Select(r => r.Cpu)):F1}   bare {Median(bare.Select(r => r.Cpu)):F1}");
        foreach (var bytes in new[] { 200, BodyBytes })
            await ReadAsync(bytes);
        HashKeys();
    }

    private static async Task<(double, double, double, double)> AppendOursAsync()
    {
        var directory = Directory.CreateTempSubdirectory("beleg-bench-").FullName;
        using var ring = KeyRing.InMemory();
        ring.Create("florist");
        var journal = SqliteJournal.Open(Path.Combine(directory, "journal.db"), ring);
        var result = await MeasureAsync(async () =>
        {
            if (!(await journal.AppendAsync(Delivery, CancellationToken.None)).IsKept)
                throw new InvalidOperationException("not kept");
        });
        await journal.DisposeAsync();
        Directory.Delete(directory, recursive: true);
        return result;
    }

    private static async Task<(double, double, double, double)> AppendBareAsync()
    {
        var directory = Directory.CreateTempSubdirectory("beleg-bench-").FullName;
        using var connection = new SqliteConnection($"Data Source={Path.Combine(directory, "bare.db")};Pooling=False");
        connection.Open();
        using (var setUp = connection.CreateCommand())
        {
            setUp.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE delivery (seq INTEGER PRIMARY KEY, received_at INTEGER, body BLOB)";
            setUp.ExecuteNonQuery();
        }

        var channel = Channel.CreateBounded<(byte[] Body, TaskCompletionSource Done)>(new BoundedChannelOptions(4096) { SingleReader = true });
        var writer = Task.Run(() => WriteBareAsync(connection, channel.Reader));
        var result = await MeasureAsync(async () =>
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await channel.Writer.WriteAsync((Body, done));
            await done.Task;
        });
        channel.Writer.Complete();
        await writer;
        connection.Close();
        Directory.Delete(directory, recursive: true);
        return result;
    }

    private static async Task WriteBareAsync(SqliteConnection connection, ChannelReader<(byte[] Body, TaskCompletionSource Done)> reader)
    {
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO delivery (received_at, body) VALUES ($at, $body)";
        var at = insert.Parameters.Add("$at", SqliteType.Integer);
        var body = insert.Parameters.Add("$body", SqliteType.Blob);
        insert.Prepare();
        List<TaskCompletionSource> group = [];
        while (await reader.WaitToReadAsync())
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            while (reader.TryRead(out var next))
            {
                at.Value = 17_890_123_456_789_012;
                body.Value = next.Body;
                insert.ExecuteNonQuery();
                group.Add(next.Done);
            }

            transaction.Commit();
            foreach (var done in group)
                done.SetResult();
            group.Clear();
        }
    }

    private static async Task<(double Rate, double P50, double P99, double Cpu)> MeasureAsync(Func<Task> append)
    {
        var until = Stopwatch.GetTimestamp() + (long)(Span.TotalSeconds * Stopwatch.Frequency);
        var busy = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        var latencies = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            List<double> mine = [];
            while (Stopwatch.GetTimestamp() is var from && from < until)
            {
                await append();
                mine.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            }

            return mine;
        })));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var all = latencies.SelectMany(mine => mine).Order().ToArray();
        return (all.Length / seconds, all[all.Length / 2], all[all.Length * 99 / 100], (Environment.CpuUsage.TotalTime - busy).TotalMicroseconds / all.Length);
    }

    private static async Task ReadAsync(int bytes)
    {
        const int rows = 300_000;
        const int lot = 1000;
        var directory = Directory.CreateTempSubdirectory("beleg-bench-").FullName;
        using var ring = KeyRing.InMemory();
        ring.Create("florist");
        var journal = SqliteJournal.Open(Path.Combine(directory, "journal.db"), ring);
        var deliveries = Enumerable.Repeat(Delivery with { Body = Body.AsMemory(0, bytes) }, lot).ToArray();
        var written = Stopwatch.GetTimestamp();
        for (var at = 0; at < rows; at += lot)
            await journal.AppendManyAsync(deliveries, CancellationToken.None);
        Console.WriteLine($"lots of {lot}, {bytes} B: appended {rows / Stopwatch.GetElapsedTime(written).TotalSeconds:F0} rows/s");
        for (var round = 0; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            var (read, after) = (0, 0L);
            while (await journal.ReadAsync("florist", after, lot, 8 << 20, CancellationToken.None) is { Count: > 0 } found)
                (read, after) = (read + found.Count, found[^1].Seq);
            Console.WriteLine($"  read and opened, one thread: {read / Stopwatch.GetElapsedTime(started).TotalSeconds:F0} rows/s");
        }

        await journal.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    private static void HashKeys()
    {
        const int times = 1_000_000;
        using var ring = KeyRing.InMemory();
        ring.Create("florist");
        var hash = ring.Of("florist").Hash;
        for (var round = 0; round < 3; round++)
        {
            var started = Stopwatch.GetTimestamp();
            for (var n = 0; n < times; n++)
                _ = hash.Of("message", "whatsapp|1122334455667", "wamid.HBgLMTIzNDU2Nzg5MDEVAgARGBI5QTNDQTVCM0Q0Q0Q2RTY3RTcA");
            Console.WriteLine($"keyed hash: {Stopwatch.GetElapsedTime(started).TotalNanoseconds / times:F0} ns");
        }
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
