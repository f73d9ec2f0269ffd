using System.Diagnostics;
using Beleg.Benchmarks.Generator;
using Beleg.Benchmarks.Support;

namespace Beleg.Benchmarks.Stream;

/// <summary>Everything derived again from the journal, at two sizes, with the process's memory at its highest.</summary>
internal static class RebuildBench
{
    public static async Task<(Figure Time, Figure Growth, Figure Memory, BenchWorkspace Large)> RunAsync(string folder, long messages)
    {
        var (small, _, _) = await MeasureAsync(Path.Combine(folder, "tenth"), messages / 10);
        await small.Workspace.DisposeAsync();
        var (large, seconds, peak) = await MeasureAsync(Path.Combine(folder, "whole"), messages);
        var million = messages / 1e6;
        return (
            new Figure($"rebuild of {million:0.#} M messages, s", [seconds], [], "≤ 120 s for 10 M", $"{large.Deliveries:#,0} deliveries"),
            new Figure($"rebuild, {million / 10:0.##} M → {million:0.#} M", [seconds / small.Seconds], [], "≤ 11 ×"),
            new Figure("rebuild, resident at its highest, MB", [peak], [], "≤ 2,000"),
            large.Workspace);
    }

    private static async Task<((BenchWorkspace Workspace, long Deliveries, double Seconds) Built, double Seconds, double PeakMegabytes)> MeasureAsync(string folder, long messages)
    {
        var workspace = new BenchWorkspace(folder);
        var (_, deliveries) = await Traffic.AppendAsync(workspace.Journal, new TrafficPlan { Messages = messages }, null, CancellationToken.None);
        GC.Collect();
        using var peak = new PeakMemory();
        var started = Stopwatch.GetTimestamp();
        var result = await workspace.Pipeline.RebuildAsync(null, CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        foreach (var pass in result.Passes)
            await Console.Error.WriteLineAsync($"{messages:#,0} messages: {pass.Name} {pass.Elapsed.TotalSeconds:0.0} s, processor {pass.Processor.TotalSeconds:0.0} s");
        return ((workspace, deliveries, seconds), seconds, peak.Megabytes);
    }
}
