using Beleg.Sources;
using Beleg.State;
using Beleg.Tests.Support;
using NodaTime;

namespace Beleg.Tests.State;

public sealed class RefusalsTests : IDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 9, 14, 12, 0);
    private static readonly Refusal NotJson = new(-1, RefusalReason.NotJson, "The body is not JSON.");
    private static readonly Refusal BadTime = new(2, RefusalReason.TimeOutOfRange, "The time is before 2005.");
    private readonly TemporaryState state = new();

    public void Dispose() => state.Dispose();

    [Fact]
    public void RefusedItemsAreListedAndCounted()
    {
        Record(Delivery("whatsapp", 1, 3, BadTime, BadTime with { Item = 4 }), Delivery("shopify", 2, 0, NotJson), Delivery("whatsapp", 3, 1));
        var refusals = state.Reopen().Refusals;
        refusals.List("florist", null, null, 10).ShouldBe([
            new RefusedItem("shopify", 2, NotJson, Noon), new RefusedItem("whatsapp", 1, BadTime with { Item = 4 }, Noon), new RefusedItem("whatsapp", 1, BadTime, Noon)]);
        refusals.List("florist", "whatsapp", null, 1).ShouldHaveSingleItem().Refusal.Item.ShouldBe(4);
        refusals.List("florist", null, RefusalReason.NotJson, 10).ShouldHaveSingleItem().Source.ShouldBe("shopify");
        refusals.Counts("florist").ShouldBe([new RefusalCount("shopify", RefusalReason.NotJson, 1), new RefusalCount("whatsapp", RefusalReason.TimeOutOfRange, 2)]);
        refusals.List("baker", null, null, 10).ShouldBeEmpty();
    }

    [Fact]
    public void ADeliveryThatIsTranslatedAgainAfterAFixIsNoLongerRefused()
    {
        Record(Delivery("whatsapp", 1, 0, BadTime), Delivery("whatsapp", 2, 0, NotJson));
        Record(Delivery("whatsapp", 1, 1));
        state.Store.Refusals.List("florist", null, null, 10).ShouldHaveSingleItem().Seq.ShouldBe(2);
    }

    [Fact]
    public void TalliesSayHowFarTranslationCame()
    {
        Record(Delivery("whatsapp", 1, 3), Delivery("shopify", 2, 0, NotJson));
        Record(Delivery("whatsapp", 4, 2) with { LastOccurredAt = Noon - Duration.FromDays(9) });
        state.Store.Refusals.Tallies("florist").ShouldBe([
            new SourceTally("shopify", 2, Noon, 1, 0, null), new SourceTally("whatsapp", 4, Noon, 2, 5, Noon - Duration.FromHours(1))]);
    }

    [Fact]
    public void ALotThatIsRecordedTwiceCountsOnce()
    {
        TranslatedDelivery[] lot = [Delivery("whatsapp", 1, 3, BadTime), Delivery("whatsapp", 2, 1)];
        Record(lot);
        Record([.. lot, Delivery("whatsapp", 3, 1)]);
        state.Store.Refusals.Tallies("florist").ShouldHaveSingleItem().ShouldSatisfyAllConditions(tally => tally.Deliveries.ShouldBe(3), tally => tally.Events.ShouldBe(5));
        state.Store.Refusals.Counts("florist").ShouldHaveSingleItem().Items.ShouldBe(1);
    }

    [Fact]
    public void BeforeARebuildAllIsForgotten()
    {
        Record(Delivery("whatsapp", 1, 3, BadTime));
        state.Store.Refusals.Clear("florist");
        state.Store.Refusals.List("florist", null, null, 10).ShouldBeEmpty();
        state.Store.Refusals.Tallies("florist").ShouldBeEmpty();
    }

    [Fact]
    public void EveryReasonIsReadBackAsItWasWritten()
    {
        var all = Enum.GetValues<RefusalReason>().Select((reason, item) => new Refusal(item, reason, "x")).ToArray();
        Record(Delivery("whatsapp", 1, 0, all));
        state.Store.Refusals.List("florist", null, null, 100).Select(refused => refused.Refusal).Reverse().ShouldBe(all);
        Refusals.Code(RefusalReason.AmountOutOfRange).ShouldBe("amount_out_of_range");
    }

    [Fact]
    public async Task WhatIsTurnedAwayAtTheDoorIsOnlyCounted()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var n = 0; n < 100; n++)
                state.Store.Door.Count("florist", "whatsapp", "bad_signature");
        })));
        state.Store.Door.Flush();
        state.Store.Door.Count("florist", "whatsapp", "bad_signature");
        state.Store.Door.Count("florist", "shopify", "foreign_account");
        var counted = state.Reopen().Door.List("florist");
        counted.ShouldBe([new TurnedAway("shopify", "foreign_account", 1, state.Clock.Now), new TurnedAway("whatsapp", "bad_signature", 801, state.Clock.Now)]);
        state.Store.Door.List("baker").ShouldBeEmpty();
    }

    private static TranslatedDelivery Delivery(string source, long seq, int events, params Refusal[] refusals) =>
        new(source, seq, Noon, events, events > 0 ? Noon - Duration.FromHours(1) : null, refusals);

    private void Record(params TranslatedDelivery[] deliveries) => state.Store.Refusals.Record("florist", deliveries);
}
