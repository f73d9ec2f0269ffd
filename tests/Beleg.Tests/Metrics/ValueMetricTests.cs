using Beleg.Metrics;
using Beleg.Model;
using Beleg.Sources;
using Beleg.Statistics;
using Beleg.Statistics.Forecasts;
using NodaTime;

namespace Beleg.Tests.Metrics;

/// <summary>What stands beside lifetime values and forecasts, and when they say nothing.</summary>
public sealed class ValueMetricTests
{
    [Fact]
    public void WhatIsExpectedOfACustomerStandsBesideTheHistoricValueWithItsIntervalAndModel()
    {
        using var few = new MetricScene(Shoppers(150).Facts);
        using var many = new MetricScene(Shoppers(2_400).Facts);
        var result = many.Ask("metrics=clv&month=2026-09")["clv"];
        var expected = result.Total.Parts["expected"];
        var interval = expected.Interval.ShouldNotBeNull();
        interval.Method.ShouldBe(IntervalMethod.Jackknife);
        expected.Value!.Value.ShouldBeInRange(interval.Low, interval.High);
        result.Total.Parts["alive"].Value!.Value.ShouldBeInRange(.01m, .99m);
        result.Notes.Single().En.ShouldStartWith("Expected: BG/NBD (r ");
        result.Notes.Single().De.ShouldStartWith("Erwartet: BG/NBD (r 0,");

        // Sixteen times as many customers: about a quarter of the width.
        var wide = few.Total("clv").Parts["expected"].Interval!;
        ((interval.High - interval.Low) / (wide.High - wide.Low)).ShouldBeInRange(.08m, .7m);
    }

    [Fact]
    public void TheHistoricValueHasAnIntervalThatNarrowsWithCustomers()
    {
        using var few = new MetricScene(Shoppers(150).Facts);
        using var many = new MetricScene(Shoppers(2_400).Facts);
        decimal Width(MetricScene scene)
        {
            var figure = scene.Total("clv");
            figure.Interval!.Method.ShouldBe(IntervalMethod.Delta);
            figure.Value!.Value.ShouldBeInRange(figure.Interval.Low, figure.Interval.High);
            return (figure.Interval.High - figure.Interval.Low) / figure.Value.Value;
        }

        (Width(many) / Width(few)).ShouldBeInRange(.15m, .4m);
    }

    [Fact]
    public void WithoutEnoughRepeatsThereIsOnlyTheHistoricValueAndAWordAboutIt()
    {
        var story = new Story();
        story.Order(1, "2026-05-01", 5_000);
        using var scene = new MetricScene(story.Facts);
        var result = scene.Ask("metrics=clv")["clv"];
        result.Total.Parts.Keys.ShouldBe(["order_value", "orders_per_year", "years"]);
        result.Notes.Single().En.ShouldContain("below 100 no model is fitted");
    }

    [Fact]
    public void AnUpliftThatIsNoneLiesInsideItsInterval()
    {
        var story = new Story();
        var random = new Random(4);
        for (var i = 0; i < 800; i++)
        {
            story.Order(i, $"2026-0{1 + random.Next(8)}-0{1 + random.Next(9)}", 3_000 + random.Next(5_000));
            if (random.Next(2) == 0)
                story.Person(i, c => c with { FirstMessagedDay = new LocalDate(2025, 1, 1) });
        }

        using var scene = new MetricScene(story.Facts);
        var uplift = scene.Total("clv_uplift");
        0m.ShouldBeInRange(uplift.Interval!.Low, uplift.Interval.High);
        uplift.LowSample.ShouldBeFalse();
        uplift.Parts["matched"].Value.ShouldBe(1m);
        (uplift.Parts["with_chat"].Value!.Value - uplift.Parts["without_chat"].Value!.Value).ShouldBe(uplift.Value!.Value, .000_000_001m);
    }

    [Fact]
    public void AForecastIsOfTheNetValuesMonthByMonthAndNamesItsMethod()
    {
        var story = Programme(30);
        using var scene = new MetricScene(story.Facts);
        var result = scene.Ask("metrics=forecast_value&month=2026-09")["forecast_value"];

        double[] months = [.. Enumerable.Range(0, 30).Select(i => new LocalDate(2024, 4, 1).PlusMonths(i))
            .Select(m => new CheckFacts(story.Batch, Period.Month(m.ToYearMonth()), story.CutOff)).Select(f => (double)(decimal.Round(f.Generated() - f.Programme()) / 100))];
        var chosen = ChosenForecast.Of(months, 12, 12)!;
        ((double)result.Total.Value!.Value).ShouldBe(chosen.Forecast.Points.Sum(p => p.Mean), .1);
        ((double)result.Total.Interval!.Low).ShouldBe(chosen.Forecast.Points.Sum(p => p.Low95), .1);
        ((double)result.Total.Parts["low_80"].Value!.Value).ShouldBe(chosen.Forecast.Points.Sum(p => p.Low80), .1);
        ((double)result.Total.Parts["backtest_error"].Value!.Value).ShouldBe(chosen.Tests[0].MeanAbsoluteError, .01);
        chosen.Forecast.Method.ShouldBe("theta");
        result.Notes.Single().En.ShouldStartWith($"Method: Theta, the best of {chosen.Tests.Count} on its own past of 913 days; in ");
        result.Notes.Single().En.ShouldContain($"off by {chosen.Tests[0].MeanAbsoluteError:0.00} EUR a month");
        result.Total.Low!.Value.ShouldBeLessThan(result.Total.Value.Value);
    }

    [Fact]
    public void AYearAheadTakesHalfAYearBehind()
    {
        using var scene = new MetricScene(Programme(6).Facts);
        var result = scene.Ask("metrics=forecast_value&month=2026-09")["forecast_value"];
        result.Total.Value.ShouldBeNull();
        result.Total.Denominator!.Value.ShouldBeLessThan(183m);
        result.Notes.Single().En.ShouldContain("half a year");
    }

    [Fact]
    public void BelowAYearOnlyTheLevelIsCarriedOnAndItsIntervalIsWide()
    {
        using var scene = new MetricScene(Programme(9).Facts);
        var result = scene.Ask("metrics=forecast_value&month=2026-09")["forecast_value"];
        result.Total.Denominator.ShouldBe(273m - 7);
        result.Total.LowSample.ShouldBeTrue();
        result.Notes.Single().En.ShouldContain("no season and no trend is carried on");
        var (low, high) = (result.Total.Parts["low_80"].Value!.Value, result.Total.Parts["high_80"].Value!.Value);
        result.Total.Value!.Value.ShouldBeInRange(low, high);
        result.Total.Interval!.Low.ShouldBeLessThan(low);
        result.Total.Interval.High.ShouldBeGreaterThan(high);
        result.Total.Parts["extended"].Interval.ShouldNotBeNull();

        using var longer = new MetricScene(Programme(24).Facts);
        var two = longer.Ask("metrics=forecast_value&month=2026-09")["forecast_value"].Total;
        (high - low).ShouldBeGreaterThan(two.Parts["high_80"].Value!.Value - two.Parts["low_80"].Value!.Value);
    }

    [Fact]
    public void CoverageOfAChannelCountsTheOrdersThatItsChatTouched()
    {
        var story = new Story();
        var chat = story.Conversation(1, "2026-09-01", c => c with { Channel = Channel.WhatsApp });
        story.Conversation(2, "2026-09-01", c => c with { Channel = Channel.WhatsApp, HumanInvolved = true });
        var other = story.Conversation(3, "2026-09-01", c => c with { Channel = Channel.Instagram });
        var both = story.Order(1, "2026-09-02", 1_000, o => o with { Influenced = true });
        story.Credit(both, chat, 500);
        story.Credit(both, other, 500);
        story.Credit(story.Order(4, "2026-09-02", 1_000), null, 1_000);
        using var scene = new MetricScene(story.Facts);

        var split = scene.Ask("metrics=value_coverage&by=channel&month=2026-09")["value_coverage"];
        (split.Total.Numerator, split.Total.Denominator).ShouldBe((3m, 5m), "two solved and one order of three conversations and two orders");
        split.Rows.Select(r => (r.Group[0].Value, r.Figure.Numerator, r.Figure.Denominator)).ShouldBe([("instagram", 2m, 3m), ("whatsapp", 2m, 4m)]);
        split.Rows.ShouldAllBe(r => r.Figure.Interval != null && r.Figure.Parts["sales"].Value == .5m);
        split.Notes.Single().En.ShouldContain("counts for both");
        var part = scene.Total("value_coverage", "month=2026-09&channel=whatsapp");
        (part.Numerator, part.Denominator, part.Parts["support"].Value).ShouldBe((2m, 4m, .5m));
        scene.Ask("metrics=value_coverage&from=2026-08-01&to=2026-10-01&grain=month&by=channel")["value_coverage"].Rows.Single(r => r.Period.From.Month == 9 && r.Group[0].Value == "instagram").Figure.Value!.Value.ShouldBe(2m / 3, 1e-9m);
    }

    [Fact]
    public void UpsellWaitsForSomebodyToMarkAFlow()
    {
        var story = new Story();
        story.Credit(story.Order(1, "2026-09-02", 5_000), story.Conversation(1, "2026-09-01", c => c with { FlowId = "bundle" }), 5_000);
        using var scene = new MetricScene(story.Facts);
        var unmarked = scene.Ask("metrics=upsell_revenue&month=2026-09")["upsell_revenue"];
        unmarked.Total.Value.ShouldBeNull();
        unmarked.Notes.Single().En.ShouldContain("upsell_flows");
        using var marked = new MetricScene(story.Facts) { Settings = new() { UpsellFlows = "gift, bundle" } };
        marked.Total("upsell_revenue").Value.ShouldBe(50m);
        marked.Ask("metrics=upsell_revenue&month=2026-09&by=flow")["upsell_revenue"].Rows.Single().Figure.Value.ShouldBe(50m);
    }

    [Fact]
    public void ThePartOfAProgrammeHasAnIntervalOfItsOwn()
    {
        var story = new Story();
        for (var i = 0; i < 200; i++)
        {
            var flow = i < 150 ? "large" : "small";
            var talk = story.Conversation(i, "2026-09-03", c => c with { FlowId = flow, Channel = i % 2 == 0 ? Channel.WhatsApp : Channel.Instagram, HumanInvolved = i % 3 == 0 });
            if (i % 5 == 0)
                story.Credit(story.Order(i, "2026-09-04", 3_000 + i, o => o with { Evidence = Evidence.C }), talk, 3_000 + i);
        }

        story.Cost("2026-09-01", 10_000);
        story.Cost("2026-09-01", 8_000, Beleg.Sources.CostRecurrence.Once);
        story.Assume("contribution_margin", .4m, low: .3m, high: .6m);
        story.Assume("cost_per_human_contact", 4m, low: 3m, high: 5m);
        using var scene = new MetricScene(story.Facts);
        var whole = scene.Total("generated_value");
        var large = scene.Total("generated_value", "month=2026-09&flow=large");
        var split = scene.Ask("metrics=generated_value,net_value,roi_pct&month=2026-09&by=flow");
        large.Interval.ShouldBe(split["generated_value"].Rows.Single(r => r.Group[0].Value == "large").Figure.Interval);
        foreach (var figure in split.Results.SelectMany(r => r.Rows.Select(row => row.Figure)).Append(large))
        {
            figure.Interval!.Method.ShouldBe(IntervalMethod.Simulation);
            figure.Value!.Value.ShouldBeInRange(figure.Interval.Low, figure.Interval.High);
        }

        // Parts of one programme share its assumptions: together they are at most as wide as the whole and its own chance.
        var width = (FigureInterval i) => i.High - i.Low;
        width(large.Interval!).ShouldBeInRange(width(whole.Interval!) * .5m, width(whole.Interval!));
        var only = scene.Total("generated_value", "month=2026-09&flow=large,small").Interval!;
        only.Low.ShouldBe(whole.Interval!.Low, .01m);
        only.High.ShouldBe(whole.Interval.High, .01m);
        scene.Total("payback_months", "month=2026-09&flow=large").Interval.ShouldNotBeNull();
    }

    [Fact]
    public void TheExtendedScopeIsWhatWasAgreedOrHalfOfWhatNobodyAutomatedYet()
    {
        var agreed = Programme(24);
        agreed.Assume("scope_extension", 1.5m, low: 1.2m, high: 2m);
        using (var scene = new MetricScene(agreed.Facts))
        {
            var figure = scene.Total("forecast_value");
            figure.Parts["extended"].Value.ShouldBe(decimal.Round(figure.Value!.Value * 1.5m, 2));
            figure.Parts["extended_high_80"].Value.ShouldBe(decimal.Round(figure.Parts["high_80"].Value!.Value * 2, 2));
        }

        var measured = Programme(24);
        for (var i = 0; i < 3; i++)
            measured.Conversation(i, "2026-09-03");
        measured.Conversation(4, "2026-09-03", c => c with { Automated = false });
        using (var scene = new MetricScene(measured.Facts))
        {
            // Three more conversations of the same months are automated already: 6 of 7, and half of the seventh is a fourteenth.
            var scope = scene.Ask("metrics=forecast_value")["forecast_value"].Assumptions.Single(a => a.Id == "scope_extension");
            (decimal.Round(scope.Value, 6), decimal.Round(scope.High, 6), scope.Low, scope.IsUnset).ShouldBe((1.083333m, 1.166667m, 1m, true));
        }
    }

    [Fact]
    public async Task TheSimulatedIntervalOfTheReturnIsThatOfItsSensitivity()
    {
        var story = Programme(24);
        story.Assume("contribution_margin", .4m, low: .3m, high: .6m);
        using var scene = new MetricScene(story.Facts);
        var figures = scene.Ask("metrics=roi_pct,net_value,generated_value,programme_coverage&from=2024-10-01&to=2026-10-01");
        var (roi, net, generated) = (figures["roi_pct"].Total, figures["net_value"].Total, figures["generated_value"].Total);
        roi.Interval!.Method.ShouldBe(IntervalMethod.Simulation);

        // Cost is sure, so all of them move together.
        (generated.Interval!.High - net.Interval!.High).ShouldBe(960m, .02m);
        roi.Interval.High.ShouldBe(100 * net.Interval.High / 960, .1m);
        roi.Value!.Value.ShouldBeInRange(roi.Interval.Low, roi.Interval.High);

        var period = new Period(new LocalDate(2024, 10, 1), new LocalDate(2026, 10, 1));
        var (model, measured) = await scene.Engine.ReadAsync(
            scene.Warehouse, facts => Beleg.Metrics.Calculations.RoiReader.Read(facts, Beleg.Metrics.CompositionReader.Read(facts, period, scene.Settings, Beleg.Metrics.EvidenceBasis.Conservative)),
            TestContext.Current.CancellationToken);
        var spread = Beleg.Ledger.RoiSensitivity.Of(model, measured)!.Spread;
        roi.Interval.Low.ShouldBe(spread.Low95, Math.Abs(spread.High95 - spread.Low95) * .06m);
        roi.Interval.High.ShouldBe(spread.High95, Math.Abs(spread.High95 - spread.Low95) * .06m);
    }

    [Fact]
    public void APaybackHasTheIntervalOfAllItRestsOn()
    {
        var story = Programme(24);
        story.Cost("2024-10-01", 60_000, Beleg.Sources.CostRecurrence.Once);
        using var scene = new MetricScene(story.Facts);
        var payback = scene.Total("payback_months", "from=2024-10-01&to=2026-10-01");
        payback.Interval!.Method.ShouldBe(IntervalMethod.Simulation);
        payback.Value!.Value.ShouldBeInRange(payback.Interval.Low, payback.Interval.High);
        payback.Interval.Low.ShouldBeLessThan(payback.Interval.High);
    }

    [Fact]
    public void OfAHandfulOfNewCustomersTheirCostIsHardlyKnown()
    {
        var story = new Story();
        story.Cost("2026-09-01", 100_000);
        for (var i = 0; i < 4; i++)
            story.Credit(story.Order(i, "2026-09-05", 5_000, o => o with { NewCustomer = true, Evidence = Evidence.C }), story.Conversation(i, "2026-09-04"), 5_000);
        using var scene = new MetricScene(story.Facts);
        var cpa = scene.Total("cpa");
        cpa.Value.ShouldBe(250m);
        // exp(1.96 ÷ √4) = 2.6644: 93.83 to 666.10.
        (decimal.Round(cpa.Interval!.Low, 2), decimal.Round(cpa.Interval.High, 2)).ShouldBe((93.83m, 666.10m));
        scene.Total("cost_per_contact").Interval!.Low.ShouldBe(cpa.Interval.Low);
    }

    [Fact]
    public void AResolutionOfTheLastWeekIsNotJudgedYet()
    {
        var story = new Story("2026-09-28T00:00:00Z");
        story.Conversation(1, "2026-09-05", c => c with { ResolvedAt = c.EndedAt });
        story.Conversation(2, "2026-09-05", c => c with { ResolvedAt = c.EndedAt, ReturnAfterMs = 1_000 });
        story.Conversation(3, "2026-09-26", c => c with { ResolvedAt = c.EndedAt });
        story.Conversation(4, "2026-09-26", c => c with { ResolvedAt = c.EndedAt, ReturnAfterMs = 1_000 });
        using var scene = new MetricScene(story.Facts);
        scene.Total("durable_resolution_rate").ShouldSatisfyAllConditions(
            f => f.Value.ShouldBe(.5m), f => f.Numerator.ShouldBe(1), f => f.Denominator.ShouldBe(2), f => f.Provisional.ShouldBeTrue());
    }

    [Fact]
    public void WithoutAWordOfConsentAnywhereNothingIsClaimed()
    {
        var story = new Story();
        story.Message(1, "2026-09-06", m => m with { Kind = Beleg.Sources.MessageKind.Campaign });
        using var scene = new MetricScene(story.Facts);
        scene.Total("consent_coverage").Value.ShouldBeNull();
    }

    // One conversation and one sale a month, of an amount that rises and swings with the seasons; a platform that costs.
    private static Story Programme(int months)
    {
        var story = new Story();
        story.Cost("2020-01-01", 4_000);
        var first = new LocalDate(2026, 10, 1).PlusMonths(-months);
        for (var i = 0; i < months; i++)
        {
            var day = first.PlusMonths(i);
            var talk = story.Conversation(i, $"{day:uuuu-MM-dd}");
            var minor = 20_000 + 300 * i + 4_000 * (day.Month == 12 ? 2 : day.Month % 3);
            story.Credit(story.Order(i, $"{day:uuuu-MM-dd}", minor, o => o with { Evidence = Evidence.C }), talk, minor);
        }

        return story;
    }

    private static Story Shoppers(int customers)
    {
        var story = new Story();
        var random = new Random(8);
        for (var i = 0; i < customers; i++)
        {
            var at = new LocalDate(2024, 6, 1).PlusDays(random.Next(400));
            var rate = 20 + random.Next(120);
            do
                story.Order(i, $"{at:uuuu-MM-dd}", 2_000 + random.Next(4_000));
            while (random.Next(4) > 0 && (at = at.PlusDays(1 + random.Next(2 * rate))) < new LocalDate(2026, 9, 30));
        }

        return story;
    }
}
