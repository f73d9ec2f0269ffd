using System.Globalization;
using System.Text.Json;
using Beleg.Statistics.Experiments;
using Beleg.Tests.Support;

namespace Beleg.Tests.Statistics.Experiments;

/// <summary>Experiment mathematics against the vectors of GrowthBook and Spotify and against figures recomputed elsewhere.</summary>
public sealed class ExperimentVectorTests
{
    private const double Printed = 6e-6;

    [Fact]
    public void MeansAreComparedAsGrowthBookComparesThem()
    {
        foreach (var vector in Vectors("mean_two_sided"))
        {
            var test = FixedHorizon.TwoSided(Compared(vector))!;
            Check(test, vector);
            test.Effect.StandardError.ShouldBe(vector.GetProperty("stderr").GetDouble(), Printed);
        }
    }

    [Fact]
    public void SharesAreComparedAsGrowthBookComparesThem()
    {
        var vector = Vectors("proportion_two_sided").Single();
        Check(FixedHorizon.TwoSided(Effect.Relative(ArmEstimate.Share(14, 28), ArmEstimate.Share(16, 30))!.Value)!, vector);
    }

    [Fact]
    public void OneSidedTestsAreOpenOnTheOtherSide()
    {
        var vector = Vectors("one_sided_greater").Single();
        var test = FixedHorizon.Greater(Compared(vector))!;
        test.Low.ShouldBe(vector.GetProperty("ci")[0].GetDouble(), Printed);
        test.High.ShouldBe(double.PositiveInfinity);
        test.PValue.ShouldBe(vector.GetProperty("p").GetDouble(), Printed);
        var less = FixedHorizon.Less(Compared(vector))!;
        (less.PValue + test.PValue).ShouldBe(1, 1e-12);
        less.Low.ShouldBe(double.NegativeInfinity);
    }

    [Fact]
    public void SequentialIntervalsAreGrowthBooks()
    {
        foreach (var vector in Vectors("sequential_asymptotic_cs"))
        {
            var test = AlwaysValid.TwoSided(Compared(vector), tuning: vector.GetProperty("tuning").GetDouble())!;
            Check(test, vector);
        }
    }

    [Fact]
    public void ChanceToWinAndExpectedLossAreGrowthBooks()
    {
        foreach (var vector in Vectors("bayesian_effect_normal"))
        {
            var isPrior = vector.TryGetProperty("prior", out var prior) && prior.GetString()!.StartsWith("N(", StringComparison.Ordinal);
            var posterior = Posterior.Of(Compared(vector), isPrior ? .1 : 0, isPrior ? .1 : double.PositiveInfinity)!.Value;
            posterior.Mean.ShouldBe(vector.GetProperty("expected").GetDouble(), Printed);
            posterior.ChanceToWin.ShouldBe(vector.GetProperty("chance_to_win").GetDouble(), Printed);
            posterior.Interval().Low.ShouldBe(vector.GetProperty("ci")[0].GetDouble(), Printed);
            posterior.Interval().High.ShouldBe(vector.GetProperty("ci")[1].GetDouble(), Printed);
            if (!vector.TryGetProperty("risk", out var risk))
                continue;
            posterior.LossOfStaying.ShouldBe(risk[0].GetDouble(), Printed);
            posterior.LossOfChanging.ShouldBe(risk[1].GetDouble(), Printed);
        }
    }

    [Fact]
    public void NinetyThousandPlayersComeOutAsGrowthBookPrintsThem()
    {
        var (a, b) = (new ArmSums(), new ArmSums());
        foreach (var line in File.ReadLines(SharedFiles.Find("data/abtest/cookie_cats.csv")).Skip(1))
        {
            var cells = line.Split(',');
            (cells[1] == "gate_30" ? a : b).Add(new Outcome(cells[3] == "TRUE" ? 1 : 0));
        }

        (a.Contacts, a.Value, b.Contacts, b.Value).ShouldBe((44_700, 20_034, 45_489, 20_119));
        SampleRatio.PValue([a.Contacts, b.Contacts], [.5, .5]).ShouldBe(.008607987810836262, 1e-12);
        var effect = Effect.Relative(ArmEstimate.Share(20_034, 44_700), ArmEstimate.Share(20_119, 45_489))!.Value;
        effect.Value.ShouldBe(-.01317565585974659, 1e-12);
        var once = FixedHorizon.TwoSided(effect)!;
        once.Low.ShouldBe(-.0275542920400451, 1e-6);
        once.High.ShouldBe(.0012029803205519211, 1e-6);
        once.PValue.ShouldBe(.0724964584333978, 1e-6);
        var anytime = AlwaysValid.TwoSided(effect)!;
        anytime.Low.ShouldBe(-.037549651858278806, 1e-6);
        anytime.High.ShouldBe(.011198340138785628, 1e-6);
        anytime.PValue.ShouldBe(1);
        var belief = Posterior.Of(effect)!.Value;
        belief.Interval().Low.ShouldBe(-.02755409900174445, 1e-6);
        belief.ChanceToWin.ShouldBe(.03624655573340974, 1e-6);
        belief.LossOfStaying.ShouldBe(.00010578340134112159, 1e-6);
        belief.LossOfChanging.ShouldBe(.013281439261087711, 1e-6);
    }

    [Theory]
    [InlineData(49, 100, 51, 100, .6107705226868395, .019116461201757355)]
    [InlineData(42, 104, 500, 1009, .9620819667893709, .0007776862373284343)]
    [InlineData(20_034, 44_700, 20_119, 45_489, .037206025175382317, .005954127553238715)]
    public void SharesBelievedExactlyAreThoseOfTheReference(long a, long ofA, long b, long ofB, double chance, double loss)
    {
        var (first, second) = (BetaPosterior.Of(a, ofA), BetaPosterior.Of(b, ofB));
        BetaPosterior.ChanceToWin(first, second).ShouldBe(chance, 1e-8);
        BetaPosterior.LossOfChanging(first, second).ShouldBe(loss, 1e-8);
    }

    [Fact]
    public void WhatWasKnownBeforeIsTakenOutAsTheReferenceDoes()
    {
        var (a, b) = (new ArmSums(), new ArmSums());
        foreach (var line in File.ReadLines(SharedFiles.Find("data/abtest/cuped_cdnow_aa.csv")).Skip(1))
        {
            var cells = Array.ConvertAll(line.Split(','), c => double.Parse(c, CultureInfo.InvariantCulture));
            (cells[1] == 0 ? a : b).Add(new Outcome(cells[3], Before: cells[2]));
        }

        var reference = JsonDocument.Parse(File.ReadAllBytes(SharedFiles.Find("data/abtest/reference_A.json"))).RootElement.GetProperty("cuped_cdnow_aa");
        var (adjustedA, adjustedB, theta) = ArmSums.Cuped(a, b)!.Value;
        theta.ShouldBe(reference.GetProperty("theta_pooled_within_arms").GetDouble(), 1e-9);
        var raw = Effect.Absolute(a.Mean()!.Value, b.Mean()!.Value);
        raw.Value.ShouldBe(2.877246991229498, 1e-9);
        var test = FixedHorizon.TwoSided(Effect.Absolute(adjustedA, adjustedB))!;
        var adjusted = reference.GetProperty("adjusted");
        test.Effect.Value.ShouldBe(adjusted.GetProperty("diff").GetDouble(), 1e-6);
        test.Effect.StandardError.ShouldBe(adjusted.GetProperty("se").GetDouble(), 1e-6);
        test.PValue.ShouldBe(adjusted.GetProperty("p").GetDouble(), 1e-6);
        test.Low.ShouldBe(adjusted.GetProperty("ci")[0].GetDouble(), 1e-6);
        (1 - test.Effect.Variance / raw.Variance).ShouldBe(reference.GetProperty("variance_reduction").GetDouble(), 1e-6);
    }

    [Fact]
    public void BoundsOfSixtyLooksAreSpotifys()
    {
        var vector = JsonDocument.Parse(File.ReadAllBytes(SharedFiles.Find("data/abtest/sequential_bounds.json"))).RootElement;
        var looks = vector.GetProperty("t").EnumerateArray().Select(v => v.GetDouble()).ToList();
        var expected = vector.GetProperty("expected_z_bounds").EnumerateArray().Select(v => v.GetDouble()).ToList();
        var bounds = GroupSequential.Bounds(looks, vector.GetProperty("alpha").GetDouble());
        bounds[0].ShouldBe(expected[0], 5e-8);

        // Integrated independently with scipy on a grid of 4,001 points.
        double[] integrated = [5.754000232, 5.321502521, 5.074410386, 4.911575099, 4.785350093, 4.674900587, 4.576870819, 4.502102388];
        for (var look = 0; look < integrated.Length; look++)
            bounds[look].ShouldBe(integrated[look], 1e-5, $"look {look}");

        // Spotify's own coarser integration caps its second look at 8 and comes back to the exact bounds after it.
        for (var look = 3; look < bounds.Count; look++)
            bounds[look].ShouldBe(expected[look], .025, $"look {look}");
    }

    private static JsonElement.ArrayEnumerator Vectors(string kind) =>
        JsonDocument.Parse(File.ReadAllBytes(SharedFiles.Find("data/abtest/gbstats_vectors.json"))).RootElement.GetProperty(kind).EnumerateArray();

    private static Effect Compared(JsonElement vector)
    {
        var (a, b) = (Arm(vector, "a"), Arm(vector, "b"));
        return vector.TryGetProperty("type", out var type) && type.GetString() == "absolute" ? Effect.Absolute(a, b) : Effect.Relative(a, b)!.Value;
    }

    private static ArmEstimate Arm(JsonElement vector, string name)
    {
        if (vector.TryGetProperty(name + "_prop", out var share))
            return ArmEstimate.Share(share[0].GetInt64(), share[1].GetInt64());
        var arm = vector.GetProperty(name);
        var (sum, n) = (arm.GetProperty("sum").GetDouble(), arm.GetProperty("n").GetInt64());
        return new ArmEstimate(sum / n, (arm.GetProperty("sum_squares").GetDouble() - sum * sum / n) / (n - 1), n);
    }

    private static void Check(EffectTest test, JsonElement vector)
    {
        test.Effect.Value.ShouldBe(vector.GetProperty("expected").GetDouble(), Printed);
        test.Low.ShouldBe(vector.GetProperty("ci")[0].GetDouble(), Printed);
        test.High.ShouldBe(vector.GetProperty("ci")[1].GetDouble(), Printed);
        test.PValue.ShouldBe(vector.GetProperty("p").GetDouble(), Printed);
    }
}
