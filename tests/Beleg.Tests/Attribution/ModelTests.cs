using Beleg.Attribution;
using Beleg.Attribution.Models;
using Beleg.Model;
using Beleg.Primitives;
using NodaTime;

namespace Beleg.Tests.Attribution;

public sealed class ModelTests
{
    private static readonly Instant Order = Instant.FromUtc(2026, 9, 1, 12, 0);

    [Fact]
    public void AHalfLifeOfAWeekHalvesEachWeek() =>
        Weights(new TimeDecay(), 14, 7, 1, 0).ShouldBe([.094136, .188273, .341046, .376545], 1e-6);

    [Fact]
    public void AHalfLifeNeedNotBeWholeDays() =>
        Weights(new TimeDecay(Duration.FromHours(180)), 20, 10, 2).ShouldBe([.113664, .286415, .599921], 1e-6);

    [Fact]
    public void AHalfLifeOfAnHourGivesSevenths()
    {
        var touches = new[] { Touch(1, Duration.FromHours(2)), Touch(2, Duration.FromHours(1)), Touch(3, Duration.Zero) };
        var weights = new ulong[3];
        new TimeDecay(Duration.FromHours(1)).TryWeigh(touches, Order, weights).ShouldBeTrue();
        weights.ShouldBe([1UL << 60, 1UL << 61, 1UL << 62]);
    }

    [Fact]
    public void ATouchALongTimeBeforeTheOrderStillTakesItAllWhenAlone() =>
        Weights(new TimeDecay(Duration.FromHours(1)), 30).ShouldBe([1]);

    [Fact]
    public void PositionGivesTheEndsFortyPercent()
    {
        Weights(new Position(), 5, 4, 3, 2, 1).ShouldBe([.4, .2 / 3, .2 / 3, .2 / 3, .4], 1e-12);
        Weights(new Position(), 3, 2, 1).ShouldBe([.4, .2, .4], 1e-12);
        Weights(new Position(), 2, 1).ShouldBe([.5, .5]);
        Weights(new Position(), 1).ShouldBe([1]);
    }

    [Fact]
    public void FirstAndLastTakeEverything()
    {
        Weights(new First(), 3, 2, 1).ShouldBe([1, 0, 0]);
        Weights(new Last(), 3, 2, 1).ShouldBe([0, 0, 1]);
    }

    [Fact]
    public void ADirectVisitDoesNotTakeTheCreditOfWhatCameBefore()
    {
        var chat = Touch(1, Duration.FromDays(2));
        var direct = Touch(2, Duration.FromDays(1)) with { IsDirect = true, IsChat = false };
        Raw(new LastNonDirect(), chat, direct).ShouldBe([1UL, 0UL]);
        Raw(new LastNonDirect(), direct, direct).ShouldBe([0UL, 1UL]);
    }

    [Fact]
    public void AnOrderIsInfluencedOnceHoweverManyChatsThereWere()
    {
        var chat = Touch(1, Duration.FromDays(2));
        var visit = Touch(2, Duration.FromDays(1)) with { IsChat = false };
        Raw(new Influenced(), chat, chat, visit).ShouldBe([0UL, 1UL, 0UL]);
        new Influenced().TryWeigh([visit], Order, new ulong[1]).ShouldBeFalse();
    }

    [Fact]
    public void IdsAreFixedAndFound()
    {
        AttributionModels.All.Select(m => m.Id).ShouldBe(["first", "last", "last_non_direct", "linear", "position", "time_decay", "influenced"]);
        AttributionModels.Find("time_decay").ShouldBeOfType<TimeDecay>();
        AttributionModels.Find("markov").ShouldBeNull();
        AttributionModels.Default.Id.ShouldBe("linear");
    }

    [Fact]
    public void TheLookBackIncludesItsOwnBordersAndNothingBeyond()
    {
        var month = LookBack.Default;
        month.Covers(Order - Duration.FromDays(30), Order).ShouldBeTrue();
        month.Covers(Order - Duration.FromDays(30) - Duration.FromMilliseconds(1), Order).ShouldBeFalse();
        month.Covers(Order, Order).ShouldBeTrue();
        month.Covers(Order + Duration.FromMilliseconds(1), Order).ShouldBeFalse();
    }

    [Fact]
    public void TheLookBackDoesNotFollowTheClocks()
    {
        var berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var noon = new LocalDateTime(2026, 3, 30, 12, 0).InZoneStrictly(berlin).ToInstant();
        var sameTimeBefore = new LocalDateTime(2026, 3, 28, 12, 0).InZoneStrictly(berlin).ToInstant();
        (noon - sameTimeBefore).ShouldBe(Duration.FromHours(47));
        new LookBack(2).Covers(sameTimeBefore - Duration.FromHours(1), noon).ShouldBeTrue();
    }

    [Theory]
    [InlineData(Proofs.PaidInChat | Proofs.TagOrCoupon, Proofs.None, Evidence.A)]
    [InlineData(Proofs.ClickIdOnOrder | Proofs.ClickBySamePerson, Proofs.None, Evidence.B)]
    [InlineData(Proofs.ClickBySamePerson | Proofs.ConversationBySamePerson, Proofs.None, Evidence.C)]
    [InlineData(Proofs.ConversationBySamePerson | Proofs.TagOrCoupon, Proofs.None, Evidence.D)]
    [InlineData(Proofs.TagOrCoupon, Proofs.None, Evidence.E)]
    [InlineData(Proofs.None, Proofs.PaidInChat | Proofs.ClickIdOnOrder, Evidence.E)]
    [InlineData(Proofs.ConversationBySamePerson, Proofs.ClickIdOnOrder, Evidence.D)]
    [InlineData(Proofs.None, Proofs.None, Evidence.None)]
    public void EvidenceIsTheStrongestFoundAndABrowserProvesLittle(Proofs server, Proofs browser, Evidence expected)
    {
        Grading.Grade(server, browser).ShouldBe(expected);
        Grading.IsConservative(expected).ShouldBe(expected is Evidence.A or Evidence.B or Evidence.C);
        Grading.Stronger(expected, Evidence.None).ShouldBe(expected);
    }

    [Fact]
    public void PowersOfOneHalfAreRightToSeventeenDigits()
    {
        HalfPower.Of(0, 7).ShouldBe(HalfPower.One);
        HalfPower.Of(70, 7).ShouldBe(HalfPower.One >> 10);
        HalfPower.Of(62, 1).ShouldBe(1UL);
        HalfPower.Of(63, 1).ShouldBe(0UL);
        HalfPower.Of(ulong.MaxValue, 1).ShouldBe(0UL);
        // 2^(-1/2) and 2^(-1/7) times 2^62, from sixty decimal digits.
        ((long)HalfPower.Of(1, 2) - 3260954456333195553).ShouldBeInRange(-8, 8);
        ((long)HalfPower.Of(1, 7) - 4176913159044679997).ShouldBeInRange(-8, 8);
    }

    private static double[] Weights(IAttributionModel model, params int[] daysBefore)
    {
        var raw = Raw(model, [.. daysBefore.Select((days, i) => Touch(i + 1, Duration.FromDays(days)))]);
        var whole = raw.Aggregate(0m, (sum, w) => sum + w);
        return [.. raw.Select(w => (double)(w / whole))];
    }

    private static ulong[] Raw(IAttributionModel model, params Touchpoint[] touches)
    {
        var weights = new ulong[touches.Length];
        model.TryWeigh(touches, Order, weights).ShouldBeTrue();
        return weights;
    }

    private static Touchpoint Touch(long key, Duration before) => new(new Key(key), Order - before, IsChat: true, IsDirect: false, Evidence.D);
}
