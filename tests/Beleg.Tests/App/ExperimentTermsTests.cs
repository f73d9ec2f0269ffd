using Beleg.App.Acts;
using Beleg.App.Dashboard;
using Beleg.Primitives;
using Beleg.Sources;

namespace Beleg.Tests.App;

/// <summary>What somebody typed becomes terms that can be agreed, or every mistake in it is said at once.</summary>
public sealed class ExperimentTermsTests
{
    [Fact]
    public void LittleIsNeededTheRestHasStandards()
    {
        var terms = ExperimentTerms.Of(new NewExperiment("opener-2026", "Shorter keeps more", "conversion"));

        (terms.Arms[0], terms.Arms[1], terms.Weights[0], terms.LeastEffect, terms.Rule, terms.Coverage).ShouldBe(("control", "variant", .5m, .05m, DecisionRule.AlwaysValid, 1m));
    }

    [Fact]
    public void AHoldOutHasTwoArmsOfItsOwn()
    {
        var terms = ExperimentTerms.Of(new NewExperiment("hold", "Chat sells", "revenue") { HoldOut = .1m, Flow = "bouquet" });

        (terms.HoldOut, terms.Arms[0], terms.Weights[0], terms.Weights[1]).ShouldBe((true, "held-out", .1m, .9m));
    }

    [Fact]
    public void EveryMistakeIsSaidAtOnce()
    {
        var said = Should.Throw<UserErrorException>(() => ExperimentTerms.Of(new NewExperiment("Has Blanks", "", "nonsense")
        {
            Flow = "a",
            Campaign = "b",
            Arms = ["a", "a"],
            Weights = [.9m, .9m],
            Guardrails = ["nope"],
            LeastEffect = 0,
            Rule = "sometimes",
            Coverage = 2,
            Starts = new(2026, 9, 2),
            Ends = new(2026, 9, 1),
            Effort = -1,
        })).Message;

        foreach (var word in new[] { "key:", "hypothesis:", "metric:", "flow, campaign:", "arms:", "weights:", "coverage:", "nope", "least_effect:", "decision_rule:", "ends:", "effort:" })
            said.ShouldContain(word);
    }

    [Theory]
    [InlineData(" Kürzer hält mehr ", "Kürzer hält mehr")]
    [InlineData("  ", null)]
    [InlineData(null, null)]
    public void TheGermanSentenceIsOptionalAndGoesIntoTheAct(string? typed, string? agreed)
    {
        var terms = ExperimentTerms.Of(new NewExperiment("opener-2026", "Shorter keeps more", "conversion") { HypothesisDe = typed });

        terms.StatementDe.ShouldBe(agreed);
        ExperimentTerms.ActOf(terms).Properties.ShouldContain(((string, object?))("statement_de", agreed));
        NewExperiment.Of(terms).HypothesisDe.ShouldBe(agreed, "a new version says it, too");
    }

    [Fact]
    public void AGermanSentenceIsAsShortAsTheOther()
    {
        static NewExperiment Saying(int letters) => new("opener-2026", "Shorter keeps more", "conversion") { HypothesisDe = new string('ü', letters) };

        ExperimentTerms.Of(Saying(300)).StatementDe!.Length.ShouldBe(300);
        var said = Should.Throw<UserErrorException>(() => ExperimentTerms.Of(Saying(301))).Message;
        said.ShouldBe("hypothesis_de: one sentence of up to 300 characters.");
        Beleg.App.Dashboard.Language.MistakeWords.Of(said).De.ShouldBe("Hypothese auf Deutsch: ein Satz von bis zu 300 Zeichen.");
    }

    [Theory]
    [InlineData("new")]
    [InlineData("power")]
    [InlineData("a")]
    [InlineData("-a")]
    [InlineData("ünder")]
    public void AKeyThatIsNoneIsRefused(string key) => Should.Throw<UserErrorException>(() => ExperimentTerms.Of(new NewExperiment(key, "x", "revenue")));

    [Theory]
    [InlineData(-.05, .4, .125)]
    [InlineData(.02, .1, .2)]
    [InlineData(-60000, 0, .05)]
    public void AChangeInAUnitBecomesAPartOfTheBaseline(double change, double baseline, double part) =>
        ((double)ExperimentDrafts.Relative((decimal)change, baseline)).ShouldBe(part, 1e-9);

    [Fact]
    public void AFindingsNameBecomesAKey()
    {
        ExperimentDrafts.Slug("dead_opener-Blumen & Sträuße/3/Hallo").ShouldBe("dead-opener-blumen-str-u-e-3-hallo");
        ExperimentDrafts.Slug(new string('a', 80)).Length.ShouldBe(60);
    }
}
