using Beleg.Metrics;
using Beleg.Reports.Flows;
using Beleg.Tests.Metrics;

namespace Beleg.Tests.Reports.Flows;

/// <summary>A flow's page is put together from the metrics: the funnel version by version, branches, messages, money.</summary>
public sealed class FlowReaderTests
{
    [Fact]
    public async Task TheListHoldsEveryFlowThatRanTheMostStartedFirst()
    {
        var story = Told();
        story.Run(9, "2026-09-03", goal: false, r => r with { FlowId = "gift" });
        story.Run(9, "2026-08-03", goal: true, r => r with { FlowId = "gone" });
        story.Cost("2026-09-01", 12_00, change: c => c with { FlowId = "bouquet" });
        using var scene = new MetricScene(story.Facts);

        var flows = await Reader(scene).ListAsync(September, TestContext.Current.CancellationToken);

        flows.Select(f => (f.Flow, f.Starts.Value, f.GoalRate.Value, f.Cost)).ShouldBe([("bouquet", 4m, .5m, 12m), ("gift", 1m, 0m, null)]);
        flows[0].Starts.Compare!.Value.ShouldBe(1m);
        flows[0].Trend.Sum(row => row.Figure.Value).ShouldBe(5m);
    }

    [Fact]
    public async Task StepsStandInTheirOrderByVersionWithRunsAndDropOff()
    {
        using var scene = new MetricScene(Told().Facts);

        var report = (await Reader(scene).ReadAsync("bouquet", September, TestContext.Current.CancellationToken)).ShouldNotBeNull();

        report.Steps.Select(s => (s.Version, s.Step, s.Index, s.Runs.Value, s.Visits.Value, s.DropOff?.Value)).ShouldBe(
        [
            ("2", "hello", 0, 3m, 4m, .25m),
            ("2", "offer", 1, 2m, 2m, .5m),
            ("2", "thanks", 2, 1m, 1m, null),
            ("1", "hello", 0, 1m, 1m, 1m),
        ]);
        report.Versions.Select(v => (v.Version, v.Starts.Value, v.GoalRate.Value)).ShouldBe([("2", 3m, 0.666666666667m), ("1", 1m, 0m)]);
    }

    [Fact]
    public async Task BranchesAreSharesOfTheChoicesInTheirStep()
    {
        using var scene = new MetricScene(Told().Facts);

        var report = (await Reader(scene).ReadAsync("bouquet", September, TestContext.Current.CancellationToken))!;

        report.Branches.Select(b => (b.Step, b.Branch, b.Chosen, b.Of)).ShouldBe([("hello", "yes", 2L, 3L), ("hello", "no", 1L, 3L), ("offer", "bundle", 1L, 1L)]);
        report.Branches.GroupBy(b => (b.Version, b.Step)).ShouldAllBe(step => step.Sum(b => b.Share) == 1);
    }

    [Fact]
    public async Task MessagesStandByStepWithWhatBecameOfThem()
    {
        using var scene = new MetricScene(Told().Facts);

        var report = (await Reader(scene).ReadAsync("bouquet", September, TestContext.Current.CancellationToken))!;

        var hello = report.Messages.ShouldHaveSingleItem();
        (hello.Step, hello.Delivered!.Value, hello.Read!.Value, hello.Clicked!.Value, hello.Replied!.Value).ShouldBe(("hello", 1m, .5m, .5m, 0m));
    }

    [Fact]
    public async Task AChannelKeepsOnlyItsOwn()
    {
        using var scene = new MetricScene(Told().Facts);

        var flows = await Reader(scene).ListAsync(September with { Filters = [new MetricFilter("channel", ["telegram"])] }, TestContext.Current.CancellationToken);

        flows.ShouldBeEmpty();
    }

    [Fact]
    public async Task AFlowThatNeverRanHasNoPage()
    {
        using var scene = new MetricScene(Told().Facts);

        (await Reader(scene).ReadAsync("bouquet'; drop table flow_run; --", September, TestContext.Current.CancellationToken)).ShouldBeNull();
        (await Reader(new MetricScene()).ListAsync(September, TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    private static MetricRequest September => MetricScene.Request("metrics=flow_starts&month=2026-09&compare=previous");

    private static FlowReader Reader(MetricScene scene) => new((request, stop) => scene.Engine.QueryAsync(scene.Warehouse, request, scene.Settings, stop), scene.Warehouse);

    private static Story Told()
    {
        var story = new Story();
        story.Run(1, "2026-08-20", goal: true);
        var old = story.Run(2, "2026-09-01", goal: false);
        story.Step(2, "2026-09-01", "hello", left: false, v => v with { Run = old.Run, StepIndex = 0 });
        for (var person = 3; person < 6; person++)
        {
            var run = story.Run(person, "2026-09-02", goal: person > 3, r => r with { FlowVersion = "2" });
            story.Step(person, "2026-09-02", "hello", left: person > 3, v => v with { Run = run.Run, FlowVersion = "2", StepIndex = 0, Branch = person > 3 ? "yes" : "no" });
            if (person == 5)
                story.Step(person, "2026-09-02", "hello", left: true, v => v with { Run = run.Run, FlowVersion = "2", StepIndex = 0 });
            if (person > 3)
                story.Step(person, "2026-09-02", "offer", left: person == 5, v => v with { Run = run.Run, FlowVersion = "2", StepIndex = 1, Branch = person == 5 ? "bundle" : null });
            if (person == 5)
                story.Step(person, "2026-09-02", "thanks", left: false, v => v with { Run = run.Run, FlowVersion = "2", StepIndex = 2, Terminal = true });
        }

        var later = Story.At("2026-09-03");
        for (var person = 3; person < 5; person++)
        {
            story.Message(person, "2026-09-02", m => m with
            {
                FlowId = "bouquet",
                FlowVersion = "2",
                StepId = "hello",
                HasButtons = true,
                DeliveredAt = later,
                ReadAt = person == 3 ? later : null,
                ButtonClickedAt = person == 3 ? later : null,
            });
        }

        return story;
    }
}
