using Beleg.Benchmarks.Generator;
using Beleg.Journal.Sqlite;
using Beleg.Keys;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.Warehouse;
using Beleg.Warehouse.DuckDb;
using NodaTime;

namespace Beleg.Benchmarks.Stream;

/// <summary>A journal of generated traffic with the engines and the pipeline the product runs, in a folder of its own.</summary>
internal sealed class BenchWorkspace : IAsyncDisposable
{
    private readonly KeyRing ring;
    private readonly DuckDbInstance instance;
    private readonly Dictionary<string, TranslationContext> contexts;

    public BenchWorkspace(string folder, string name = "bench")
    {
        (Folder, Name) = (folder, name);
        Directory.CreateDirectory(folder);
        ring = Ring(folder);
        ring.Create(name);
        Hash = new KeyedHash(new byte[32]);
        Journal = SqliteJournal.Open(Path.Combine(folder, "journal.db"), ring);
        instance = DuckDbInstance.Open(new DuckDbOptions { DataDirectory = folder });
        Warehouse = WorkspaceWarehouse.Open(instance, name);
        contexts = Traffic.Sources.ToDictionary(source => source.Name, source => new TranslationContext(source, Hash, WithPersonal: false));
        Pipeline = new Pipeline(Parts());
    }

    public string Folder { get; }

    public string Name { get; }

    public KeyedHash Hash { get; }

    public SqliteJournal Journal { get; }

    public WorkspaceWarehouse Warehouse { get; }

    public Pipeline Pipeline { get; }

    public DuckDbInstance Instance => instance;

    public void Translate(Delivery delivery, Translation into)
    {
        var context = contexts[delivery.Source];
        SourceCatalogue.Find(context.Source.Provider)!.Translate(delivery, context, into);
    }

    public async ValueTask DisposeAsync()
    {
        Pipeline.Dispose();
        Warehouse.Dispose();
        instance.Dispose();
        await Journal.DisposeAsync();
        ring.Dispose();
    }

    // In a file, so that another process can read the journal: the one that makes it is not the one that is measured.
    private static KeyRing Ring(string folder)
    {
        var key = Path.Combine(folder, "master.key");
        var master = MasterKey.Find(name => name == MasterKey.FileVariable ? key : null, dataIsNew: !File.Exists(key));
        var keys = Path.Combine(folder, "keys.json");
        return KeyRing.Open(keys, master, dataIsNew: !File.Exists(keys));
    }

    private PipelineParts Parts() => new()
    {
        Workspace = Name,
        Journal = Journal,
        Translate = Translate,
        Hash = Hash,
        Facts = Warehouse,
        HistoriesPath = Path.Combine(Folder, "warehouse", Name + ".histories.db"),
        Settings = () => new FoldSettings { Hash = Hash, Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"], Currency = Currency.Find("EUR") },
        Report = _ => { },
    };
}
