using System.Diagnostics;
using Beleg.Benchmarks.Support;
using Beleg.Metrics;
using Beleg.Warehouse;
using Beleg.Warehouse.DuckDb;
using NodaTime;
using Figure = Beleg.Benchmarks.Support.Figure;

namespace Beleg.Benchmarks;

/// <summary>A small query where 200 workspaces are open and asked in turn, against one workspace of the same size alone.</summary>
internal static class WorkspacesBench
{
    private const int Many = 200;
    private const int AtOnce = 40;
    private const int Messages = 6_000;
    private static readonly MetricSettings Settings = new();
    private static readonly MetricRequest Request = new()
    {
        Metrics = [MetricCatalogue.Default.Find("automated_conversations")!, MetricCatalogue.Default.Find("aov")!],
        Period = Period.Month(new YearMonth(2026, 8)),
        Intervals = false,
    };

    public static async Task<IReadOnlyList<Figure>> RunAsync(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("beleg-bench-").FullName;
        try
        {
            using var alone = new Opened(Path.Combine(folder, "one"), 1);
            using var together = new Opened(Path.Combine(folder, "many"), Many);
            List<double> one = [], few = [], many = [];
            for (var round = 0; round <= rounds; round++)
            {
                var single = await MedianAsync(alone, 1);
                var some = await MedianAsync(together, AtOnce);
                var turns = await MedianAsync(together, Many);
                if (round == 0)
                    continue;
                one.Add(single);
                few.Add(some);
                many.Add(turns);
            }

            return
            [
                new Figure($"{Many} workspaces, {AtOnce} of them asked in turn, against one alone: small query, p50 in ms", few, one, "≤ 1.2 ×", $"{Messages:#,0} messages in each; nothing kept between questions"),
                new Figure($"the same, all {Many} asked in turn", many, one, "≤ 1.2 ×", $"all of them attached; this process held {Environment.WorkingSet / 1e6:0} MB"),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> MedianAsync(Opened opened, int asked)
    {
        var engine = new MetricEngine(keepMonths: false);
        var times = new List<double>();
        for (var i = 0; i < 2 * Many; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await engine.QueryAsync(opened.Warehouses[i % asked], Request, Settings);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return Table.Median(times);
    }

    /// <summary>An engine of the size a server has, with so many workspaces of the same facts.</summary>
    private sealed class Opened : IDisposable
    {
        private readonly DuckDbInstance instance;

        public Opened(string folder, int count)
        {
            var first = Path.Combine(folder, "warehouse", "w0.duckdb");
            using (var making = DuckDbInstance.Open(new DuckDbOptions { DataDirectory = folder }))
            using (DashboardFacts.Make(making, "w0", Messages))
            {
            }

            for (var i = 1; i < count; i++)
                File.Copy(first, Path.Combine(folder, "warehouse", $"w{i}.duckdb"));
            instance = DuckDbInstance.Open(new DuckDbOptions { DataDirectory = folder });
            Warehouses = [.. Enumerable.Range(0, count).Select(i => WorkspaceWarehouse.Open(instance, $"w{i}"))];
        }

        public IReadOnlyList<WorkspaceWarehouse> Warehouses { get; }

        public void Dispose()
        {
            foreach (var warehouse in Warehouses)
                warehouse.Dispose();
            instance.Dispose();
        }
    }
}
