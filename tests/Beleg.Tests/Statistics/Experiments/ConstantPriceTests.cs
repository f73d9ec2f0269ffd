using Beleg.Statistics.Experiments;

namespace Beleg.Tests.Statistics.Experiments;

/// <summary>Where nothing varies nothing is measured: a rest of rounding is no variance.</summary>
public sealed class ConstantPriceTests
{
    [Theory]
    [InlineData(1999)]
    [InlineData(19.99)]
    [InlineData(.1)]
    public void OrdersOfOnePriceHaveNoVariance(double price)
    {
        ArmSums Arm(int contacts, double each) => ArmSums.Of(Enumerable.Range(0, contacts).Select(i => new Outcome(each * (1 + i % 4), 1 + i % 4)));
        foreach (var contacts in (int[])[2, 3, 10, 100, 1000])
        {
            Arm(contacts, price).Ratio()!.Value.Variance.ShouldBe(0);
            var effect = Effect.Relative(Arm(contacts, price).Ratio()!.Value, Arm(contacts + 1, price * 1.05).Ratio()!.Value)!.Value;
            FixedHorizon.TwoSided(effect).ShouldBeNull();
            AlwaysValid.TwoSided(effect).ShouldBeNull();
        }
    }

    [Fact]
    public void WhatFollowsTheWholePastHasNoVarianceLeft()
    {
        ArmSums Arm(int contacts) => ArmSums.Of(Enumerable.Range(0, contacts).Select(i => new Outcome(3.3 * (i % 7), 1, 1.1 * (i % 7))));
        var (a, b, theta) = ArmSums.Cuped(Arm(90), Arm(101))!.Value;
        theta.ShouldBe(3, 1e-12);
        (a.Variance, b.Variance).ShouldBe((0, 0));
    }

    [Fact]
    public void ASmallVarianceBesideALargeMeanStays()
    {
        // Mean 10^5, standard deviation 1: the ten-billionth part of the mean square.
        var arm = ArmSums.Of(Enumerable.Range(0, 1000).Select(i => new Outcome(100_000 + (i % 2 == 0 ? 1 : -1))));
        arm.Mean()!.Value.Variance.ShouldBe(1000d / 999, 1e-4);
    }
}
