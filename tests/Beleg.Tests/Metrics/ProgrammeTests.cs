using Beleg.Metrics;
using Beleg.Sources;

namespace Beleg.Tests.Metrics;

/// <summary>Money that rests on assumptions.</summary>
public sealed class ProgrammeTests
{
    [Fact]
    public void EveryFigureIsGivenThrice()
    {
        var story = Contained(10);
        story.Assume("cost_per_human_contact", 5, low: 4, high: 6);
        var figure = Total(story, "avoided_support_cost");
        (figure.Low, figure.Value, figure.High).ShouldBe((24m, 40m, 60m));
    }

    [Fact]
    public void EachDayTakesTheVersionThatHeldOnIt()
    {
        var story = Contained(10);
        for (var i = 0; i < 10; i++)
            story.Conversation(i, "2026-09-20");
        story.Assume("would_have_contacted_human", 1);
        story.Assume("cost_per_human_contact", 5);
        story.Assume("cost_per_human_contact", 7, "2026-09-15");
        Total(story, "avoided_support_cost").Value.ShouldBe(120m);
    }

    [Fact]
    public void WhatNobodySetIsFlagged()
    {
        using var scene = new MetricScene(Contained(1).Facts);
        var assumptions = scene.Ask("metrics=deflected_contacts")["deflected_contacts"].Assumptions;
        assumptions.Single(a => a.Id == "would_have_contacted_human").ShouldSatisfyAllConditions(a => a.IsUnset.ShouldBeTrue(), a => a.Value.ShouldBe(.8m));
    }

    [Fact]
    public void FlowsBelowTheBaselineTakeFromThoseAboveIt()
    {
        var story = new Story();
        story.Assume("would_have_contacted_human", 1);
        story.Assume("baseline_containment", .5m);
        for (var i = 0; i < 10; i++)
        {
            story.Conversation(i, "2026-09-01", c => c with { FlowId = "good" });
            story.Conversation(i, "2026-09-01", c => c with { FlowId = "poor", HumanInvolved = i < 8 });
        }

        using var scene = new MetricScene(story.Facts);
        var result = scene.Ask("metrics=deflected_contacts&by=flow")["deflected_contacts"];
        result.Total.Value.ShouldBe(2m);
        result.Rows.Select(r => (r.Group.Single().Value, r.Figure.Value)).ShouldBe([("good", 2m), ("poor", 0m)]);
    }

    [Fact]
    public void HoursAndContactsOfOneFlowAreTheSameWork()
    {
        var story = new Story();
        story.Assume("would_have_contacted_human", 1);
        story.Assume("cost_per_human_contact", 5);
        story.Assume("hourly_cost", 10);
        story.Assume("weeks_per_month", 4);
        story.Assume("hours_saved_per_week:status", 1);
        for (var i = 0; i < 10; i++)
            story.Conversation(i, "2026-09-01", c => c with { FlowId = "status" });
        Total(story, "generated_value").Value.ShouldBe(40m);
    }

    [Fact]
    public void OneOffCostsAreSpreadInReturnAndWholeInPayback()
    {
        var story = new Story();
        story.Cost("2026-09-01", 120_000, CostRecurrence.Once);
        story.Assume("contribution_margin", 1);
        story.Credit(story.Order(1, "2026-09-02", 30_000), story.Conversation(1, "2026-09-01"), 30_000);
        Total(story, "roi_pct").Value.ShouldBe(200m);
        var payback = Total(story, "payback_months");
        (payback.Value, payback.Forecast).ShouldBe(((decimal?)null, 4m));
    }

    [Fact]
    public void APartialMonthCostsItsDays()
    {
        var story = new Story();
        story.Cost("2026-01-01", 30_000);
        story.Assume("contribution_margin", 1);
        story.Credit(story.Order(1, "2026-09-02", 50_000), story.Conversation(1, "2026-09-01"), 50_000);
        Total(story, "net_value", "from=2026-09-01&to=2026-09-11").Value.ShouldBe(400m);
    }

    [Fact]
    public void APersonsCostIsNoneOfTheProgramme()
    {
        var story = new Story();
        story.Cost("2026-01-01", 30_000, change: c => c with { Human = true });
        Total(story, "roi_pct").Value.ShouldBeNull();
        story.Conversation(1, "2026-09-01");
        Total(story, "cost_per_contact").Value.ShouldBe(300m);
    }

    [Fact]
    public void RevenueValueMayCountInfluencedRevenue()
    {
        var story = new Story();
        var order = story.Order(1, "2026-09-02", 10_000);
        story.Credit(order, story.Conversation(1, "2026-09-01"), 4_000, change: c => c with { Influenced = 10_000 });
        using var attributed = new MetricScene(story.Facts);
        attributed.Total("revenue_value").ShouldSatisfyAllConditions(
            f => f.Value.ShouldBe(20m), f => f.Parts["attributed"].Value.ShouldBe(40m), f => f.Parts["influenced"].Value.ShouldBe(100m));
        using var influenced = new MetricScene(story.Facts) { Settings = new MetricSettings { ValueInfluenced = true } };
        influenced.Total("revenue_value").Value.ShouldBe(50m);
    }

    [Fact]
    public void AMonthOfMessagesIsPricedByDayCountryAndCategory()
    {
        var story = new Story();
        story.Rate("2026-01-01", .05m);
        story.Rate("2026-01-01", .20m, country: "49");
        story.Rate("2026-09-10", .30m, country: "49");
        foreach (var (day, country) in new[] { ("2026-09-01", "49"), ("2026-09-11", "49"), ("2026-09-11", "1") })
            story.Message(1, day, m => m with { Billable = true, Category = MessageCategory.Marketing, CountryCallingCode = country });
        Total(story, "net_value").Value.ShouldBe(-.55m);
    }

    [Fact]
    public void TheMonthsOfAYearAddUpToTheYear()
    {
        var story = RandomStory.Tell(11);
        using var scene = new MetricScene(story.Facts);
        var answer = scene.Ask("metrics=generated_value,net_value&from=2026-06-01&to=2026-10-01&grain=month");
        foreach (var result in answer.Results)
            result.Rows.Sum(r => r.Figure.Value!.Value).ShouldBe(result.Total.Value!.Value, .05m, result.Metric.Id);
    }

    private static Story Contained(int conversations)
    {
        var story = new Story();
        for (var i = 0; i < conversations; i++)
            story.Conversation(i, "2026-09-01");
        return story;
    }

    private static Figure Total(Story story, string metric, string query = "month=2026-09")
    {
        using var scene = new MetricScene(story.Facts);
        return scene.Total(metric, query);
    }
}
