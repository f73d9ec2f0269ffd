using Beleg.Benchmarks.Verification;
using Beleg.Tests.Support;

namespace Beleg.Tests.Verification;

/// <summary>What the command <c>verify</c> prints (docs/verification.md), line by line.</summary>
[Trait("Speed", "Slow")]
public sealed class RealDataTests
{
    [Fact]
    public async Task DialoguesGoalsAndAmountsEqualTheTruthFile() => await Agree(VerifyRun.DialoguesAsync, "data/conversations");

    [Fact]
    public async Task PurchasesEqualARecountByAnotherTool() => await Agree(VerifyRun.PurchasesAsync, "data/clv");

    [Fact]
    public async Task ModelsEqualThePublishedOutputs() => await Agree((folder, lines) =>
    {
        VerifyRun.Paths(folder, lines);
        return Task.CompletedTask;
    }, "data/attribution");

    [Fact]
    public async Task EveryPayloadBecomesWhatItMustThroughTheRealServer()
    {
        var lines = await Payloads.SendAsync(SharedFiles.Find("spec/payloads"));

        lines.Count.ShouldBeGreaterThan(30);
        lines.ShouldAllBe(l => l.Agrees);
    }

    private static async Task Agree(Func<string, List<VerifyLine>, Task> run, string folder)
    {
        var lines = new List<VerifyLine>();
        await run(SharedFiles.Find(folder), lines);

        lines.Count.ShouldBeGreaterThan(3);
        lines.ShouldAllBe(l => l.Agrees);
    }
}
