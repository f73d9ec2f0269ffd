using Beleg.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace Beleg.Tests.Statistics;

public sealed class DriverTests
{
    /// <summary>Some groups of three numbers, among them empty ones and amounts without events.</summary>
    private static Arbitrary<DriverGroup[]> Groups => Gen.Choose(0, 400).Select(n => (decimal)Math.Max(0, n - 40)).ArrayOf(6)
        .Select(n => new DriverGroup(null, [n[0], Math.Min(n[0], n[1]), n[2] / 7], [n[3], Math.Min(n[3], n[4]), n[5] / 3]))
        .ArrayOf().Select(groups => groups.Select((group, i) => group with { Name = i.ToString(System.Globalization.CultureInfo.InvariantCulture) }).ToArray()).ToArbitrary();

    [Fact]
    public void ThePartsOfASumAddUpToItsChange() => Prop.ForAll(Groups, groups => Adds(Drivers.OfTotal(groups))).QuickCheckThrowOnFailure();

    [Fact]
    public void ThePartsOfARatioAddUpToItsChange() => Prop.ForAll(
        Groups, groups => groups.Sum(g => g.Before[0]) == 0 || groups.Sum(g => g.After[0]) == 0 || Adds(Drivers.OfRatio(groups))).QuickCheckThrowOnFailure();

    [Fact]
    public void ThePartsOfAShareAddUpToItsChange() => Prop.ForAll(
        Groups, groups => groups.Sum(g => g.Before[0]) == 0 || groups.Sum(g => g.After[0]) == 0 || Adds(Drivers.OfRatio([.. groups.Select(Short)]))).QuickCheckThrowOnFailure();

    [Fact]
    public void TheWayBackIsTheWayThereWithItsSignTurned() => Prop.ForAll(Groups, groups =>
    {
        var there = Drivers.OfTotal(groups).ByKind.ToDictionary(kind => kind.Kind, kind => kind.Amount);
        var back = Drivers.OfTotal([.. groups.Select(group => new DriverGroup(group.Name, group.After, group.Before))]).ByKind;
        return back.All(kind => Math.Abs(kind.Amount + there.GetValueOrDefault(kind.Kind)) < .000001m);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void WhatOnlyGrewIsVolume()
    {
        var drivers = Drivers.OfTotal([Group("a", [100, 10, 500], [200, 20, 1_000]), Group("b", [50, 10, 100], [100, 20, 200])]);

        drivers.ByKind.ShouldBe([(DriverKind.Volume, 600m)]);
    }

    [Fact]
    public void MovingToTheBetterFlowIsMixAlthoughNoFlowGotBetter()
    {
        // Nothing sells better than before; there is only less of the one that sells badly. (Simpson's case.)
        var drivers = Drivers.OfRatio([Group("good", [100, 50], [300, 150]), Group("bad", [300, 30], [100, 10])]);

        (drivers.Before, drivers.After).ShouldBe((.2m, .4m));
        drivers.ByKind.ShouldBe([(DriverKind.Mix, .2m)]);
        drivers.ByGroup.ShouldBe([("bad", .1m), ("good", .1m)]);
    }

    [Fact]
    public void TheFloristsFlowIsNamedWithRateAndValueApart()
    {
        // Same chats, twice the sales, each worth 32 instead of 31.
        var drivers = Drivers.OfRatio([Group("bouquet", [200, 20, 620], [200, 40, 1_280])]);

        drivers.Change.ShouldBe(3.3m);
        drivers.ByKind.ShouldBe([(DriverKind.Rate, 3.15m), (DriverKind.Value, .15m)]);
        drivers.Residual.ShouldBe(0);
    }

    [Fact]
    public void AnAmountWithoutVolumeIsNotForcedIntoAFactor() =>
        Drivers.OfRatio([Group("a", [10, 1, 5], [10, 1, 5]), Group("gone", [0, 0, 0], [0, 0, -2])]).ByKind.ShouldBe([(DriverKind.Rest, -.2m)]);

    [Fact]
    public void ARatioWithoutADenominatorIsRefused() => Should.Throw<ArgumentException>(() => Drivers.OfRatio([Group("a", [0, 0], [10, 1])]));

    private static bool Adds(Drivers drivers) => Math.Abs(drivers.Residual) <= .000001m * Math.Max(1, Math.Abs(drivers.Change));

    private static DriverGroup Short(DriverGroup group) => group with { Before = [.. group.Before.Take(2)], After = [.. group.After.Take(2)] };

    private static DriverGroup Group(string name, decimal[] before, decimal[] after) => new(name, before, after);
}
