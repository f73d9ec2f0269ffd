using Beleg.Benchmarks.Generator;
using Beleg.Benchmarks.Stream;

namespace Beleg.Tests.Verification;

/// <summary>The fold against the same derived by SQL that shares no code with it (what the benchmark measures it against).</summary>
[Trait("Speed", "Slow")]
public sealed class FoldInSqlTests
{
    [Fact]
    public async Task SqlOverTheSameEventsMakesAsManyRowsAndTheSameMoney()
    {
        var folder = Directory.CreateTempSubdirectory("beleg-fold-").FullName;
        try
        {
            await using var workspace = new BenchWorkspace(folder);
            await Traffic.AppendAsync(workspace.Journal, new TrafficPlan { Messages = 3_000 }, null, TestContext.Current.CancellationToken);
            await workspace.Pipeline.RebuildAsync(null, TestContext.Current.CancellationToken);

            var tables = await FoldSqlBench.CompareAsync(workspace);

            tables.Count.ShouldBeGreaterThan(10);
            foreach (var table in tables)
                table.Ours[0].ShouldBe(table.Theirs[0], table.Name);
            foreach (var table in tables.Where(table => table.Name is "orders" or "refund" or "credit"))
                table.Differing.ShouldBeEmpty(table.Name);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
