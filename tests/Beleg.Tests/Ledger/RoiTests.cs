using Beleg.Ledger;
using Beleg.Model;
using Beleg.Primitives;
using NodaTime;

namespace Beleg.Tests.Ledger;

public sealed class RoiTests
{
    private static readonly LocalDate Day = new(2026, 9, 30);

    private static readonly AssumptionBook Finance = new([
        Set("would_have_contacted_human", 1.0m, .9m, 1.0m),
        Set("cost_per_human_contact", 4.20m, 4.00m, 4.50m),
        Set("baseline_containment", .42m, .45m, .40m)]);

    [Fact]
    public void OrdersThatAskForThemselvesSaveTwentySevenThousandTwoHundredAndSixteen()
    {
        var roi = Roi.Compose(Inputs(600_000, new FlowOutcome("wismo", 18_000, 14_040)), Finance, Scenario.Base);
        roi.DeflectedContacts.ShouldBe(6_480m);
        roi.AvoidedSupportCost.ShouldBe(Dollars(27_216.00m));
        roi.Generated.ShouldBe(Dollars(27_216.00m));
        roi.Net.ShouldBe(Dollars(21_216.00m));
        roi.Percent.ShouldBe(353.6m);
    }

    [Fact]
    public void LowIsBelowBaseAndBaseBelowHigh()
    {
        var roi = Roi.ComposeAll(Inputs(600_000, new FlowOutcome("wismo", 18_000, 14_040, 0, 100_000)), Finance);
        roi.Select(r => r.Scenario).ShouldBe([Scenario.Low, Scenario.Base, Scenario.High]);
        roi[0].AvoidedSupportCost.ShouldBe(Dollars((14_040 - .45m * 18_000) * .9m * 4m));
        roi[2].AvoidedSupportCost.ShouldBe(Dollars((14_040 - .40m * 18_000) * 4.5m));
        roi[0].Net.ShouldBeLessThan(roi[1].Net);
        roi[1].Net.ShouldBeLessThan(roi[2].Net);
    }

    [Fact]
    public void OnlyTheRiseAboveTheBaselineCounts() =>
        Roi.Compose(Inputs(0, new FlowOutcome("wismo", 18_000, 7_000)), Finance, Scenario.Base).DeflectedContacts.ShouldBe(0m);

    [Fact]
    public void TheSameWorkIsNeverCountedAsHoursAndAsContacts()
    {
        var book = new AssumptionBook([Set("cost_per_human_contact", 4m), Set("hourly_cost", 50m), Set("weeks_per_month", 4m), Set("would_have_contacted_human", 1m)]);
        var both = Roi.Compose(Inputs(0, new FlowOutcome("a", 1000, 1000, 10)), book, Scenario.Base);
        both.TimeSavedValue.ShouldBe(Dollars(2_000m));
        both.AvoidedSupportCost.ShouldBe(Dollars(0m));
        var apart = Roi.Compose(Inputs(0, new FlowOutcome("a", 1000, 1000), new FlowOutcome("b", 0, 0, 10)), book, Scenario.Base);
        apart.Generated.ShouldBe(Dollars(6_000m));
    }

    [Fact]
    public void RevenueCountsByItsMargin()
    {
        var roi = Roi.Compose(Inputs(1_000, new FlowOutcome("a", 0, 0, 0, 128_000)), AssumptionBook.Empty, Scenario.Base);
        roi.RevenueValue.ShouldBe(Dollars(640m));
        roi.Assumptions.Single(a => a.Id == "contribution_margin").IsUnset.ShouldBeTrue();
    }

    [Fact]
    public void WithoutCostThereIsNoPercentage()
    {
        var roi = Roi.Compose(Inputs(0, new FlowOutcome("a", 0, 0, 0, 128_000)), AssumptionBook.Empty, Scenario.Base);
        roi.Percent.ShouldBeNull();
        roi.Flows[0].ProgrammeCoverage(roi.ProgrammeCost).ShouldBeNull();
    }

    [Fact]
    public void AFlowThatPaysForAllOfItCoversMoreThanOne() =>
        Roi.Compose(Inputs(600_000, new FlowOutcome("wismo", 18_000, 14_040)), Finance, Scenario.Base)
            .Flows[0].ProgrammeCoverage(Dollars(6_000m)).ShouldBe(4.536m);

    [Fact]
    public void AnUnsetPriceEarnsNothingAndIsFlagged()
    {
        var roi = Roi.Compose(Inputs(100, new FlowOutcome("a", 100, 80)), AssumptionBook.Empty, Scenario.High);
        roi.AvoidedSupportCost.ShouldBe(Dollars(0m));
        roi.Assumptions.ShouldAllBe(a => a.IsUnset);
    }

    [Fact]
    public void AnAssumptionHoldsFromItsDayOn()
    {
        var book = new AssumptionBook([
            Set("hourly_cost", 60m) with { ValidFrom = new LocalDate(2026, 7, 1), Version = 2 },
            Set("hourly_cost", 50m) with { ValidFrom = new LocalDate(2026, 1, 1), Version = 1 },
            Set("hourly_cost", 61m) with { ValidFrom = new LocalDate(2026, 7, 1), Version = 3 }]);
        book.At(AssumptionDefinition.HourlyCost, new LocalDate(2025, 12, 31)).IsUnset.ShouldBeTrue();
        book.At(AssumptionDefinition.HourlyCost, new LocalDate(2026, 6, 30)).Value.ShouldBe(50m);
        var later = book.At(AssumptionDefinition.HourlyCost, new LocalDate(2026, 7, 1));
        later.Value.ShouldBe(61m);
        later.Version.ShouldBe(3);
        later.IsUnset.ShouldBeFalse();
    }

    [Fact]
    public void TheDefaultsAreTheCautiousOnesThatAreWrittenDown()
    {
        AssumptionDefinition.WouldHaveContactedHuman.Value.ShouldBe(.8m);
        AssumptionDefinition.ContributionMargin.Value.ShouldBe(.5m);
        Math.Round(AssumptionDefinition.WeeksPerMonth.Value, 4).ShouldBe(4.3333m);
        AssumptionDefinition.All.ShouldAllBe(d => d.English.Length > 0 && d.German.Length > 0 && d.English != d.German);
    }

    private static RoiInputs Inputs(long costMinor, params FlowOutcome[] flows) => new(Currency.Usd, Day, 1, flows, costMinor);

    private static Money Dollars(decimal amount) => Money.FromMajor(amount, Currency.Usd);

    private static AssumptionFact Set(string id, decimal value, decimal? low = null, decimal? high = null) => new()
    {
        Assumption = new Key(1),
        AssumptionId = id,
        Version = 1,
        ValidFrom = new LocalDate(2026, 1, 1),
        Value = value,
        Low = low ?? value,
        High = high ?? value,
        Approver = "Finance",
        SetAt = Instant.FromUtc(2026, 1, 1, 0, 0),
    };
}
