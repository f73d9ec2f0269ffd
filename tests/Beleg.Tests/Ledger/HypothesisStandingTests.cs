using Beleg.Ledger;
using NodaTime;

namespace Beleg.Tests.Ledger;

public sealed class HypothesisStandingTests
{
    private static readonly LocalDate From = new(2026, 8, 1);
    private static readonly LocalDate Due = new(2026, 11, 9);

    [Theory]
    // A hundred days from 3.00 to 7.00: four cents a day.
    [InlineData("2026-09-20", "5.00", HypothesisState.OnTrack, "5.00", "0.5")]
    [InlineData("2026-09-20", "4.99", HypothesisState.Behind, "5.00", "0.4975")]
    [InlineData("2026-09-20", "7.00", HypothesisState.Reached, "5.00", "1")]
    [InlineData("2026-11-09", "6.99", HypothesisState.Missed, "7.00", "0.9975")]
    [InlineData("2027-01-01", "7.10", HypothesisState.Reached, "7.00", "1.025")]
    [InlineData("2026-07-01", "3.00", HypothesisState.OnTrack, "3.00", "0")]
    [InlineData("2026-09-20", "2.00", HypothesisState.Behind, "5.00", "-0.25")]
    public void AValueIsHeldAgainstAStraightLine(string day, string value, HypothesisState state, string expected, string progress)
    {
        var standing = HypothesisStanding.Of(3, 7, From, Due, Day(day), Number(value), moreIsGood: true);

        (standing.State, standing.Expected, standing.Progress).ShouldBe((state, Number(expected), Number(progress)));
    }

    [Fact]
    public void WhatShouldFallIsReachedFromAbove()
    {
        HypothesisStanding.Of(.40m, .20m, From, Due, Day("2026-09-20"), .30m, moreIsGood: true).State.ShouldBe(HypothesisState.OnTrack);
        HypothesisStanding.Of(.40m, .20m, From, Due, Day("2026-09-20"), .31m, moreIsGood: false).State.ShouldBe(HypothesisState.Behind);
        HypothesisStanding.Of(.40m, .20m, From, Due, Day("2026-09-20"), .19m, moreIsGood: false).State.ShouldBe(HypothesisState.Reached);
    }

    [Fact]
    public void WhatIsToBeHeldIsReachedOnlyOnItsDay()
    {
        HypothesisStanding.Of(.95m, .95m, From, Due, Day("2026-09-20"), .96m, moreIsGood: true).State.ShouldBe(HypothesisState.OnTrack);
        HypothesisStanding.Of(.95m, .95m, From, Due, Day("2026-09-20"), .94m, moreIsGood: true).State.ShouldBe(HypothesisState.Behind);
        HypothesisStanding.Of(.95m, .95m, From, Due, Due, .96m, moreIsGood: true).State.ShouldBe(HypothesisState.Reached);
        HypothesisStanding.Of(.05m, .05m, From, Due, Due, .06m, moreIsGood: false).ShouldBe(new HypothesisStanding(HypothesisState.Missed, .05m, null));
    }

    [Fact]
    public void WithoutValueThereIsNoVerdict() =>
        HypothesisStanding.Of(3, 7, From, Due, Day("2026-09-20"), null, moreIsGood: true).ShouldBe(new HypothesisStanding(HypothesisState.NoValue, 5, null));

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
