using Beleg.Metrics;
using Beleg.Model;
using Beleg.Reports;
using Beleg.Reports.Experiments;
using Beleg.Sources;
using Beleg.Statistics.Experiments;
using Beleg.Tests.Metrics;

namespace Beleg.Tests.Reports.Experiments;

/// <summary>Any metric of the catalogue whose rows belong to contacts can decide an experiment, counted as the catalogue counts it.</summary>
public sealed class ExperimentMetricTests
{
    [Fact]
    public void ARateOfTheCatalogueIsARatioOverContacts()
    {
        var story = new Story();
        for (var i = 1; i <= 400; i++)
        {
            Exposed(story, i, i % 2 == 0 ? "control" : "short");

            // Every contact talks twice; in the control arm half of the talks are abandoned, in the other a quarter.
            for (var talk = 0; talk < 2; talk++)
            {
                var abandoned = i % 2 == 0 ? talk == 0 : talk == 0 && i % 4 == 1;
                story.Conversation(i, "2026-09-02", c => c with { Abandoned = abandoned, FlowId = "bouquet" });
            }

            // What happened before the experiment, and in another flow, belongs to nobody's arm.
            story.Conversation(i, "2026-08-02", c => c with { Abandoned = true, FlowId = "bouquet" });
            story.Conversation(i, "2026-09-03", c => c with { Abandoned = true, FlowId = "roses" });
        }

        var report = Read(story, "abandonment_rate", Course(new ExperimentPlanPayload { ExperimentId = "opener", Statement = "", MetricId = "abandonment_rate", Arms = ["control", "short"], Weights = [.5m, .5m], AboutFlow = "bouquet" }));

        report.Arms.Select(a => a.Value!.Value).ShouldBe([.5, .25], 1e-12);
        (report.IsRatio, report.HigherIsBetter, report.Unit).ShouldBe((true, false, MetricUnit.Share));
        var compared = report.Comparisons.Single();
        compared.Effect!.Value.ShouldBe(-.5, 1e-12);
        (compared.Verdict, compared.Reason).ShouldBe((VerdictKind.Ship, VerdictReason.Better));
        compared.ChanceToWin!.Value.ShouldBeGreaterThan(.999);

        // By hand: arm b has 100 contacts with one of two and 100 with none, so x − r y is ±.5: variance .25 × 200 ÷ 199, over the squared mean denominator 4.
        var half = MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, .975) * Math.Sqrt(.25 * 200 / 199 / 4 / 200);
        report.Arms[1].High!.Value.ShouldBe(.25 + half, 1e-9);
    }

    [Fact]
    public void GuardrailsStandBesideTheTargetRaisedForTheirNumber()
    {
        var story = new Story();
        for (var i = 1; i <= 600; i++)
        {
            Exposed(story, i, i % 2 == 0 ? "control" : "short");
            if (i % 4 < 2 || (i % 2 == 1 && i % 3 == 0))
                story.Order(i, "2026-09-03", 3_000);

            // Hand-offs double in the new arm.
            story.Conversation(i, "2026-09-02", c => c with { HumanInvolved = i % 2 == 1 ? i % 5 < 3 : i % 5 == 0 });
        }

        var plan = new ExperimentPlanPayload { ExperimentId = "opener", Statement = "", MetricId = "conversion", Arms = ["control", "short"], Weights = [.5m, .5m], Guardrails = ["handoff_rate", "abandonment_rate"] };
        var compared = Read(story, "conversion", Course(plan)).Comparisons.Single();

        compared.Guardrails.Select(g => g.Metric).ShouldBe(["handoff_rate", "abandonment_rate", ExperimentMetric.OptOuts]);
        var handoffs = compared.Guardrails[0];
        (handoffs.Before!.Value, handoffs.After!.Value).ShouldBe((.2, .6), new Near());
        handoffs.Broken.ShouldBeTrue();
        handoffs.Effect!.Value.ShouldBe(2, 1e-9);
        handoffs.Low!.Value.ShouldBeGreaterThan(0);
        handoffs.Holm!.Value.ShouldBe(handoffs.PValue!.Value * 3, 1e-12);
        (compared.Verdict, compared.Reason).ShouldBe((VerdictKind.RollBack, VerdictReason.Guardrail));
        compared.Explanation.De.ShouldContain(MetricCatalogue.Default.Find("handoff_rate")!.Name.De);
    }

    [Fact]
    public void OneLookMeansThatNothingIsSaidBeforeIt()
    {
        var experiment = new Experiment("opener", "", "conversion", ["a", "b"]) { ContactsPerArm = 2000, Rule = DecisionRule.Fixed };
        var observed = new Observed([Shares(1000, 300), Shares(1000, 150)], 0, false, []);

        Readout.Of(experiment, observed).Reason.ShouldBe(VerdictReason.TooFew);
        Readout.Of(experiment with { Rule = DecisionRule.AlwaysValid }, observed).Reason.ShouldBe(VerdictReason.Worse);
        Readout.Of(experiment with { IsOver = true }, observed).Reason.ShouldBe(VerdictReason.Worse);
        Readout.Of(experiment with { ContactsPerArm = 1000 }, observed).ShouldSatisfyAllConditions(
            r => r.Reason.ShouldBe(VerdictReason.Worse), r => r.Decisive!.Method.ShouldBe(TestMethod.FixedHorizon));
    }

    [Theory]
    [InlineData("opener_dropoff")]
    [InlineData("step_dropoff")]
    [InlineData("reply_rate")]
    [InlineData("ctr")]
    [InlineData("dm_to_sale")]
    [InlineData("abandonment_rate")]
    [InlineData("first_response_time_human")]
    [InlineData("revenue_per_chat")]
    [InlineData("csat")]
    public void WhatFindingsProposeCanDecide(string metric)
    {
        var found = ExperimentMetric.Find(metric).ShouldNotBeNull();
        found.IsRatio.ShouldBeTrue();
    }

    [Fact]
    public async Task EveryMetricThatCanDecideCanBeRead()
    {
        var story = new Story();
        for (var i = 1; i <= 40; i++)
        {
            Exposed(story, i, i % 2 == 0 ? "control" : "short");
            story.Conversation(i, "2026-09-02");
            story.Order(i, "2026-09-03", 3_000);
        }

        using var scene = new MetricScene(story.Facts);
        foreach (var metric in ExperimentMetric.All)
        {
            var report = await scene.Engine.ReadAsync(scene.Warehouse, facts => ExperimentReader.Read(facts, new MetricSettings(), new Experiment("opener", "", "", []), metric), TestContext.Current.CancellationToken);
            report.ShouldNotBeNull(metric.Id).Arms.Sum(a => a.Contacts).ShouldBe(40, metric.Id);
        }

        ExperimentMetric.All.Count.ShouldBeGreaterThan(25);
        ExperimentMetric.All.Select(m => m.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task TheContactsBehindAnArmAddUpToIt()
    {
        var story = new Story();
        for (var i = 1; i <= 40; i++)
        {
            Exposed(story, i, i % 2 == 0 ? "control" : "short");
            if (i % 4 == 0)
                story.Order(i, "2026-09-03", 1_000 + i);
        }

        Exposed(story, 99, "control");
        Exposed(story, 99, "short");
        using var scene = new MetricScene(story.Facts);
        var metric = ExperimentMetric.All[0];
        var (rows, total) = await ExperimentContacts.ReadAsync(scene.Engine, scene.Warehouse, new MetricSettings(), "opener", null, metric, "control", 200, TestContext.Current.CancellationToken);
        total.ShouldBe(20);
        rows[0].Value.ShouldBe(10.40, 1e-9);
        rows.Sum(r => r.Value).ShouldBe(Enumerable.Range(1, 10).Sum(i => 10 + i * 4 / 100d), 1e-9);
        (await ExperimentContacts.ReadAsync(scene.Engine, scene.Warehouse, new MetricSettings(), "opener", null, metric, null, 200, TestContext.Current.CancellationToken)).Rows.ShouldHaveSingleItem().Contact.ShouldBe(Story.Person(99));
    }

    [Fact]
    public void WhatHappensBeforeTheStartOrAfterTheStopDoesNotCount()
    {
        var story = new Story();
        for (var i = 1; i <= 40; i++)
        {
            Exposed(story, i, i % 2 == 0 ? "control" : "short", i <= 4 ? "2026-08-20" : "2026-09-02");
            story.Order(i, i <= 20 ? "2026-09-03" : "2026-10-05", 3_000);
        }

        var report = Read(story, "conversion", Course(new ExperimentPlanPayload { ExperimentId = "opener", Statement = "", MetricId = "conversion", Arms = ["control", "short"], Weights = [.5m, .5m] }, stopped: "2026-10-01"));
        report.Arms.Select(a => a.Contacts).ShouldBe([18L, 18]);
        report.Arms[0].Value!.Value.ShouldBe(8 / 18d, 1e-12);
    }

    private static PlannedExperiment Course(ExperimentPlanPayload plan, string? stopped = null) => new()
    {
        Id = plan.ExperimentId,
        Plan = plan,
        State = stopped is null ? ExperimentState.Running : ExperimentState.Stopped,
        Acts =
        [
            new(ExperimentState.Draft, Written("2026-08-01")), new(ExperimentState.Running, Written("2026-09-01")),
            .. stopped is null ? Array.Empty<ExperimentAct>() : [new ExperimentAct(ExperimentState.Stopped, Written(stopped))],
        ],
    };

    private static Written Written(string day) => new(Story.At(day), "ines", null, "operator", 1);

    private static ArmSums Shares(int contacts, int count) => ArmSums.Of(contacts, (count, count, count, 0), (contacts, contacts), (0, 0));

    private static ExperimentReport Read(Story story, string metric, PlannedExperiment course)
    {
        using var scene = new MetricScene(story.Facts);
        return scene.Engine.ReadAsync(scene.Warehouse, facts => ExperimentReader.Read(facts, new MetricSettings(), course.ToExperiment(), ExperimentMetric.Find(metric)!, course), TestContext.Current.CancellationToken)
            .GetAwaiter().GetResult().ShouldNotBeNull();
    }

    private static void Exposed(Story story, int contact, string variation, string day = "2026-09-02")
    {
        story.Person(contact, p => p);
        story.Batch.Exposures.Add(new ExposureFact { Exposure = story.Next(), Contact = Story.Person(contact), ExperimentId = "opener", VariationId = variation, At = Story.At(day + "T08:00:00Z"), Day = Story.Day(Story.At(day)) });
    }

    private sealed class Near : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) a, (double, double) b) => Math.Abs(a.Item1 - b.Item1) < 1e-9 && Math.Abs(a.Item2 - b.Item2) < 1e-9;

        public int GetHashCode((double, double) pair) => 0;
    }
}
