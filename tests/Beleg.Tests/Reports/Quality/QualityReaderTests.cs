using Beleg.Metrics;
using Beleg.Reports.Quality;
using Beleg.Tests.Metrics;
using NodaTime;

namespace Beleg.Tests.Reports.Quality;

public sealed class QualityReaderTests
{
    [Fact]
    public async Task AWeaknessCapsTheClaimItLimitsInWords()
    {
        var story = new Story();
        for (var i = 1; i <= 100; i++)
        {
            story.Order(i, "2026-09-01", 1_000);
            if (i <= 30)
                story.Person(i, c => c with { IsPerson = false });
        }

        var limit = (await ReadAsync(story)).Limits.Single(l => l.Metric == "orders_without_identity");
        limit.Says.En.ShouldBe("30.0% of the orders name nobody. What the chat brought among them counts only with a click id or a tag, so attributed revenue is a lower bound.");
        limit.Claim.De.ShouldBe("Dem Chat zugeschriebener Umsatz");
        limit.Grave.ShouldBeTrue();
    }

    [Fact]
    public async Task WhatIsGoodEnoughLimitsNothing()
    {
        var story = new Story();
        for (var i = 1; i <= 100; i++)
            story.Order(i, "2026-09-01", 1_000);
        (await ReadAsync(story)).Limits.ShouldNotContain(l => l.Metric == "orders_without_identity");
    }

    [Fact]
    public async Task AHandfulOfCasesWarnsOfNothing()
    {
        var story = new Story();
        for (var i = 1; i <= 10; i++)
        {
            story.Order(i, "2026-09-01", 1_000);
            story.Person(i, c => c with { IsPerson = false });
        }

        var report = await ReadAsync(story);
        report.Limits.ShouldNotContain(l => l.Metric == "orders_without_identity");
        report.Figures.Single(f => f.Metric == "orders_without_identity").ShouldSatisfyAllConditions(f => f.Value.ShouldBe(1), f => f.LowSample.ShouldBeTrue(), f => f.Limits.ShouldBeFalse());
    }

    [Fact]
    public async Task EveryRuleIsAboutAMetricOfTheCatalogueAndSpeaksBothLanguages()
    {
        var report = await ReadAsync(new Story());
        report.Figures.Select(f => f.Metric).ShouldBe(QualityReader.Metrics);
        foreach (var rule in ClaimRule.All)
        {
            MetricCatalogue.Default.Find(rule.Metric)!.Pillar.ShouldBe(MetricPillar.Risk);
            var figure = new Figure { Value = .5m, Numerator = 1, Denominator = 2 };
            rule.Says(figure, Beleg.Reports.ReportLanguage.English).ShouldNotBe(rule.Says(figure, Beleg.Reports.ReportLanguage.German));
        }
    }

    [Fact]
    public async Task ASilentSourceStandsFirst()
    {
        var newest = Instant.FromUtc(2026, 9, 30, 0, 0);
        var silent = SilentSource.Of([("shop", newest - Duration.FromDays(12)), ("chat", newest), ("crm", newest - Duration.FromDays(7))]);
        silent.Single().Source.ShouldBe("shop");
        (await ReadAsync(new Story(), silent)).Limits[0].Says.En.ShouldBe("The source shop has sent nothing for 12 days while others did. What it would have told is missing.");
    }

    private static async Task<QualityReport> ReadAsync(Story story, IReadOnlyList<SilentSource>? silent = null)
    {
        using var scene = new MetricScene(story.Facts);
        return await new QualityReader(scene.Engine, scene.Warehouse, scene.Settings).ReadAsync(Period.Month(2026, 9), silent ?? [], TestContext.Current.CancellationToken);
    }
}
