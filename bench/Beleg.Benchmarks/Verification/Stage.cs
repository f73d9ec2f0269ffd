using Beleg.Journal;
using Beleg.Journal.Sqlite;
using Beleg.Keys;
using Beleg.Metrics;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.Warehouse;
using Beleg.Warehouse.DuckDb;
using NodaTime;
using Period = Beleg.Primitives.Period;

namespace Beleg.Benchmarks.Verification;

/// <summary>The whole stream in a folder of its own, thrown away at the end: journal, pipeline, facts, metrics.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private const string Name = "verify";

    private readonly string folder = Directory.CreateTempSubdirectory("beleg-verify-").FullName;
    private readonly KeyRing keys = KeyRing.InMemory();
    private readonly SqliteJournal journal;
    private readonly DuckDbInstance engine;
    private readonly Pipeline pipeline;
    private readonly MetricSettings settings;

    public Stage(string currency, SourceSettings source)
    {
        (Source, settings) = (source, new MetricSettings { Currency = currency });
        keys.Create(Name);
        Hash = keys.Of(Name).Hash;
        journal = SqliteJournal.Open(Path.Combine(folder, "journal.db"), keys);
        engine = DuckDbInstance.Open(new DuckDbOptions { DataDirectory = folder });
        Warehouse = WorkspaceWarehouse.Open(engine, Name);
        var provider = SourceCatalogue.Find(source.Provider)!;
        pipeline = new Pipeline(new PipelineParts
        {
            Workspace = Name,
            Journal = journal,
            Translate = (delivery, into) => provider.Translate(delivery, new TranslationContext(source, Hash, WithPersonal: false), into),
            Hash = Hash,
            Facts = Warehouse,
            HistoriesPath = Path.Combine(folder, "histories.db"),
            Settings = () => new FoldSettings { Hash = Hash, Zone = DateTimeZone.Utc, Currency = Currency.Find(currency) },
            Report = outcomes => Refused += outcomes.Sum(o => o.Translation.Refusals.Count),
        });
    }

    public SourceSettings Source { get; }

    public KeyedHash Hash { get; }

    public WorkspaceWarehouse Warehouse { get; }

    public int Refused { get; private set; }

    /// <summary>Keeps bodies as deliveries and takes them through the stream.</summary>
    public async Task DeliverAsync(IEnumerable<(Instant At, ReadOnlyMemory<byte> Body)> bodies)
    {
        var none = new Dictionary<string, string>();
        foreach (var lot in bodies.Chunk(256))
        {
            var kept = await journal.AppendManyAsync([.. lot.Select(b => new NewDelivery(Name, Source.Name, b.At, none, b.Body))], CancellationToken.None);
            if (!kept.IsKept)
                throw new IOException(kept.Reason);
        }

        while (await pipeline.RunAsync(CancellationToken.None) > 0)
        {
        }
    }

    /// <summary>A metric over a period.</summary>
    public async Task<Figure> FigureAsync(string metric, Period period)
    {
        var request = MetricRequestReader.Read([new("metrics", metric)], MetricCatalogue.Default, period) with { Intervals = false };
        return (await new MetricEngine().QueryAsync(Warehouse, request, settings))[metric].Total;
    }

    /// <summary>One number by a statement over the facts.</summary>
    public long Count(string sql)
    {
        using var reading = Warehouse.Read();
        return reading.Connection.Scalar<long>(sql);
    }

    public async ValueTask DisposeAsync()
    {
        pipeline.Dispose();
        Warehouse.Dispose();
        engine.Dispose();
        await journal.DisposeAsync();
        keys.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
