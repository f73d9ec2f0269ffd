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
        refusals.Counts("florist").ShouldBe([new RefusalCount("shopify", RefusalReason.NotJson, 1, Noon), new RefusalCount("whatsapp", RefusalReason.TimeOutOfRange, 2, Noon)]);
        refusals.List("baker", null, null, 10).ShouldBeEmpty();
    }

    [Fact]
    public void ADeliveryThatIsTranslatedAgainAfterAFixIsNoLongerRefused()
    {
        Record(Delivery("whatsapp", 1, 0, BadTime), Delivery("whatsapp", 2, 0, NotJson));
        var recount = state.Store.Refusals.Recount("florist");
        recount.Add([Delivery("whatsapp", 1, 1)]);
        recount.Add([Delivery("whatsapp", 2, 0, NotJson), Delivery("shopify", 3, 2)]);
        state.Store.Refusals.Counts("florist").Count.ShouldBe(2, "what was known stays until all is counted");
        recount.Commit();
        state.Store.Refusals.List("florist", null, null, 10).ShouldHaveSingleItem().Seq.ShouldBe(2);
        state.Store.Refusals.Counts("florist").ShouldBe([new RefusalCount("whatsapp", RefusalReason.NotJson, 1, Noon)]);
        state.Store.Refusals.Tallies("florist").Select(tally => (tally.Source, tally.Seq, tally.Deliveries, tally.Events)).ShouldBe([("shopify", 3, 1, 2), ("whatsapp", 2, 2, 1)]);
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
    public void CountsAreExactAndOnlyTheLatestItemsAreKept()
    {
        for (var seq = 1; seq <= 30; seq++)
            Record(Delivery("whatsapp", seq, 0, [.. Enumerable.Range(0, 50).Select(item => BadTime with { Item = item })]), Delivery("shopify", 100 + seq, 0, NotJson));
        Record(Delivery("whatsapp", 31, 0, [.. Enumerable.Range(0, 1_000).Select(item => NotJson with { Item = item })]));
        var refusals = state.Reopen().Refusals;
        refusals.Counts("florist").ShouldBe([
            new RefusalCount("shopify", RefusalReason.NotJson, 30, Noon), new RefusalCount("whatsapp", RefusalReason.NotJson, 1_000, Noon), new RefusalCount("whatsapp", RefusalReason.TimeOutOfRange, 1_500, Noon)]);
        refusals.List("florist", "whatsapp", RefusalReason.TimeOutOfRange, 10_000).Select(item => item.Seq).Distinct().ShouldBe([30, 29, 28, 27]);
        refusals.List("florist", "whatsapp", RefusalReason.NotJson, 10_000).Count.ShouldBe(Refusals.MostSamples);
        refusals.List("florist", "shopify", null, 10_000).Count.ShouldBe(30);
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
