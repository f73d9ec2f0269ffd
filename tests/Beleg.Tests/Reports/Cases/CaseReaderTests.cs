using Beleg.Reports.Cases;
using Beleg.Sources;
using Beleg.Tests.Metrics;
using NodaTime;

namespace Beleg.Tests.Reports.Cases;

public sealed class CaseReaderTests
{
    [Fact]
    public async Task TheSupportCaseShowsWhatIsSparedAndWhenItHasPaidForItself()
    {
        var report = await ReadAsync(Support());
        report.Programme!.Day.ShouldBe(new LocalDate(2026, 9, 1));
        report.Programme.Baseline.ShouldBe(Period.Month(2026, 8));
        var support = report.Cases.Single(c => c.Kind == "support");
        // (78 − 42) × 100 % × 4.20; 360 once, 40 a month.
        support.Sums[0].English.ShouldBe("(78 − 42) contacts × 100 % × 4.20 EUR = 151.20 EUR");
        support.Sums[1].Value!.Value.ShouldBe(360 / (151.20m - 40), 1e-9m);
        support.Changes.Single(c => c.Metric == "verified_containment_rate").ShouldSatisfyAllConditions(c => c.Before.ShouldBe(.42m), c => c.After.ShouldBe(.78m));
        support.Impact.En.ShouldStartWith("€151.20 a month that support no longer costs; €151.20 over one month since the start");
        support.Inputs[1].Basis.En.ShouldBe("agreed by CFO");
    }

    [Fact]
    public async Task WithoutTheCostOfAContactThereIsNoSupportCaseAndItSaysWhatIsMissing()
    {
        var story = Support(cost: false);
        var report = await ReadAsync(story);
        report.Cases.ShouldNotContain(c => c.Kind == "support");
        report.Missing.Select(m => m.En).ShouldContain(m => m.Contains("what a contact costs"));
    }

    [Fact]
    public async Task TheSalesCaseCountsWhatLiesAboveTheOldAverage()
    {
        var story = new Story();
        story.Cost("2026-09-01", 1_000);
        Visits(story, "2026-08-02", 1_000, 21, withChat: false);
        Visits(story, "2026-09-02", 500, 18, withChat: true);
        Visits(story, "2026-09-02", 800, 17, withChat: false);
        var sales = (await ReadAsync(story)).Cases.Single(c => c.Kind == "sales");
        // 18 − 2.1 % × 500.
        sales.Sums.Single().Value.ShouldBe(7.5m);
        sales.Changes.Select(c => (c.Before, c.After)).ShouldBe([(.021m, .036m), (.021m, .02125m)]);
        sales.Warnings.Single().En.ShouldContain("comparison, not a cause");
    }

    [Fact]
    public async Task ABaselineMayBeImported()
    {
        var story = new Story();
        story.Cost("2026-09-01", 1_000);
        story.Assume("baseline:conversion_rate", .02m, "2026-08-01");
        Visits(story, "2026-09-02", 500, 18, withChat: true);
        (await ReadAsync(story)).Cases.Single(c => c.Kind == "sales").Sums.Single().Value.ShouldBe(8m);
    }

    [Fact]
    public async Task ANewVersionOfAFlowIsHeldAgainstTheOneBefore()
    {
        var flow = (await ReadAsync(Versions())).Cases.Single(c => c.Kind == "flow");
        flow.Title.En.ShouldBe("bouquet: €2.00 → €5.00 per chat");
        flow.Sums.Single().English.ShouldBe("(5.00 − 2.00) × 40 = 120.00 EUR; × 50 % = 60.00 EUR");
        flow.Context.En.ShouldContain("version 2 of bouquet, before it version 1");
    }

    [Fact]
    public async Task AnOperatorMaySayWhenItBegan()
    {
        var story = Support();
        story.Assume(CaseScene.StartId, 1, "2026-09-10");
        story.Assume(CaseScene.BaselineMonthsId, 2, "2026-01-01");
        var programme = (await ReadAsync(story)).Programme!;
        programme.Day.ShouldBe(new LocalDate(2026, 9, 10));
        programme.Baseline.ShouldBe(new Period(new LocalDate(2026, 7, 1), new LocalDate(2026, 9, 1)));
    }

    [Fact]
    public async Task WithoutAnythingItSaysWhatToDo()
    {
        var report = await ReadAsync(new Story());
        report.Programme.ShouldBeNull();
        report.Cases.ShouldBeEmpty();
        report.Missing.Single().En.ShouldContain("programme_start");
    }

    private static Story Support(bool cost = true)
    {
        var story = new Story();
        story.Cost("2026-09-01", 36_000, CostRecurrence.Once);
        story.Cost("2026-09-01", 4_000);
        story.Assume("would_have_contacted_human", 1);
        story.Assume("baseline_containment", .42m);
        if (cost)
            story.Assume("cost_per_human_contact", 4.2m);
        for (var i = 0; i < 100; i++)
        {
            story.Conversation(i, "2026-08-02", c => c with { HumanInvolved = i >= 42, HumanActed = i >= 42 });
            story.Conversation(i, "2026-09-02", c => c with { HumanInvolved = i >= 78, HumanActed = i >= 78 });
        }

        return story;
    }

    private static Story Versions()
    {
        var story = new Story();
        story.Cost("2026-01-01", 1_000);
        foreach (var (day, version, cents) in new[] { ("2026-08-02", "1", 200), ("2026-09-02", "2", 500) })
        {
            for (var i = 0; i < 40; i++)
            {
                var talk = story.Conversation(i, day, c => c with { FlowId = "bouquet", FlowVersion = version });
                story.Credit(story.Order(i, day, cents, o => o with { Evidence = Beleg.Model.Evidence.C }), talk, cents);
            }
        }

        return story;
    }

    private static void Visits(Story story, string day, int count, int converted, bool withChat)
    {
        for (var i = 0; i < count; i++)
            story.Visit(1, day, withChat, i < converted);
    }

    private static async Task<CasesReport> ReadAsync(Story story)
    {
        using var scene = new MetricScene(story.Facts);
        return await new CaseReader(scene.Engine, scene.Warehouse, scene.Settings).ReadAsync(Period.Month(2026, 9), TestContext.Current.CancellationToken);
    }
}
