using Beleg.Metrics;
using Beleg.Reports.Cases;
using Beleg.Reports.Findings;
using Beleg.Reports.Sensitivity;
using NodaTime;

namespace Beleg.Tests.App.Demo;

/// <summary>The two worked cases of docs/metrics.md as the product drafts them, and what else it says of the demonstration.</summary>
[Trait("Speed", "Slow")]
public sealed class DemoCasesTests : IClassFixture<DemoStages>
{
    private static readonly Period September = Period.Month(2026, 9);
    private readonly DemoStages stages;

    public DemoCasesTests(DemoStages stages) => this.stages = stages;

    [Fact]
    public async Task WhereIsMyOrderSparesTwentySevenThousandTwoHundredAndSixteenAMonth()
    {
        var support = (await CasesAsync("wismo")).Cases.Single(c => c.Kind == "support");
        support.Sums[0].English.ShouldBe("(14,040 − 7,560) contacts × 100 % × 4.20 USD = 27,216.00 USD");
        support.Sums[1].English.ShouldBe("36,000.00 USD ÷ (27,216.00 USD − 6,000.00 USD) = 1.70 months");
        support.Changes.Single(c => c.Metric == "human_handled_conversations").ShouldSatisfyAllConditions(c => c.Before.ShouldBe(10_440), c => c.After.ShouldBe(3_960));
        support.Changes.Single(c => c.Metric == "csat").Name.En.ShouldBe("Customer satisfaction, Mean", StringCompareShould.IgnoreCase);
        support.Changes.Single(c => c.Metric == "csat").After!.Value.ShouldBe(4.5m, .05m);
        support.Impact.En.ShouldBe("$27,216.00 a month that support no longer costs; $54,432.00 over 2 months since the start; what it cost was earned back after 1.70 months.");
    }

    [Fact]
    public async Task ThePricingPagesBringThirteenHundredAdditionalTrials()
    {
        var sales = (await CasesAsync("saas")).Cases.Single(c => c.Kind == "sales");
        sales.Sums.Single().English.ShouldBe("3,120 − 2.1 % × 86,667 = 1,300");
        sales.Sums.Single().German.ShouldBe("3.120 − 2,1 % × 86.667 = 1.300");
        sales.Title.En.ShouldBe("1,300 additional conversions by visitors who chatted");
    }

    [Fact]
    public async Task TheFloristsNewFlowEarnsTwiceAsMuchAChat()
    {
        var flow = (await CasesAsync("florist")).Cases.Single(c => c.Kind == "flow");
        flow.Title.En.ShouldBe("bouquet: $3.10 → $6.40 per chat");
        flow.Changes.Single(c => c.Metric == "opener_dropoff").ShouldSatisfyAllConditions(c => c.Before.ShouldBe(.4m), c => c.After.ShouldBe(.22m));
    }

    [Fact]
    public async Task WheresMyOrderTurnsNegativeWhereItsValueMeetsItsCost()
    {
        var report = await SensitivityReader.ReadAsync(
            new MetricEngine(), (await stages.StageAsync("wismo")).Warehouse, Settings("wismo"), September, EvidenceBasis.Conservative, TestContext.Current.CancellationToken);
        // (18,000 × x − 7,560) × 4.20 = 6,000 + 36,000 ÷ 12.
        report.Roi!.Drivers.Single(d => d.Id == "verified_containment_rate").Turn!.Value.ShouldBe((9_000 / 4.2m + 7_560) / 18_000, 1e-6m);
        report.Turns[0].En.ShouldBe("ROI turns negative when the share contained falls below 53.9%.");
    }

    [Fact]
    public async Task InAugustTheFloristsOpenerIsDead()
    {
        var stage = await stages.StageAsync("florist");
        var report = await new FindingsReader(new MetricEngine(), stage.Warehouse, Settings("florist"), null).ReadAsync(Period.Month(2026, 8), TestContext.Current.CancellationToken);
        report.Findings.Single(f => f.Rule == "dead_opener").ShouldSatisfyAllConditions(
            f => f.Subject.ShouldBe("bouquet/3/opener"), f => (f.Evidence.Numerator, f.Evidence.Denominator).ShouldBe((80, 200)), f => f.Money!.Low.ShouldBeGreaterThan(0));
        (await new FindingsReader(new MetricEngine(), stage.Warehouse, Settings("florist"), null).ReadAsync(September, TestContext.Current.CancellationToken))
            .Findings.ShouldNotContain(f => f.Rule == "dead_opener");
    }

    private async Task<CasesReport> CasesAsync(string workspace) =>
        await new CaseReader(new MetricEngine(), (await stages.StageAsync(workspace)).Warehouse, Settings(workspace)).ReadAsync(September, TestContext.Current.CancellationToken);

    private static MetricSettings Settings(string workspace)
    {
        var story = Beleg.App.Demo.DemoStories.All.Single(s => s.Workspace == workspace);
        return new MetricSettings { Currency = story.Currency, Zone = DateTimeZoneProviders.Tzdb[story.Zone] };
    }
}
