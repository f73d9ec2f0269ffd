using Beleg.Reports;
using Beleg.Reports.Growth;
using Beleg.Sources;
using Beleg.Tests.Metrics;

namespace Beleg.Tests.Reports.Growth;

public sealed class GrowthReaderTests
{
    [Fact]
    public async Task CoverageSaysHowMuchOfSupportAndSalesTheProgrammeCarries()
    {
        var story = Talks(100, human: 25);
        for (var i = 0; i < 10; i++)
            story.Order(i, "2026-09-03", 1_000, o => o with { Influenced = i < 4 });
        var report = await ReadAsync(story);
        report.Coverage.En.ShouldBe("Automation solved 75.0% of 100 conversations without a person, and the chat was on the way of 40.0% of 10 orders.");
        (report.SupportShare, report.SalesShare).ShouldBe((.75m, .4m));
    }

    [Fact]
    public async Task AChannelThatIsMostlyAnsweredByPeopleIsAReason()
    {
        var story = Talks(10, human: 0);
        for (var i = 0; i < 120; i++)
            story.Conversation(i, "2026-09-02", c => c with { Channel = Channel.Email, Automated = i < 12 });
        Trigger(await ReadAsync(story), "new_channel").ShouldSatisfyAllConditions(
            t => t.Fires.ShouldBeTrue(), t => t.Says.En.ShouldBe("email brings 120 conversations a month; automation speaks in 10% of them."));
        Trigger(await ReadAsync(Talks(120, human: 0)), "new_channel").Fires.ShouldBeFalse();
    }

    [Fact]
    public async Task AnIntentThatNeedsPeopleIsAReason()
    {
        var story = new Story();
        for (var i = 0; i < 60; i++)
        {
            var talk = story.Conversation(i, "2026-09-02", c => c with { HumanInvolved = i < 30 });
            story.Message(i, "2026-09-02", m => m with { Direction = Beleg.Model.Direction.Inbound, Intent = "damaged_parcel", Conversation = talk.Conversation });
        }

        Trigger(await ReadAsync(story), "vertical_flow").Says.En.ShouldBe("\"damaged_parcel\" comes up in 60 conversations a month; 50% of them need a person.");
    }

    [Fact]
    public async Task ALanguageThatIsAnsweredInAnotherIsAReason()
    {
        var story = new Story();
        for (var i = 0; i < 60; i++)
            story.Conversation(i, "2026-09-02", c => c with { Language = "fr", AnsweredLanguage = "en" });
        Trigger(await ReadAsync(story), "market").Fires.ShouldBeTrue();
    }

    [Fact]
    public async Task MoreIsProposedWhereWhatIsTherePaysWellAndThereIsMoreToDo()
    {
        var story = Talks(200, human: 0);
        story.Cost("2026-09-01", 1_000);
        story.Assume("would_have_contacted_human", 1);
        story.Assume("cost_per_human_contact", 5);
        story.Assume("retainer_tier", 1);
        var report = await ReadAsync(story);
        // Nobody of two hundred is known by two names, and 1,000.00 were spared for 10.00.
        report.Triggers.Where(t => t.Fires).Select(t => t.Rule).Order().ShouldBe(["integration", "scope"]);
        (report.Tier, report.Proposed).ShouldBe((RetainerTier.Essential, RetainerTier.Growth));
        report.Renewal!.En.ShouldStartWith("At this month's pace a year brings €11,880 more than it costs. This is the month times twelve");
    }

    [Fact]
    public async Task WithAYearBehindTheRenewalIsAForecastForTheScopeAsItIsAndExtended()
    {
        var story = new Story();
        story.Cost("2020-01-01", 4_000);
        story.Assume("scope_extension", 1.5m, low: 1, high: 2);
        for (var month = new NodaTime.LocalDate(2024, 10, 1); month < new NodaTime.LocalDate(2026, 10, 1); month = month.PlusMonths(1))
        {
            var talk = story.Conversation(1, $"{month:uuuu-MM-dd}");
            var minor = 20_000 + 100 * (month.Month % 3);
            story.Credit(story.Order(1, $"{month:uuuu-MM-dd}", minor, o => o with { Evidence = Beleg.Model.Evidence.C }), talk, minor);
        }

        var report = await ReadAsync(story);
        var ahead = report.Forecast.ShouldNotBeNull();
        ahead.Expected.ShouldBe(12 * (100.5m - 40), 12);
        ahead.Extended.ShouldBe(decimal.Round(ahead.Expected * 1.5m, 2));
        ahead.Low95.ShouldBeLessThanOrEqualTo(ahead.Low80);
        report.Renewal!.En.ShouldStartWith("What the retainer is worth next year, after its cost and with the scope as it is: €");
        report.Renewal.En.ShouldContain($"With the scope extended to 1.50 times: {ReportLanguage.English.MoneyAhead(ahead.Extended, Beleg.Primitives.Currency.Find("EUR"))}, or ");
        report.Renewal.De.ShouldStartWith("Was der Retainer im nächsten Jahr wert ist");
        ahead.How.En.ShouldStartWith("Method: Exponential smoothing (");
    }

    [Fact]
    public void EachTierHasAllOfTheOneBelowIt()
    {
        ReportScope.Of(RetainerTier.Essential).ShouldBeSubsetOf(ReportScope.Of(RetainerTier.Growth));
        ReportScope.Of(RetainerTier.Growth).ShouldBeSubsetOf(ReportScope.Of(RetainerTier.Strategic));
        ReportScope.Of(RetainerTier.Strategic).Order().ShouldBe(Enum.GetValues<ReportSection>());
    }

    [Fact]
    public async Task WithoutDataItSaysSoAndNothingFires()
    {
        var report = await ReadAsync(new Story());
        report.Coverage.En.ShouldBe("There were no conversations and no orders in this month.");
        report.Triggers.ShouldAllBe(t => !t.Fires);
        report.Renewal.ShouldBeNull();
    }

    private static UpsellTrigger Trigger(GrowthReport report, string rule) => report.Triggers.Single(t => t.Rule == rule);

    private static Story Talks(int count, int human)
    {
        var story = new Story();
        for (var i = 0; i < count; i++)
            story.Conversation(i, "2026-09-02", c => c with { HumanInvolved = i < human });
        return story;
    }

    private static async Task<GrowthReport> ReadAsync(Story story)
    {
        using var scene = new MetricScene(story.Facts);
        return await new GrowthReader(scene.Engine, scene.Warehouse, scene.Settings).ReadAsync(Period.Month(2026, 9), TestContext.Current.CancellationToken);
    }
}
