using Beleg.Reports.Findings;

namespace Beleg.Tests.Reports.Findings;

public sealed class LongMessageTests
{
    private static readonly string Long = new('a', 161);

    [Fact]
    public void ALongMessageWithAGreaterLossThanShortOnesIsSaid()
    {
        var finding = new FindingCase().Step("hello", 100, 50, opener: true).Says("hello", Long).Step("style", 100, 10).Says("style", "Round or wild?").Of("long_message").Single();
        finding.Says.En.ShouldBe("The message at bouquet/1/hello has 161 characters; 50 of 100 (50.0%) went no further.");
        finding.Evidence.Against.ShouldBe(.1m);
        finding.Confidence.ShouldBe(FindingConfidence.Strong);
        finding.Experiment.Metric.ShouldBe("opener_dropoff");
    }

    [Fact]
    public void OneOfAHundredAndSixtyIsNotTooLong() =>
        new FindingCase().Step("hello", 100, 50, opener: true).Says("hello", Long[..160]).Of("long_message").ShouldBeEmpty();

    [Fact]
    public void OneThatLosesNoMoreThanShortOnesHidesNothing() =>
        new FindingCase().Step("hello", 100, 30).Says("hello", Long).Step("style", 100, 30).Says("style", "Round?").Of("long_message").ShouldBeEmpty();

    [Fact]
    public void WithNothingToHoldItAgainstItIsWeak() =>
        new FindingCase().Step("hello", 100, 30).Says("hello", Long).Of("long_message").Single().Confidence.ShouldBe(FindingConfidence.Weak);

    [Fact]
    public void ASmallLossIsNoDrop() => new FindingCase().Step("hello", 100, 19).Says("hello", Long).Of("long_message").ShouldBeEmpty();
}
