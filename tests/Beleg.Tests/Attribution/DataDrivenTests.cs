using System.Text.Json;
using Beleg.Attribution;
using Beleg.Attribution.DataDriven;
using Beleg.Tests.Support;

namespace Beleg.Tests.Attribution;

/// <summary>Markov and Shapley against results that others published or that were recomputed exactly.</summary>
public sealed class DataDrivenTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void TheRemovalEffectsOfTenThousandPathsAreTheExactOnes(int order)
    {
        var (journeys, reference) = (PathData(), Reference().GetProperty($"markov_order{order}"));
        var effects = Markov.Attribute(journeys, order);
        effects.Count.ShouldBe(12);
        foreach (var effect in effects)
        {
            effect.Effect.ShouldBe(reference.GetProperty("removal_effect").GetProperty(effect.Channel).GetDouble(), 1e-9);
            effect.Conversions.ShouldBe(reference.GetProperty("attributed_conversions").GetProperty(effect.Channel).GetDouble(), 1e-5);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void TheChainConvertsAsOftenAsTheJourneysDoWhateverItsOrder(int order)
    {
        Markov.ConversionProbability(PathData(), order)!.Value.ShouldBe(19_785 / (19_785d + 68_602), 1e-11);
        Markov.ConversionProbability(PathData(), order, withNulls: false)!.Value.ShouldBe(1, 1e-11);
        Markov.Attribute(PathData(), order).Sum(e => e.Conversions).ShouldBe(19_785, 1e-6);
    }

    [Fact]
    public void ThePackagesOwnSimulationLiesWithinOnePercentForItsLargeChannels()
    {
        // ChannelAttribution 2.2.4, order 1, 2 million simulated journeys.
        var effects = Markov.Attribute(PathData()).ToDictionary(e => e.Channel, e => e.Conversions);
        effects["alpha"].ShouldBe(5336.1, 53);
        effects["iota"].ShouldBe(3888.2, 39);
        effects["eta"].ShouldBe(3336.4, 33);
        effects["beta"].ShouldBe(2536.3, 25);
        effects["theta"].ShouldBe(1986.2, 20);
    }

    [Fact]
    public void WithoutTheJourneysThatEndedInNothingAnEffectIsHowOftenAChannelLiesOnTheWay()
    {
        var journeys = Table(("a > b", 3, 9), ("b", 1, 0));
        var effects = Markov.Attribute(journeys, withNulls: false);
        effects[0].Effect.ShouldBe(.75, 1e-12);
        effects[1].Effect.ShouldBe(1, 1e-12);
        effects.Sum(e => e.Share).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void TwoChannelsOfFiveJourneysComeOutAsPublished()
    {
        var effects = Markov.Attribute(Table(("google ads", 2, 0), ("mailing", 1, 0), ("google ads > mailing", 1, 0), ("google ads", 0, 1)));
        (effects[0].Channel, effects[1].Channel).ShouldBe(("google ads", "mailing"));
        (effects[0].Effect, effects[0].Conversions).ShouldBe((.75, 2.4), new Within(1e-12));
        (effects[1].Effect, effects[1].Conversions).ShouldBe((.5, 1.6), new Within(1e-12));
    }

    [Fact]
    public void ThreeChannelsOfThreeJourneysComeOutAsPublished()
    {
        var effects = Markov.Attribute(Table(("C1 > C2 > C3", 1, 0), ("C1", 0, 1), ("C2 > C3", 0, 1)));
        effects.Select(e => Math.Round(e.Effect, 12)).ShouldBe([.5, 1, 1]);
        effects.Select(e => Math.Round(e.Share, 12)).ShouldBe([.2, .4, .4]);
    }

    [Fact]
    public void AChannelThatComesAgainAndAgainIsLeftOnlyByItsWayOut() =>
        Markov.Attribute(Table(("a > a > a > a > b", 1, 0), ("a > a", 0, 1)))[1].Effect.ShouldBe(1, 1e-12);

    [Fact]
    public void AnEqualPartForEachDistinctChannelIsTheShapleyValueOverAllFourThousandSets()
    {
        var (journeys, reference) = (PathData(), Reference().GetProperty("shapley_simplified"));
        var all = CoalitionGame.Exact(12, CoveredSets.Of(journeys).Conversions(12));
        var effects = Shapley.OfConversions(journeys);
        for (var i = 0; i < effects.Count; i++)
        {
            effects[i].Effect.ShouldBe(reference.GetProperty(effects[i].Channel).GetDouble(), 1e-8);
            effects[i].Effect.ShouldBe(all[i], 1e-7);
        }
    }

    [Fact]
    public void ThreeChannelsShareAsPublishedFortyFiveAHalfTwentyAHalfThirtyFour()
    {
        // F(acebook), L(inkedIn), O(rganic): conversions by the set of channels, in percent.
        var effects = Shapley.OfConversions(Table(("F", 20, 0), ("O", 10, 0), ("L", 17, 0), ("F > O", 17, 0), ("F > L", 30, 0), ("F > L > O", 6, 0)));
        effects.Select(e => e.Effect).ShouldBe([45.5, 34, 20.5]);
        Shapley.OfConversions(Table(("a", 4, 0), ("a > b", 6, 0))).Select(e => e.Conversions).ShouldBe([7d, 3]);
        Shapley.OfConversions(Table(("a > b > c > d", 10, 0))).Select(e => e.Conversions).ShouldBe([2.5, 2.5, 2.5, 2.5]);
    }

    [Fact]
    public void RatesOfAllSetsAddUpToTheRateOfAllJourneys()
    {
        var effects = Shapley.OfRates(PathData());
        effects.Sum(e => e.Effect).ShouldBe(19_785 / (19_785d + 68_602), 1e-12);
        effects.Sum(e => e.Conversions).ShouldBe(19_785, 1e-6);
    }

    [Fact]
    public void DrawnOrdersFindTheExactValuesWithinTheirErrorAndAgainTheSameWithTheSameSeed()
    {
        var sets = CoveredSets.Of(PathData());
        var exact = CoalitionGame.Exact(12, sets.Rates(12));
        var (drawn, errors) = CoalitionGame.Sampled(12, sets.Rate, orders: 1000, seed: 7);
        for (var i = 0; i < drawn.Length; i++)
            Math.Abs(drawn[i] - exact[i]).ShouldBeLessThan(4 * errors[i] + 1e-12);
        drawn.Sum().ShouldBe(exact.Sum(), 1e-12);
        CoalitionGame.Sampled(12, sets.Rate, orders: 1000, seed: 7).Values.ShouldBe(drawn);
        CoalitionGame.Sampled(12, sets.Rate, orders: 1000, seed: 8).Values.ShouldNotBe(drawn);
    }

    [Fact]
    public void FourteenChannelsAreExactToTheDefinition()
    {
        const int Channels = 14;
        var random = new Random(14);
        var rows = Enumerable.Range(0, 300).Select(_ => new PathRow(
            [.. Enumerable.Range(0, 1 + random.Next(5)).Select(_ => $"c{random.Next(Channels):d2}")], random.Next(3), 0, random.Next(6))).ToList();
        var effects = Shapley.OfRates(JourneyTable.Of(rows));
        effects.Count.ShouldBe(Channels);

        // By the definition, set by set, journey by journey.
        var sets = rows.Select(r => (Set: r.Channels.Aggregate(0, (set, c) => set | 1 << int.Parse(c[1..], System.Globalization.CultureInfo.InvariantCulture)), r.Conversions, All: r.Conversions + r.Nulls)).ToList();
        var worth = Enumerable.Range(0, 1 << Channels).Select(set =>
        {
            var (conversions, all) = (0m, 0m);
            foreach (var row in sets.Where(row => (row.Set & ~set) == 0))
                (conversions, all) = (conversions + row.Conversions, all + row.All);
            return all == 0 ? 0 : (double)(conversions / all);
        }).ToArray();
        double Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);
        for (var channel = 0; channel < Channels; channel++)
        {
            var value = 0d;
            for (var set = 0; set < worth.Length; set++)
            {
                var size = System.Numerics.BitOperations.PopCount((uint)set);
                if ((set >> channel & 1) == 0)
                    value += Factorial(size) * Factorial(Channels - size - 1) / Factorial(Channels) * (worth[set | 1 << channel] - worth[set]);
            }

            effects[channel].Effect.ShouldBe(value, 1e-12);
            effects[channel].StandardError.ShouldBe(0);
        }
    }

    [Fact]
    public void MoreThanEighteenChannelsAreSampledAndAddUpAllTheSame()
    {
        var random = new Random(13);
        var rows = Enumerable.Range(0, 200).Select(_ => new PathRow(
            [.. Enumerable.Range(0, 1 + random.Next(5)).Select(_ => $"c{random.Next(19):d2}")], random.Next(3), 0, random.Next(6)));
        var journeys = JourneyTable.Of(rows);
        journeys.Channels.Count.ShouldBe(19);
        var effects = Shapley.OfRates(journeys, seed: 3, orders: 200);
        effects.Sum(e => e.Effect).ShouldBe(journeys.TotalConversions / (journeys.TotalConversions + journeys.TotalNulls), 1e-12);
        effects.ShouldAllBe(e => e.StandardError > 0);
    }

    [Fact]
    public void MoneyIsSharedToTheLastCent()
    {
        var effects = Markov.Attribute(PathData());
        ChannelEffect.Allocate(effects, 7_480_297).Sum().ShouldBe(7_480_297);
        ChannelEffect.Allocate(Markov.Attribute(Table(("a", 0, 5))), 100).ShouldBe([0L]);
    }

    [Fact]
    public void TheOrderOfTheRowsLeavesNoTrace()
    {
        var rows = PathTable.Read(File.ReadLines(SharedFiles.Find("data/attribution/PathData.csv"))).Take(2000).ToList();
        var (there, back) = (JourneyTable.Of(rows), JourneyTable.Of(Enumerable.Reverse(rows)));
        Markov.Attribute(back, 2).ShouldBe(Markov.Attribute(there, 2));
        Shapley.OfRates(back).ShouldBe(Shapley.OfRates(there));
    }

    [Fact]
    public void NoJourneyOrNoConversionGivesNobodyAnything()
    {
        Markov.Attribute(JourneyTable.Of([])).ShouldBeEmpty();
        Markov.ConversionProbability(JourneyTable.Of([])).ShouldBeNull();
        Shapley.OfRates(Table(("a > b", 0, 4))).ShouldAllBe(e => e.Share == 0 && e.Conversions == 0);
        Should.Throw<ArgumentOutOfRangeException>(() => Markov.Attribute(JourneyTable.Of([]), order: 5));
    }

    private static JourneyTable Table(params (string Path, int Conversions, int Nulls)[] rows) =>
        JourneyTable.Of(rows.Select(r => new PathRow(r.Path.Split(" > "), r.Conversions, 0, r.Nulls)));

    private static JourneyTable PathData() => JourneyTable.Of(PathTable.Read(File.ReadLines(SharedFiles.Find("data/attribution/PathData.csv"))));

    private static JsonElement Reference() => JsonDocument.Parse(File.ReadAllBytes(SharedFiles.Find("data/attribution/reference_PathData.json"))).RootElement;

    private sealed class Within(double tolerance) : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) => Math.Abs(x.Item1 - y.Item1) < tolerance && Math.Abs(x.Item2 - y.Item2) < tolerance;

        public int GetHashCode((double, double) obj) => 0;
    }
}
