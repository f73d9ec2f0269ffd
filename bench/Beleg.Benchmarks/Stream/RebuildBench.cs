using System.Diagnostics;
using Beleg.Benchmarks.Generator;
using Beleg.Benchmarks.Support;

namespace Beleg.Benchmarks.Stream;

/// <summary>Everything derived again from the journal, at two sizes, with the process's memory at its highest.</summary>
internal static class RebuildBench
{
    public static async Task<Rebuilt> RunAsync(string folder, long messages, int rounds)
    {
        await using var small = new BenchWorkspace(Path.Combine(folder, "tenth"));
        var large = new BenchWorkspace(Path.Combine(folder, "whole"));
        await Traffic.AppendAsync(small.Journal, new TrafficPlan { Messages = messages / 10 }, null, CancellationToken.None);
        var (_, deliveries) = await Traffic.AppendAsync(large.Journal, new TrafficPlan { Messages = messages }, null, CancellationToken.None);
        List<double> tenth = [], whole = [], peaks = [], fold = [];
        for (var round = 0; round < rounds; round++)
        {
            tenth.Add((await MeasureAsync(small, messages / 10)).Seconds);
            var (seconds, peak, processor) = await MeasureAsync(large, messages);
            whole.Add(seconds);
            peaks.Add(peak);
            fold.Add(processor);
        }

        var million = messages / 1e6;
        return new Rebuilt(
            [
                new Figure($"rebuild of {million:0.##} M messages, s", whole, [], "≤ 120 for 10 M", $"{deliveries:#,0} deliveries"),
                new Figure($"rebuild, {million / 10:0.##} M → {million:0.##} M, s", whole, tenth, "≤ 11 ×", "bare engine: ours at a tenth of the size"),
                new Figure("rebuild, resident at its highest, MB", peaks, [], "≤ 2,000", "the process that also made the journal"),
            ],
            fold,
            large);
    }

    private static async Task<(double Seconds, double PeakMegabytes, double FoldProcessor)> MeasureAsync(BenchWorkspace workspace, long messages)
    {
        GC.Collect();
        using var peak = new PeakMemory();
        var started = Stopwatch.GetTimestamp();
        var result = await workspace.Pipeline.RebuildAsync(null, CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        foreach (var pass in result.Passes)
            await Console.Error.WriteLineAsync($"{messages:#,0} messages: {pass.Name} {pass.Elapsed.TotalSeconds:0.0} s, processor {pass.Processor.TotalSeconds:0.0} s");
        return (seconds, peak.Megabytes, result.Passes.Where(pass => pass.Name != "translate_and_join").Sum(pass => pass.Processor.TotalSeconds));
    }
}

/// <summary>What a rebuild measured, and the rebuilt workspace for what comes after.</summary>
/// <param name="Figures">Its figures.</param>
/// <param name="FoldProcessor">Processor seconds of everything after translating and joining, run by run.</param>
/// <param name="Workspace">The larger one.</param>
internal sealed record Rebuilt(IReadOnlyList<Figure> Figures, IReadOnlyList<double> FoldProcessor, BenchWorkspace Workspace);
