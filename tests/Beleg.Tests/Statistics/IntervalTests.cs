using Beleg.Primitives;
using Beleg.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace Beleg.Tests.Statistics;

public sealed class IntervalTests
{
    [Theory]
    [InlineData(10, 100, .0552291, .1743657)]
    [InlineData(1, 10, .0178762, .4041500)]
    [InlineData(0, 20, 0, .1611252)]
    [InlineData(20, 20, .8388748, 1)]
    public void WilsonGivesThePrintedEnds(long numerator, long denominator, double low, double high)
    {
        var interval = ConfidenceInterval.Wilson(numerator, denominator)!.Value;
        interval.Low.ShouldBe(low, 1e-6);
        interval.High.ShouldBe(high, 1e-6);
        interval.Method.ShouldBe(IntervalMethod.Wilson);
    }

    [Fact]
    public void NothingOfNothingHasNoInterval()
    {
        ConfidenceInterval.Wilson(0, 0).ShouldBeNull();
        ConfidenceInterval.Wilson(3, 2).ShouldBeNull();
        ConfidenceInterval.OfMean(1, 5, 25).ShouldBeNull();
        new RatioOfSums(10, 5, 0, 5, 0, 0).Interval().ShouldBeNull();
        new RatioOfSums(1, 5, 1, 25, 1, 5).Interval().ShouldBeNull();
        Bootstrap.RatioInterval([(1, 1)], 1).ShouldBeNull();
        Bootstrap.RatioInterval([(1, 0), (1, 0)], 1).ShouldBeNull();
    }

    [Fact]
    public void AShareLiesInsideItsIntervalAndTheIntervalInsideZeroToOne() =>
        Prop.ForAll<NonNegativeInt, NonNegativeInt>((some, others) =>
        {
            var (numerator, denominator) = ((long)some.Get, (long)some.Get + others.Get);
            if (ConfidenceInterval.Wilson(numerator, denominator) is not { } interval)
                return denominator == 0;
            var share = (double)numerator / denominator;
            return interval.Low >= 0 && interval.Low <= share && share <= interval.High && interval.High <= 1;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(.975, 1, 12.7062047364)]
    [InlineData(.975, 2, 4.3026527297)]
    [InlineData(.975, 10, 2.2281388520)]
    [InlineData(.95, 5, 2.0150483733)]
    [InlineData(.995, 30, 2.7499956536)]
    [InlineData(.975, 1000, 1.9623390808)]
    [InlineData(.975, 6695, 1.9603184)]
    [InlineData(.025, 10, -2.2281388520)]
    public void StudentsTableComesOut(double probability, long degrees, double expected) =>
        Distributions.StudentQuantile(probability, degrees).ShouldBe(expected, 1e-7);

    [Fact]
    public void TheTwoWaysToStudentsQuantileMeet() =>
        Distributions.StudentQuantile(.975, 1000).ShouldBe(Distributions.StudentQuantile(.975, 1001), 3e-6);

    [Theory]
    [InlineData(.9, 1.2815515655446004)]
    [InlineData(.975, 1.9599639845400543)]
    [InlineData(.9750000001, 1.959963986250)]
    [InlineData(.9999999, 5.199337582)]
    [InlineData(.1, -1.2815515655446004)]
    public void TheNormalTableComesOut(double probability, double expected) =>
        Distributions.NormalQuantile(probability).ShouldBe(expected, 1e-8);

    [Fact]
    public void AnAgreeingCrowdHasNoSpread() => ConfidenceInterval.OfMean(5, 50, 500)!.Value.ShouldBe(new ConfidenceInterval(10, 10, .95, IntervalMethod.Student));

    [Fact]
    public void OneOrderAContactMakesTheDeltaMethodAPlainMean()
    {
        double[] amounts = [12, 45, 7, 30, 22, 18, 51, 9];
        var delta = RatioOfSums.Of(amounts.Select(a => (a, 1d))).Interval()!.Value;
        var plain = ConfidenceInterval.OfMean(amounts.Length, amounts.Sum(), amounts.Sum(a => a * a))!.Value;
        delta.Low.ShouldBe(plain.Low, 1e-9);
        delta.High.ShouldBe(plain.High, 1e-9);
    }

    [Fact]
    public void TheSameSeedGivesTheSameInterval()
    {
        (double, double)[] contacts = [.. Enumerable.Range(1, 50).Select(i => (i * 7d % 31, 1d + i % 3))];
        Bootstrap.RatioInterval(contacts, 7).ShouldBe(Bootstrap.RatioInterval(contacts, 7));
        Bootstrap.RatioInterval(contacts, 7).ShouldNotBe(Bootstrap.RatioInterval(contacts, 8));
    }

    [Fact]
    public void TheRandomNumbersAreThoseOfThePaper()
    {
        var random = new SplitMix(0);
        random.Next().ShouldBe(0xE220A8397B1DCDAFUL);
        random.Next().ShouldBe(0x6E789E6AA1B965F4UL);
    }
}
