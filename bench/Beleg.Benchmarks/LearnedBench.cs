using System.Diagnostics;
using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Reports.Switching;
using Beleg.Warehouse;
using Beleg.Warehouse.DuckDb;
using NodaTime;
using Figure = Beleg.Benchmarks.Support.Figure;

namespace Beleg.Benchmarks;

/// <summary>
/// What models that learn cost as models of figures: attributed revenue of three months by channel under Markov and Shapley beside linear, over
/// orders with five touches each, and what would change under Markov. Nothing is kept between runs, but for the line that says so.
/// </summary>
internal static class LearnedBench
{
    private const string At = "TIMESTAMP '2026-07-01' + to_microseconds(i * (92 * 86400000000 // n))";
    private const string Day = "DATE '2026-07-01' + (i * 92 // n)::INT";
    private static readonly string[] Others = ["flow", "entry_point", "campaign", "evidence", "traffic_channel"];
    private static readonly Period Months = new(new LocalDate(2026, 7, 1), new LocalDate(2026, 10, 1));

    /// <summary>Measures, a line each.</summary>
    public static async Task<IReadOnlyList<Figure>> RunAsync(long orders, int rounds)
    {
        var directory = Directory.CreateTempSubdirectory("beleg-learned").FullName;
        try
        {
            using var instance = DuckDbInstance.Open(new() { DataDirectory = directory, MemoryLimitMegabytes = 2_048 });
            using var warehouse = Make(instance, orders);
            var (engine, settings) = (new MetricEngine(keepMonths: false), new MetricSettings());
            var linear = new List<double>();
            var (markov, shapley, preview, next) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
            var keeping = new MetricEngine();
            for (var round = -1; round < rounds; round++)
            {
                var times = new[] { await AskAsync("linear"), await AskAsync("markov"), await AskAsync("shapley"), await TimeAsync(async () => await LearnedSwitchReader.ReadAsync(engine, warehouse, Currency.Eur, new SwitchSide("linear", 30, "-", 7), "markov", Months, CancellationToken.None)) };
                if (round < 0)
                    continue;
                linear.Add(times[0]);
                markov.Add(times[1]);
                shapley.Add(times[2]);
                preview.Add(times[3]);
                // Each round asks what was not asked before, of facts whose weights are learned already.
                await AskAsync("markov", "channel", keeping);
                if (round < Others.Length)
                    next.Add(await AskAsync("markov", Others[round], keeping));
            }

            var note = "bare engine: the same figure under linear, which is a column of its own";
            return
            [
                new Figure($"attributed revenue by channel under Markov, {orders:#,0} orders, processor s", markov, linear, "≤ 20 s (10 s on two cores)", note),
                new Figure("the same under Shapley, processor s", shapley, linear, "≤ 20 s (10 s on two cores)", note),
                new Figure("another split under Markov of facts already learned from, processor s", next, linear, "≤ 1 s", note),
                new Figure($"what changes if Markov held, {orders:#,0} orders, processor s", preview, [], "≤ 20 s (10 s on two cores)", "both sides, by channel, flow and evidence, with the orders that move most"),
            ];

            Task<double> AskAsync(string model, string by = "channel", MetricEngine? asked = null) => TimeAsync(async () => await (asked ?? engine).QueryAsync(
                warehouse, new MetricRequest { Metrics = [MetricCatalogue.Default.Find("attributed_revenue")!], Period = Months, By = [by], Model = model, Intervals = false }, settings));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        // Processor time: what else the machine does is no part of it, and two cores are not counted as one.
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        await work();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    }

    // An order has five touches on six channels, a quarter of them web visits; as many contacts again were touched and bought nothing.
    private static WorkspaceWarehouse Make(DuckDbInstance instance, long orders)
    {
        var warehouse = WorkspaceWarehouse.Open(instance, "learned");
        using var connection = instance.Connect("ws_learned");
        const string Channel = "(['whatsapp', 'instagram', 'messenger', 'webchat', 'telegram', 'sms'])[1 + (h % 6)::INT]::channel";
        DashboardFacts.Insert(connection, "contact", 1, new() { ["contact"] = "1", ["last_seen_at"] = "TIMESTAMP '2026-12-01'" });
        DashboardFacts.Insert(connection, "orders", orders, new()
        {
            ["order"] = "i + 1",
            ["contact"] = "i + 1",
            ["shop"] = "'bench'",
            ["order_id"] = "i::VARCHAR",
            ["placed_at"] = At,
            ["day"] = Day,
            ["state"] = "'counted'",
            ["currency"] = "'EUR'",
            ["net_minor"] = "5000",
            ["gross_minor"] = "5000",
            ["rate"] = "1",
            ["evidence"] = "'c'",
            ["touches"] = "5",
        });
        DashboardFacts.Insert(connection, "credit", 5 * orders, new()
        {
            ["order"] = "1 + i // 5",
            ["booking"] = "1 + i // 5",
            ["touch"] = "i + 1",
            ["contact"] = "1 + i // 5",
            ["booked_at"] = At,
            ["day"] = Day,
            ["touch_at"] = At,
            ["kind"] = "'order'",
            ["is_chat"] = "h % 4 > 0",
            ["evidence"] = "'c'",
            ["channel"] = Channel,
            ["flow_id"] = "'flow ' || (h % 20)",
            ["linear"] = "1000",
            ["position"] = "1000",
            ["influenced"] = "CASE WHEN i % 5 = 4 THEN 5000 ELSE 0 END",
            ["weighted"] = "127",
        });
        DashboardFacts.Insert(connection, "touch", 2 * orders, new()
        {
            ["touch"] = "10000000000 + i",
            ["contact"] = "10000000000 + i // 2",
            ["at"] = At,
            ["day"] = Day,
            ["is_chat"] = "h % 4 > 0",
            ["channel"] = Channel,
        });
        connection.ExecuteScript("checkpoint");
        return warehouse;
    }
}
