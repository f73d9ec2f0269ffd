using System.Diagnostics;
using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Warehouse;
using Beleg.Warehouse.DuckDb;
using NodaTime;
using Figure = Beleg.Benchmarks.Support.Figure;

namespace Beleg.Benchmarks;

/// <summary>The query behind the whole dashboard against hand-written SQL over the same facts, and with closed months kept.</summary>
internal static class DashboardBench
{
    /// <summary>Looks before the first that counts: a server is asked for days, and .NET makes its best code after some thirty calls.</summary>
    private const int WarmUp = 12;

    /// <summary>Makes facts inside the engine and measures; figures in milliseconds.</summary>
    public static async Task<IReadOnlyList<Figure>> MeasureAsync(long messages, int rounds = 5)
    {
        var directory = Directory.CreateTempSubdirectory("beleg-dashboard-").FullName;
        try
        {
            using var instance = DuckDbInstance.Open(new() { DataDirectory = directory, MemoryLimitMegabytes = 512 });
            using var warehouse = DashboardFacts.Make(instance, "bench", messages);
            return await MeasureAsync(warehouse, messages, rounds, print: true);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    /// <summary>Measures over the facts there are.</summary>
    public static async Task<IReadOnlyList<Figure>> MeasureAsync(WorkspaceWarehouse warehouse, long messages, int rounds, bool print = false)
    {
        var settings = new MetricSettings();
        var request = DashboardQuery.UpTo(new YearMonth(2026, 9), MetricCatalogue.Default);
        var (plain, keeping) = (new MetricEngine(keepMonths: false), new MetricEngine());
        List<double> bare = [], ours = [], kept = [];
        for (var run = 1 - WarmUp; run <= rounds; run++)
        {
            var hand = Time(() => ByHand(warehouse, print && run == rounds));
            var asked = await TimeAsync(() => plain.QueryAsync(warehouse, request, settings));
            var again = await TimeAsync(() => keeping.QueryAsync(warehouse, request, settings));
            // The newest month changes between two looks at the dashboard, as it does while events arrive.
            Touch(warehouse, run + WarmUp);
            if (run <= 0)
                continue;
            bare.Add(hand);
            ours.Add(asked);
            kept.Add(again);
        }

        if (print)
            await PrintAsync(plain, warehouse, request, settings);
        return
        [
            new($"query behind the whole dashboard, 24 months, {messages / 1e6:0.##} M messages, ms", ours, bare, "≤ 1.3 ×", $"{DashboardQuery.Metrics.Count} metrics"),
            new("the same, closed months kept, ms", kept, bare, "≤ 0.2 ×", "the newest month changed before each look"),
        ];
    }

    private static void ByHand(WorkspaceWarehouse warehouse, bool print)
    {
        using var reading = warehouse.Read();
        foreach (var sql in DashboardSql.Statements)
        {
            var (time, work) = Work(() => reading.Connection.Query(sql, [], _ => 0));
            if (print)
                Console.WriteLine($"by hand {time:f1} ms, {work:f1} ms of processors  {sql[..60].ReplaceLineEndings(" ")}");
        }
    }

    internal static void Touch(WorkspaceWarehouse warehouse, int run)
    {
        var facts = new Model.FactBatch();
        facts.Orders.Add(new Model.OrderFact
        {
            Order = new Key(900_000_000 + run),
            Contact = new Key(900_000_000 + run),
            Shop = "bench",
            OrderId = $"new {run}",
            PlacedAt = Instant.FromUtc(2026, 9, 29, 12, 0),
            Day = new LocalDate(2026, 9, 29),
            State = Model.OrderState.Counted,
            Currency = "EUR",
            GrossOriginalMinor = 1,
            RefundedOriginalMinor = 0,
            Rate = 1,
            GrossMinor = 1,
            RefundedMinor = 0,
            NetMinor = 1,
            NewCustomer = false,
            Evidence = Model.Evidence.None,
            Influenced = false,
            JoinedContact = Key.None,
            Touches = 0,
            PaidInChat = false,
            ChatUtm = false,
        });
        foreach (var table in new[] { "conversation", "message", "credit", "survey" })
        {
            using var reading = warehouse.Read();
            var contact = reading.Connection.Scalar<long>($"SELECT any_value(contact) FROM {table} WHERE day >= DATE '2026-09-01' AND day < DATE '2026-10-01'");
            var rest = new Model.FactBatch();
            Warehouse.Facts.FactTables.All.Single(t => t.Name == table).Read(reading.Connection, $"WHERE contact = {contact} AND day >= DATE '2026-09-01' AND day < DATE '2026-10-01'", [], rest);
            facts.Conversations.AddRange(rest.Conversations.Select(c => c with { Contact = new Key(900_000_000 + run) }));
            facts.Messages.AddRange(rest.Messages.Select(c => c with { Contact = new Key(900_000_000 + run) }));
            facts.Credits.AddRange(rest.Credits.Select(c => c with { Contact = new Key(900_000_000 + run) }));
            facts.Surveys.AddRange(rest.Surveys.Select(c => c with { Contact = new Key(900_000_000 + run) }));
        }

        warehouse.Replace([new Key(900_000_000 + run)], facts, ledger: false, 1 + run);
    }

    private static async Task PrintAsync(MetricEngine engine, WorkspaceWarehouse warehouse, MetricRequest request, MetricSettings settings)
    {
        var explanation = await engine.ExplainAsync(warehouse, request, settings);
        using var reading = warehouse.Read();
        foreach (var statement in explanation.Statements)
        {
            var (time, work) = Work(() => reading.Connection.Query(statement.Sql, [.. statement.Parameters], _ => 0));
            Console.WriteLine($"ours {time:f1} ms, {work:f1} ms of processors  {statement.Sql[..Math.Min(100, statement.Sql.Length)].ReplaceLineEndings(" ")}");
        }
    }

    // On a busy machine the processors' time tells more than the clock.
    private static (double Time, double Processors) Work(Action work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var time = Time(work);
        process.Refresh();
        return (time, (process.TotalProcessorTime - before).TotalMilliseconds);
    }

    private static double Time(Action work)
    {
        var started = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
