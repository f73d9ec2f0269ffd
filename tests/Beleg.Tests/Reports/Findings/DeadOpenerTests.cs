using Beleg.Reports.Findings;

namespace Beleg.Tests.Reports.Findings;

public sealed class DeadOpenerTests
{
    [Fact]
    public void FourOfTenAreADeadOpenerAndOneLessIsNone()
    {
        new FindingCase().Step("hello", 100, 40, opener: true).Of("dead_opener").Single().Says.En.ShouldBe("40 of 100 people (40.0%) left bouquet after its first message.");
        new FindingCase().Step("hello", 100, 39, opener: true).Of("dead_opener").ShouldBeEmpty();
    }

    [Fact]
    public void BelowThirtyCasesNothingIsSaid() => new FindingCase().Step("hello", 29, 29, opener: true).Of("dead_opener").ShouldBeEmpty();

    [Fact]
    public void ALaterStepIsNoOpener() => new FindingCase().Step("style", 100, 80).Of("dead_opener").ShouldBeEmpty();

    [Fact]
    public void ItIsSureOnlyWhereTheWholeIntervalIsBeyondTheThreshold()
    {
        new FindingCase().Step("hello", 100, 45, opener: true).Of("dead_opener").Single().Confidence.ShouldBe(FindingConfidence.Fair);
        new FindingCase().Step("hello", 1_000, 450, opener: true).Of("dead_opener").Single().Confidence.ShouldBe(FindingConfidence.Strong);
    }

    [Fact]
    public void ItsMoneyIsASmallPartOfWhatTheLostWouldHaveBeenWorth()
    {
        var money = new FindingCase().Step("hello", 100, 40, opener: true).Worth().Of("dead_opener").Single().Money!;
        // 40 lost × 20 % won back × 5.00.
        money.Base.ShouldBe(40m);
        money.Low.ShouldBeLessThan(money.Base / 2);
        money.High.ShouldBeGreaterThan(money.Base);
        money.Unset.ShouldBeTrue();
        money.How.En.ShouldBe("40 lost × 20% of them won back (default) × €5.00 each; (€400.00 of evidence A to C × 50% margin) ÷ 40 conversations that went on.");
    }

    [Fact]
    public void WhereNothingIsEarnedNothingIsClaimed() => new FindingCase().Step("hello", 100, 40, opener: true).Talks(100).Of("dead_opener").Single().Money.ShouldBeNull();

    [Fact]
    public void TheRowsBehindItAreThoseWhoStayed() => new FindingCase().Step("hello", 100, 40, opener: true).Behind("dead_opener").Count.ShouldBe(40);
}
