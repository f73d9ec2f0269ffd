using Beleg.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace Beleg.Tests.Statistics;

public sealed class TriangleTests
{
    [Fact]
    public void ItsEndsAreItsEndsAndItsPeakHasTheShareBelowIt()
    {
        Triangle.At(2, 4, 10, 0).ShouldBe(2);
        Triangle.At(2, 4, 10, 1).ShouldBe(10);
        // The triangle's distribution function at its peak is (4 − 2) ÷ (10 − 2).
        Triangle.At(2, 4, 10, .25).ShouldBe(4m, 1e-12m);
    }

    [Fact]
    public void ItsMeanIsTheMeanOfItsThreeNumbers()
    {
        const int Steps = 100_000;
        Enumerable.Range(0, Steps).Average(i => Triangle.At(2, 4, 10, (i + .5) / Steps)).ShouldBe(16 / 3m, 1e-4m);
    }

    [Fact]
    public void ACautiousEndMayBeTheGreaterNumber()
    {
        Triangle.At(.45m, .42m, .40m, 0).ShouldBe(.45m);
        Triangle.At(.45m, .42m, .40m, 1).ShouldBe(.40m);
        Triangle.At(.45m, .42m, .40m, .6).ShouldBe(.42m, 1e-12m);
    }

    [Fact]
    public void NoDrawLeavesTheEnds() => Prop.ForAll<int, int, byte>((a, b, p) =>
    {
        var (low, high) = (Math.Min(a, b), Math.Max(a, b));
        Triangle.At(low, (low + (decimal)high) / 2, high, p / 255.0).ShouldBeInRange(low, high);
    }).QuickCheckThrowOnFailure();
}
