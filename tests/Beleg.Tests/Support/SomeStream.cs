using Beleg.Journal;
using Beleg.Keys;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.Tests.Sources;
using Beleg.Warehouse;
using Beleg.Warehouse.DuckDb;
using NodaTime;

namespace Beleg.Tests.Support;

/// <summary>The stream from kept bytes to fact rows, with every engine but the disk of the journal. Sources are named after their providers.</summary>
internal sealed class SomeStream : IDisposable
{
    private readonly TemporaryDirectory folder = new();
    private readonly DuckDbInstance instance;
    private readonly List<IDisposable> opened = [];

    public SomeStream() => instance = DuckDbInstance.Open(new DuckDbOptions { DataDirectory = folder.Path });

    public static KeyedHash Hash => Deliver.Hash;

    /// <summary>Where a workspace's histories lie.</summary>
    public string HistoriesOf(WorkspaceWarehouse warehouse) => Path.Combine(folder.Path, $"{warehouse.Workspace}.histories.db");

    /// <summary>A journal with bodies of a Segment client in it.</summary>
    public async Task<IJournal> JournalAsync(params IEnumerable<string> bodies)
    {
        var keys = KeyRing.InMemory();
        keys.Create(SomeDelivery.Workspace);
        opened.Add(keys);
        var journal = new InMemoryJournal(keys);
        await AppendAsync(journal, bodies.Select(body => ("segment", body)));
        return journal;
    }

    public static async Task AppendAsync(IJournal journal, IEnumerable<(string Source, string Body)> deliveries)
    {
        foreach (var (source, body) in deliveries)
            await journal.AppendAsync(SomeDelivery.Saying(body, source: source), default);
    }

    /// <summary>A pipeline over fresh facts.</summary>
    public (Pipeline Pipeline, WorkspaceWarehouse Warehouse) Open(IJournal journal)
    {
        var warehouse = WorkspaceWarehouse.Open(instance, $"w{opened.Count}-{Guid.NewGuid():n}");
        opened.Add(warehouse);
        return (Reopen(journal, warehouse), warehouse);
    }

    /// <summary>A pipeline over the facts that are there.</summary>
    public Pipeline Reopen(IJournal journal, WorkspaceWarehouse warehouse)
    {
        var pipeline = new Pipeline(new PipelineParts
        {
            Workspace = SomeDelivery.Workspace,
            Journal = journal,
            Translate = (delivery, into) => SourceCatalogue.Find(delivery.Source)!.Translate(delivery, new TranslationContext(Deliver.Settings(delivery.Source), Hash), into),
            Hash = Hash,
            Facts = warehouse,
            HistoriesPath = HistoriesOf(warehouse),
            Settings = () => new FoldSettings { Hash = Hash, Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"], Currency = Currency.Find("EUR") },
            Report = _ => { },
        });
        opened.Insert(0, pipeline);
        return pipeline;
    }

    /// <summary>Takes everything that waits through the stream.</summary>
    public static async Task RunAllAsync(Pipeline pipeline)
    {
        while (await pipeline.RunAsync(default) > 0)
        {
        }
    }

    /// <summary>The facts of deliveries that come in lots of some sizes.</summary>
    public async Task<WorkspaceWarehouse> FactsOfAsync(IReadOnlyList<(string Source, string Body)> deliveries, Func<int> lot)
    {
        var journal = await JournalAsync();
        var (pipeline, warehouse) = Open(journal);
        for (var from = 0; from < deliveries.Count;)
        {
            var next = Math.Max(1, lot());
            await AppendAsync(journal, deliveries.Skip(from).Take(next));
            await RunAllAsync(pipeline);
            from += next;
        }

        warehouse.State.ShouldBe(WarehouseState.Ready);
        return warehouse;
    }

    /// <summary>The facts of deliveries that were all there when the facts were derived.</summary>
    public async Task<WorkspaceWarehouse> RebuiltAsync(IReadOnlyList<(string Source, string Body)> deliveries)
    {
        var journal = await JournalAsync();
        await AppendAsync(journal, deliveries);
        var (pipeline, warehouse) = Open(journal);
        await pipeline.RebuildAsync(null, default);
        return warehouse;
    }

    public void Dispose()
    {
        opened.ForEach(one => one.Dispose());
        instance.Dispose();
        folder.Dispose();
    }
}
