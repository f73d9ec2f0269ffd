using Beleg.Metrics;
using Beleg.Model;
using Beleg.Sources;
using FsCheck;
using FsCheck.Fluent;

namespace Beleg.Tests.Metrics;

/// <summary>What a channel, a flow or an entry point is worth and costs: its own, and its share of what all use.</summary>
public sealed class ProgrammeShareTests
{
    private const string Days = "from=2026-07-01&to=2026-10-01";
    private static readonly string[] AddUp = ["deflected_contacts", "avoided_support_cost", "time_saved_value", "revenue_value", "generated_value", "net_value"];

    /// <summary>
    /// 30 conversations on WhatsApp and 10 on Instagram share 400 a month; 50 name WhatsApp; a message costs 0.10 each, ten on Instagram.
    /// Each is worth 5 where contained: 150 and 50; an order of 200 on Instagram at a margin of one half adds 100.
    /// </summary>
    [Fact]
    public void AChannelBearsWhatNamesItAndItsShareOfTheRestByConversations()
    {
        using var scene = new MetricScene(TwoChannels().Facts);

        var split = scene.Ask("metrics=net_value,roi_pct,generated_value&by=channel&month=2026-09");
        Rows(split["generated_value"]).ShouldBe([("instagram", 150m), ("whatsapp", 150m)]);
        Rows(split["net_value"]).ShouldBe([("instagram", 49m), ("whatsapp", -200m)]);
        split["roi_pct"].Rows.Select(row => row.Figure.Denominator).ShouldBe([101m, 350m]);
        split["net_value"].Total.Value.ShouldBe(-151m);
        split["net_value"].Notes.Single().En.ShouldContain("by automated conversations");

        var part = scene.Ask("metrics=net_value,roi_pct&channel=whatsapp&month=2026-09");
        (part["net_value"].Total.Value, part["roi_pct"].Total.Denominator).ShouldBe((-200m, 350m));
        part["net_value"].Notes.Single().En.Replace('\u00A0', ' ').ShouldBe("Cost 350.00 EUR of the programme's 451.00 EUR: 50.00 EUR name this part, 300.00 EUR are its share of common costs by automated conversations.");
        part["net_value"].Notes.Single().De.ShouldContain("50,00");
        scene.Ask("metrics=net_value&month=2026-09")["net_value"].Notes.ShouldBeEmpty("about the whole there is nothing to say");
    }

    [Fact]
    public void ACostThatNamesAFlowIsSharedBetweenItsChannelsOnly()
    {
        var story = new Story();
        for (var i = 0; i < 4; i++)
        {
            story.Conversation(i, "2026-09-01", c => c with { FlowId = "status", Channel = i < 3 ? Channel.WhatsApp : Channel.WebChat });
            story.Conversation(i, "2026-09-01", c => c with { FlowId = "gifts", Channel = Channel.WebChat });
        }

        story.Cost("2026-09-01", 40_000, change: c => c with { FlowId = "status" });
        using var scene = new MetricScene(story.Facts);
        Costs(scene, "by=channel").ShouldBe([("webchat", 100m), ("whatsapp", 300m)]);
        Costs(scene, "by=flow").ShouldBe([("gifts", 0m), ("status", 400m)]);
        Costs(scene, "by=flow&channel=webchat").ShouldBe([("gifts", 0m), ("status", 100m)]);
    }

    [Fact]
    public void WhatCostMoneyWhileNobodyTalkedStaysWithWhatItNames()
    {
        var story = new Story();
        story.Conversation(1, "2026-08-01");
        story.Cost("2026-09-01", 10_000, change: c => c with { Channel = "instagram" });
        story.Cost("2026-09-01", 5_000);
        using var scene = new MetricScene(story.Facts);
        Costs(scene, "by=channel").ShouldBe([((string?)null, 50m), ("instagram", 100m)], ignoreOrder: true);
    }

    [Fact]
    public void HoursOfTheWholeProgrammeAreCreditedToNoPart()
    {
        var story = TwoChannels();
        story.Assume("hours_saved_per_week", 10);
        story.Assume("hourly_cost", 20);
        story.Assume("weeks_per_month", 4);
        using var scene = new MetricScene(story.Facts);
        Rows(scene.Ask("metrics=time_saved_value&by=channel&month=2026-09")["time_saved_value"]).ShouldBe([((string?)null, 800m), ("instagram", 0m), ("whatsapp", 0m)], ignoreOrder: true);
    }

    [Fact]
    public void WhatWasPaidOnceIsSharedInPaybackToo()
    {
        var story = TwoChannels();
        story.Cost("2026-09-01", 8_000, CostRecurrence.Once);
        using var scene = new MetricScene(story.Facts);
        // Instagram: 20 of the 80, gaining 150 − 101 = 49 a month. WhatsApp loses 200 a month and never pays back.
        scene.Ask("metrics=payback_months&channel=instagram&month=2026-09")["payback_months"].Total.Value.ShouldNotBeNull().ShouldBe(20m / 49m, .0001m);
        var never = scene.Ask("metrics=payback_months&channel=whatsapp&month=2026-09")["payback_months"].Total;
        (never.Value, never.Forecast).ShouldBe(((decimal?)null, null));
    }

    [Fact]
    public void ThePartsAddUpToTheWholeInEveryScenario() => Prop.ForAll<int>(seed =>
    {
        var story = RandomStory.Tell(seed);
        story.Assume("baseline_containment", .2m, "2026-08-10", low: .3m, high: .1m);
        story.Assume("hours_saved_per_week:flow1", 3, "2026-07-01");
        story.Cost("2026-07-01", 3_333, change: c => c with { FlowId = "flow0" });
        story.Cost("2026-07-01", 7_777, change: c => c with { Channel = "whatsapp" });
        using var scene = new MetricScene(story.Facts);
        foreach (var by in new[] { "channel", "flow", "entry_point", "flow,channel" })
        {
            var answer = scene.Ask($"metrics={string.Join(',', AddUp)},roi_pct&by={by}&{Days}");
            foreach (var metric in AddUp)
            {
                var result = answer[metric];
                result.Rows.Sum(r => r.Figure.Value!.Value).ShouldBe(result.Total.Value!.Value, Fraction(metric), $"{metric} by {by}");
                result.Rows.Sum(r => r.Figure.Low!.Value).ShouldBe(result.Total.Low!.Value, Fraction(metric), $"low {metric} by {by}");
                result.Rows.Sum(r => r.Figure.High!.Value).ShouldBe(result.Total.High!.Value, Fraction(metric), $"high {metric} by {by}");
                result.Total.Value.ShouldBe(scene.Total(metric, Days).Value, "cut or not, the whole is the same");
            }

            answer["roi_pct"].Rows.Sum(r => r.Figure.Denominator).ShouldBe(answer["roi_pct"].Total.Denominator);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(4));

    [Fact]
    public void NarrowedToAPartItIsThatPartsRow()
    {
        using var scene = new MetricScene(RandomStory.Tell(5).Facts);
        var split = scene.Ask($"metrics=net_value,generated_value,roi_pct,payback_months&by=channel&{Days}");
        foreach (var metric in new[] { "net_value", "generated_value", "roi_pct", "payback_months" })
            foreach (var row in split[metric].Rows.Where(row => row.Group[0].Value is not null))
                scene.Total(metric, $"channel={row.Group[0].Value}&{Days}").ShouldSatisfyAllConditions(
                    figure => figure.Value.ShouldBe(row.Figure.Value, $"{metric} {row.Group[0].Value}"), figure => (figure.Low, figure.High).ShouldBe((row.Figure.Low, row.Figure.High)));
    }

    /// <summary>Counted once more from the rows themselves, by nothing of the program: cost by plain proportion, contacts one by one, revenue from the credits.</summary>
    [Fact]
    public void AMonthOfEachChannelIsWhatItsCheckQuerySays() => Prop.ForAll<int>(seed =>
    {
        var story = RandomStory.Tell(seed);
        using var scene = new MetricScene(story.Facts);
        foreach (var month in new[] { 7, 8, 9 })
        {
            var period = Period.Month(2026, month);
            var whole = new CheckFacts(story.Batch, period, story.CutOff);
            var answer = scene.Ask($"metrics=net_value,generated_value,roi_pct&by=channel&month=2026-0{month}");
            foreach (var channel in new[] { Channel.WhatsApp, Channel.Instagram, Channel.WebChat })
            {
                var here = new CheckFacts(story.Batch, period, story.CutOff, channel);
                var share = (decimal)here.Automated().Count() / whole.Automated().Count();
                var messages = 100 * here.In(story.Batch.Messages, m => m.Day).Where(m => m.Billable == true && m.Channel == channel)
                    .Sum(m => story.Batch.MessageRates.Where(r => r.ValidFrom <= m.Day && r.Category == m.Category && r.Channel == m.Channel).MaxBy(r => r.ValidFrom)?.PriceInCurrency ?? 0);
                var cost = (whole.Cost(c => !c.Human) * share + messages) / 100;
                var generated = (here.Avoided() + Revenue(story, here, channel)) / 100;
                var name = channel.ToString().ToLowerInvariant();
                Row(answer["roi_pct"], name).Denominator!.Value.ShouldBe(cost, .03m, $"{seed} {name} {month}");
                Row(answer["generated_value"], name).Value!.Value.ShouldBe(generated, .30m, $"{seed} {name} {month}");
                Row(answer["net_value"], name).Value!.Value.ShouldBe(generated - cost, .33m);
            }
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(4));

    // Every day rounds once for each flow in the program: hence the cents of tolerance above.
    private static decimal Revenue(Story story, CheckFacts here, Channel channel) => here.In(story.Batch.Credits, c => c.Day).Where(c => c.IsChat && c.Channel == channel).Sum(c => c.Linear);

    private static Story TwoChannels()
    {
        var story = new Story();
        story.Assume("would_have_contacted_human", 1);
        story.Assume("cost_per_human_contact", 5);
        for (var i = 0; i < 30; i++)
            story.Conversation(i, "2026-09-01");
        ConversationFact? last = null;
        for (var i = 0; i < 10; i++)
        {
            last = story.Conversation(i, "2026-09-02", c => c with { Channel = Channel.Instagram });
            story.Message(i, "2026-09-02", m => m with { Channel = Channel.Instagram, Billable = true, Category = MessageCategory.Marketing });
        }

        story.Credit(story.Order(9, "2026-09-03", 20_000, o => o with { Evidence = Evidence.C }), last, 20_000);
        story.Cost("2026-09-01", 40_000);
        story.Cost("2026-09-01", 5_000, change: c => c with { Channel = "whatsapp" });
        story.Batch.MessageRates.Add(story.Rate("2026-01-01", .10m) with { Channel = Channel.Instagram });
        return story;
    }

    // Contacts that a person would have had are a fraction; money is exact.
    private static decimal Fraction(string metric) => metric == "deflected_contacts" ? 1e-9m : .000001m;

    private static Figure Row(MetricResult result, string channel) => result.Rows.Single(row => row.Group[0].Value == channel).Figure;

    private static List<(string? Name, decimal? Value)> Rows(MetricResult result) => [.. result.Rows.Select(row => (row.Group[0].Value, row.Figure.Value))];

    private static List<(string? Name, decimal? Value)> Costs(MetricScene scene, string query) =>
        [.. scene.Ask($"metrics=roi_pct&month=2026-09&{query}")["roi_pct"].Rows.Select(row => (row.Group[0].Value, row.Figure.Denominator))];
}
