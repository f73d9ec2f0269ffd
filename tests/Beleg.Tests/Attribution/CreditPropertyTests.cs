using Beleg.Attribution;
using Beleg.Model;
using Beleg.Primitives;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Beleg.Tests.Attribution;

/// <summary>What holds for every journey, whatever its touches, its amount and its refunds.</summary>
public sealed class CreditPropertyTests
{
    private static readonly Instant PlacedAt = Instant.FromUtc(2026, 9, 1, 12, 0);

    private static readonly Arbitrary<Journey> Journeys = Arb.From(
        from amount in Gen.Choose(0, 2_000_000_000)
        from touches in Gen.ListOf(
            from seconds in Gen.OneOf(Gen.Choose(-100_000, 3_000_000), Gen.Elements(0, 2_592_000, 2_592_001))
            from kind in Gen.Choose(0, 3)
            from evidence in Gen.Choose(0, 4)
            select (Seconds: seconds, Kind: kind, Evidence: evidence))
        from refunds in Gen.ListOf(Gen.Choose(0, 1000))
        from seed in Gen.Choose(0, int.MaxValue)
        select new Journey(
            amount,
            [.. touches.Select((t, i) => new Touchpoint(new Key(i + 1), PlacedAt - Duration.FromSeconds(t.Seconds), t.Kind > 0, t.Kind == 0, (Evidence)t.Evidence))],
            [.. refunds],
            seed));

    [Fact]
    public void WeightsAreNeverNegativeAndAddUpToExactlyOne() => Check(j => j.Allocate((credits, _, model) =>
    {
        UInt128 sum = 0;
        for (var touch = 0; touch < credits.Touches.Length; touch++)
            sum += credits.Weight(touch, model).Part;
        return credits.Unattributed(0, model) != 0 || j.Amount == 0 || sum == credits.Weight(0, model).Whole;
    }));

    [Fact]
    public void CentsAddUpToTheBookingInEveryModel() => Check(j => j.Allocate((credits, booking, model) =>
    {
        var sum = credits.Unattributed(booking, model);
        for (var touch = 0; touch < credits.Touches.Length; touch++)
            sum += credits.Cents(booking, touch, model);
        return sum == credits.Bookings[booking].Minor;
    }));

    [Fact]
    public void RefundsThatAddUpLeaveNothingOnAnyTouch() => Check(j => j.Allocate((credits, _, model) =>
    {
        for (var touch = 0; touch < credits.Touches.Length; touch++)
        {
            var held = 0L;
            for (var booking = 0; booking < credits.Bookings.Length; booking++)
                held += credits.Cents(booking, touch, model);
            if (held != 0)
                return false;
        }

        return true;
    }));

    [Fact]
    public void NoTouchIsGivenMoreThanTheWholeOrBelowNothing() => Check(j => j.Allocate((credits, booking, model) =>
    {
        for (var touch = 0; booking == 0 && touch < credits.Touches.Length; touch++)
        {
            if (credits.Cents(0, touch, model) < 0 || credits.Cents(0, touch, model) > j.Amount)
                return false;
        }

        return true;
    }));

    [Fact]
    public void ShuffledInputGivesIdenticalOutput() => Check(j => j.Print(shuffled: false) == j.Print(shuffled: true));

    private static void Check(Func<Journey, bool> holds) =>
        Prop.ForAll(Journeys, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private sealed record Journey(long Amount, Touchpoint[] Touches, int[] Parts, int Seed)
    {
        private readonly CreditLedger _ledger = new(AttributionModels.All, LookBack.Default);

        public delegate bool Holds(OrderCredits credits, int booking, int model);

        public bool Allocate(Holds holds)
        {
            var credits = Credits(Changes(), Touches);
            for (var booking = 0; booking < credits.Bookings.Length; booking++)
            {
                for (var model = 0; model < AttributionModels.All.Count; model++)
                {
                    if (!holds(credits, booking, model))
                        return false;
                }
            }

            return true;
        }

        public string Print(bool shuffled)
        {
            var (changes, touches) = (Changes(), Touches.ToArray());
            if (shuffled)
            {
                new Random(Seed).Shuffle(changes);
                new Random(Seed + 1).Shuffle(touches);
            }

            var credits = Credits(changes, touches);
            var lines = new List<string> { $"{credits.Evidence} {credits.Influenced}" };
            for (var booking = 0; booking < credits.Bookings.Length; booking++)
            {
                for (var touch = 0; touch < credits.Touches.Length; touch++)
                {
                    for (var model = 0; model < AttributionModels.All.Count; model++)
                        lines.Add($"{credits.Bookings[booking].Booking} {credits.Touches[touch].Touch} {model} {credits.Cents(booking, touch, model)} {credits.Weight(touch, model)}");
                }
            }

            return string.Join('\n', lines);
        }

        private OrderCredits Credits(NetChange[] changes, Touchpoint[] touches) =>
            _ledger.Allocate(new NetChange(new Key(1), PlacedAt, Amount), changes, touches);

        // Refunds of any sizes, of which the last takes what is left; some at the same instant.
        private NetChange[] Changes()
        {
            var left = Amount;
            var changes = new List<NetChange>();
            foreach (var part in Parts)
            {
                var minor = left * part / 1000;
                left -= minor;
                changes.Add(new NetChange(new Key(changes.Count + 2), PlacedAt + Duration.FromDays(changes.Count / 2), -minor));
            }

            changes.Add(new NetChange(new Key(changes.Count + 2), PlacedAt + Duration.FromDays(1000), -left));
            return [.. changes];
        }
    }
}
