using System.Diagnostics;
using Beleg.Model;
using Beleg.Model.Histories;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.Warehouse;

namespace Beleg;

/// <summary>
/// Everything derived again from the journal, in three passes so that memory stays small: translate and join all events (spilled to
/// temporary files), deal them out so that a cluster lies whole in one part, then fold and write part by part.
/// </summary>
internal static class Rebuild
{
    /// <summary>Rows collected before they are appended: enough for the appender, few enough to be forgotten before the collector moves them.</summary>
    public const int RowsPerAppend = 8_192;

    private const int ReadRows = 8_000;
    private const long ReadBytes = 8L << 20;

    /// <summary>Bytes of spilled events a part should hold: a part is in memory whole, one for each core.</summary>
    private const long PartBytes = 24L << 20;

    /// <summary>Translates deliveries, on several cores when they are many.</summary>
    public static Translation[] Translate(IReadOnlyList<Delivery> deliveries, Action<Delivery, Translation> translate, ParallelOptions cores)
    {
        var translations = new Translation[deliveries.Count];
        void One(int i)
        {
            translations[i] = new Translation();
            translate(deliveries[i], translations[i]);
        }

        if (deliveries.Count < 100)
            for (var i = 0; i < deliveries.Count; i++)
                One(i);
        else
            Parallel.For(0, deliveries.Count, cores, One);
        return translations;
    }

    /// <summary>Runs the passes. Facts become visible at the end; histories are in the file at <paramref name="historiesPath"/>.</summary>
    public static async Task<RebuildResult> RunAsync(PipelineParts parts, string historiesPath, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var settings = parts.Settings();
        var watch = new PassWatch();
        var clusters = new BulkClusters(settings.MaxContactsPerIdentifier);
        using var spill = new Spill(historiesPath + ".spill");
        using var unnamed = new Spill(historiesPath + ".unnamed");
        using var histories = HistoryStore.OpenForLoad(historiesPath);
        var ledger = new History(histories.NextCluster());
        var recount = parts.Recount?.Invoke();
        var (count, bookmark, joining) = await TranslateAllAsync(recount is null ? parts : parts with { Report = recount.Add }, clusters, spill, unnamed, ledger, progress, cancellationToken);
        var waiting = Bind(clusters, spill, unnamed);
        watch.End("translate_and_join");
        histories.Begin();
        using var draft = parts.Facts.Draft();
        var view = LedgerView.Of(ledger, settings);
        draft.Append(view.Facts);
        var clusterOf = Fold(clusters, view.Settings, spill, histories, draft, cancellationToken);
        watch.End("fold_and_append");
        if (ledger.Length > 0)
            KeepLedger(ledger, histories);
        histories.KeepIndex(clusters, clusterOf, waiting);
        histories.Bookmark = bookmark;
        histories.Commit();
        watch.End("keep_index");
        draft.Finish(bookmark);
        recount?.Commit();
        watch.End("sort_by_time");
        return new RebuildResult(count, bookmark, watch.Passes, joining);
    }

    private static async Task<(int, long, TimeSpan)> TranslateAllAsync(PipelineParts parts, BulkClusters clusters, Spill spill, Spill unnamed, History ledger, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var (count, bookmark) = (0, 0L);
        Task<IReadOnlyList<Delivery>> ReadAfter(long seq) =>
            Task.Run(() => parts.Journal.ReadAsync(parts.Workspace, seq, ReadRows, ReadBytes, cancellationToken).AsTask(), cancellationToken);

        // Three things at once: a lot is read and decrypted while the one before is translated and the one before that is filed.
        var (translating, filing) = (Lots(), Lots());
        var filed = Task.CompletedTask;
        var joining = TimeSpan.Zero;
        try
        {
            for (var next = ReadAfter(0); await next is { Count: > 0 } deliveries;)
            {
                count += deliveries.Count;
                bookmark = deliveries[^1].Seq;
                next = ReadAfter(bookmark);
                TranslateLots(deliveries, translating, parts);
                await filed;
                (translating, filing) = (filing, translating);
                var lots = filing;
                filed = Task.Run(
                    () =>
                    {
                        var started = Stopwatch.GetTimestamp();
                        FileLots(lots, clusters, spill, unnamed, ledger);
                        joining += Stopwatch.GetElapsedTime(started);
                        foreach (var lot in lots)
                            if (lot.Outcomes.Count > 0)
                                parts.Report(lot.Outcomes);
                    },
                    CancellationToken.None);
                progress?.Report(count);
            }
        }
        finally
        {
            // Also where reading failed: nobody may write to a spill that is gone.
            await filed;
        }

        return (count, bookmark, joining);
    }

    private static EncodedLot[] Lots() => [.. Enumerable.Range(0, Environment.ProcessorCount * 4).Select(_ => new EncodedLot())];

    private static void TranslateLots(IReadOnlyList<Delivery> deliveries, EncodedLot[] lots, PipelineParts parts) =>
        Parallel.For(0, lots.Length, i =>
            lots[i].Translate(deliveries, (int)((long)deliveries.Count * i / lots.Length), (int)((long)deliveries.Count * (i + 1) / lots.Length), parts));

    private static void FileLots(EncodedLot[] lots, BulkClusters clusters, Spill spill, Spill unnamed, History ledger)
    {
        foreach (var lot in lots)
            lot.FileInto(clusters, spill, unnamed, ledger);
    }

    /// <summary>
    /// Binds events that name nobody through their message, conversation or run; gives those for which nobody is known yet. One more walk
    /// over the spill, and only where a message that nothing else tells of, a conversation or a run must be found.
    /// </summary>
    private static HashSet<Key> Bind(BulkClusters clusters, Spill spill, Spill unnamed)
    {
        if (unnamed.Length == 0)
            return [];
        var owners = new Dictionary<Key, int>();
        unnamed.Walk((_, _, stored) =>
        {
            var entity = Routing.Entity(EventCodec.Read(stored));
            owners.TryAdd(entity, clusters.NodeOfMessage(entity));
        });
        if (owners.ContainsValue(-1))
            spill.Walk((node, _, stored) =>
            {
                var happened = EventCodec.Read(stored);
                foreach (var entity in (ReadOnlySpan<Key>)[happened.Message, happened.Conversation, happened.Run])
                    if (!entity.IsNone && owners.TryGetValue(entity, out var owner) && owner < 0)
                        owners[entity] = node;
            });
        var waiting = new HashSet<Key>();
        unnamed.Walk((_, packed, stored) =>
        {
            var entity = Routing.Entity(EventCodec.Read(stored));
            var owner = owners[entity];
            if (owner < 0)
            {
                owner = owners[entity] = clusters.Join([entity]);
                waiting.Add(entity);
            }

            spill.AddPacked(owner, packed);
        });
        return waiting;
    }

    /// <summary>Folds part by part, on all cores; gives the stored cluster of each root node.</summary>
    private static long[] Fold(BulkClusters clusters, FoldSettings settings, Spill spill, HistoryStore histories, IFactDraft draft, CancellationToken cancellationToken)
    {
        var roots = clusters.Roots();
        var members = new ClusterMembers(roots);
        var clusterOf = new long[roots.Length];
        var parts = (int)Math.Clamp(spill.Length / PartBytes + 1, 1, 512);
        spill.Deal(parts, node => roots[node]);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        Parallel.For(0, parts, parallel, () => new PartFold(clusters, members, clusterOf, settings, histories, draft), (part, _, fold) => fold.Run(spill, part), _ => { });
        for (var node = 0; node < roots.Length; node++)
            clusterOf[node] = clusterOf[roots[node]];
        return clusterOf;
    }

    private static void KeepLedger(History ledger, HistoryStore histories)
    {
        ledger.Nodes.Add(Routing.Ledger);
        histories.Save(ledger);
        histories.Assign(Routing.Ledger, ledger.Cluster);
    }
}
