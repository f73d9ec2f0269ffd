using Beleg.Reports.Findings;
using Beleg.Tests.Metrics;
using Beleg.Tests.Support;

namespace Beleg.Tests.Reports.Findings;

public sealed class FindingRulesTests
{
    [Fact]
    public void EveryRuleHasAFileATestAndALineOfDocs()
    {
        var docs = File.ReadAllText(Repository.File("docs/findings.md"));
        var files = Directory.GetFiles(Repository.File("src/Beleg/Reports/Findings/Rules"), "*.cs").Select(Path.GetFileNameWithoutExtension).ToArray();
        foreach (var rule in FindingRules.All)
        {
            var name = rule.GetType().Name;
            files.ShouldContain(name);
            typeof(FindingRulesTests).Assembly.GetTypes().ShouldContain(t => t.Name == name + "Tests", name);
            docs.ShouldContain($"| {rule.Id} | {rule.LooksFor.En} |", customMessage: rule.Id);
        }

        var rules = typeof(FindingRule).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(FindingRule)) && !t.IsAbstract).Select(t => t.Name).Order();
        FindingRules.All.Select(r => r.GetType().Name).Order().ShouldBe(rules);
        FindingRules.All.Select(r => r.Id).Distinct().Count().ShouldBe(FindingRules.All.Count);
    }

    [Fact]
    public void EveryRuleSpeaksBothLanguages()
    {
        foreach (var words in FindingRules.All.SelectMany(r => new[] { r.Title, r.LooksFor }))
        {
            words.En.ShouldNotBeNullOrWhiteSpace();
            words.De.ShouldNotBeNullOrWhiteSpace();
            words.De.ShouldNotBe(words.En);
        }
    }

    [Fact]
    public async Task FactsOfChanceBreakNoRuleAndEveryFindingHoldsToItsSample()
    {
        for (var seed = 0; seed < 4; seed++)
        {
            using var scene = new MetricScene(RandomStory.Tell(seed).Facts);
            var report = await new FindingsReader(scene.Engine, scene.Warehouse, scene.Settings, null).ReadAsync(Beleg.Primitives.Period.Month(2026, 8), TestContext.Current.CancellationToken);
            report.Rules.Count.ShouldBe(FindingRules.All.Count);
            report.Findings.ShouldAllBe(f => f.Evidence.Denominator >= FindingRule.MinSample && f.Evidence.Numerator <= f.Evidence.Denominator);
        }
    }

    [Fact]
    public void TheMostMoneyStandsFirstAndAPlaceCountsOnce()
    {
        var report = new FindingCase().Worth()
            .Step("hello", 100, 60, opener: true).Says("hello", new string('a', 200))
            .Step("offer", 100, 40).Says("offer", "Get 10 % off?").Step("style", 100, 5).Says("style", "Round?").Report();
        report.Findings.Select(f => f.Money?.Low ?? -1).ShouldBe(report.Findings.Select(f => f.Money?.Low ?? -1).OrderDescending());
        report.Findings.Count(f => f.Subject == "bouquet/1/hello").ShouldBe(2);
        // 60 and 40 lost × 20 % × 5.00: the opener once, the offer once.
        report.BaseTotal.ShouldBe(60m + 40m);
    }

    [Fact]
    public void WithoutDataNothingIsFoundAndEveryRuleSaysWhatItLookedFor()
    {
        var report = new FindingCase().Report();
        report.Findings.ShouldBeEmpty();
        report.LowTotal.ShouldBeNull();
        report.Rules.ShouldAllBe(r => r.Found == 0);
    }
}
