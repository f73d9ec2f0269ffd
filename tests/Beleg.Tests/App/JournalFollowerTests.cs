using System.Text;
using Beleg.App.Hosting;
using Beleg.Journal;
using Beleg.Tests.Support;
using NodaTime;

namespace Beleg.Tests.App;

/// <summary>How far the facts of a workspace have followed its journal.</summary>
public sealed class JournalFollowerTests : IAsyncDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly Installation data;

    public JournalFollowerTests()
    {
        var master = Convert.ToBase64String(new byte[32]);
        data = Installation.Open(directory["data"], name => name == "BELEG_MASTER_KEY" ? master : null, TextWriter.Null);
        data.State.Workspaces.Create("florist");
    }

    private JournalFollower Follower => data.Open("florist").Follower;

    [Fact]
    public async Task ALotTakesNoMoreThanItMayAndSaysHowLongTheRestHasWaited()
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        for (var i = 0; i < 5; i++)
            await KeepAsync(i, now - Duration.FromMinutes(10));
        Follower.Waiting.ShouldBe(5);
        (await Follower.TakeAsync(2, TestContext.Current.CancellationToken)).ShouldBe(2);
        Follower.Waiting.ShouldBe(3);
        Follower.Behind.ShouldBeGreaterThanOrEqualTo(Duration.FromMinutes(10));
        (await Follower.TakeAsync(4_000, TestContext.Current.CancellationToken)).ShouldBe(3);
        (Follower.Waiting, Follower.Behind).ShouldBe((0, Duration.Zero));
        (await Follower.TakeAsync(4_000, TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task WhatComesAfterAQuietHourHasNotWaitedForAnHour()
    {
        await KeepAsync(1, SystemClock.Instance.GetCurrentInstant() - Duration.FromHours(1));
        await Follower.CatchUpAsync(null, TestContext.Current.CancellationToken);
        var coming = Follower.WaitForNewAsync(TestContext.Current.CancellationToken);
        coming.IsCompleted.ShouldBeFalse();
        await KeepAsync(2, SystemClock.Instance.GetCurrentInstant());
        await coming;
        Follower.Waiting.ShouldBe(1);
        Follower.Behind.ShouldBeLessThan(Duration.FromMinutes(30));
    }

    [Fact]
    public async Task WhoeverWroteADeliverySeesWhatBecameOfIt()
    {
        for (var i = 0; i < 3; i++)
            await KeepAsync(i, SystemClock.Instance.GetCurrentInstant());
        (await Follower.CatchUpToAsync(Follower.Last, TestContext.Current.CancellationToken)).ShouldBeTrue();
        Follower.Waiting.ShouldBe(0);
        (await Follower.CatchUpToAsync(Follower.Last + 1, TestContext.Current.CancellationToken)).ShouldBeFalse();
    }

    [Fact]
    public async Task WhoeverWaitsForSomethingNewIsWokenWhenTheFactsAreLost()
    {
        await KeepAsync(1, SystemClock.Instance.GetCurrentInstant());
        await Follower.CatchUpAsync(null, TestContext.Current.CancellationToken);
        var warehouse = data.Open("florist").Warehouse;
        var before = warehouse.FactsHash();
        var coming = Follower.WaitForNewAsync(TestContext.Current.CancellationToken);
        coming.IsCompleted.ShouldBeFalse();
        warehouse.Rest().ShouldBeTrue();
        File.WriteAllText(Path.Combine(directory["data"], "warehouse", "florist.duckdb"), "something else");
        Should.Throw<Beleg.Warehouse.WarehouseUnavailableException>(warehouse.FactsHash);
        await coming;
        Follower.Rebuilding.ShouldNotBeNullOrEmpty();
        (await Follower.TakeAsync(4_000, TestContext.Current.CancellationToken)).ShouldBe(1);
        (Follower.Rebuilding, warehouse.FactsHash()).ShouldBe((null, before));
    }

    public async ValueTask DisposeAsync()
    {
        await data.DisposeAsync();
        directory.Dispose();
    }

    private async Task KeepAsync(int number, Instant at)
    {
        var body = Encoding.UTF8.GetBytes($$$"""{"type":"track","event":"Message Received","messageId":"m{{{number}}}","userId":"kim","timestamp":"2026-08-14T12:30:00Z","properties":{"channel":"webchat","text":"hello"}}""");
        (await data.Journal.AppendAsync(new NewDelivery("florist", "segment", at, new Dictionary<string, string>(), body), default)).IsKept.ShouldBeTrue();
    }
}
