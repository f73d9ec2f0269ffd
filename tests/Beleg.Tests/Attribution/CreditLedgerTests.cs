using Beleg.Attribution;
using Beleg.Attribution.Models;
using Beleg.Model;
using Beleg.Primitives;
using NodaTime;

namespace Beleg.Tests.Attribution;

public sealed class CreditLedgerTests
{
    private static readonly Instant PlacedAt = Instant.FromUtc(2026, 9, 1, 12, 0);

    [Fact]
    public void AHundredOverThreeTouchesGivesTheFirstTheOddCent() =>
        Cents(new Linear(), 10000, [3, 2, 1]).ShouldBe([[3334, 3333, 3333]]);

    [Fact]
    public void TimeDecayIsExactToTheCent() => Cents(new TimeDecay(), 4999, [14, 7, 1, 0]).ShouldBe([[471, 941, 1705, 1882]]);

    [Fact]
    public void PositionIsExactToTheCent() => Cents(new Position(), 9999, [5, 4, 3, 2, 1]).ShouldBe([[4000, 667, 667, 666, 3999]]);

    [Fact]
    public void TwoHalfRefundsTakeBackExactlyWhatWasGiven() =>
        Cents(new Linear(), 10000, [3, 2, 1], -5000, -5000).ShouldBe([
            [3334, 3333, 3333],
            [-1667, -1666, -1667],
            [-1667, -1667, -1666]]);

    [Fact]
    public void RefundsAreTakenInOrderOfTimeHoweverTheyAreGiven()
    {
        var ledger = new CreditLedger([new Linear()], LookBack.Default);
        NetChange order = new(new Key(1), PlacedAt, 10000);
        NetChange early = new(new Key(3), PlacedAt + Duration.FromDays(1), -3000);
        NetChange late = new(new Key(2), PlacedAt + Duration.FromDays(2), -1000);
        var credits = ledger.Allocate(order, [late, early], [Touch(1, 3), Touch(2, 2), Touch(3, 1)]);
        credits.Bookings.ToArray().ShouldBe([order, early, late]);
        credits.Cents(1, 0, 0).ShouldBe(2334 - 3334);
        credits.Cents(2, 0, 0).ShouldBe(2000 - 2334);
    }

    [Fact]
    public void AnOrderWithoutTouchIsUnattributedNotLost()
    {
        var credits = new CreditLedger(AttributionModels.All, LookBack.Default)
            .Allocate(new NetChange(new Key(1), PlacedAt, 4999), [new NetChange(new Key(2), PlacedAt, -999)], [Touch(1, 31), Touch(2, -1)]);
        credits.Touches.Length.ShouldBe(0);
        credits.Influenced.ShouldBeFalse();
        credits.Evidence.ShouldBe(Evidence.None);
        for (var model = 0; model < 7; model++)
        {
            credits.Unattributed(0, model).ShouldBe(4999);
            credits.Unattributed(1, model).ShouldBe(-999);
        }
    }

    [Fact]
    public void AnOrderAfterVisitsAloneIsCreditedButNotInfluenced()
    {
        var models = AttributionModels.All.ToList();
        var credits = new CreditLedger(models, LookBack.Default)
            .Allocate(new NetChange(new Key(1), PlacedAt, 4999), [], [Touch(1, 3) with { IsChat = false, Evidence = Evidence.E }]);
        credits.Influenced.ShouldBeFalse();
        credits.Unattributed(0, models.FindIndex(m => m is Influenced)).ShouldBe(4999);
        credits.Unattributed(0, models.FindIndex(m => m is Linear)).ShouldBe(0);
        credits.Evidence.ShouldBe(Evidence.E);
    }

    [Fact]
    public void EachModelThatWeighsATouchHasABit()
    {
        var credits = new CreditLedger(AttributionModels.Sharing, LookBack.Default)
            .Allocate(new NetChange(new Key(1), PlacedAt, 100), [], [Touch(1, 3), Touch(2, 2), Touch(3, 1) with { IsDirect = true, IsChat = false }]);
        credits.Weighted(0).ShouldBe(0b111001);
        credits.Weighted(1).ShouldBe(0b111100);
        credits.Weighted(2).ShouldBe(0b111010);
        credits.Weight(0, 3).ShouldBe((1UL, (UInt128)3));
        credits.Weight(0, 1).ShouldBe((0UL, (UInt128)1));
    }

    [Fact]
    public void ALaterVisitChangesNothingOfAnEarlierOrder()
    {
        long[][] before = Cents(new TimeDecay(), 4999, [14, 7, 1]);
        Cents(new TimeDecay(), 4999, [14, 7, 1, -1]).ShouldBe(before);
    }

    [Fact]
    public void ATouchAtTheEdgeOfTheLookBackIsIn()
    {
        Touchpoint edge = Touch(1, 30);
        var justOut = edge with { At = edge.At - Duration.FromMilliseconds(1), Touch = new Key(2) };
        var credits = new CreditLedger([new Linear()], LookBack.Default).Allocate(new NetChange(new Key(1), PlacedAt, 100), [], [justOut, edge]);
        credits.Touches.ToArray().ShouldBe([edge]);
    }

    [Fact]
    public void ABufferThatGrewForOneOrderDoesNotLeakIntoTheNext()
    {
        var ledger = new CreditLedger(AttributionModels.All, LookBack.Default);
        ledger.Allocate(new NetChange(new Key(1), PlacedAt, 777), [], [.. Enumerable.Range(1, 300).Select(i => Touch(i, i % 30))]);
        var credits = ledger.Allocate(new NetChange(new Key(2), PlacedAt, 10000), [], [Touch(1, 3), Touch(2, 2), Touch(3, 1)]);
        credits.Touches.Length.ShouldBe(3);
        Enumerable.Range(0, 3).Select(CentsOfLinear(credits)).ShouldBe([3334, 3333, 3333]);
    }

    private static Func<int, long> CentsOfLinear(OrderCredits credits)
    {
        long[] cents = [credits.Cents(0, 0, 3), credits.Cents(0, 1, 3), credits.Cents(0, 2, 3)];
        return i => cents[i];
    }

    private static long[][] Cents(IAttributionModel model, long captured, int[] daysBefore, params long[] refunds)
    {
        var touches = daysBefore.Select((days, i) => Touch(i + 1, days)).ToArray();
        var changes = refunds.Select((minor, i) => new NetChange(new Key(i + 2), PlacedAt + Duration.FromDays(i + 1), minor)).ToArray();
        var credits = new CreditLedger([model], LookBack.Default).Allocate(new NetChange(new Key(1), PlacedAt, captured), changes, touches);
        var result = new long[refunds.Length + 1][];
        for (var booking = 0; booking < result.Length; booking++)
        {
            result[booking] = new long[credits.Touches.Length];
            for (var touch = 0; touch < credits.Touches.Length; touch++)
                result[booking][touch] = credits.Cents(booking, touch, 0);
        }

        return result;
    }

    private static Touchpoint Touch(long key, int daysBefore) =>
        new(new Key(key), PlacedAt - Duration.FromDays(daysBefore), IsChat: true, IsDirect: false, Evidence.D);
}
