using Beleg.Keys;
using Beleg.Metrics;
using Beleg.Metrics.Rows;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Reports.Books;
using Beleg.Reports.Contacts;
using Beleg.Reports.Flows;
using Beleg.Reports.Growth;
using Beleg.Reports.MetricTables;
using Beleg.Reports.Overviews;
using Beleg.Reports.Switching;
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
    private readonly Pipeline pipeline;

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
        var erasure = new Erasure(
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
        Answers = new RecentAnswers(() => Warehouse.Changes, installation.Clock);
        Follower = new JournalFollower(name, installation.Journal, installation.Clock, pipeline, erasure, Warehouse, Answers.Forget);
        installation.Changed += Answers.Forget;
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
    public IDossiers Dossiers => pipeline.Dossiers;

    /// <summary>Reads names and texts again from the deliveries that hold them.</summary>
    public PersonalReader Personal => new(installation.Journal, Name, (delivery, into) => Translate(delivery, into, withPersonal: true));

    /// <summary>Reads records of contacts.</summary>
    public ContactReader Contacts => new(Dossiers, Personal, Currency);

    /// <summary>Reads what the flow pages show.</summary>
    public FlowReader Flows => new(QueryAsync, Warehouse);

    /// <summary>The keys that a name somebody types may have.</summary>
    public IEnumerable<Key> KeysOf(string name) => NameKeys.Of(Hash, name, null, [.. BuiltInSources.All, .. installation.State.Sources.List(Name)]);

    /// <summary>Today in the workspace's zone.</summary>
    public LocalDate Today => installation.Clock.GetCurrentInstant().InZone(Zone).Date;

    /// <summary>What its pages asked lately.</summary>
    public RecentAnswers Answers { get; }

    /// <summary>Takes the journal through the stream.</summary>
    public JournalFollower Follower { get; }

    /// <inheritdoc cref="JournalFollower.CatchUpAsync"/>
    public Task<long> CatchUpAsync(IProgress<string>? progress, CancellationToken cancellationToken) => Follower.CatchUpAsync(progress, cancellationToken);

    /// <summary>What other settings of attribution would change in a period; nothing is written.</summary>
    public Task<SwitchReport> PreviewAsync(SwitchProposal proposal, Period period, CancellationToken cancellationToken) => proposal.Learned is { } learned
        ? LearnedSwitchReader.ReadAsync(engine, Warehouse, Currency, SwitchProposal.Side(proposal.Current), learned, period, cancellationToken)
        : Task.Run(
        () =>
        {
            var (now, then) = (proposal.Current, proposal.Proposed);
            SwitchTally NewTally() => new(period, now.AttributionModel, then.AttributionModel);
            var (whole, parts) = (NewTally(), new List<SwitchTally>());
            pipeline.Dossiers.CreditAgain(
                settings => settings with { Windows = SettingsForUse.Windows(then), HalfLifeDays = then.HalfLifeDays },
                () =>
                {
                    var own = NewTally();
                    lock (parts)
                        parts.Add(own);
                    return own.Take;
                },
                cancellationToken);
            parts.ForEach(whole.Add);
            return whole.Report(SwitchProposal.Side(now), SwitchProposal.Side(then), Currency);
        },
        cancellationToken);

    /// <summary>Changes settings, keeps who did it and why, and folds anew where facts hold what changed.</summary>
    /// <exception cref="UserErrorException">Settings are out of range.</exception>
    public async Task ChangeAsync(Installation data, WorkspaceSettings changed, string author, string reason, CancellationToken cancellationToken)
    {
        var shapes = SettingsCatalogue.Changes(Settings, changed).Any(change => SettingsCatalogue.ShapesFacts(change.Key));
        data.State.Workspaces.Save(Name, changed, author, reason);
        data.Notify();
        if (shapes)
            await Follower.RefoldAsync(cancellationToken);
        Answers.Forget();
    }

    /// <summary>What is booked today: which reports the client is given.</summary>
    public Task<BookedScope> ScopeAsync(CancellationToken cancellationToken) =>
        Answers.GetAsync($"booked {Today}", () => BookedScope.ReadAsync(engine, Warehouse, Today, CancellationToken.None), cancellationToken);

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
    public Task<ProgrammeCourse> CourseAsync(Period period, IReadOnlyList<MetricFilter> filters, CancellationToken cancellationToken) =>
        engine.FollowAsync(Warehouse, period, SettingsForUse.Metrics(Settings), filters, cancellationToken);

    /// <summary>The books of the programme: costs, assumptions, agreements and hypotheses with every version.</summary>
    public Task<LedgerBook> BookAsync(CancellationToken cancellationToken) => new LedgerReader(Personal, Zone).ReadAsync(pipeline.Dossiers.Ledger(), cancellationToken);

    /// <summary>What the programme is worth in a period, and what that rests on.</summary>
    public Task<RoiReport> RoiAsync(Period period, CancellationToken cancellationToken) =>
        RoiAsync(new MetricRequest { Metrics = [], Period = period, Compare = Comparison.Previous }, cancellationToken);

    /// <summary>The same of a part of the programme.</summary>
    /// <param name="question">Period, comparison and filters.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public async Task<RoiReport> RoiAsync(MetricRequest question, CancellationToken cancellationToken)
    {
        var days = FactLists.DaysByMonth(Warehouse);
        var reader = new RoiReader(QueryAsync, CourseAsync, await BookAsync(cancellationToken), Currency, Zone);
        return await reader.ReadAsync(question, days.Count > 0 ? days[0].First : question.Period.From, cancellationToken);
    }

    /// <summary>The living document of the workspace's metrics, with the values of a period.</summary>
    /// <param name="period">The period.</param>
    /// <param name="only">The one metric whose value is wanted; null asks for all, which takes its time.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public async Task<MetricTable> MetricTableAsync(Period period, Metric? only, CancellationToken cancellationToken)
    {
        Metric[] due = [.. MetricCatalogue.Default.All.Where(metric => metric.IsDue && (only is null || metric == only))];
        var answer = await WithPaybackAsync(new MetricRequest { Metrics = due, Period = period, Basis = EvidenceBasis.Conservative, Intervals = false }, cancellationToken);
        return MetricTable.Compose(Name, MetricCatalogue.Default, await BookAsync(cancellationToken), answer);
    }

    /// <summary>Figures of a period, its payback counted from where the programme began: what was put in before the period is paid back in it, too.</summary>
    public async Task<MetricAnswer> WithPaybackAsync(MetricRequest request, CancellationToken cancellationToken)
    {
        var answer = await QueryAsync(request, cancellationToken);
        var payback = request.Metrics.Where(metric => metric.Id == "payback_months").ToArray();
        if (payback.Length == 0)
            return answer;
        var since = await QueryAsync(request with { Metrics = payback, Period = OverviewReader.SinceStart(request.Period) }, cancellationToken);
        return answer with { Results = [.. answer.Results.Select(result => result.Metric.Id == "payback_months" ? since.Results[0] : result)] };
    }

    /// <summary>The receipt of an order; null where there is no such order.</summary>
    public Receipt? Receipt(string shop, string order) =>
        new ReceiptReader(Dossiers, new ReceiptSettings(Hash, Zone, Currency, SettingsForUse.Windows(Settings), Settings.HalfLifeDays, Dashboard.Layout.Product.Version, Settings.AttributionModel, LearnedIn)).Read(shop, order);

    /// <summary>What the data-driven models learn from a period.</summary>
    public Task<IReadOnlyList<LearnedWeights>> LearnedAsync(Period period, CancellationToken cancellationToken) => LearnedReader.ReadAsync(engine, Warehouse, period, cancellationToken);

    private IReadOnlyList<LearnedWeights> LearnedIn(LocalDate day) => LearnedAsync(Period.Month(day.ToYearMonth()), CancellationToken.None).GetAwaiter().GetResult();

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
        installation.Changed -= Answers.Forget;
        Follower.Dispose();
        pipeline.Dispose();
        Warehouse.Dispose();
    }

    private void Report(IReadOnlyList<TranslatedDelivery> outcomes) => installation.State.Refusals.Record(Name, outcomes);
}
