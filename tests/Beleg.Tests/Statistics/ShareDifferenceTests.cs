using Beleg.Statistics;

namespace Beleg.Tests.Statistics;

public sealed class ShareDifferenceTests
{
    // Newcombe 1998, Table II, method 10.
    [Theory]
    [InlineData(56, 70, 48, 80, .0524, .3339)]
    [InlineData(9, 10, 3, 10, .1705, .8090)]
    [InlineData(6, 7, 2, 7, .0582, .8062)]
    [InlineData(5, 56, 0, 29, -.0381, .1926)]
    [InlineData(0, 10, 0, 20, -.1611, .2775)]
    [InlineData(10, 10, 0, 10, .6075, 1)]
    public void TheIntervalIsThePublishedOne(long a, long n, long b, long m, double low, double high)
    {
        var interval = ShareDifference.Newcombe(a, n, b, m)!.Value;
        interval.Low.ShouldBe(low, 5e-5);
        interval.High.ShouldBe(high, 5e-5);
    }

    [Fact]
    public void WithoutADenominatorThereIsNone() => ShareDifference.Newcombe(0, 0, 1, 2).ShouldBeNull();
}
