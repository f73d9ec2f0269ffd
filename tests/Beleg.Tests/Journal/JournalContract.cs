using Beleg.Journal;
using Beleg.Keys;
using Beleg.Tests.Support;
using NodaTime;

namespace Beleg.Tests.Journal;

/// <summary>What every journal promises; run against the one on disk and the one in memory.</summary>
public abstract class JournalContract : IAsyncLifetime
{
    protected const string Florist = SomeDelivery.Workspace;
    protected const string Baker = "baker";
    private const int Many = 10_000;

    internal KeyRing Ring { get; } = KeyRing.InMemory();

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private IJournal Journal { get; set; } = null!;

    protected abstract IJournal Open();

    public ValueTask InitializeAsync()
    {
        Ring.Create(Florist);
        Ring.Create(Baker);
        Journal = Open();
        return ValueTask.CompletedTask;
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Journal.DisposeAsync();
        Ring.Dispose();
    }

    [Fact]
    public async Task ADeliveryComesBackByteForByte()
    {
        var sent = new NewDelivery(
            Florist, "shopify", Instant.FromUnixTimeTicks(17_890_123_456_789_012),
            new Dictionary<string, string> { ["x-shopify-topic"] = "orders/paid", ["x-shopify-shop-domain"] = "blüten.example" },
            new byte[] { 0, 255, 13, 10, 0xEF, 0xBB, 0xBF });
        var result = await Journal.AppendAsync(sent, Token);
        result.IsKept.ShouldBeTrue();
        var read = (await Journal.ReadOneAsync(Florist, result.Seq, Token)).ShouldNotBeNull();
        read.ShouldSatisfyAllConditions(
            () => read.Seq.ShouldBe(result.Seq),
            () => read.Workspace.ShouldBe(Florist),
            () => read.Source.ShouldBe("shopify"),
            () => read.ReceivedAt.ShouldBe(sent.ReceivedAt),
            () => read.Headers.ShouldBe(sent.Headers, ignoreOrder: true),
            () => read.Body.ToArray().ShouldBe(sent.Body.ToArray()));
    }

    [Fact]
    public async Task AnEmptyBodyIsADeliveryToo()
    {
        var seq = await Append("");
        (await Journal.ReadOneAsync(Florist, seq, Token))!.Body.Length.ShouldBe(0);
    }

    [Fact]
    public async Task DeliveriesAreReadInTheOrderOfTheirPositionsAndInParts()
    {
        for (var n = 1; n <= 7; n++)
            await Append($"{n}");
        var first = await Journal.ReadAsync(Florist, 0, 3, long.MaxValue, Token);
        var second = await Journal.ReadAsync(Florist, first[^1].Seq, 100, long.MaxValue, Token);
        first.Select(delivery => delivery.Text()).ShouldBe(["1", "2", "3"]);
        second.Select(delivery => delivery.Text()).ShouldBe(["4", "5", "6", "7"]);
        (await Journal.ReadAsync(Florist, second[^1].Seq, 100, long.MaxValue, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task AReadStopsAfterTheDeliveryThatReachesTheBytesAskedFor()
    {
        foreach (var body in new[] { "aaaa", "bbbb", "cccc" })
            await Append(body);
        (await Journal.ReadAsync(Florist, 0, 100, 1, Token)).Count.ShouldBe(1);
        (await Journal.ReadAsync(Florist, 0, 100, 5, Token)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task AWorkspaceSeesNothingOfAnother()
    {
        var mine = await Append("mine");
        var theirs = (await Journal.AppendAsync(SomeDelivery.Saying("theirs", Baker), Token)).Seq;
        theirs.ShouldBeGreaterThan(mine);
        (await Journal.ReadAsync(Florist, 0, 100, long.MaxValue, Token)).ShouldHaveSingleItem().Text().ShouldBe("mine");
        (await Journal.ReadOneAsync(Florist, theirs, Token)).ShouldBeNull();
        Journal.LastSeq(Florist).ShouldBe(mine);
        Journal.LastSeq("nobody").ShouldBe(0);
        (await Journal.ReadAsync("nobody", 0, 100, long.MaxValue, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task ManyPositionsAreReadAscendingWithoutThoseThatAreNot()
    {
        var (a, b, c) = (await Append("a"), await Append("b"), await Append("c"));
        var read = await Journal.ReadManyAsync(Florist, [c, a, c, 999], Token);
        read.Select(delivery => delivery.Text()).ShouldBe(["a", "c"]);
        b.ShouldBe(a + 1);
    }

    [Fact]
    public async Task ALotIsKeptInItsOrder()
    {
        var lot = Enumerable.Range(0, Many).Select(n => SomeDelivery.Saying($"{n}")).ToList();
        var result = await Journal.AppendManyAsync(lot, Token);
        result.IsKept.ShouldBeTrue();
        result.Seq.ShouldBe(Journal.LastSeq(Florist));
        (await Journal.ReadAsync(Florist, 0, Many + 1, long.MaxValue, Token)).Select(delivery => delivery.Text())
            .ShouldBe(Enumerable.Range(0, Many).Select(n => $"{n}"));
        (await Journal.AppendManyAsync([], Token)).IsKept.ShouldBeTrue();
    }

    [Fact]
    public async Task WhoWaitsIsWokenByADeliveryOfItsOwnWorkspaceOnly()
    {
        var waiting = Journal.WaitForNewAsync(Florist, 0, Token);
        await Journal.AppendAsync(SomeDelivery.Saying("theirs", Baker), Token);
        waiting.IsCompleted.ShouldBeFalse();
        var seq = await Append("mine");
        await waiting.WaitAsync(TimeSpan.FromSeconds(10), Token);
        Journal.WaitForNewAsync(Florist, seq - 1, Token).IsCompletedSuccessfully.ShouldBeTrue();
        Journal.WaitForNewAsync(Florist, seq, Token).IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task WaitingCanBeGivenUp()
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var waiting = Journal.WaitForNewAsync(Florist, 0, giveUp.Token);
        await giveUp.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
    }

    [Fact]
    public async Task CountsAreKeptBySource()
    {
        await Append("1");
        var last = await Append("2");
        await Journal.AppendAsync(SomeDelivery.Saying("3", source: "shopify"), Token);
        await Journal.AppendAsync(SomeDelivery.Saying("4", Baker), Token);
        Journal.Counts(Florist).ShouldBe([
            new SourceCount("shopify", 1, last + 1, SomeDelivery.Arrival),
            new SourceCount("whatsapp", 2, last, SomeDelivery.Arrival)]);
        Journal.Counts("nobody").ShouldBeEmpty();
    }

    [Fact]
    public async Task ARewriteReplacesTheBodyAndNothingElse()
    {
        var (before, erased, after) = (await Append("before"), await Append("Anna Muster"), await Append("after"));
        await Journal.RewriteAsync(Florist, [new Rewrite(erased, "contact 7"u8.ToArray())], Token);
        var read = await Journal.ReadAsync(Florist, 0, 100, long.MaxValue, Token);
        read.Select(delivery => delivery.Text()).ShouldBe(["before", "contact 7", "after"]);
        read.Select(delivery => delivery.Seq).ShouldBe([before, erased, after]);
        read[1].ReceivedAt.ShouldBe(SomeDelivery.Arrival);
        Journal.Counts(Florist).ShouldHaveSingleItem().Deliveries.ShouldBe(3);
    }

    [Fact]
    public async Task ARewriteOfWhatAnotherWorkspaceHoldsChangesNothing()
    {
        var mine = await Append("mine");
        var theirs = (await Journal.AppendAsync(SomeDelivery.Saying("theirs", Baker), Token)).Seq;
        await Should.ThrowAsync<KeyNotFoundException>(
            Journal.RewriteAsync(Florist, [new Rewrite(mine, "x"u8.ToArray()), new Rewrite(theirs, "x"u8.ToArray())], Token));
        (await Journal.ReadOneAsync(Florist, mine, Token))!.Text().ShouldBe("mine");
        (await Journal.ReadOneAsync(Baker, theirs, Token))!.Text().ShouldBe("theirs");
        (await Append("the journal goes on")).ShouldBeGreaterThan(theirs);
    }

    [Fact]
    public async Task AWorkspaceWithoutKeysKeepsNothing() =>
        await Should.ThrowAsync<KeyNotFoundException>(Journal.AppendAsync(SomeDelivery.Saying("x", "nobody"), Token).AsTask());

    [Fact]
    public async Task ABodyOverFourMebibytesIsNotTaken()
    {
        var largest = SomeDelivery.Saying("") with { Body = new byte[NewDelivery.MaxBodyBytes] };
        (await Journal.AppendAsync(largest, Token)).IsKept.ShouldBeTrue();
        await Should.ThrowAsync<ArgumentException>(
            Journal.AppendAsync(largest with { Body = new byte[NewDelivery.MaxBodyBytes + 1] }, Token).AsTask());
    }

    [Fact]
    public async Task CallersAtOnceEachGetAPositionOfTheirOwn()
    {
        var seqs = await Task.WhenAll(Enumerable.Range(0, 64).Select(caller => Task.Run(async () =>
        {
            List<(long, string)> mine = [];
            for (var n = 0; n < 50; n++)
                mine.Add((await Append($"{caller}.{n}"), $"{caller}.{n}"));
            return mine;
        })));
        var read = await Journal.ReadAsync(Florist, 0, int.MaxValue, long.MaxValue, Token);
        read.Select(delivery => (delivery.Seq, delivery.Text())).ShouldBe(seqs.SelectMany(mine => mine).Order());
    }

    [Fact]
    public async Task ASoundJournalHasNoProblems()
    {
        await Append("1");
        await Journal.AppendAsync(SomeDelivery.Saying("2", Baker), Token);
        (await Journal.CheckIntegrityAsync(Token)).ShouldBeEmpty();
    }

    private async Task<long> Append(string body)
    {
        var result = await Journal.AppendAsync(SomeDelivery.Saying(body), Token);
        result.Status.ShouldBe(AppendStatus.Kept, result.Reason);
        return result.Seq;
    }
}
