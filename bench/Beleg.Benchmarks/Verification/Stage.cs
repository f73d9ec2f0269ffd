using System.Globalization;
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

    public Stage(string currency, string zone, params IReadOnlyList<SourceSettings> sources)
    {
        (Sources, settings) = (sources, new MetricSettings { Currency = currency, Zone = DateTimeZoneProviders.Tzdb[zone] });
        keys.Create(Name);
        Hash = keys.Of(Name).Hash;
        journal = SqliteJournal.Open(Path.Combine(folder, "journal.db"), keys);
        engine = DuckDbInstance.Open(new DuckDbOptions { DataDirectory = folder });
        Warehouse = WorkspaceWarehouse.Open(engine, Name);
        var translators = sources.ToDictionary(s => s.Name, s => (SourceCatalogue.Find(s.Provider)!, new TranslationContext(s, Hash, WithPersonal: false)));
        pipeline = new Pipeline(new PipelineParts
        {
            Workspace = Name,
            Journal = journal,
            Translate = (delivery, into) =>
            {
                var (source, context) = translators[delivery.Source];
                source.Translate(delivery, context, into);
            },
            Hash = Hash,
            Facts = Warehouse,
            HistoriesPath = Path.Combine(folder, "histories.db"),
            Settings = () => new FoldSettings { Hash = Hash, Zone = settings.Zone, Currency = Currency.Find(currency) },
            Report = outcomes => Refused += outcomes.Sum(o => o.Refusals.Count),
        });
    }

    public IReadOnlyList<SourceSettings> Sources { get; }

    public KeyedHash Hash { get; }

    public WorkspaceWarehouse Warehouse { get; }

    public int Refused { get; private set; }

    /// <summary>Time spent in each step of the stream.</summary>
    public IReadOnlyList<(string Step, TimeSpan Spent)> Times => pipeline.Times;

    /// <summary>Keeps bodies as deliveries of the first source and takes them through the stream.</summary>
    public Task DeliverAsync(IEnumerable<(Instant At, ReadOnlyMemory<byte> Body)> bodies)
    {
        var none = new Dictionary<string, string>();
        return DeliverAsync(bodies.Select(b => new NewDelivery(Name, Sources[0].Name, b.At, none, b.Body)));
    }

    /// <summary>Keeps deliveries and takes them through the stream.</summary>
    public async Task DeliverAsync(IEnumerable<NewDelivery> deliveries)
    {
        foreach (var lot in deliveries.Select(d => d with { Workspace = Name }).Chunk(256))
        {
            var kept = await journal.AppendManyAsync(lot, CancellationToken.None);
            if (!kept.IsKept)
                throw new IOException(kept.Reason);
        }

        while (await pipeline.RunAsync(CancellationToken.None) > 0)
        {
        }
    }

    /// <summary>A metric over a period.</summary>
    public Task<Figure> FigureAsync(string metric, Period period) => FigureAsync(metric, [new("from", period.From.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)), new("to", period.To.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture))]);

    /// <summary>A metric by the words of the command line or an address.</summary>
    public async Task<Figure> FigureAsync(string metric, IEnumerable<KeyValuePair<string, string?>> words)
    {
        var request = MetricRequestReader.Read([new("metrics", metric), .. words], MetricCatalogue.Default, Period.Month(2026, 9)) with { Intervals = false };
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
