using Beleg.Metrics;
using Beleg.Model;
using Beleg.Reports;
using Beleg.Reports.ProofPacks;
using Beleg.Tests.Metrics;
using NodaTime;

namespace Beleg.Tests.Reports;

public sealed class ProofReaderTests
{
    private static readonly YearMonth August = new(2026, 8);

    [Fact]
    public async Task EveryFigureIsTheEnginesOwn()
    {
        using var scene = new MetricScene(RandomStory.Tell(5).Facts);

        var proof = await Draft(scene, August);

        foreach (var figure in proof.Figures)
        {
            var (id, query) = (figure.Metric, figure.Segment is { } segment ? "&" + segment : "");
            // A payback is no month's: it is counted from where the programme began.
            var (days, before) = id == "payback_months" ? ("from=2023-09-01&to=2026-09-01", "from=2023-08-01&to=2026-08-01") : ("month=2026-08", "month=2026-07");
            var now = scene.Total(id, $"{days}&basis=conservative{query}");
            var then = scene.Total(id, $"{before}&basis=conservative{query}");
            Close(figure.Value, Lead(figure, now), id);
            Close(figure.Previous, Lead(figure, then), id);
            Close(figure.Scenarios?.Base, figure.Scenarios is null ? null : now.Value, id);
            Close(figure.Interval?.Low, now.Interval is { Method: Beleg.Statistics.IntervalMethod.Simulation } ? null : now.Interval?.Low, id);
            figure.LowSample.ShouldBe(now.LowSample, id);
            figure.Provisional.ShouldBe(now.Provisional, id);
        }

        proof.Find("attributed_revenue")!.AllEvidence.ShouldBe(scene.Total("attributed_revenue", "month=2026-08").Value);
    }

    [Fact]
    public async Task ItLeadsWithTheCautiousValueAndShowsTheOthersBeside()
    {
        var net = (await Draft(new MetricScene(RandomStory.Tell(5).Facts), August)).Find("net_value")!;

        net.Value.ShouldBe(net.Scenarios!.Low);
        net.Scenarios.Low.ShouldNotBeNull();
        (net.Scenarios.Low <= net.Scenarios.Base && net.Scenarios.Base <= net.Scenarios.High).ShouldBeTrue();
    }

    [Fact]
    public async Task TheGradesAddUpToAttributedRevenueOfAllEvidence()
    {
        var proof = await Draft(new MetricScene(RandomStory.Tell(7).Facts), August);

        proof.Evidence.Sum(g => g.Value).ShouldBe(proof.Find("attributed_revenue")!.AllEvidence!.Value);
        proof.Evidence.Where(g => g.Grade <= Evidence.C).Sum(g => g.Value).ShouldBe(proof.Find("attributed_revenue")!.Value!.Value);
        proof.Reconciliation.Total.Attributed.ShouldBe((long)(proof.Find("attributed_revenue")!.Value!.Value * 100));
    }

    [Fact]
    public async Task AnEmptyWorkspaceHasDashesAndNoWins()
    {
        using var scene = new MetricScene();

        var proof = await Draft(scene, August);

        proof.CutOff.ShouldBeNull();
        proof.Wins.ShouldBeEmpty();
        proof.Trend.ShouldBeEmpty();
        proof.Channels.ShouldBeEmpty();
        proof.Find("containment_rate")!.Value.ShouldBeNull();
        proof.Find("csat").ShouldBeNull();
        proof.Assumptions.ShouldAllBe(a => a.Unset);
        ProofHtml.Render(ProofDocument.Draft(proof), ReportLanguage.German).ShouldContain("noch keine Daten");
    }

    [Fact]
    public async Task TheSameFactsGiveTheSameProofByteForByte()
    {
        var facts = RandomStory.Tell(5).Facts;

        ProofHash.Canonical(await Draft(new MetricScene(facts), August)).ShouldBe(ProofHash.Canonical(await Draft(new MetricScene(facts), August)));
    }

    [Fact]
    public async Task ARefundAfterTheMonthIsSaidInTheNextProof()
    {
        var story = new Story();
        var chat = story.Conversation(1, "2026-08-01");
        var sold = story.Order(1, "2026-08-02", 10_000, o => o with { Evidence = Evidence.A });
        story.Credit(sold, chat, 10_000);
        var august = await Draft(new MetricScene(story.Facts), August);
        story.Credit(sold, chat, -2_500, at: "2026-08-30");
        story.Refund(sold, "2026-08-30", 2_500);

        var september = await Draft(new MetricScene(story.Facts), new YearMonth(2026, 9), august);

        var restated = september.Restated.Single(r => r.Metric == "attributed_revenue");
        (restated.Month, restated.Was, restated.Is).ShouldBe((August, 100m, 75m));
        september.Restated.ShouldAllBe(r => r.Was != r.Is);
    }

    [Fact]
    public async Task NothingIsRestatedWhereNothingChanged()
    {
        var facts = RandomStory.Tell(5).Facts;
        var july = await Draft(new MetricScene(facts), new YearMonth(2026, 7));

        (await Draft(new MetricScene(facts), August, july)).Restated.ShouldBeEmpty();
    }

    [Fact]
    public async Task ARunningMonthIsNotFinal() => (await Draft(new MetricScene(RandomStory.Tell(5).Facts), new YearMonth(2026, 9))).Final.ShouldBeFalse();

    private static Task<ProofSnapshot> Draft(MetricScene scene, YearMonth month, params ProofSnapshot[] earlier) => Draft(scene, month, ProofBooks.None, earlier);

    private static Task<ProofSnapshot> Draft(MetricScene scene, YearMonth month, ProofBooks books, params ProofSnapshot[] earlier) => new ProofReader(scene.Engine, scene.Warehouse, new ProofSettings
    {
        Workspace = "story",
        Brand = "Story",
        Zone = "UTC",
        Model = "linear",
        RevenueBasis = new("Revenue", "Umsatz"),
        Metrics = scene.Settings,
        Software = "0.1.0",
    }).DraftAsync(month, earlier, books, TestContext.Current.CancellationToken);

    // What is only expected to be paid back has no value yet.
    private static decimal? Lead(ProofFigure figure, Figure found) =>
        figure.Scenarios is null ? found.Value : figure.Metric == "payback_months" && found.Value is null ? null : found.Low;

    private static void Close(decimal? value, decimal? expected, string metric) => value.ShouldBe(expected is { } known ? decimal.Round(known, 6) : null, metric);
}
