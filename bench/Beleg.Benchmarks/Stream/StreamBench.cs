using Beleg.Benchmarks.Support;

namespace Beleg.Benchmarks.Stream;

/// <summary>Replay, rebuild and query over one generated journal.</summary>
internal static class StreamBench
{
    public static async Task<IReadOnlyList<Figure>> RunAsync(long messages, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("beleg-bench-").FullName;
        try
        {
            var (time, growth, memory, workspace) = await RebuildBench.RunAsync(folder, messages);
            await using (workspace)
            {
                var replay = await ReplayBench.RunAsync(workspace, rounds);
                return [replay, time, growth, memory, .. await DashboardBench.MeasureAsync(workspace.Warehouse, messages, rounds)];
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
