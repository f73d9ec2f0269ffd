using Beleg.Primitives;
using Beleg.Reports.Experiments;
using Beleg.Statistics.Experiments;
using Beleg.Tests.Support;

namespace Beleg.Tests.Statistics.Experiments;

/// <summary>Health, several questions at once, planning, simulations and the verdict.</summary>
public sealed class ExperimentTests
{
    [Theory]
    [InlineData(1000, 1100, .0290963)]
    [InlineData(5000, 5200, .0476704)]
    [InlineData(5000, 5400, 8.76994e-05)]
    [InlineData(821_588, 815_482, 1.8217928726191858e-06)]
    [InlineData(500, 500, 1)]
    public void ASampleRatioHasItsPublishedProbability(long a, long b, double p) => SampleRatio.PValue([a, b], [.5, .5]).ShouldBe(p, p * 5e-6);

    [Fact]
    public void AnArmOfNoWeightDoesNotChangeTheDegreesOfFreedom()
    {
        SampleRatio.PValue([5000, 5300, 0], [.5, .5, 0]).ShouldBe(.00311669, 5e-9);
        SampleRatio.PValue([5000, 5000, 1], [.5, .5, 0]).ShouldBe(0);
    }

    [Fact]
    public void FourQuestionsAreRaisedToWhatTheyAreWorthTogether()
    {
        double[] values = [.01, .04, .03, .005];
        Multiplicity.Holm(values).Select(p => Math.Round(p, 12)).ShouldBe([.03, .06, .06, .02]);
        Multiplicity.BenjaminiHochberg(values).Select(p => Math.Round(p, 12)).ShouldBe([.02, .04, .04, .02]);
        Multiplicity.Holm([]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(500, .172403284)]
    [InlineData(5000, .0429243372)]
    [InlineData(20_000, .0221120362)]
    public void AnAlwaysValidIntervalHasItsPublishedHalfWidth(double n, double half)
    {
        AlwaysValid.Rho(.05, 5000).ShouldBe(.0398400668, 5e-11);
        AlwaysValid.HalfWidth(1, n).ShouldBe(half, 5e-10);
    }

    [Fact]
    public void SampleSizesAreThoseOfTheKnownCalculators()
    {
        SampleSize.OfShare(.2, .05).ShouldBe(1030.2192831104599, 1e-6);
        SampleSize.OfSharePooled(.2, .05).ShouldBe(1093.739, .0005);
        var n = SampleSize.OfMean(variance: 400, difference: 2);
        n.ShouldBe(1569.8, .05);
        SampleSize.LeastEffect(400, n).ShouldBe(2, 1e-12);
        SampleSize.Power(400, 2, n).ShouldBe(.8, 1e-12);
        SampleSize.Days(1030.2, 2, 300).ShouldBe(7);
        SampleSize.Days(1030.2, 2, 100, coverage: .5).ShouldBe(42);
        SampleSize.Days(1030.2, 2, 0).ShouldBeNull();
    }

    [Fact]
    public void LookingEveryHundredContactsRaisesFewFalseAlarmsWithTheAlwaysValidIntervalAndManyWithout()
    {
        const int Experiments = 400, Contacts = 5000, Every = 100;
        var (anytime, once) = (0, 0);
        var random = new SplitMix(20261122);
        for (var experiment = 0; experiment < Experiments; experiment++)
        {
            var (a, b) = (new ArmSums(), new ArmSums());
            var (byInterval, byTest) = (false, false);
            for (var contact = 1; contact <= Contacts; contact++)
            {
                // One in five buys, for 1 to 99: as skewed as orders are.
                var bought = random.Below(5) == 0 ? 1 + random.Below(99) : 0;
                (random.Below(2) == 0 ? a : b).Add(new Outcome(bought));
                if (contact % Every != 0 || a.Mean() is not { } left || b.Mean() is not { } right)
                    continue;
                var effect = Effect.Absolute(left, right);
                byInterval |= AlwaysValid.TwoSided(effect) is { } valid && (valid.Low > 0 || valid.High < 0);
                byTest |= Math.Abs(effect.Value) > 1.96 * effect.StandardError;
            }

            anytime += byInterval ? 1 : 0;
            once += byTest ? 1 : 0;
        }

        anytime.ShouldBeLessThanOrEqualTo(Experiments * 5 / 100);
        once.ShouldBeGreaterThan(Experiments * 20 / 100);
    }

    [Fact]
    public void OneLookAtTheEndOfExperimentsWithoutEffectIsWrongOnceInTwentyTimes()
    {
        var random = new SplitMix(5);
        var alarms = 0;
        for (var experiment = 0; experiment < 2000; experiment++)
        {
            var (a, b) = (new ArmSums(), new ArmSums());
            for (var contact = 0; contact < 400; contact++)
                (contact % 2 == 0 ? a : b).Add(new Outcome(random.Unit() + random.Unit(), 1 + random.Below(3)));
            alarms += FixedHorizon.TwoSided(Effect.Absolute(a.Ratio()!.Value, b.Ratio()!.Value))!.PValue < .05 ? 1 : 0;
        }

        // 100 expected; three standard deviations of a count are 29.
        alarms.ShouldBeInRange(71, 129);
    }

    [Fact]
    public void TheIntervalLeavesOutNothingExactlyWhereThePValueIsBelowAlpha()
    {
        foreach (var value in Enumerable.Range(-40, 81).Select(i => i / 100d))
        {
            var test = AlwaysValid.TwoSided(new Effect(value, .004, 400, 900, false))!;
            (test.Low > 0 || test.High < 0).ShouldBe(test.PValue < .05);
            var once = FixedHorizon.TwoSided(new Effect(value, .004, 400, 900, false))!;
            (once.Low > 0 || once.High < 0).ShouldBe(once.PValue < .05);
            (once.High - once.Low).ShouldBeLessThan(test.High - test.Low);
        }
    }

    [Fact]
    public void ARatioIsJudgedByContactsNotByMessages()
    {
        // Each contact's chats hang together: ten chats of one mood. By chats the error would be a third of what it is.
        var random = new SplitMix(3);
        var sums = new ArmSums();
        for (var contact = 0; contact < 1000; contact++)
            sums.Add(new Outcome(random.Below(2) == 0 ? 10 : 0, 10));
        var ratio = sums.Ratio()!.Value;
        ratio.MeanVariance.ShouldBe(ratio.Mean * (1 - ratio.Mean) / 1000, 1e-6);
    }

    [Fact]
    public void StrataTakeOutWhatWasKnownBefore()
    {
        // With chat are mostly regulars, who spend more anyway: 50 against 10. Chat adds 1 to each.
        static ArmSums Arm(int contacts, double mean) => ArmSums.Of(Enumerable.Range(0, contacts).Select(i => new Outcome(mean + (i % 2 == 0 ? 1 : -1))));
        var (effect, unmatched) = Stratification.Compare([(Arm(900, 10), Arm(100, 11)), (Arm(100, 50), Arm(900, 51)), (new ArmSums(), Arm(10, 500))])!.Value;
        effect.Value.ShouldBe(1, 1e-9);
        unmatched.ShouldBe(10 / 1010d, 1e-12);
        Stratification.Compare([]).ShouldBeNull();
    }

    [Theory]
    [InlineData(1000, 1000, 100, 160, 0, VerdictKind.Ship, VerdictReason.Better)]
    [InlineData(1000, 1000, 160, 100, 0, VerdictKind.RollBack, VerdictReason.Worse)]
    [InlineData(1000, 1000, 100, 103, 0, VerdictKind.Review, VerdictReason.Open)]
    [InlineData(1000, 1200, 100, 160, 0, VerdictKind.Refused, VerdictReason.SampleRatio)]
    [InlineData(1000, 1000, 100, 160, 21, VerdictKind.Refused, VerdictReason.SeveralArms)]
    [InlineData(400, 400, 40, 100, 0, VerdictKind.Review, VerdictReason.TooFew)]
    [InlineData(1000, 1000, 0, 0, 0, VerdictKind.Review, VerdictReason.NothingMeasured)]
    public void AVerdictComesWithItsReasonInBothLanguages(int a, int b, int boughtA, int boughtB, int several, VerdictKind kind, VerdictReason reason)
    {
        var experiment = new Experiment("opener", "A name keeps people.", "dm_to_sale", ["plain", "name"]) { ContactsPerArm = 500 };
        var exposures = Enumerable.Range(0, a).Select(i => ($"a{i}", 0, new Outcome(i < boughtA ? 1 : 0)))
            .Concat(Enumerable.Range(0, b).Select(i => ($"b{i}", 1, new Outcome(i < boughtB ? 1 : 0))))
            .Concat(Enumerable.Range(0, several).SelectMany(i => (IEnumerable<(string, int, Outcome)>)[($"s{i}", 0, default), ($"s{i}", 1, default)]));
        var readout = Readout.Of(experiment, Observed.Of(exposures, 2));
        (readout.Kind, readout.Reason).ShouldBe((kind, reason));
        var text = VerdictText.Explain(experiment, readout);
        text.In("en").ShouldNotBe(text.In("de"));
        text.In("en").Length.ShouldBeGreaterThan(40);
        VerdictText.Headline(kind).In("de").ShouldNotBeEmpty();
    }

    [Fact]
    public void ABetterArmThatBreaksAGuardrailGoesBack()
    {
        var experiment = new Experiment("opener", "A name keeps people.", "dm_to_sale", ["plain", "name"]) { ContactsPerArm = 500 };
        var observed = Observed.Of(Buyers("a", 0, 100).Concat(Buyers("b", 1, 180)), 2);
        var optOuts = new ObservedGuardrail("opt_out_rate", [Shares(1000, 20), Shares(1000, 90)], HigherIsBetter: false, IsRatio: false);
        var broken = Readout.Of(experiment, observed with { Guardrails = [optOuts] });
        (broken.Kind, broken.Reason, broken.Guardrail).ShouldBe((VerdictKind.RollBack, VerdictReason.Guardrail, "opt_out_rate"));
        VerdictText.Explain(experiment, broken).In("en").ShouldContain("opt_out_rate");

        var unsure = Readout.Of(experiment, observed with { Guardrails = [optOuts with { Arms = [Shares(1000, 20), Shares(1000, 26)] }] });
        (unsure.Kind, unsure.Reason).ShouldBe((VerdictKind.Review, VerdictReason.GuardrailOpen));
        Readout.Of(experiment, observed with { Guardrails = [optOuts with { Arms = [Shares(1000, 20), Shares(1000, 20)] }] }).Kind.ShouldBe(VerdictKind.Ship);
        Readout.Of(experiment, observed with { Guardrails = [optOuts with { Arms = [Shares(1000, 0), Shares(1000, 0)] }] }).Kind.ShouldBe(VerdictKind.Ship);
        Readout.Of(experiment, observed with { Guardrails = [optOuts with { Arms = [Shares(1000, 0), Shares(1000, 60)] }] }).Kind.ShouldBe(VerdictKind.RollBack);
    }

    [Fact]
    public void ADifferenceThatDoesNotMatterIsSaidToBeNone()
    {
        var experiment = new Experiment("colour", "Blue sells.", "aov", ["red", "blue"]) { LeastEffect = .05 };
        var readout = Readout.Of(experiment, new Observed([Spending(50), Spending(50.1)], 0, false, []));
        (readout.Kind, readout.Reason).ShouldBe((VerdictKind.Review, VerdictReason.NoDifference));
    }

    [Fact]
    public void AMillionContactsAreReadOutInASecond()
    {
        var exposures = Enumerable.Range(0, 1_000_000).Select(i => (i, i & 1, new Outcome(i % 7 == 0 ? 49 : 0, 1, i % 5))).ToList();
        var experiment = new Experiment("opener", "", "revenue", ["a", "b"]);
        Readout.Of(experiment, Observed.Of(exposures.Take(1000), 2));
        Fastest.Of(5, () => Readout.Of(experiment, Observed.Of(exposures, 2)).Contacts.ShouldBe([500_000L, 500_000])).TotalSeconds.ShouldBeLessThan(1);
    }

    private static IEnumerable<(string, int, Outcome)> Buyers(string name, int arm, int bought) =>
        Enumerable.Range(0, 1000).Select(i => ($"{name}{i}", arm, new Outcome(i < bought ? 1 : 0)));

    private static ArmSums Shares(int contacts, int did) => ArmSums.Of(Enumerable.Range(0, contacts).Select(i => new Outcome(i < did ? 1 : 0)));

    private static ArmSums Spending(double mean) => ArmSums.Of(Enumerable.Range(0, 5000).Select(i => new Outcome(mean + (i % 2 == 0 ? 5 : -5))));
}
