using Beleg.Model;
using Beleg.Reports;
using Beleg.Reports.Copy;
using Beleg.Reports.Experiments;
using Beleg.Reports.ProofPacks;
using Beleg.Sources;
using Beleg.Tests.Metrics;
using NodaTime;

namespace Beleg.Tests.Reports;

/// <summary>Which experiments and findings reach a proof, and as what.</summary>
public sealed class ProofExperimentsTests
{
    private static readonly YearMonth September = new(2026, 9);

    [Fact]
    public async Task WhatWasOnlySeenProvesNothing()
    {
        (await Draft(Seen("opener"), ProofBooks.None)).Trials.ShouldBeEmpty("nobody said before what would decide it");
        (await Draft(Seen("opener"), Books(Planned("opener", ExperimentState.Draft)))).Trials.ShouldBeEmpty("a draft is not agreed");
        (await Draft(Seen("opener"), Books(Planned("footer", ExperimentState.Running)))).Trials.ShouldBeEmpty("another one is agreed");
    }

    [Fact]
    public async Task AnAgreedExperimentIsReadByWhatWasAgreedAndSaysWhatItIs()
    {
        var decided = Planned("opener", ExperimentState.Decided) with { Decision = ExperimentDecision.Ship, Shipped = "with name" };

        var proof = await Draft(Seen("opener"), Books(decided));

        var trial = proof.Trials.ShouldHaveSingleItem();
        (trial.Experiment, trial.Arm, trial.Against, trial.Metric, trial.Contacts).ShouldBe(("opener", "with name", "control", "conversion", 4_000));
        (trial.State, trial.Decision, trial.Shipped, trial.Hypothesis).ShouldBe((ExperimentState.Decided, ExperimentDecision.Ship, "with name", "A name is answered."));
        trial.Lift.ShouldBe(1m);
        proof.Wins.ShouldContain(win => win.Rule == "experiment" && win.Text.En.Contains("Contacts who ordered +100%"));
        proof.Commentary.ShouldNotContain(comment => comment.Rule == "ship", "it is decided");
        (await Draft(Seen("opener"), Books(Planned("opener", ExperimentState.Stopped)))).Commentary.ShouldContain(comment => comment.Rule == "ship");
    }

    [Fact]
    public async Task WhatIsAgreedComesBeforeWhatFiguresSuggest()
    {
        var proof = await Draft(new Story(), Books(
            Planned("later", ExperimentState.Draft, plan => plan with { MetricId = "revenue", Statement = new string('w', 300), ExpectedGain = 90, Effort = 180 }),
            Planned("now", ExperimentState.Running, plan => plan with { Effort = 120 }),
            Planned("over", ExperimentState.Decided)));

        proof.Plans.Select(plan => plan.Experiment).ShouldBe(["now", "later"]);
        proof.Experiments.Take(2).Select(e => (e.Experiment, e.Rule)).ShouldBe([("now", "running"), ("later", "planned")]);
        var (now, later) = (proof.Experiments[0], proof.Experiments[1]);
        (now.Hypothesis.En, now.Hypothesis.De).ShouldBe(("A name is answered.", "A name is answered."), "nobody translates what a person wrote in one language");
        (now.Target.En, now.Target.De).ShouldBe(("Running: Contacts who ordered, 10% or more", "Läuft: Kontakte, die bestellten, ab 10\u00a0%"));
        (now.Payback.En, now.GainIsMoney).ShouldBe(("costs €120.00 once", false));
        later.Hypothesis.En.Length.ShouldBe(ProofPlace.MaxLength);
        (later.Payback.En, later.PaybackMonths).ShouldBe(("+€90.00/month, payback 2.0 months", 2m));
        proof.Commentary.ShouldNotContain(comment => comment.Rule == "start", "the first one runs");
    }

    [Fact]
    public async Task AnAgreedSentenceStandsOnTheSheetInTheReadersLanguage()
    {
        var running = Planned("opener", ExperimentState.Running, plan => plan with { StatementDe = "Ein Name wird beantwortet." });

        var proof = await Draft(Seen("opener"), Books(running));

        (proof.Experiments[0].Hypothesis.En, proof.Experiments[0].Hypothesis.De).ShouldBe(("A name is answered.", "Ein Name wird beantwortet."));
        var plan = proof.Plans.ShouldHaveSingleItem();
        (plan.Hypothesis, plan.HypothesisDe).ShouldBe(("A name is answered.", "Ein Name wird beantwortet."), "the record keeps both as they were written");
        proof.Trials.ShouldHaveSingleItem().HypothesisDe.ShouldBe("Ein Name wird beantwortet.");
        foreach (var (language, here, elsewhere) in new[] { ("en", "A name is answered.", "Ein Name"), ("de", "Ein Name wird beantwortet.", "A name") })
        {
            var words = ProofHtmlTests.Parse(ProofHtml.Render(SomeProof.Sealed(proof), ReportLanguage.Of(language))).QuerySelector(".words")!.TextContent;
            words.ShouldContain(here);
            words.ShouldNotContain(elsewhere);
        }
    }

    [Fact]
    public async Task WhereNobodyWroteItInGermanTheRecordIsWhatItWasBefore()
    {
        var proof = await Draft(Seen("opener"), Books(Planned("opener", ExperimentState.Running)));

        (proof.Plans.Count, proof.Trials.Count).ShouldBe((1, 1));
        var canonical = ProofHash.Canonical(proof);
        canonical.ShouldContain("\"hypothesis\":\"A name is answered.\"");
        canonical.ShouldNotContain("hypothesis_de");
    }

    [Fact]
    public async Task ALongSentenceIsCutInEachLanguageByItself()
    {
        var proof = await Draft(new Story(), Books(Planned("later", ExperimentState.Draft, plan => plan with { StatementDe = new string('ß', 300) })));

        (proof.Experiments[0].Hypothesis.En, proof.Experiments[0].Hypothesis.De.Length).ShouldBe(("A name is answered.", ProofPlace.MaxLength));
    }

    [Fact]
    public async Task APlanOfLongAfterTheMonthIsNotInItsProof()
    {
        var late = Planned("late", ExperimentState.Draft, planned: "2026-11-01");

        (await Draft(new Story(), Books(late))).Plans.ShouldBeEmpty();
        (await Draft(new Story(), Books(late with { Acts = [new(ExperimentState.Draft, Written("2026-10-31T12:00:00Z"))] }))).Plans.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task AFindingAboutWordsIsCitedByItsFiguresAndWithoutTheWords()
    {
        var story = new Story();
        for (var i = 1; i <= 200; i++)
            story.Step(i, "2026-09-02", i <= 100 ? "hello" : "style", left: i is > 50 and <= 100 or > 110, v => v with { FlowId = "bouquet", IsOpener = i <= 100 });
        CopySample Says(string step, string text) => new(new CopyPlace("bouquet", "1", step, null, null), 100, text, CopyTraits.Of(text, []));
        var secret = "Dear Ms Secretname, " + new string('a', 161);

        (await Draft(story, ProofBooks.None)).Findings.ShouldNotContain(found => found.Rule == "long_message");
        var proof = await Draft(story, new ProofBooks([], [Says("hello", secret), Says("style", "Round or wild?")]));

        var found = proof.Findings.Single(f => f.Rule == "long_message");
        (found.Subject, found.Numerator, found.Denominator, found.Share).ShouldBe(("bouquet/1/hello", 50m, 100m, .5m));
        ProofHash.Canonical(proof).ShouldNotContain("Secretname");
    }

    [Theory]
    [InlineData(null, true, true)]
    [InlineData(1, false, false)]
    [InlineData(2, true, false)]
    [InlineData(3, true, true)]
    public async Task ADraftSaysOnlyWhatComesFromReportsOfTheBookedTier(int? tier, bool hasFindings, bool hasOutlook)
    {
        var story = Seen("opener");
        story.Cost("2020-01-01", 4_000);
        for (var month = new LocalDate(2024, 10, 1); month < new LocalDate(2026, 10, 1); month = month.PlusMonths(1))
        {
            var talk = story.Conversation(1, $"{month:uuuu-MM-dd}");
            var minor = 20_000 + 100 * (month.Month % 3);
            story.Credit(story.Order(1, $"{month:uuuu-MM-dd}", minor, o => o with { Evidence = Evidence.C }), talk, minor);
        }

        for (var i = 1; i <= 200; i++)
            story.Step(i, "2026-09-02", i <= 100 ? "hello" : "style", left: i is > 50 and <= 100 or > 110, v => v with { FlowId = "bouquet", IsOpener = i <= 100 });
        if (tier is { } booked)
            story.Assume("retainer_tier", booked);
        CopySample Says(string step, string text) => new(new CopyPlace("bouquet", "1", step, null, null), 100, text, CopyTraits.Of(text, []));

        var proof = await Draft(story, Books(Planned("opener", ExperimentState.Running)) with { Said = [Says("hello", new string('a', 161)), Says("style", "Round or wild?")] });

        (proof.Findings.Count > 0).ShouldBe(hasFindings);
        (proof.Trials.Count > 0, proof.Plans.Count > 0, proof.Experiments.Count > 0).ShouldBe((hasFindings, hasFindings, hasFindings), "experiments are booked with findings");
        (proof.Outlook is not null, proof.Commentary.Any(comment => comment.Kind == ProofCommentKind.Outlook)).ShouldBe((hasOutlook, hasOutlook));
        proof.Wins.Any(win => win.Rule == "experiment").ShouldBe(hasFindings);
        proof.Commentary.Any(comment => comment.Rule is "ship" or "start").ShouldBe(hasFindings);
        proof.Find("net_value")!.Value.ShouldNotBeNull("the figures are part of every tier");
    }

    private static ProofBooks Books(params PlannedExperiment[] experiments) => new(experiments, []);

    // Half of four thousand saw each arm; of those a tenth and a fifth ordered.
    private static Story Seen(string experiment)
    {
        var story = new Story();
        for (var i = 1; i <= 4_000; i++)
        {
            story.Person(i, p => p);
            story.Batch.Exposures.Add(new ExposureFact
            {
                Exposure = story.Next(),
                Contact = Story.Person(i),
                ExperimentId = experiment,
                VariationId = i % 2 == 0 ? "control" : "with name",
                At = Story.At("2026-09-02T08:00:00Z"),
                Day = new LocalDate(2026, 9, 2),
            });
            if (i % 20 == 0 || i % 10 == 5)
                story.Order(i, "2026-09-03", 3_000);
        }

        return story;
    }

    private static PlannedExperiment Planned(string id, ExperimentState state, Func<ExperimentPlanPayload, ExperimentPlanPayload>? change = null, string planned = "2026-08-20")
    {
        var plan = new ExperimentPlanPayload { ExperimentId = id, Statement = "A name is answered.", MetricId = "conversion", Arms = ["control", "with name"], Weights = [.5m, .5m], LeastEffect = .1m, Contacts = 100 };
        return new PlannedExperiment
        {
            Id = id,
            Plan = change?.Invoke(plan) ?? plan,
            State = state,
            Acts = [new(ExperimentState.Draft, Written(planned)), .. state == ExperimentState.Draft ? Array.Empty<ExperimentAct>() : [new(ExperimentState.Running, Written("2026-09-01"))]],
        };
    }

    private static Written Written(string at) => new(Story.At(at), "ines", null, "operator", 1);

    private static async Task<ProofSnapshot> Draft(Story story, ProofBooks books)
    {
        using var scene = new MetricScene(story.Facts);
        return await new ProofReader(scene.Engine, scene.Warehouse, new ProofSettings
        {
            Workspace = "story",
            Brand = "Story",
            Zone = "UTC",
            Model = "linear",
            RevenueBasis = new("Revenue", "Umsatz"),
            Metrics = scene.Settings,
            Software = "0.1.0",
        }).DraftAsync(September, [], books, TestContext.Current.CancellationToken);
    }
}
