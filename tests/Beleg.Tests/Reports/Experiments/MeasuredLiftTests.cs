using Beleg.Metrics;
using Beleg.Model;
using Beleg.Reports;
using Beleg.Reports.Experiments;
using Beleg.Sources;
using Beleg.Tests.Metrics;
using NodaTime;

namespace Beleg.Tests.Reports.Experiments;

/// <summary>What a hold-out measured stands beside what was credited, and what the difference means is said.</summary>
public sealed class MeasuredLiftTests
{
    [Fact]
    public async Task MeasuredStandsBesideAttributed()
    {
        // Of 1,000 contacts 200 are left alone and 20 of them buy for 50.00; of the other 800 every fifth does. All 160 of those orders are credited to the flow.
        var story = new Story();
        for (var i = 1; i <= 1000; i++)
        {
            var held = i % 5 == 0;
            Exposed(story, i, held ? "held-out" : "treated");
            if (held ? i % 50 == 0 : i % 5 == 1)
            {
                var talk = held ? null : story.Conversation(i, "2026-09-02", c => c with { FlowId = "bouquet" });
                story.Credit(story.Order(i, "2026-09-03", 5_000, o => o with { Evidence = held ? Evidence.None : Evidence.C }), talk, 5_000);
            }
        }

        var lift = (await Read(story)).ShouldHaveSingleItem();

        // Without: 20 × 50 ÷ 200 = 5.00 a contact; with: 200 × 50 ÷ 800 = 12.50. So 7.50 × 800 = 6,000 were caused.
        (lift.HeldOut, lift.Treated).ShouldBe((200L, 800L));
        lift.PerContact!.Value.ShouldBe(7.5, 1e-9);
        lift.Total!.Value.ShouldBe(6_000, 1e-6);
        lift.Attributed.ShouldBe(10_000m);
        lift.Total.Low.ShouldBeLessThan(6_000);
        lift.Says.En.ShouldBe($"Measured lift €6,000.00 (95% {Euro(lift.Total.Low)} to {Euro(lift.Total.High)}), attributed €10,000.00.");
        lift.Total.High.ShouldBeLessThan(10_000);
        lift.Means.En.ShouldContain("would have come anyway");
        lift.Means.De.ShouldContain("ohnehin gekommen");
    }

    [Theory]
    [InlineData(100, 50, 150, 120, "the same story")]
    [InlineData(100, 50, 150, 40, "More was caused")]
    [InlineData(100, 50, 150, 200, "would have come anyway")]
    [InlineData(10, -50, 70, 40, "nothing at all")]
    [InlineData(-100, -150, -50, 40, "bought more")]
    public void WhatTheDifferenceMeansIsSaid(double value, double low, double high, double attributed, string says)
    {
        var lift = new MeasuredLift
        {
            Experiment = "h",
            State = ExperimentState.Running,
            Flow = "f",
            Campaign = null,
            From = new(2026, 9, 1),
            To = new(2026, 10, 1),
            Treated = 10,
            HeldOut = 10,
            Currency = "EUR",
            PerContact = null,
            Total = new ExperimentDifference(value, low, high),
            Effect = null,
            Attributed = (decimal)attributed,
            IsHealthy = true,
            Says = new("", ""),
            Means = new("", ""),
        };
        LiftText.Mean(lift, null!).En.ShouldContain(says);
    }

    private static string Euro(double amount) => ReportLanguage.English.Money(Math.Round((decimal)amount, 2), Beleg.Primitives.Currency.Eur);

    private static async Task<IReadOnlyList<MeasuredLift>> Read(Story story)
    {
        using var scene = new MetricScene(story.Facts);
        var plan = new ExperimentPlanPayload { ExperimentId = "hold", Statement = "", MetricId = "revenue", Arms = ["held-out", "treated"], Weights = [.2m, .8m], HoldOut = true, AboutFlow = "bouquet" };
        var held = new PlannedExperiment
        {
            Id = "hold",
            Plan = plan,
            State = ExperimentState.Running,
            Acts = [new(ExperimentState.Draft, Written("2026-08-01")), new(ExperimentState.Running, Written("2026-09-01"))],
        };
        return await new LiftReader(scene.Engine, scene.Warehouse, new MetricSettings()).ReadAsync([held, held with { Plan = plan with { HoldOut = false } }], new LocalDate(2026, 10, 1), TestContext.Current.CancellationToken);
    }

    private static Written Written(string day) => new(Story.At(day), "ines", null, "operator", 1);

    private static void Exposed(Story story, int contact, string variation)
    {
        story.Person(contact, p => p);
        story.Batch.Exposures.Add(new ExposureFact { Exposure = story.Next(), Contact = Story.Person(contact), ExperimentId = "hold", VariationId = variation, At = Story.At("2026-09-02T08:00:00Z"), Day = new LocalDate(2026, 9, 2) });
    }
}
