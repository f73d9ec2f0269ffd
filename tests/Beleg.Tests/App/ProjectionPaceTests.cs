using Beleg.App.Workers;

namespace Beleg.Tests.App;

public sealed class ProjectionPaceTests
{
    private readonly ProjectionPace pace = new(TimeSpan.FromSeconds(10));

    [Fact]
    public void WhereNothingWaitsTheNextDeliveryIsTakenAtOnce() =>
        pace.Rest(TimeSpan.FromMilliseconds(400), arrived: 0).ShouldBe((TimeSpan.Zero, false));

    [Fact]
    public void AShortRoundRestsThreeTimesAsLong() =>
        pace.Rest(TimeSpan.FromMilliseconds(50), arrived: 40).ShouldBe((TimeSpan.FromMilliseconds(150), false));

    [Theory]
    [InlineData(30)]
    [InlineData(200)]
    [InlineData(450)]
    [InlineData(700)]
    public void AThousandDeliveriesASecondAreSeenWithinTwoSeconds(int worked)
    {
        var round = TimeSpan.FromMilliseconds(worked);
        var (rest, inBurst) = pace.Rest(round, arrived: worked);
        ((round * 2) + rest).ShouldBeLessThan(TimeSpan.FromSeconds(2));
        inBurst.ShouldBeFalse();
    }

    [Fact]
    public void InABurstLongRoundsRestButNotBeyondWhatIsAllowed()
    {
        pace.Rest(TimeSpan.FromSeconds(1), arrived: 15_000).ShouldBe((TimeSpan.FromSeconds(8), true));
        pace.Rest(TimeSpan.FromSeconds(4), arrived: 60_000).ShouldBe((TimeSpan.FromSeconds(2), true));
        pace.Rest(TimeSpan.FromSeconds(6), arrived: 90_000).ShouldBe((TimeSpan.Zero, true));
    }

    [Fact]
    public void WhoeverAllowsTwoSecondsGetsNoLongRests() =>
        new ProjectionPace(TimeSpan.FromSeconds(2)).Rest(TimeSpan.FromSeconds(2), arrived: 30_000).Time.ShouldBe(TimeSpan.Zero);

    [Fact]
    public void CatchingUpAfterAPauseIsNoBurst() =>
        pace.Rest(TimeSpan.FromSeconds(2), arrived: 500).ShouldBe((TimeSpan.Zero, false));
}
