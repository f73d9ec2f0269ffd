using Beleg.Keys;
using Beleg.Metrics;
using Beleg.Metrics.Rows;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Reports.Books;
using Beleg.Reports.Contacts;
using Beleg.Reports.Flows;
using Beleg.Reports.MetricTables;
using Beleg.Reports.Overviews;
using Beleg.Reports.Receipts;
using Beleg.Sources;
using Beleg.Sources.Normalising;
using Beleg.State;
using Beleg.State.Settings;
using Beleg.Warehouse;
using Beleg.Warehouse.DuckDb;
using NodaTime;

namespace Beleg.App.Hosting;

/// <summary>One workspace at work: its stream from the journal to the facts, and everything that is asked of the facts.</summary>
internal sealed class OpenWorkspace : IDisposable
{
    private static readonly MetricEngine engine = new();

    private readonly Installation installation;
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private readonly Pipeline pipeline;
    private readonly Erasure erasure;

    public OpenWorkspace(Installation installation, string name, WorkspaceKeys keys, DuckDbInstance duckDb)
    {
        (this.installation, Name, Hash) = (installation, name, keys.Hash);
        Warehouse = WorkspaceWarehouse.Open(duckDb, name);
        pipeline = new Pipeline(new PipelineParts
        {
            Workspace = name,
            Journal = installation.Journal,
            Translate = (delivery, into) => Translate(delivery, into, withPersonal: false),
            Hash = Hash,
            Facts = Warehouse,
            HistoriesPath = Path.Combine(installation.Files.WarehouseDirectory, name + ".histories.db"),
            Settings = () => SettingsForUse.Fold(Settings, Hash),
            Report = Report,
            Recount = () => installation.State.Refusals.Recount(name),
        });
        erasure = new Erasure(
            new ErasureParts
            {
                Workspace = name,
                Journal = installation.Journal,
                State = installation.State,
                Hash = Hash,
                Translate = (delivery, hash, into) => Translate(delivery, into, withPersonal: false, hash),
                SourceOf = source => installation.SourceOf(Name, source),
                Sources = () => [.. BuiltInSources.All, .. installation.State.Sources.List(Name)],
            },
            pipeline);
    }

    public string Name { get; }

    /// <summary>Answers for every workspace of the process, and keeps whole months while their facts stay.</summary>
    public static MetricEngine Engine => engine;

    /// <summary>The workspace's choices about figures.</summary>
    public MetricSettings MetricSettings => SettingsForUse.Metrics(Settings);

    /// <summary>Makes the workspace's keys.</summary>
    public KeyedHash Hash { get; }

    public WorkspaceWarehouse Warehouse { get; }

    public WorkspaceSettings Settings => installation.Require(Name).Settings;

    public DateTimeZone Zone => Settings.Zone;

    public Currency Currency => SettingsForUse.CurrencyOf(Settings);

    /// <summary>Opens what belongs together.</summary>
    public IDossiers Dossiers => pipeline;

    /// <summary>Reads names and texts again from the deliveries that hold them.</summary>
    public PersonalReader Personal => new(installation.Journal, Name, (delivery, into) => Translate(delivery, into, withPersonal: true));

    /// <summary>Reads records of contacts.</summary>
    public ContactReader Contacts => new(pipeline, Personal, Currency);

    /// <summary>Reads what the flow pages show.</summary>
    public FlowReader Flows => new(QueryAsync, Warehouse);

    /// <summary>The keys that a name somebody types may have.</summary>
    public IEnumerable<Key> KeysOf(string name) => NameKeys.Of(Hash, name, null, [.. BuiltInSources.All, .. installation.State.Sources.List(Name)]);

    /// <summary>Today in the workspace's zone.</summary>
    public LocalDate Today => installation.Clock.GetCurrentInstant().InZone(Zone).Date;

    /// <summary>Time spent in each step of the stream.</summary>
    public IReadOnlyList<(string Step, TimeSpan Spent)> Times => pipeline.Times;

    /// <summary>Whether the journal holds deliveries that the facts do not.</summary>
    public bool IsBehind => installation.Journal.LastSeq(Name) > pipeline.Bookmark;

    /// <summary>Takes everything that is in the journal through the stream. A warehouse that cannot answer is derived anew.</summary>
    /// <returns>Number of deliveries.</returns>
    public async Task<long> CatchUpAsync(IProgress<string>? progress, CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var total = 0L;
            if (Warehouse.State != WarehouseState.Ready)
                total += (await pipeline.RebuildAsync(Counting(progress), cancellationToken)).Deliveries;
            for (var taken = -1; taken != 0;)
            {
                await erasure.EraseRepeatedAsync(cancellationToken);
                taken = await pipeline.RunAsync(cancellationToken);
                total += taken;
                if (taken > 0)
                    progress?.Report($"{Name}: {total} deliveries …");
            }

            progress?.Report("");
            return total;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Takes the journal through the stream up to one delivery, so that whoever wrote it sees what became of it.</summary>
    /// <returns>Whether it got there; it goes on by itself where it did not.</returns>
    public async Task<bool> CatchUpToAsync(long seq, CancellationToken cancellationToken)
    {
        while (Warehouse.State == WarehouseState.Ready)
        {
            await oneAtATime.WaitAsync(cancellationToken);
            try
            {
                if (pipeline.Bookmark >= seq)
                    return true;
                await erasure.EraseRepeatedAsync(cancellationToken);
                if (await pipeline.RunAsync(cancellationToken) == 0)
                    return pipeline.Bookmark >= seq;
            }
            finally
            {
                oneAtATime.Release();
            }
        }

        return false;
    }

    /// <summary>Deliveries the facts do not hold yet, at most: positions are shared by all workspaces.</summary>
    public long Waiting => Math.Max(0, installation.Journal.LastSeq(Name) - pipeline.Bookmark);

    /// <summary>Takes what is in the journal now through the stream, and leaves what comes meanwhile to the next round.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        if (Warehouse.State != WarehouseState.Ready)
        {
            await CatchUpAsync(null, cancellationToken);
            return;
        }

        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var upTo = installation.Journal.LastSeq(Name);
            do
                await erasure.EraseRepeatedAsync(cancellationToken);
            while (await pipeline.RunAsync(cancellationToken) > 0 && pipeline.Bookmark < upTo);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Derives every fact again from the journal.</summary>
    /// <returns>Number of deliveries.</returns>
    public async Task<int> RebuildAsync(IProgress<string>? progress, CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var count = (await pipeline.RebuildAsync(Counting(progress), cancellationToken)).Deliveries;
            progress?.Report("");
            return count;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Erases a person; the facts stay as they are.</summary>
    /// <inheritdoc cref="Erasure.EraseAsync"/>
    public async Task<ErasureOutcome> EraseAsync(string name, string? type, bool dryRun, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            return await erasure.EraseAsync(name, type, dryRun, progress, cancellationToken);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Folds everything again, after settings changed that shape facts.</summary>
    public async Task RefoldAsync(CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            pipeline.Refold();
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Completes once the journal has something that the facts do not.</summary>
    public Task WaitForNewAsync(CancellationToken cancellationToken) => installation.Journal.WaitForNewAsync(Name, pipeline.Bookmark, cancellationToken);

    /// <summary>Asks for figures.</summary>
    public Task<MetricAnswer> QueryAsync(MetricRequest request, CancellationToken cancellationToken) =>
        engine.QueryAsync(Warehouse, request, SettingsForUse.Metrics(Settings), cancellationToken);

    /// <summary>Asks for everything the first page shows.</summary>
    public Task<Overview> OverviewAsync(OverviewRequest request, CancellationToken cancellationToken) =>
        new OverviewReader(engine, Warehouse, SettingsForUse.Metrics(Settings)).ReadAsync(request, cancellationToken);

    /// <summary>Asks for the rows behind a figure.</summary>
    public Task<RowPage> RowsAsync(RowRequest request, CancellationToken cancellationToken) =>
        new RowReader(engine, Warehouse, SettingsForUse.Metrics(Settings)).ReadAsync(request, cancellationToken);

    /// <summary>Asks how figures come about.</summary>
    public Task<MetricExplanation> ExplainAsync(MetricRequest request, CancellationToken cancellationToken) =>
        engine.ExplainAsync(Warehouse, request, SettingsForUse.Metrics(Settings), cancellationToken);

    /// <summary>Follows the programme month by month.</summary>
    public Task<ProgrammeCourse> CourseAsync(Period period, CancellationToken cancellationToken) =>
        engine.FollowAsync(Warehouse, period, SettingsForUse.Metrics(Settings), cancellationToken);

    /// <summary>The books of the programme: costs, assumptions, agreements and hypotheses with every version.</summary>
    public Task<LedgerBook> BookAsync(CancellationToken cancellationToken) => new LedgerReader(Personal, Zone).ReadAsync(pipeline.Ledger(), cancellationToken);

    /// <summary>What the programme is worth in a period, and what that rests on.</summary>
    public async Task<RoiReport> RoiAsync(Period period, CancellationToken cancellationToken)
    {
        var days = FactLists.DaysByMonth(Warehouse);
        var reader = new RoiReader(QueryAsync, CourseAsync, await BookAsync(cancellationToken), Currency, Zone);
        return await reader.ReadAsync(period, days.Count > 0 ? days[0].First : period.From, cancellationToken);
    }

    /// <summary>The living document of the workspace's metrics, with the values of a period.</summary>
    /// <param name="period">The period.</param>
    /// <param name="only">The one metric whose value is wanted; null asks for all, which takes its time.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public async Task<MetricTable> MetricTableAsync(Period period, Metric? only, CancellationToken cancellationToken)
    {
        Metric[] due = [.. MetricCatalogue.Default.All.Where(metric => metric.IsDue && (only is null || metric == only))];
        var answer = await QueryAsync(new MetricRequest { Metrics = due, Period = period, Intervals = false }, cancellationToken);
        return MetricTable.Compose(Name, MetricCatalogue.Default, await BookAsync(cancellationToken), answer);
    }

    /// <summary>The receipt of an order; null where there is no such order.</summary>
    public Receipt? Receipt(string shop, string order) =>
        new ReceiptReader(pipeline, new ReceiptSettings(Hash, Zone, Currency, SettingsForUse.Windows(Settings), Settings.HalfLifeDays, Dashboard.Layout.Product.Version)).Read(shop, order);

    /// <summary>A receipt with what was delivered behind each event. For whoever may administer the workspace only.</summary>
    public Task<Receipt> WithRawAsync(Receipt receipt, CancellationToken cancellationToken) =>
        new RawReader(installation.Journal, Name, source => installation.SourceOf(Name, source)?.Provider).WithRawAsync(receipt, cancellationToken);

    /// <summary>Translates a delivery of this workspace.</summary>
    public void Translate(Delivery delivery, Translation into, bool withPersonal) => Translate(delivery, into, withPersonal, Hash);

    private void Translate(Delivery delivery, Translation into, bool withPersonal, KeyedHash hash)
    {
        if (installation.SourceOf(Name, delivery.Source) is not { } source || SourceCatalogue.Find(source.Provider) is not { } provider)
            into.Refuse(-1, RefusalReason.NotTranslated, "The source was removed: add it again under the same name.");
        else
            provider.Translate(delivery, new TranslationContext(source, hash, withPersonal), into);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        pipeline.Dispose();
        Warehouse.Dispose();
        oneAtATime.Dispose();
    }

    private Progress<long>? Counting(IProgress<string>? progress) =>
        progress is null ? null : new Progress<long>(count => progress.Report($"{Name}: {count} deliveries read …"));

    private void Report(IReadOnlyList<TranslatedDelivery> outcomes) => installation.State.Refusals.Record(Name, outcomes);
}
