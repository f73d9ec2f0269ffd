using Beleg.Model;
using Beleg.Model.Histories;
using Beleg.Primitives;
using Beleg.Sources;

namespace Beleg;

/// <summary>
/// The histories of one workspace as they are read while its stream writes them: over connections of their own, and never in the moment
/// in which a rebuild puts another file in the place of this one. Any number may read.
/// </summary>
public sealed class Dossiers : IDossiers, IDisposable
{
    private readonly string path;
    private readonly Func<FoldSettings> settings;
    private readonly ReaderWriterLockSlim exchange = new();

    internal Dossiers(string path, Func<FoldSettings> settings) => (this.path, this.settings) = (path, settings);

    /// <inheritdoc/>
    public Dossier? Open(Key key) => Read(histories =>
    {
        if (histories.ClusterOf(key) is not { } cluster)
            return null;
        var history = histories.Load(cluster);
        var facts = new FactBatch();
        var fold = new HistoryFold(histories.Quarantined(), settings());
        fold.Into(history, facts);
        return Dossier.Of(history, facts, fold.Owners());
    });

    /// <summary>
    /// What was written down about the programme itself (costs, assumptions, agreements, hypotheses, experiments), every version of it, by time. Prices
    /// and rates are left out: they are many, and have no author to name.
    /// </summary>
    public IReadOnlyList<JournaledEvent> Ledger() =>
        Read(histories => histories.ClusterOf(Routing.Ledger) is { } cluster ? Dossier.EventsOf(histories.Load(cluster), IsOfTheBooks) : []);

    /// <summary>
    /// Folds all histories in memory and credits their orders under other settings of attribution beside those that hold. Writes nothing,
    /// and reads one state of the histories, whatever arrives meanwhile.
    /// </summary>
    /// <param name="change">Makes the other settings of those that hold; only windows and half-life may differ.</param>
    /// <param name="worker">Made once a thread: takes facts of some orders as they are, and orders, credits and touches as they would be, in the same order.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public void CreditAgain(Func<FoldSettings, FoldSettings> change, Func<Action<FactBatch, FactBatch>> worker, CancellationToken cancellationToken)
    {
        var held = settings();
        var other = change(held);
        Read(histories =>
        {
            var quarantined = histories.Quarantined();
            return Parallel.ForEach(
                histories.All().Where(history => !history.IsLedger),
                new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken },
                () => new CreditComparison(quarantined, held, other, worker()),
                (history, _, own) => own.Take(history.Packed),
                own => own.Finish());
        });
    }

    /// <summary>One contact alone, by any of its names or its own key; null where nobody, or more than one, is known by it.</summary>
    internal Belongings? Find(Key name) =>
        Read(histories => histories.ClusterOf(name) is { } cluster ? Belongings.Find(histories.Load(cluster), histories.Quarantined(), settings(), name) : null);

    /// <summary>Exchanges the file; those who read end first, those who come wait.</summary>
    internal void WhileNobodyReads(Action work)
    {
        exchange.EnterWriteLock();
        try
        {
            work();
        }
        finally
        {
            exchange.ExitWriteLock();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => exchange.Dispose();

    private static bool IsOfTheBooks(EventKind kind) =>
        kind is EventKind.CostRecorded or EventKind.AssumptionSet or EventKind.MetricAgreed or EventKind.HypothesisSet
            or EventKind.ExperimentPlanned or EventKind.ExperimentStateChanged;

    private T Read<T>(Func<HistoryStore, T> read)
    {
        exchange.EnterReadLock();
        try
        {
            using var histories = HistoryStore.Open(path);
            return read(histories);
        }
        finally
        {
            exchange.ExitReadLock();
        }
    }
}
