using Beleg.Ledger;
using Beleg.Primitives;
using Beleg.Statistics;
using NodaTime;

namespace Beleg.Tests.Ledger;

public sealed class RoiSensitivityTests
{
    private static readonly LocalDate Day = new(2026, 9, 1);

    [Fact]
    public void AtTheBasePointItIsTheFigureItself()
    {
        var model = Wismo();
        model.Percent(RoiPoint.Base).ShouldBe(353.6m);
        Of(model).Percent.ShouldBe(353.6m);
    }

    [Fact]
    public void TheReturnTurnsWhereValueAndCostMeet()
    {
        var drivers = Of(Wismo()).Drivers;
        // 6,480 contacts × x = 6,000.
        Turn(drivers, "cost_per_human_contact").ShouldBe(6_000m / 6_480, 1e-4m);
        // (18,000 × x − 7,560) × 4.20 = 6,000.
        Turn(drivers, RoiDriver.Containment).ShouldBe((6_000 / 4.2m + 7_560) / 18_000, 1e-4m);
        // (14,040 − 18,000 × x) × 4.20 = 6,000.
        var baseline = drivers.Single(d => d.Id == "baseline_containment");
        baseline.Turn!.Value.ShouldBe((14_040 - 6_000 / 4.2m) / 18_000, 1e-4m);
        baseline.RisesWithIt.ShouldBeFalse();
    }

    [Fact]
    public void WhatMovesItMostStandsFirst()
    {
        var drivers = Of(Wismo()).Drivers;
        drivers.Select(d => d.Swing).ShouldBe(drivers.Select(d => d.Swing).OrderDescending());
        // (5.00 − 4.00) × 6,480 ÷ 6,000 = 108 points; a tenth of would-have-asked is 45.36.
        drivers[0].Id.ShouldBe("cost_per_human_contact");
        drivers[0].Swing.ShouldBe(108m);
        drivers.Single(d => d.Id == "would_have_contacted_human").Swing.ShouldBe(45.36m);
    }

    [Fact]
    public void WhatCannotTurnItHasNoTurn()
    {
        // With the margin on revenue alone above the cost, no containment makes it negative.
        var model = Model(1_000, Flow(100, 50, 1_000_000), Assumed("cost_per_human_contact", 1, 1, 1, "money per contact"));
        Of(model).Drivers.Single(d => d.Id == RoiDriver.Containment).Turn.ShouldBeNull();
    }

    [Fact]
    public void ASimulationIsTheSameEachTimeAndAnotherSeedIsAnotherOne()
    {
        var model = Wismo();
        Of(model).Spread.ShouldBe(Of(model).Spread);
        RoiSensitivity.Of(model, Sure(model), 500, 7)!.Spread.Median.ShouldNotBe(RoiSensitivity.Of(model, Sure(model), 500, 8)!.Spread.Median);
    }

    [Fact]
    public void OneUncertainNumberGivesTheIntervalOfItsTriangle()
    {
        // Only the cost of a contact moves: 4.00, 4.20, 5.00. A fortieth of the triangle lies below 4 + √(.025 × 1 × .2), one above 5 − √(.025 × 1 × .8).
        var model = Model(600_000, Flow(18_000, 6_480, 0), Assumed("would_have_contacted_human", 1, 1, 1), Assumed("cost_per_human_contact", 4, 4.2m, 5, "money per contact"));
        var spread = RoiSensitivity.Of(model, new RoiUncertainty(null, 0), 40_000)!.Spread;
        static double At(double cost) => (6_480 * cost / 6_000 - 1) * 100;
        ((double)spread.Low95).ShouldBe(At(4 + Math.Sqrt(.025 * .2)), 1);
        ((double)spread.High95).ShouldBe(At(5 - Math.Sqrt(.025 * .8)), 1);
        ((double)spread.Median).ShouldBe(At(5 - Math.Sqrt(.5 * .8)), 1);
        spread.AboveZero.ShouldBe(1);
    }

    [Fact]
    public void AHandfulOfBuyersIsNoSureRevenue()
    {
        // Four equal buyers: ± 1.96 × √4 ÷ 4 is nearly all of it.
        RoiUncertainty.ErrorOf(4, 4).ShouldBe(.5m);
        RoiUncertainty.ErrorOf(10_000, 10_000).ShouldBe(.01m);
        RoiUncertainty.ErrorOf(0, 0).ShouldBe(0);
        var model = Model(10_000, Flow(100, 0, 40_000));
        var few = RoiSensitivity.Of(model, new RoiUncertainty(null, .5m))!.Drivers.Single(d => d.Id == RoiDriver.Revenue);
        few.Low.ShouldBe(400 * (1 - .5m * 1.959963984540054m), 1e-9m);
        few.Turn!.Value.ShouldBe(200m, .05m);
    }

    [Fact]
    public void WithoutACostThereIsNoReturn() => RoiSensitivity.Of(Model(0, Flow(10, 5, 100)), new RoiUncertainty(null, 0)).ShouldBeNull();

    [Fact]
    public void HalvingFindsACrossingFromBothSidesAndNoneWhereThereIsNone()
    {
        BreakEven.Find(x => x - 3, 0, 10)!.Value.ShouldBe(3, 1e-8m);
        BreakEven.Find(x => 3 - x, 0, 10)!.Value.ShouldBe(3, 1e-8m);
        BreakEven.Find(x => x + 1, 0, 10).ShouldBeNull();
    }

    private static decimal Turn(IReadOnlyList<RoiDriver> drivers, string id) => drivers.Single(d => d.Id == id).Turn!.Value;

    private static RoiModel Wismo() => Model(
        600_000, Flow(18_000, 14_040, 0), Assumed("would_have_contacted_human", .9m, 1, 1), Assumed("cost_per_human_contact", 4, 4.2m, 5, "money per contact"),
        Assumed("baseline_containment", .42m, .42m, .42m));

    private static RoiSensitivity Of(RoiModel model) => RoiSensitivity.Of(model, Sure(model))!;

    private static RoiUncertainty Sure(RoiModel model) => new(ConfidenceInterval.Wilson(model.Contained, model.Automated), 0);

    private static RoiFlow Flow(long automated, long contained, long revenue) => new(new FlowOutcome("a", automated, contained, 0, revenue), null);

    private static RoiModel Model(long cost, RoiFlow flow, params Assumption[] set) => new(
        Currency.Find("USD"), [new RoiStretch(Day, 1, [flow], [.. AssumptionDefinition.All.Select(d => Array.Find(set, a => a.Id == d.Id) ?? d.Unset)])], cost);

    private static Assumption Assumed(string id, decimal low, decimal value, decimal high, string unit = "share") => new(id, value, low, high, unit, null, null, "CFO", Day, 1);
}
