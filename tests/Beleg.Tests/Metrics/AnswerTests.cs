using Beleg.Metrics;
using Beleg.Sources;
using Beleg.Statistics;
using NodaTime;

namespace Beleg.Tests.Metrics;

/// <summary>What stands beside a number.</summary>
public sealed class AnswerTests
{
    [Fact]
    public void ARatioOverNothingIsNoValueAndACountIsZero()
    {
        using var scene = new MetricScene(new Story().Facts) { Settings = new() { UpsellFlows = "bundle" } };
        var answer = scene.Ask($"metrics={string.Join(',', MetricCatalogue.Default.All.Where(m => m.IsDue).Select(m => m.Id))}");
        foreach (var result in answer.Results)
        {
            var expected = result.Metric.Unit is MetricUnit.Count || (result.Metric.Unit == MetricUnit.Money && result.Total.Denominator is null) ? 0m : (decimal?)null;
            result.Total.Value.ShouldBe(expected, result.Metric.Id);
        }
    }

    [Fact]
    public void AWorkspaceWithoutEventsAnswersToo()
    {
        using var scene = new MetricScene();
        var answer = scene.Ask("metrics=automated_conversations,aov,roi_pct&grain=month");
        answer.CutOff.ShouldBeNull();
        answer["automated_conversations"].Total.ShouldSatisfyAllConditions(f => f.Value.ShouldBe(0), f => f.Provisional.ShouldBeTrue());
    }

    [Fact]
    public void AShareCarriesWilsonsInterval()
    {
        var story = new Story();
        for (var i = 0; i < 10; i++)
            story.Conversation(i, "2026-09-01", c => c with { Abandoned = i < 2 });
        using var scene = new MetricScene(story.Facts);
        var interval = scene.Total("abandonment_rate").Interval!;
        interval.Method.ShouldBe(IntervalMethod.Wilson);
        (decimal.Round(interval.Low, 6), decimal.Round(interval.High, 6)).ShouldBe((0.056682m, 0.509838m));
    }

    [Fact]
    public void ARatioOfSumsCarriesTheDeltaMethodsIntervalOverContacts()
    {
        var story = new Story();
        (long Minor, int Chats)[] contacts = [(0, 2), (1_000, 1), (4_000, 3), (500, 1)];
        for (var i = 0; i < contacts.Length; i++)
        {
            var first = story.Conversation(i, "2026-09-01");
            for (var more = 1; more < contacts[i].Chats; more++)
                story.Conversation(i, "2026-09-02");
            if (contacts[i].Minor > 0)
                story.Credit(story.Order(i, "2026-09-03", contacts[i].Minor), first, contacts[i].Minor);
        }

        using var scene = new MetricScene(story.Facts);
        var expected = RatioOfSums.Of(contacts.Select(c => (c.Minor / 100d, (double)c.Chats))).Interval()!.Value;
        var interval = scene.Total("revenue_per_chat").Interval!;
        interval.Method.ShouldBe(IntervalMethod.Delta);
        ((double)interval.Low).ShouldBe(expected.Low, 1e-6);
        ((double)interval.High).ShouldBe(expected.High, 1e-6);
        scene.Total("revenue_per_chat", "month=2026-09&intervals=false").Interval.ShouldBeNull();
    }

    [Fact]
    public void AnIntervalIsGivenForEachGroupToo()
    {
        var story = new Story();
        for (var i = 0; i < 6; i++)
            story.Order(i, "2026-09-01", 1_000 + 100 * i, o => o with { Shop = i % 2 == 0 ? "a" : "b" });
        using var scene = new MetricScene(story.Facts);
        var rows = scene.Ask("metrics=aov&by=shop")["aov"].Rows;
        rows.Select(r => (r.Group.Single().Value, r.Figure.Value)).ShouldBe([("a", 12m), ("b", 13m)]);
        rows.ShouldAllBe(r => r.Figure.Interval!.Low < r.Figure.Value && r.Figure.Interval.High > r.Figure.Value);
    }

    [Fact]
    public void AFewAreFlaggedAsFew()
    {
        var story = new Story();
        for (var i = 0; i < 29; i++)
            story.Conversation(i, "2026-09-01");
        for (var i = 0; i < 30; i++)
            story.Conversation(i, "2026-10-01");
        using var scene = new MetricScene(story.Facts);
        scene.Total("containment_rate").LowSample.ShouldBeTrue();
        scene.Total("containment_rate", "month=2026-10").LowSample.ShouldBeFalse();
    }

    [Fact]
    public void AFigureIsProvisionalUntilItsWindowHasPassed()
    {
        var story = new Story("2026-10-02T12:00:00Z");
        story.Conversation(1, "2026-09-30");
        story.Conversation(2, "2026-09-10");
        story.Conversation(3, "2026-09-10");
        story.Conversation(4, "2026-09-10");
        using var scene = new MetricScene(story.Facts);
        scene.Total("verified_containment_rate").ShouldSatisfyAllConditions(f => f.Provisional.ShouldBeTrue(), f => f.OpenShare.ShouldBe(.25m));
        scene.Total("containment_rate").Provisional.ShouldBeFalse();
        scene.Total("containment_rate", "month=2026-10").Provisional.ShouldBeTrue();
    }

    [Fact]
    public void AMessageThatMayStillArriveIsNotInTheDenominator()
    {
        var story = new Story("2026-09-30T12:00:00Z");
        story.Message(1, "2026-09-01", m => m with { DeliveredAt = story.CutOff });
        story.Message(2, "2026-09-01");
        story.Message(3, "2026-09-30T11:00:00Z");
        using var scene = new MetricScene(story.Facts);
        scene.Total("delivery_rate").ShouldSatisfyAllConditions(f => f.Value.ShouldBe(.5m), f => f.Denominator.ShouldBe(2), f => f.Provisional.ShouldBeTrue());
    }

    [Fact]
    public void AChannelThatReportedOnceIsAskedFromThenOn()
    {
        var story = new Story();
        story.Message(1, "2026-09-01", m => m with { Channel = Channel.WebChat });
        using (var scene = new MetricScene(story.Facts))
            scene.Total("delivery_rate").Value.ShouldBeNull();
        story.Message(1, "2026-08-01", m => m with { Channel = Channel.WebChat, DeliveredAt = story.CutOff });
        using (var scene = new MetricScene(story.Facts))
            scene.Total("delivery_rate").Value.ShouldBe(0);
    }

    [Fact]
    public void PartsStandBesideTheirMetric()
    {
        var story = new Story();
        foreach (var (score, rated) in new[] { (5, Actor.Bot), (4, Actor.Bot), (2, Actor.Human) })
            story.Survey(score, "2026-09-01", SurveyType.Csat, score, rated);
        using var scene = new MetricScene(story.Facts);
        var csat = scene.Total("csat");
        csat.Parts["mean"].Value.ShouldBe(3.666666666667m);
        (csat.Parts["bot"].Value, csat.Parts["human"].Value).ShouldBe((1m, 0m));
    }

    [Fact]
    public void TheUnansweredStandBesideTheMedian()
    {
        var story = new Story();
        foreach (var seconds in new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 100 })
            story.Conversation(seconds, "2026-09-01", c => c with { AutomatedResponseMs = seconds * 1_000 });
        story.Conversation(200, "2026-09-01");
        using var scene = new MetricScene(story.Facts);
        var parts = scene.Total("first_response_time_automated").Parts;
        (parts["p90"].Value, parts["under_60_s"].Value, parts["unanswered"].Value).ShouldBe((9_000m, .9m, 1m));
    }

    [Fact]
    public void TheMonthBeforeStandsBesideTheMonth()
    {
        var story = new Story();
        for (var i = 0; i < 4; i++)
            story.Conversation(i, "2026-08-05", c => c with { Channel = i == 0 ? Channel.WhatsApp : Channel.Instagram });
        for (var i = 0; i < 5; i++)
            story.Conversation(i, "2026-09-05");
        using var scene = new MetricScene(story.Facts);
        var result = scene.Ask("metrics=automated_conversations&month=2026-09&compare=previous&by=channel")["automated_conversations"];
        result.Total.Compare.ShouldBe(new FigureChange(4, 1, .25m));
        result.Rows.Single(r => r.Group.Single().Value == "whatsapp").Figure.Compare.ShouldBe(new FigureChange(1, 4, 4));
        scene.Ask("metrics=automated_conversations&month=2026-08&compare=year")["automated_conversations"].Total.Compare.ShouldBe(new FigureChange(0, 4, null));
    }

    [Fact]
    public void WeeksBeginOnMondayAndEveryOneIsThere()
    {
        var story = new Story();
        story.Conversation(1, "2026-09-02");
        story.Conversation(1, "2026-09-30");
        using var scene = new MetricScene(story.Facts);
        var rows = scene.Ask("metrics=automated_conversations&grain=week")["automated_conversations"].Rows;
        rows.Select(r => (r.Period.From.Day, r.Period.Days, r.Figure.Value)).ShouldBe([(1, 6, 1m), (7, 7, 0m), (14, 7, 0m), (21, 7, 0m), (28, 3, 1m)]);
    }

    [Fact]
    public void TheWorstStepComesFirst()
    {
        var story = new Story();
        story.Step(1, "2026-09-01", "greet", left: true);
        story.Step(2, "2026-09-01", "offer", left: false);
        story.Step(3, "2026-09-01", "offer", left: true);
        story.Step(4, "2026-09-01", "offer", left: false, v => v with { FlowVersion = "2" });
        using var scene = new MetricScene(story.Facts);
        var rows = scene.Ask("metrics=step_dropoff")["step_dropoff"].Rows;
        rows.Select(r => (string.Join('/', r.Group.Select(g => g.Value)), r.Figure.Value)).ShouldBe([("bouquet/2/offer", 1m), ("bouquet/1/offer", .5m), ("bouquet/1/greet", 0m)]);
    }

    [Fact]
    public void DaysAreThoseOfTheFactsAndTheCutOffsDayThatOfTheZone()
    {
        var story = new Story("2026-09-30T23:30:00Z");
        story.Conversation(1, "2026-09-10");
        using var scene = new MetricScene(story.Facts) { Settings = new MetricSettings { Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"] } };
        scene.Total("automated_conversations", "from=2026-09-01&to=2026-10-02").Provisional.ShouldBeFalse();
        using var utc = new MetricScene(story.Facts);
        utc.Total("automated_conversations", "from=2026-09-01&to=2026-10-02").Provisional.ShouldBeTrue();
    }

    [Fact]
    public void CustomersWhoWereWrittenToStandApart()
    {
        var story = new Story();
        foreach (var contact in new[] { 1, 2, 3, 4 })
            story.Order(contact, "2025-09-10", 100);
        story.Order(1, "2026-09-05", 100);
        story.Order(3, "2026-09-05", 100);
        story.Person(1, c => c with { FirstMessagedDay = new LocalDate(2026, 8, 31) });
        story.Person(2, c => c with { FirstMessagedDay = new LocalDate(2026, 9, 1) });
        using var scene = new MetricScene(story.Facts);
        var rows = scene.Ask("metrics=churn_rate&by=with_chat")["churn_rate"].Rows;
        rows.Select(r => (r.Group.Single().Value, r.Figure.Value, r.Figure.Denominator)).ShouldBe([("false", .666666666667m, 3m), ("true", 0m, 1m)]);
        scene.Total("churn_rate", "month=2026-09&with_chat=true").Denominator.ShouldBe(1);
        scene.Ask("metrics=crr&from=2026-09-01&to=2026-11-01&grain=month")["crr"].Rows.Select(r => r.Figure.Denominator).ShouldBe([4m, 2m]);
    }

    [Fact]
    public void CostsAreHeldAgainstTheChannelOrCampaignTheyBelongTo()
    {
        var story = new Story();
        story.Cost("2026-09-01", 3_000, CostRecurrence.Period, c => c with { Channel = "instagram", CampaignId = "fall" });
        story.Cost("2026-09-01", 1_000, CostRecurrence.Period, c => c with { Channel = "whatsapp" });
        var instagram = story.Conversation(1, "2026-09-01", c => c with { Channel = Channel.Instagram, CampaignId = "fall" });
        var whatsapp = story.Conversation(2, "2026-09-01");
        story.Credit(story.Order(1, "2026-09-02", 9_000, o => o with { NewCustomer = true }), instagram, 9_000);
        story.Credit(story.Order(2, "2026-09-02", 5_000, o => o with { NewCustomer = true }), whatsapp, 5_000);
        story.Credit(story.Order(3, "2026-09-02", 5_000, o => o with { NewCustomer = true }), whatsapp, 5_000);
        using var scene = new MetricScene(story.Facts);
        var answer = scene.Ask("metrics=cpa,rocs&by=channel");
        answer["cpa"].Rows.Select(r => (r.Group.Single().Value, r.Figure.Value)).ShouldBe([("instagram", 30m), ("whatsapp", 5m)]);
        answer["rocs"].Rows.Select(r => (r.Group.Single().Value, r.Figure.Value)).ShouldBe([("instagram", 3m), ("whatsapp", 10m)]);
        decimal.Round(answer["cpa"].Total.Value!.Value, 2).ShouldBe(13.33m);
        scene.Total("rocs").Value.ShouldBe(3m);
        scene.Ask("metrics=cpa&by=channel,campaign")["cpa"].Rows.Select(r => string.Join('/', r.Group.Select(g => g.Value ?? "-"))).ShouldBe(["instagram/fall", "whatsapp/-"], ignoreOrder: true);
    }

    [Fact]
    public void AGapIsSaidAloud()
    {
        var story = new Story();
        story.Cost("2026-01-01", 1_000, change: c => c with { AmountMinor = null, Currency = "XAF" });
        story.Message(1, "2026-09-01", m => m with { Billable = true, Category = MessageCategory.Marketing });
        story.Message(2, "2026-09-01", m => m with { Billable = true, Category = MessageCategory.Marketing });
        using var scene = new MetricScene(story.Facts);
        scene.Ask("metrics=net_value")["net_value"].Gaps.Select(g => g.En).ShouldBe(
            ["1 cost lines have no exchange rate and are left out.", "2 billable messages have no price on their day and are left out."]);
    }

    [Fact]
    public void MoneyOfACurrencyWithoutDecimalsHasNone()
    {
        var story = new Story();
        story.Order(1, "2026-09-01", 1_500);
        using var scene = new MetricScene(story.Facts) { Settings = new MetricSettings { Currency = "JPY" } };
        scene.Total("aov").Value.ShouldBe(1_500m);
    }
}
