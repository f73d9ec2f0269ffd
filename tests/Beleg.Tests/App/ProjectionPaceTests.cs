using Beleg.App.Workers;

namespace Beleg.Tests.App;

public sealed class ProjectionPaceTests
{
    private const int Cores = 2;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);
    private readonly ProjectionPace pace = new(mostBehind: null, Cores);

    [Fact]
    public void WhereNothingWaitsTheNextDeliveryIsTakenAtOnce() => pace.Rest(Lot(400, arrived: 500, waiting: 0)).ShouldBe(TimeSpan.Zero);

    [Fact]
    public void AShortLotRestsThreeTimesAsLong() => pace.Rest(Lot(50, arrived: 40, waiting: 40)).ShouldBe(TimeSpan.FromMilliseconds(150));

    [Theory]
    [InlineData(30)]
    [InlineData(200)]
    [InlineData(450)]
    [InlineData(700)]
    public void AThousandDeliveriesASecondAreSeenWithinTwoSeconds(int worked)
    {
        var rest = pace.Rest(Lot(worked, arrived: worked * 4, waiting: worked, cycle: worked * 4));
        ((TimeSpan.FromMilliseconds(worked) * 2) + rest).ShouldBeLessThan(TimeSpan.FromSeconds(2));
        pace.InBurst.ShouldBeFalse();
    }

    [Fact]
    public void InABurstTheFactsWorkATenthOfTheTimeInSmallLots()
    {
        pace.Most.ShouldBe(ProjectionPace.WholeLot);
        pace.Rest(Burst(worked: 200)).ShouldBe(TimeSpan.FromSeconds(1.8));
        pace.InBurst.ShouldBeTrue();
        pace.Most.ShouldBe(ProjectionPace.SmallLot);
    }

    [Fact]
    public void HoweverLongABurstLastsTheShareStaysTheSame()
    {
        for (var behind = 1; behind < 10_000; behind += 100)
            pace.Rest(Burst(worked: 100, behind)).ShouldBe(TimeSpan.FromMilliseconds(900));
    }

    [Fact]
    public void ABurstGoesOnWhileTheIntakeAloneNeedsTheProcessor()
    {
        pace.Rest(Burst(worked: 200));
        pace.GoesOn(arrived: 7_000, Look, processor: Look * 1.2).ShouldBeTrue();
        pace.InBurst.ShouldBeTrue();
    }

    [Fact]
    public void OnceItIsOverTheFactsCatchUpWithoutAPause()
    {
        pace.Rest(Burst(worked: 200));
        pace.GoesOn(arrived: 100, Look, processor: Look * 1.2).ShouldBeFalse();
        pace.InBurst.ShouldBeFalse();
        pace.Rest(Lot(200, arrived: 100, waiting: 300_000)).ShouldBe(TimeSpan.Zero);
        pace.Most.ShouldBe(ProjectionPace.WholeLot);
    }

    [Fact]
    public void WhereTheIntakeLeavesACoreFreeTheFactsTakeItAndLookAgainLater()
    {
        pace.Rest(Burst(worked: 200));
        pace.GoesOn(arrived: 3_000, Look, processor: Look * .5).ShouldBeFalse();
        pace.Rest(Burst(worked: 400)).ShouldBe(TimeSpan.Zero);
        for (var after = 0; after < 3_000; after += 400)
            pace.Rest(Burst(worked: 400));
        pace.InBurst.ShouldBeTrue();
    }

    [Fact]
    public void OnManyCoresTheSameBurstLeavesRoomForTheFacts()
    {
        var many = new ProjectionPace(null, cores: 8);
        many.Rest(Burst(worked: 200));
        many.GoesOn(arrived: 7_000, Look, processor: Look * 1.2).ShouldBeFalse();
    }

    [Fact]
    public void OnASingleCoreEveryBurstComesFirst()
    {
        var single = new ProjectionPace(null, cores: 1);
        single.Rest(Burst(worked: 200));
        single.GoesOn(arrived: 700, Look, processor: Look * .3).ShouldBeTrue();
    }

    [Fact]
    public void WhoeverSetsACeilingIsNotLeftFurtherBehind()
    {
        var bounded = new ProjectionPace(TimeSpan.FromSeconds(10), Cores);
        bounded.Rest(Burst(worked: 200, behind: 3)).ShouldBe(TimeSpan.FromSeconds(1.8));
        bounded.Rest(Burst(worked: 200, behind: 9)).ShouldBe(TimeSpan.FromSeconds(.6));
        bounded.Rest(Burst(worked: 200, behind: 12)).ShouldBe(TimeSpan.Zero);
        bounded.Most.ShouldBe(ProjectionPace.WholeLot);
    }

    [Fact]
    public void ARestartWithMuchToCatchUpIsNoBurst()
    {
        pace.Rest(Lot(400, arrived: 0, waiting: 500_000)).ShouldBe(TimeSpan.Zero);
        pace.Rest(Lot(400, arrived: 300, waiting: 500_000)).ShouldBe(TimeSpan.Zero);
        pace.InBurst.ShouldBeFalse();
    }

    [Fact]
    public void ABurstThatTheFactsKeepUpWithIsNone()
    {
        pace.Rest(new FollowedLot(1_000, TimeSpan.FromMilliseconds(60), TimeSpan.FromMilliseconds(250), 1_000, 900, TimeSpan.FromMilliseconds(250))).ShouldBe(TimeSpan.FromMilliseconds(180));
        pace.InBurst.ShouldBeFalse();
    }

    private static FollowedLot Lot(int worked, long arrived, long waiting, int? cycle = null) =>
        new(ProjectionPace.SmallLot, TimeSpan.FromMilliseconds(worked), TimeSpan.FromMilliseconds(cycle ?? worked), arrived, waiting, TimeSpan.FromSeconds(1));

    // 30,000 a second, and far more waiting than a second's work.
    private static FollowedLot Burst(int worked, int behind = 2) =>
        new(ProjectionPace.SmallLot, TimeSpan.FromMilliseconds(worked), TimeSpan.FromMilliseconds(worked), worked * 30, 60_000, TimeSpan.FromSeconds(behind));
}
