using Beleg.Benchmarks.Support;

namespace Beleg.Benchmarks.Stream;

/// <summary>Replay, rebuild and query over one generated journal.</summary>
internal static class StreamBench
{
    private const int Rounds = 5;

    /// <param name="messages">Messages in the journal.</param>
    /// <param name="rounds">Runs of what takes long: rebuild, fold, and looks while events arrive.</param>
    public static async Task<IReadOnlyList<Figure>> RunAsync(long messages, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("beleg-bench-").FullName;
        try
        {
            var rebuilt = await RebuildBench.RunAsync(folder, messages, rounds);
            await using var workspace = rebuilt.Workspace;
            var replay = await ReplayBench.RunAsync(workspace, Rounds);
            var fold = await FoldSqlBench.RunAsync(workspace, rebuilt.FoldProcessor);
            // TRICKY: the bookmark of the facts is moved by the dashboard's figure, so nothing may follow the journal after it.
            var live = await LiveBench.RunAsync(workspace, rounds, TimeSpan.FromSeconds(10));
            var dashboard = await DashboardBench.MeasureAsync(workspace.Warehouse, messages, Rounds);
            return [replay, .. rebuilt.Figures, fold, .. dashboard, .. live];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
