using Beleg.Journal;
using Beleg.Model.Histories;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.Tests.Support;
using Beleg.Warehouse;
using NodaTime;

namespace Beleg.Tests;

/// <summary>The stream from kept bytes to fact rows, with every engine but the disk of the journal.</summary>
public sealed class PipelineTests : IDisposable
{
    private readonly SomeStream stream = new();

    [Fact]
    public async Task DeliveriesInAnyOrderAndNumberGiveTheSameFacts()
    {
        var story = Story(40);
        var expected = await HashOf(story, lot: 50);
        var random = new Random(4);
        for (var round = 0; round < 3; round++)
        {
            var again = story.Concat(story.Where(_ => random.Next(3) == 0)).ToArray();
            random.Shuffle(again);
            (await HashOf(again, lot: 40 + random.Next(40))).ShouldBe(expected);
        }
    }

    [Fact]
    public async Task ARebuildGivesTheRowsThatArrivalGave()
    {
        var journal = await Journal(Story(40));
        var (pipeline, warehouse) = Open(journal);
        await RunAll(pipeline);
        var before = warehouse.FactsHash();
        await pipeline.RebuildAsync(null, default);
        warehouse.FactsHash().ShouldBe(before);
        (await pipeline.RunAsync(default)).ShouldBe(0);
    }

    [Fact]
    public async Task WhatArrivesAfterARebuildJoinsWhatWasThere()
    {
        var story = Story(40);
        var expected = await HashOf(story, lot: 100);
        var journal = await Journal(story[..30]);
        var (pipeline, warehouse) = Open(journal);
        await pipeline.RebuildAsync(null, default);
        await Append(journal, story[30..]);
        await RunAll(pipeline);
        warehouse.FactsHash().ShouldBe(expected);
    }

    [Fact]
    public async Task WhatSmallLotsChangeRowByRowIsWhatARebuildGives()
    {
        var random = new Random(9);
        var bodies = Story(30).Concat(Story(30).Where(_ => random.Next(4) == 0)).ToArray();
        random.Shuffle(bodies);
        var journal = await Journal([]);
        var (pipeline, warehouse) = Open(journal);
        for (var from = 0; from < bodies.Length;)
        {
            var lot = 1 + random.Next(9);
            await Append(journal, bodies.Skip(from).Take(lot));
            await RunAll(pipeline);
            from += lot;
        }

        var arrived = warehouse.FactsHash();
        await pipeline.RebuildAsync(null, default);
        warehouse.FactsHash().ShouldBe(arrived);
    }

    [Fact]
    public async Task FactsThatACrashLeftAheadOfTheHistoriesAreNotWrittenTwice()
    {
        var story = Story(20);
        var expected = await HashOf(story, lot: 30);
        var journal = await Journal(story[..90]);
        var (pipeline, warehouse) = Open(journal);
        await RunAll(pipeline);
        pipeline.Dispose();
        var file = stream.HistoriesOf(warehouse);
        File.Copy(file, file + ".before");
        await Append(journal, story[90..]);
        var crashed = Reopen(journal, warehouse);
        await RunAll(crashed);
        crashed.Dispose();
        HistoryStore.Delete(file);
        File.Move(file + ".before", file);
        await RunAll(Reopen(journal, warehouse));
        warehouse.FactsHash().ShouldBe(expected);
    }

    [Fact]
    public async Task LostHistoriesAreDerivedAgain()
    {
        var journal = await Journal(Story(20));
        var (pipeline, warehouse) = Open(journal);
        await RunAll(pipeline);
        var expected = warehouse.FactsHash();
        pipeline.Dispose();
        HistoryStore.Delete(stream.HistoriesOf(warehouse));
        var again = Reopen(journal, warehouse);
        await RunAll(again);
        warehouse.FactsHash().ShouldBe(expected);
        again.Dossiers.Open(Identifier.Of(SomeStream.Hash, IdentifierType.CustomerId, "shop.example", "u1").Key).ShouldNotBeNull();
    }

    [Fact]
    public async Task AChangeOfTheLedgerReplacesItsLines()
    {
        var journal = await Journal([Cost("100.00", day: 1)]);
        var (pipeline, warehouse) = Open(journal);
        await RunAll(pipeline);
        await Append(journal, [Cost("250.00", day: 2)]);
        await RunAll(pipeline);
        using var reading = warehouse.Read();
        reading.Connection.Query("select amount_minor from cost", [], row => row.Long(0)).ShouldBe([25_000]);
    }

    [Fact]
    public async Task OthersReadHowFarItIsAndWhatItHoldsWhileItIsAtWork()
    {
        var journal = await Journal([]);
        var (pipeline, _) = Open(journal);
        using var done = new CancellationTokenSource();
        var order = SomeStream.Hash.Of("order", "segment", "o0");
        Task[] readers =
        [
            .. Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
            {
                for (var before = 0L; !done.IsCancellationRequested;)
                {
                    var now = pipeline.Bookmark;
                    now.ShouldBeInRange(before, journal.LastSeq(SomeDelivery.Workspace));
                    before = now;
                }
            })),
            Task.Run(() =>
            {
                var seen = 0;
                while (!done.IsCancellationRequested)
                {
                    var now = pipeline.Dossiers.Open(order)?.Events.Count ?? 0;
                    now.ShouldBeGreaterThanOrEqualTo(seen);
                    seen = now;
                }
            }),
        ];
        try
        {
            foreach (var lot in Story(30).Chunk(6))
            {
                await Append(journal, lot);
                await RunAll(pipeline);
            }

            await pipeline.RebuildAsync(null, default);
        }
        finally
        {
            await done.CancelAsync();
            await Task.WhenAll(readers);
        }

        pipeline.Bookmark.ShouldBe(journal.LastSeq(SomeDelivery.Workspace));
    }

    [Fact]
    public async Task ADossierHoldsTheEventsWithTheirPlacesInTheJournal()
    {
        var journal = await Journal(Story(1));
        var (pipeline, _) = Open(journal);
        await RunAll(pipeline);
        var dossier = pipeline.Dossiers.Open(SomeStream.Hash.Of("order", "segment", "o0")).ShouldNotBeNull();
        dossier.Facts.Orders.Single().OrderId.ShouldBe("o0");
        dossier.Events.ShouldAllBe(e => e.Seq > 0);
        dossier.Events.Select(e => e.Event.OccurredAt).ShouldBeInOrder();
        pipeline.Dossiers.Open(new Key(42)).ShouldBeNull();
    }

    public void Dispose() => stream.Dispose();

    private static string[] Story(int contacts) =>
    [
        .. Enumerable.Range(0, contacts).SelectMany(i => new[]
        {
            Track("Message Received", i, 0, "\"channel\":\"instagram\",\"account_id\":\"p\",\"message_id\":\"in" + i + "\",\"text\":\"hello\""),
            Track("Message Sent", i, 1, "\"channel\":\"instagram\",\"account_id\":\"p\",\"message_id\":\"out" + i + "\",\"actor\":\"bot\",\"flow_id\":\"welcome\""),
            $$"""{"type":"track","event":"Message Read","messageId":"r{{i}}","timestamp":"2026-08-01T10:02:00Z","properties":{"channel":"instagram","account_id":"p","message_id":"out{{i}}"} }""",
            Track("Order Completed", i, 60, $"\"order_id\":\"o{i}\",\"shop\":\"segment\",\"total\":\"{20 + i}.50\",\"currency\":\"EUR\",\"financial_status\":\"paid\""),
            $$"""{"type":"identify","messageId":"i{{i}}","userId":"u{{i}}","timestamp":"2026-08-01T11:30:00Z","traits":{"email":"p{{i / 2}}@example.com"} }""",
            $$"""{"type":"track","event":"Order Refunded","messageId":"f{{i}}","userId":"u{{i}}","timestamp":"2026-08-03T10:00:00Z","properties":{"order_id":"o{{i}}","shop":"segment","refund_id":"f{{i}}","amount":"5.00","currency":"EUR"} }""",
        }),
    ];

    private static string Track(string name, int contact, int minute, string properties) =>
        $$"""{"type":"track","event":"{{name}}","messageId":"{{name}}{{contact}}","userId":"u{{contact}}","timestamp":"{{Instant.FromUtc(2026, 8, 1, 10, 0) + Duration.FromMinutes(minute)}}","properties":{ {{properties}} } }""";

    private static string Cost(string amount, int day) =>
        $$"""{"type":"track","event":"Cost Recorded","messageId":"{{amount}}","userId":"x","timestamp":"2026-08-0{{day}}T10:00:00Z","properties":{"cost_id":"c1","kind":"platform","recurrence":"once","amount":"{{amount}}","currency":"EUR"} }""";

    private async Task<string> HashOf(string[] bodies, int lot) => (await stream.FactsOfAsync([.. bodies.Select(body => ("segment", body))], () => lot)).FactsHash();

    private static Task RunAll(Pipeline pipeline) => SomeStream.RunAllAsync(pipeline);

    private Task<IJournal> Journal(IEnumerable<string> bodies) => stream.JournalAsync(bodies);

    private static Task Append(IJournal journal, IEnumerable<string> bodies) => SomeStream.AppendAsync(journal, bodies.Select(body => ("segment", body)));

    private (Pipeline, WorkspaceWarehouse) Open(IJournal journal) => stream.Open(journal);

    private Pipeline Reopen(IJournal journal, WorkspaceWarehouse warehouse) => stream.Reopen(journal, warehouse);
}
