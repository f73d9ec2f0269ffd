using Beleg.Metrics;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Reports.Overviews;
using Beleg.Reports.Why;
using Beleg.Tests.Metrics;
using FsCheck;
using FsCheck.Fluent;

namespace Beleg.Tests.Reports.Why;

/// <summary>The change of a figure by step, flow, entry point and channel.</summary>
public sealed class WhyReaderTests
{
    [Fact]
    public void TheStepThatLostPeopleIsNamedWithItsPlaceAndFlow()
    {
        using var scene = new MetricScene(Funnel(lostBefore: 8, lostAfter: 28).Facts);

        var report = Ask(scene, "metrics=step_dropoff&month=2026-09");

        (report.Leading, report.Refusal).ShouldBe(("step", (WhyRefusal?)null));
        report.Sentence.En.ShouldBe("Step drop-off rose by 16.7\u00a0pp to 23.3%. All of it came from step 3 “size” of the flow “bundle”, where the rate itself rose.");
        report.Sentence.De.ShouldBe("Absprung je Schritt: plus 16,7\u00a0PP auf 23,3\u00a0%. Alles davon brachte Schritt 3 „size“ des Flows „bundle“: Dort stieg die Quote selbst.");
        var part = report.Splits.Single(split => split.Dimension == "step").Parts[0];
        (part.Group, part.Flow, part.Place).ShouldBe(("size", "bundle", 3));
        part.Rate.ShouldBe(20m / 120, 1e-9m);
        WhyText.Render(report, ReportLanguage.English).ShouldContain("3 · size (bundle)");
        WhyText.Render(report, ReportLanguage.German).ShouldContain("Rest der Rechnung");
    }

    [Fact]
    public async Task TheTileOfEngagementCitesItToo()
    {
        using var scene = new MetricScene(Funnel(lostBefore: 8, lostAfter: 28).Facts);
        var overview = await new OverviewReader(scene.Engine, scene.Warehouse, scene.Settings).ReadAsync(
            new OverviewRequest { Period = Period.Month(2026, 9), Compared = Period.Month(2026, 8) }, TestContext.Current.CancellationToken);

        var note = overview.Whys[WhySubject.Engagement];

        (note.Further ?? note).Dimension.ShouldBe("step");
        note.Text.En.ShouldContain("step 3 “size” of the flow “bundle”");
        note.Text.De.ShouldContain("Schritt 3 „size“ des Flows „bundle“");
        (note.Further ?? note).Drivers!.Residual.ShouldBe(0, 1e-9m);
    }

    [Fact]
    public void AnOpenerIsTheFirstStepOfItsFlow()
    {
        var story = Funnel(8, 28);
        foreach (var (month, left) in new[] { ("08", true), ("09", false) })
        {
            for (var i = 0; i < 40; i++)
                story.Conversation(i, $"2026-{month}-02", c => c with { FlowId = "bundle", OpenerVisited = true, OpenerLeft = left || i < 10 });
        }

        using var scene = new MetricScene(story.Facts);
        var report = Ask(scene, "metrics=opener_dropoff&month=2026-09");
        report.Sentence.En.ShouldContain("step 1 “hello” of the flow “bundle”");
        report.Splits.Single(split => split.Dimension == "step").Parts.Single().Amount.ShouldBe(.75m);
    }

    [Fact]
    public void WhoCountsInSeveralStepsHasALineOfItsOwnSoThatThePartsAddUp()
    {
        var story = new Story();
        foreach (var (month, clicks) in new[] { ("08", 10), ("09", 30) })
        {
            for (var i = 0; i < 60; i++)
            {
                foreach (var step in new[] { "offer", "reminder" })
                {
                    story.Message(i, $"2026-{month}-03", m => m with
                    {
                        FlowId = "bundle",
                        StepId = step,
                        HasLinks = true,
                        DeliveredAt = m.At,
                        LinkClickedAt = i < clicks ? m.At : null,
                    });
                }
            }
        }

        using var scene = new MetricScene(story.Facts);
        var report = Ask(scene, "metrics=ctr&month=2026-09");
        (decimal.Round(report.Before!.Value, 9), report.After).ShouldBe((decimal.Round(10m / 60, 9), .5m));
        var split = report.Splits.Single(one => one.Dimension == "step");
        split.Parts.Count(part => part.IsOverlap).ShouldBe(1);
        (split.Parts.Sum(part => part.Amount) + split.Residual).ShouldBe(.5m - 10m / 60, 1e-9m);
        report.Sentence.En.ShouldContain("Click-through rate rose by 33.3");
    }

    [Fact]
    public void ThePartsOfEveryFigureAddUpToItsChangeByEveryDimension() => Prop.ForAll<int>(seed =>
    {
        using var scene = new MetricScene(RandomStory.Tell(seed).Facts) { Settings = new() { UpsellFlows = "flow0" } };
        var taken = 0;
        foreach (var metric in MetricCatalogue.Default.All.Where(metric => WhyReader.DimensionsOf(metric).Count > 0))
        {
            var report = Ask(scene, $"metrics={metric.Id}&from=2026-08-01&to=2026-09-01");
            if (report.Refusal is not null)
                continue;
            report.Splits.Select(split => split.Dimension).ShouldBe(WhyReader.DimensionsOf(metric), metric.Id);
            foreach (var split in report.Splits)
            {
                var where = $"{metric.Id} by {split.Dimension}, seed {seed}";
                (split.Parts.Sum(part => part.Amount) + split.Residual).ShouldBe(report.After!.Value - report.Before!.Value, 1e-9m, where);
                Math.Abs(split.Residual).ShouldBeLessThan(1e-6m, where);
                foreach (var part in split.Parts)
                    (part.Volume + part.Mix + part.Rate + part.Value + part.Rest).ShouldBe(part.Amount, where);
                taken++;
            }
        }

        taken.ShouldBeGreaterThan(20);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3));

    [Fact]
    public void ASumThatWasNothingAndIsNothingDidNotMove()
    {
        var story = new Story();
        story.Conversation(1, "2026-08-03");
        story.Conversation(1, "2026-09-03");
        using var scene = new MetricScene(story.Facts) { Settings = new() { UpsellFlows = "refill" } };

        var report = Ask(scene, "metrics=upsell_revenue&month=2026-09");

        (report.Before, report.After, report.Refusal).ShouldBe((0m, 0m, null));
        report.Splits.ShouldAllBe(split => split.Parts.Count == 0 && split.Residual == 0);
        report.Sentence.En.ShouldContain("did not move");
    }

    [Fact]
    public void TooFewCasesAreRefusedWithTheirNumber()
    {
        var story = new Story();
        for (var i = 0; i < 12; i++)
        {
            story.Step(i, "2026-08-03", "hello", left: true);
            story.Step(i, "2026-09-03", "hello", left: i < 6);
        }

        using var scene = new MetricScene(story.Facts);
        var report = Ask(scene, "metrics=step_dropoff&month=2026-09");
        (report.Refusal, report.Cases, report.Splits.Count).ShouldBe((WhyRefusal.FewCases, 12m, 0));
        report.Sentence.En.ShouldBe("Too few cases to say why: 12, and it takes 30 in both periods.");
    }

    [Theory]
    [InlineData("first_response_time_automated", "a median")]
    [InlineData("aov", "neither step, flow, entry point nor channel")]
    [InlineData("clv", "does not add up")]
    public void WhatDoesNotAddUpSaysSo(string metric, string because)
    {
        using var scene = new MetricScene(new Story().Facts);
        Should.Throw<UserErrorException>(() => Ask(scene, $"metrics={metric}&month=2026-09")).Message.ShouldContain(because);
    }

    [Fact]
    public void TheProgrammesWorthIsTakenApartByItsParts()
    {
        var story = new Story();
        foreach (var (month, sales) in new[] { ("08", 10), ("09", 25) })
        {
            for (var i = 0; i < 40; i++)
            {
                var talk = story.Conversation(i, $"2026-{month}-03", c => c with { FlowId = i % 2 == 0 ? "bundle" : "single" });
                if (i < sales && i % 2 == 0)
                    story.Credit(story.Order(i, $"2026-{month}-04", 2_000, o => o with { Evidence = Evidence.C }), talk, 2_000);
            }
        }

        story.Cost("2026-08-01", 3_000);
        using var scene = new MetricScene(story.Facts);
        var report = Ask(scene, "metrics=net_value&month=2026-09&basis=conservative");
        report.Splits.Select(split => split.Dimension).ShouldBe(["flow", "entry_point", "channel"]);
        foreach (var split in report.Splits)
            (split.Parts.Sum(part => part.Amount) + split.Residual).ShouldBe(report.After!.Value - report.Before!.Value);
        report.Sentence.En.ShouldContain("the flow “bundle”");
    }

    /// <summary>Forty runs a month through three steps of a flow; only the third loses people, and more of them in September.</summary>
    private static Story Funnel(int lostBefore, int lostAfter)
    {
        var story = new Story();
        foreach (var (month, lost) in new[] { ("08", lostBefore), ("09", lostAfter) })
        {
            for (var i = 0; i < 40; i++)
            {
                var index = 0;
                foreach (var step in new[] { "hello", "what", "size" })
                {
                    var place = index++;
                    story.Step(i, $"2026-{month}-03", step, left: step != "size" || i >= lost, v => v with { FlowId = "bundle", StepIndex = place, IsOpener = place == 0 });
                }

                story.Step(i + 100, $"2026-{month}-03", "end", left: false, v => v with { FlowId = "bundle", StepIndex = 3, Terminal = true });
            }
        }

        return story;
    }

    private static WhyReport Ask(MetricScene scene, string query) =>
        new WhyReader(scene.Engine, scene.Warehouse, scene.Settings).ReadAsync(MetricScene.Request(query), TestContext.Current.CancellationToken).GetAwaiter().GetResult();
}
