using Beleg.Metrics;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Tests.Metrics;

/// <summary>The course of a programme is made of the very figures that the metrics give.</summary>
public sealed class CourseTests
{
    private static readonly Period Months = new(new LocalDate(2026, 6, 1), new LocalDate(2026, 10, 1));

    [Fact]
    public async Task EveryMonthIsTheGeneratedValueOfThatMonthInEveryScenario()
    {
        using var scene = new MetricScene(RandomStory.Tell(11).Facts);
        var course = await Follow(scene, Months);

        course.Months.ShouldNotBeEmpty();
        var (low, middle, high) = (0L, 0L, 0L);
        foreach (var month in course.Months)
        {
            var figure = scene.Total("generated_value", $"from={Day(month.Month.From)}&to={Day(month.Month.To)}&basis=conservative");
            ((decimal)month.Low / 100, (decimal)month.Base / 100, (decimal)month.High / 100).ShouldBe((figure.Low!.Value, figure.Value!.Value, figure.High!.Value), month.Month.ToString());
            (low, middle, high) = (low + month.Low, middle + month.Base, high + month.High);
            (month.CumulatedLow, month.CumulatedBase, month.CumulatedHigh).ShouldBe((low, middle, high));
        }
    }

    [Fact]
    public async Task ItsPaybackIsTheMetricsPayback()
    {
        foreach (var seed in new[] { 3, 7, 11 })
        {
            using var scene = new MetricScene(RandomStory.Tell(seed).Facts);
            var figure = scene.Total("payback_months", $"from={Day(Months.From)}&to={Day(Months.To)}&basis=conservative");
            var course = await Follow(scene, Months);

            (Plain(course.Base.Months), Plain(course.Base.ForecastMonths)).ShouldBe((figure.Value, figure.Forecast), $"seed {seed}");
        }
    }

    [Fact]
    public async Task WhatWasPaidOnceBeforeTheFirstMonthStandsInIt()
    {
        var story = new Story();
        story.Cost("2026-05-01", 36_000_00, CostRecurrence.Once);
        story.Cost("2026-06-01", 6_000_00);
        using var scene = new MetricScene(story.Facts);

        var course = await Follow(scene, new Period(new LocalDate(2026, 8, 1), new LocalDate(2026, 10, 1)));

        course.Months.Select(m => (m.Running, m.Once, m.CumulatedCost)).ShouldBe([(6_000_00, 36_000_00, 42_000_00), (6_000_00, 0, 48_000_00)]);
    }

    [Fact]
    public async Task WhatWasEarnedBeforeTheFirstCostPaysNothingBack()
    {
        var story = new Story();
        story.Cost("2026-08-01", 100_00, CostRecurrence.Once);
        foreach (var (day, cents) in new[] { ("2026-06-10", 900_00L), ("2026-08-10", 100_00L), ("2026-09-10", 200_00L) })
            story.Credit(story.Order(1, day, cents, o => o with { Evidence = Beleg.Model.Evidence.C }), story.Conversation(1, day), cents);
        using var scene = new MetricScene(story.Facts);

        var course = await Follow(scene, Months);

        // Half of it is margin: 50 in August, 100 in September, against 100: one month and a half.
        course.Months.Select(m => m.Month.From).ShouldBe([new LocalDate(2026, 8, 1), new LocalDate(2026, 9, 1)]);
        course.Base.Months.ShouldBe(1.5m);
        scene.Total("payback_months", $"from={Day(Months.From)}&to={Day(Months.To)}&basis=conservative").Value.ShouldBe(1.5m);
    }

    [Fact]
    public async Task AnEmptyWorkspaceHasNoCourse()
    {
        using var scene = new MetricScene();

        (await Follow(scene, Months)).Months.ShouldBeEmpty();
    }

    private static Task<ProgrammeCourse> Follow(MetricScene scene, Period period) => scene.Engine.FollowAsync(scene.Warehouse, period, scene.Settings, TestContext.Current.CancellationToken);

    private static string Day(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);

    private static decimal? Plain(decimal? value) => value is { } number ? decimal.Round(number, 12) : null;
}
