using System.Text.Json;
using Beleg.Reports;
using Beleg.Reports.Experiments;
using Beleg.Sources;
using Beleg.Statistics.Experiments;
using Beleg.Tests.Metrics;

namespace Beleg.Tests.Reports.Experiments;

/// <summary>What was agreed before the start stands, whatever comes after it and in whichever order it arrives.</summary>
public sealed class ExperimentBookTests
{
    private static readonly ExperimentPlanPayload plan = new() { ExperimentId = "opener", Statement = "Shorter keeps more", MetricId = "conversion", Arms = ["control", "short"], Weights = [.5m, .5m] };

    [Fact]
    public void ItGoesFromDraftToDecidedWithAuthorAndTime()
    {
        var experiment = Fold(
            (plan, "2026-09-01", "ines"), (plan with { LeastEffect = .1m }, "2026-09-02", "ines"), (To(ExperimentState.Running), "2026-09-03", "tom"),
            (To(ExperimentState.Stopped), "2026-10-01", "tom"), (To(ExperimentState.Decided) with { Decision = ExperimentDecision.Ship, Arm = "short" }, "2026-10-02", "cfo"));

        experiment.State.ShouldBe(ExperimentState.Decided);
        experiment.Plan.LeastEffect.ShouldBe(.1m);
        (experiment.Decision, experiment.Shipped).ShouldBe((ExperimentDecision.Ship, "short"));
        experiment.Acts.Select(act => (act.Became, act.Written.By)).ShouldBe([
            (ExperimentState.Draft, "ines"), (ExperimentState.Draft, "ines"), (ExperimentState.Running, "tom"), (ExperimentState.Stopped, "tom"), (ExperimentState.Decided, "cfo")]);
        experiment.Started!.At.ShouldBe(Story.At("2026-09-03"));
    }

    [Fact]
    public void APlanOfARunningExperimentChangesNothing()
    {
        var experiment = Fold((plan, "2026-09-01", "ines"), (To(ExperimentState.Running), "2026-09-03", "tom"), (plan with { MetricId = "revenue", Weights = [.9m, .1m] }, "2026-09-04", "tom"));

        (experiment.Plan.MetricId, experiment.Plan.Weights[0], experiment.Acts.Count).ShouldBe(("conversion", .5m, 2));
    }

    [Fact]
    public void AStepThatIsSkippedIsNotTaken()
    {
        Fold((plan, "2026-09-01", "ines"), (To(ExperimentState.Stopped), "2026-09-03", "tom")).State.ShouldBe(ExperimentState.Draft);
        Fold((plan, "2026-09-01", "ines"), (To(ExperimentState.Decided), "2026-09-03", "tom")).State.ShouldBe(ExperimentState.Draft);
    }

    [Fact]
    public void TheOrderOfArrivalDoesNotMatter()
    {
        (Payload, string, string)[] acts = [(plan, "2026-09-01", "ines"), (To(ExperimentState.Running), "2026-09-03", "tom"), (To(ExperimentState.Stopped), "2026-10-01", "tom")];

        Fold([.. acts.Reverse()]).State.ShouldBe(Fold(acts).State);
        Fold([.. acts.Reverse()]).State.ShouldBe(ExperimentState.Stopped);
    }

    [Fact]
    public void AContactGetsItsArmWhileItRunsAndWhatWasDecidedAfter()
    {
        var running = Fold((plan, "2026-09-01", "ines"), (To(ExperimentState.Running), "2026-09-03", "tom"));
        var asked = Enumerable.Range(0, 2000).Select(i => running.Assign($"c{i}")).ToList();

        asked.ShouldAllBe(a => a.Counts);
        asked.Select(a => a.Arm).ShouldBe(Enumerable.Range(0, 2000).Select(i => plan.Arms[Bucketing.Arm(Bucketing.Place("opener", $"c{i}")!.Value, Bucketing.Ranges(2))!.Value]));
        SampleRatio.PValue([asked.Count(a => a.Arm == "control"), asked.Count(a => a.Arm == "short")], [.5, .5]).ShouldBeGreaterThan(.001);

        Fold((plan, "2026-09-01", "ines")).Assign("c1").ShouldSatisfyAllConditions(a => a.Counts.ShouldBeFalse(), a => a.Arm.ShouldBe("control"));
        Fold((plan, "2026-09-01", "ines"), (To(ExperimentState.Running), "2026-09-03", "tom"), (To(ExperimentState.Stopped), "2026-10-01", "tom"), (To(ExperimentState.Decided) with { Decision = ExperimentDecision.Ship, Arm = "short" }, "2026-10-02", "cfo"))
            .Assign("anybody").ShouldSatisfyAllConditions(a => a.Counts.ShouldBeFalse(), a => a.Arm.ShouldBe("short"));
    }

    [Fact]
    public void AHoldOutThatIsOverHoldsNobodyOut()
    {
        var held = plan with { HoldOut = true, Arms = ["held-out", "treated"], Weights = [.2m, .8m] };
        var running = Fold((held, "2026-09-01", "ines"), (To(ExperimentState.Running), "2026-09-03", "tom"));
        var out_ = Enumerable.Range(0, 500).Select(i => $"c{i}").First(c => running.Assign(c).Arm == "held-out");

        Bucketing.Place("opener", out_)!.Value.ShouldBeLessThan(.2);
        Fold((held, "2026-09-01", "ines"), (To(ExperimentState.Running), "2026-09-03", "tom"), (To(ExperimentState.Stopped), "2026-10-01", "tom")).Assign(out_).Arm.ShouldBe("treated");
    }

    [Theory]
    [InlineData("opener", "opener-v2")]
    [InlineData("opener-v2", "opener-v3")]
    [InlineData("opener-v12", "opener-v13")]
    [InlineData("new-vase", "new-vase-v2")]
    public void VersionsAreCounted(string id, string next) => (Fold((plan, "2026-09-01", "ines")) with { Id = id }).NextVersion().ShouldBe(next);

    [Fact]
    public void ThePlanSurvivesItsStoredForm()
    {
        var full = plan with
        {
            StatementDe = "Kürzer hält mehr",
            HoldOut = true,
            AboutFlow = "bouquet",
            Guardrails = ["handoff_rate"],
            Rule = DecisionRule.Fixed,
            Baseline = 1.25m,
            Contacts = 1200,
            Starts = new(2026, 9, 1),
            Ends = new(2026, 10, 1),
            ExpectedGain = 450,
            Effort = 900,
            Owner = "Ines",
            Finding = "dead_opener/x",
            Supersedes = "old",
            Coverage = .5m,
        };
        var happened = Happened(full, "2026-09-01");

        var stored = new EventWriter();
        EventCodec.Write(happened, stored);

        JsonSerializer.Serialize((ExperimentPlanPayload)EventCodec.Read(stored.Written).Payload!, ReportJson.Compact).ShouldBe(JsonSerializer.Serialize(full, ReportJson.Compact));
    }

    private static ExperimentStatePayload To(ExperimentState state) => new() { ExperimentId = "opener", State = state };

    private static PlannedExperiment Fold(params (Payload Payload, string Day, string By)[] acts) =>
        ExperimentBook.Fold(acts.Select((act, i) => (Happened(act.Payload, act.Day), new Written(Story.At(act.Day), act.By, null, "operator", i)))).ShouldHaveSingleItem();

    // Two acts of one day are told apart by their kind.
    private static Event Happened(Payload payload, string day) => new()
    {
        Kind = payload is ExperimentPlanPayload ? EventKind.ExperimentPlanned : EventKind.ExperimentStateChanged,
        Id = new Beleg.Primitives.Key(Story.At(day).ToUnixTimeSeconds()),
        OccurredAt = Story.At(day),
        Source = "operator",
        Trust = Trust.Operator,
        Channel = Channel.Other,
        Actor = Actor.Human,
        Identifiers = [],
        Payload = payload,
    };
}
