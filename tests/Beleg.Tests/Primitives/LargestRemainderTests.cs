using Beleg.Primitives;
using FsCheck;
using FsCheck.Fluent;

namespace Beleg.Tests.Primitives;

public sealed class LargestRemainderTests
{
    [Fact]
    public void AHundredOverThreeGivesTheOddCentToTheEarliest() => Split(10000, 1, 1, 1).ShouldBe([3334, 3333, 3333]);

    [Fact]
    public void PositionOverFiveIsDecidedByExactFractions() => Split(9999, 6, 1, 1, 1, 6).ShouldBe([4000, 667, 667, 666, 3999]);

    [Fact]
    public void PositionOverFiveComesOutThoughItsWeightsAreDoubles() =>
        LargestRemainder.Allocate(9999, [.4, .2 / 3, .2 / 3, .2 / 3, .4]).ShouldBe([4000, 667, 667, 666, 3999]);

    [Fact]
    public void TheDecayExampleComesOutOfItsPrintedWeights() =>
        LargestRemainder.Allocate(4999, [.094136, .188273, .341046, .376545]).ShouldBe([471, 941, 1705, 1882]);

    [Fact]
    public void TheDecayExampleComesOutOfDoubles()
    {
        double[] raw = [.25, .5, Math.Pow(2, -1 / 7d), 1];
        LargestRemainder.Allocate(4999, raw).ShouldBe([471, 941, 1705, 1882]);
        LargestRemainder.Allocate(4999, raw.Select(w => w / raw.Sum()).ToArray()).ShouldBe([471, 941, 1705, 1882]);
    }

    [Fact]
    public void WhatWasGivenIsWhatIsTaken() => Split(-10000, 1, 1, 1).ShouldBe([-3334, -3333, -3333]);

    [Fact]
    public void TheLargestAmountsAndWeightsAreStillExact()
    {
        Split(long.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue).Sum().ShouldBe(long.MaxValue);
        Split(long.MinValue + 1, ulong.MaxValue, 1).ShouldBe([long.MinValue + 1, 0]);
    }

    [Fact]
    public void AThousandPartsShareNineHundredCents() => Split(900, [.. Enumerable.Repeat(1UL, 1000)]).ShouldBe(
        [.. Enumerable.Repeat(1L, 900), .. Enumerable.Repeat(0L, 100)]);

    [Fact]
    public void NothingToShareByIsAnError()
    {
        Should.Throw<ArgumentException>(() => Split(1, 0, 0));
        Should.Throw<ArgumentException>(() => LargestRemainder.Allocate(1, [0d]));
        Should.Throw<ArgumentException>(() => LargestRemainder.Allocate(1, [double.NaN]));
    }

    [Fact]
    public void PartsAddUpAndLieWithinOneOfTheirExactShare() =>
        Prop.ForAll<long, ushort[]>((amount, some) =>
        {
            ulong[] weights = [1, .. some.Select(w => (ulong)w)];
            var parts = Split(amount, weights);
            var whole = weights.Aggregate((System.Numerics.BigInteger)0, (sum, w) => sum + w);
            return parts.Aggregate((System.Numerics.BigInteger)0, (sum, p) => sum + p) == amount
                && parts.Zip(weights).All(p => System.Numerics.BigInteger.Abs(p.First * whole - (System.Numerics.BigInteger)amount * p.Second) < whole);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void BothWaysOfGivingWeightsAgree() =>
        Prop.ForAll<int, byte[]>((amount, some) =>
        {
            ulong[] weights = [1, .. some.Select(w => (ulong)w)];
            return Split(amount, weights).SequenceEqual(LargestRemainder.Allocate(amount, weights.Select(w => (double)w).ToArray()));
        }).QuickCheckThrowOnFailure();

    private static long[] Split(long amount, params ulong[] weights)
    {
        var shares = new long[weights.Length];
        LargestRemainder.Allocate(amount, weights, shares);
        return shares;
    }
}
