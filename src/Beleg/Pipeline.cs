using System.Diagnostics;
using Beleg.Model;
using Beleg.Model.Histories;
using Beleg.Sources;
using Beleg.State;
using NodaTime;

namespace Beleg;

/// <summary>
/// The stream of one workspace, from the journal to the facts: the steps below, in this order, for one batch of deliveries after the
/// other. Any step may be interrupted at any moment; the bookmarks then lie before it, and doing it again gives the same facts.
/// One caller at a time.
/// </summary>
public sealed class Pipeline : IDisposable
{
    /// <summary>Few enough that most of what a batch makes is forgotten before the collector moves it.</summary>
    private const int BatchRows = 4_000;
    private const long BatchBytes = 16L << 20;

    /// <summary>One core is left to whoever delivers and asks meanwhile.</summary>
    private static readonly ParallelOptions AllButOneCore = new() { MaxDegreeOfParallelism = Math.Max(1, Environment.ProcessorCount - 1) };

    /// <summary>Up to so many histories are folded on the calling thread: handing them out would cost more than it gains.</summary>
    private const int FoldAlone = 64;

    /// <summary>A backlog of more deliveries than this, from the beginning, is rebuilt rather than filed batch by batch.</summary>
    private const int WorthRebuilding = 5_000;

    private readonly PipelineParts parts;
    private readonly (string Name, Action<PipelineBatch> Run)[] steps;
    private readonly TimeSpan[] spent;
    private readonly KnownOwners owners;
    private HistoryStore histories;
    private LedgerView ledger;
    private long kept;

    /// <summary>Opens the histories beside the facts.</summary>
    public Pipeline(PipelineParts parts)
    {
        this.parts = parts;
        steps =
        [
            ("translate", Translate),
            ("file", File),
            ("fold", Fold),
            ("write_facts", WriteFacts),
            ("keep_histories", KeepHistories),
            ("report", batch => parts.Report(batch.Outcomes)),
        ];
        spent = new TimeSpan[steps.Length];
        owners = new KnownOwners(parts.Facts);
        histories = HistoryStore.Open(parts.HistoriesPath);
        kept = histories.Bookmark;
        ledger = LedgerView.Read(histories, parts.Settings());
        Dossiers = new Dossiers(parts.HistoriesPath, () => ledger.Settings);
    }

    /// <summary>The histories, for whoever reads beside the stream.</summary>
    public Dossiers Dossiers { get; }

    /// <summary>Time spent in each step since the start.</summary>
    public IReadOnlyList<(string Step, TimeSpan Spent)> Times => [.. steps.Select((step, i) => (step.Name, spent[i]))];

    /// <summary>Position in the journal up to which everything is visible. Anybody may ask, also while a batch is at work.</summary>
    // TRICKY: the histories' own connection is the batch's; whoever else spoke over it brought the whole process down.
    public long Bookmark => Math.Min(Volatile.Read(ref kept), parts.Facts.Bookmark);

    /// <summary>Arrival of the latest delivery that it took; null before it took one.</summary>
    public Instant? TakenUpTo { get; private set; }

    /// <summary>
    /// Takes the next batch through all steps. Brings facts and histories together first where a crash or a lost file left one behind.
    /// </summary>
    /// <returns>Number of deliveries; 0 when there was nothing new.</returns>
    public Task<int> RunAsync(CancellationToken cancellationToken) => RunAsync(BatchRows, cancellationToken);

    /// <inheritdoc cref="RunAsync(CancellationToken)"/>
    /// <param name="atMost">Deliveries of the batch, at most; only what is worth a rebuild is taken as a whole.</param>
    /// <param name="cancellationToken">Stops before the batch.</param>
    public async Task<int> RunAsync(int atMost, CancellationToken cancellationToken)
    {
        if (histories.Bookmark == 0 && await IsWorthRebuildingAsync(cancellationToken))
            return (await RebuildAsync(null, cancellationToken)).Deliveries;
        if (parts.Facts.Bookmark < histories.Bookmark)
            Refold();
        var deliveries = await parts.Journal.ReadAsync(parts.Workspace, histories.Bookmark, Math.Min(atMost, BatchRows), BatchBytes, cancellationToken);
        if (deliveries.Count == 0)
            return 0;
        Run(new PipelineBatch(deliveries));
        TakenUpTo = deliveries[^1].ReceivedAt;
        return deliveries.Count;
    }

    /// <summary>Derives everything again from the journal. What was visible stays so until the new facts are complete.</summary>
    /// <param name="progress">Told the number of deliveries read so far.</param>
    /// <param name="cancellationToken">Leaves everything as it was.</param>
    public async Task<RebuildResult> RebuildAsync(IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var fresh = parts.HistoriesPath + ".new";
        var result = await Rebuild.RunAsync(parts, fresh, progress, cancellationToken);
        Dossiers.WhileNobodyReads(() =>
        {
            histories.Dispose();
            HistoryStore.Move(fresh, parts.HistoriesPath);
            histories = HistoryStore.Open(parts.HistoriesPath);
        });

        Volatile.Write(ref kept, histories.Bookmark);
        owners.Forget();
        ledger = LedgerView.Read(histories, parts.Settings());
        return result;
    }

    /// <summary>Folds all histories anew without translating: after a change of settings or of exchange rates.</summary>
    public void Refold()
    {
        var settings = parts.Settings();
        ledger = LedgerView.Read(histories, settings);
        using var draft = parts.Facts.Draft();
        draft.Append(ledger.Facts);
        var fold = new HistoryFold(histories.Quarantined(), settings: ledger.Settings);
        var facts = new FactBatch();
        var changed = new List<History>();
        foreach (var history in histories.All())
        {
            if (history.IsLedger)
                continue;
            var before = history.Contacts.ToList();
            fold.Into(history, facts);
            if (!before.SequenceEqual(history.Contacts))
                changed.Add(history);
            if (facts.Messages.Count + facts.Contacts.Count < Rebuild.RowsPerAppend)
                continue;
            draft.Append(facts);
            facts = new FactBatch();
        }

        draft.Append(facts);
        draft.Finish(histories.Bookmark);
        histories.Begin();
        changed.ForEach(histories.Save);
        histories.Commit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        histories.Dispose();
        Dossiers.Dispose();
    }

    private async Task<bool> IsWorthRebuildingAsync(CancellationToken cancellationToken)
    {
        var waiting = await parts.Journal.ReadAsync(parts.Workspace, 0, WorthRebuilding + 1, BatchBytes, cancellationToken);
        return waiting.Count > WorthRebuilding || waiting.Sum(delivery => (long)delivery.Body.Length) >= BatchBytes;
    }

    private void Run(PipelineBatch batch)
    {
        try
        {
            for (var i = 0; i < steps.Length; i++)
            {
                var started = Stopwatch.GetTimestamp();
                steps[i].Run(batch);
                spent[i] += Stopwatch.GetElapsedTime(started);
            }
        }
        catch
        {
            histories.Rollback();
            throw;
        }
    }

    private void Translate(PipelineBatch batch)
    {
        var translations = Rebuild.Translate(batch.Deliveries, parts.Translate, AllButOneCore);
        for (var i = 0; i < translations.Length; i++)
        {
            foreach (var (item, happened) in translations[i].Events)
                batch.Events.Add(new Placed(batch.Deliveries[i].Seq, item, happened));
            batch.Outcomes.Add(TranslatedDelivery.Of(batch.Deliveries[i], translations[i]));
        }
    }

    private void File(PipelineBatch batch)
    {
        histories.Begin();
        batch.Clusters = new Clusters(histories, parts.Hash, ledger.Settings.MaxContactsPerIdentifier);
        batch.Histories = batch.Clusters.File(batch.Events, known: histories.Bookmark, owners.Of);
        batch.Before.UnionWith(batch.Histories.SelectMany(history => history.Contacts));
        // TRICKY: only where the facts are the fold of the histories as they were, under the same settings, does the difference of two
        // folds say which rows are there. After a crash between the two, or where more than events changed, all of a contact's rows go.
        batch.ByDifference = parts.Facts.Bookmark == histories.Bookmark && !batch.Clusters.HasNewQuarantine && !batch.Histories.Any(history => history.IsLedger);
    }

    private void Fold(PipelineBatch batch)
    {
        if (batch.Histories.FirstOrDefault(history => history.IsLedger) is { } changed)
        {
            ledger = LedgerView.Of(changed, parts.Settings());
            batch.Ledger = ledger.Facts;
            batch.RatesChanged = batch.Events.Exists(placed => placed.Event.Kind == EventKind.ExchangeRateSet);
        }

        var others = batch.Histories.Where(history => !history.IsLedger).ToList();
        if (others.Count <= FoldAlone || AllButOneCore.MaxDegreeOfParallelism == 1)
        {
            var alone = new BatchFold(batch.Clusters!.Quarantined, ledger.Settings, batch.ByDifference);
            foreach (var history in others)
                alone.Fold(history);
            batch.Folded.Add(alone);
            return;
        }

        Parallel.ForEach(
            others,
            AllButOneCore,
            () => new BatchFold(batch.Clusters!.Quarantined, ledger.Settings, batch.ByDifference),
            (history, _, own) =>
            {
                own.Fold(history);
                return own;
            },
            own =>
            {
                lock (batch.Folded)
                    batch.Folded.Add(own);
            });
    }

    /// <summary>
    /// TRICKY: facts are committed before the histories that list their contacts. After a crash between the two the batch comes again
    /// and finds the rows of the new contacts there already; so the store also drops the rows of the contacts that come.
    /// </summary>
    private void WriteFacts(PipelineBatch batch)
    {
        var (gone, come) = (new FactBatch(), new FactBatch());
        foreach (var folded in batch.Folded)
        {
            gone.Add(folded.Gone);
            come.Add(folded.Come);
        }

        if (batch.ByDifference)
        {
            parts.Facts.Change(gone, come, batch.LastSeq);
            return;
        }

        if (batch.Ledger is { } changed)
            come.Add(changed);
        parts.Facts.Replace(batch.Before, come, batch.Ledger is not null, batch.LastSeq);
    }

    private void KeepHistories(PipelineBatch batch)
    {
        batch.Clusters!.Save();
        histories.Bookmark = batch.LastSeq;
        histories.Commit();
        Volatile.Write(ref kept, batch.LastSeq);
        if (batch.RatesChanged)
            Refold();
    }
}
