using System.Diagnostics;
using System.Globalization;
using Beleg.Benchmarks.Generator;
using Beleg.Benchmarks.Support;

namespace Beleg.Benchmarks.Stream;

/// <summary>Everything derived again from the journal, at two sizes, with the process's memory at its highest.</summary>
internal static class RebuildBench
{
    public static async Task<Rebuilt> RunAsync(string folder, long messages, int rounds)
    {
        // Made by a process of its own, so that what is measured holds no memory of the making.
        foreach (var (name, size) in new[] { ("tenth", messages / 10), ("whole", messages) })
            ServerProcess.Own("keep", Path.Combine(folder, name), size.ToString(CultureInfo.InvariantCulture));
        await using var small = new BenchWorkspace(Path.Combine(folder, "tenth"));
        var large = new BenchWorkspace(Path.Combine(folder, "whole"));
        List<double> tenth = [], whole = [], peaks = [], fold = [];
        var deliveries = 0;
        for (var round = 0; round < rounds; round++)
        {
            tenth.Add((await MeasureAsync(small)).Seconds);
            var measured = await MeasureAsync(large);
            whole.Add(measured.Seconds);
            peaks.Add(measured.PeakMegabytes);
            fold.Add(measured.FoldProcessor);
            deliveries = measured.Deliveries;
        }

        var million = messages / 1e6;
        return new Rebuilt(
            [
                new Figure($"rebuild of {million:0.##} M messages, s", whole, [], "≤ 120 for 10 M", $"{deliveries:#,0} deliveries"),
                new Figure($"rebuild, {million / 10:0.##} M → {million:0.##} M, s", whole, tenth, "≤ 11 ×", "bare engine: ours at a tenth of the size"),
                new Figure("rebuild, resident at its highest, MB", peaks, [], "≤ 2,000", "the process that rebuilds; the journal was made by another"),
            ],
            fold,
            large);
    }

    /// <summary>Makes a journal of generated traffic and ends.</summary>
    public static async Task KeepAsync(string folder, long messages)
    {
        await using var workspace = new BenchWorkspace(folder);
        await Traffic.AppendAsync(workspace.Journal, new TrafficPlan { Messages = messages }, null, CancellationToken.None);
    }

    /// <summary>Rebuilds what <see cref="KeepAsync"/> made, again and again, for whoever works on it.</summary>
    public static async Task AgainAsync(string folder, int rounds)
    {
        await using var workspace = new BenchWorkspace(folder);
        for (var round = 0; round < rounds; round++)
        {
            var (seconds, peak, fold, _) = await MeasureAsync(workspace);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s, {peak:0} MB at the highest, joining, fold and writing {fold:0.00} processor s"));
        }

        Console.WriteLine($"{new FileInfo(Path.Combine(folder, "warehouse", workspace.Name + ".duckdb")).Length / 1e6:0} MB facts {workspace.Warehouse.FactsHash()}");
    }

    private static async Task<Measured> MeasureAsync(BenchWorkspace workspace)
    {
        GC.Collect();
        using var peak = new PeakMemory();
        var started = Stopwatch.GetTimestamp();
        var result = await workspace.Pipeline.RebuildAsync(null, CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        foreach (var pass in result.Passes)
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{result.Deliveries:#,0} deliveries: {pass.Name} {pass.Elapsed.TotalSeconds:0.0} s, processor {pass.Processor.TotalSeconds:0.00} s"));
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{result.Deliveries:#,0} deliveries: joining, within the first, {result.Joining.TotalSeconds:0.00} s on one thread"));
        return new Measured(seconds, peak.Megabytes, result.Passes.Where(pass => pass.Name != "translate_and_join").Sum(pass => pass.Processor.TotalSeconds) + result.Joining.TotalSeconds, result.Deliveries);
    }

    private readonly record struct Measured(double Seconds, double PeakMegabytes, double FoldProcessor, int Deliveries);
}

/// <summary>What a rebuild measured, and the rebuilt workspace for what comes after.</summary>
/// <param name="Figures">Its figures.</param>
/// <param name="FoldProcessor">Processor seconds of everything but translating, run by run.</param>
/// <param name="Workspace">The larger one.</param>
internal sealed record Rebuilt(IReadOnlyList<Figure> Figures, IReadOnlyList<double> FoldProcessor, BenchWorkspace Workspace);
