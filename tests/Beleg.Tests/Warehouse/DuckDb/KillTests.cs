using System.Diagnostics;
using Beleg.Warehouse;
using Beleg.Warehouse.DuckDb;

namespace Beleg.Tests.Warehouse.DuckDb;

public sealed class KillTests : IDisposable
{
    private readonly ScratchEngine engine = new();

    public void Dispose() => engine.Dispose();

    [Theory(Timeout = 120_000)]
    [InlineData(1, 0)]
    [InlineData(2, 60)]
    [InlineData(3, 140)]
    public async Task AWriterKilledMidAppendLeavesWholeTransactionsOnly(int commits, int thenMilliseconds)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            Environment = { [KilledWriter.Variable] = engine.Directory },
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(KillTests).Assembly.Location);
        using var child = Process.Start(start)!;
        var committed = 0;
        while (committed < commits)
        {
            (await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe($"committed {committed}");
            committed++;
        }
        // While it lives the file is its own, which says nothing about what the file holds.
        Should.Throw<DuckDbException>(() => WorkspaceWarehouse.Open(engine.Instance, "ws")).Message.ShouldContain("lock");
        // The writer is in its next append whenever the blow falls; the figures only vary where in it.
        child.WaitForExit(thenMilliseconds);
        child.Kill();
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        child.ExitCode.ShouldNotBe(0);

        engine.Instance.Attach("ws", engine.PathOf("warehouse/ws.duckdb"));
        using var connection = engine.Instance.Connect("ws");
        var batches = connection.Query("select batch, count(*), count(distinct place), max(place) from t group by batch order by batch", [],
            row => (row.Long(0), row.Long(1), row.Long(2), row.Long(3)));
        batches.Count.ShouldBeGreaterThanOrEqualTo(committed);
        batches.ShouldBe(Enumerable.Range(0, batches.Count).Select(batch =>
            ((long)batch, (long)KilledWriter.RowsOfATransaction, (long)KilledWriter.RowsOfATransaction, KilledWriter.RowsOfATransaction - 1L)));
        connection.Scalar<long>("select count(*) from t where name <> 'row ' || place || ' of batch ' || batch").ShouldBe(0);
    }
}
