using Beleg.Keys;
using Beleg.Sources;

namespace Beleg.Journal.Sqlite;

/// <summary>
/// The journal of one machine: one file for all workspaces, one writer that flushes whatever waits as one group. Bodies are sealed by
/// the caller's thread under the workspace's key, so the writer only moves bytes.
/// </summary>
public sealed class SqliteJournal : IJournal
{
    private readonly Intake intake;
    private readonly Tails tails = new();
    private readonly SourceTable sources = new();
    private readonly KeyRing keys;
    private readonly GroupCommit commit;
    private readonly JournalReader reader;
    private readonly JournalRewriter rewriter;
    private readonly Thread writer;
    private readonly Lock writing = new();
    private readonly SemaphoreSlim oneLot = new(1, 1);
    private int disposed;

    private SqliteJournal(string file, KeyRing keys, SqliteJournalOptions options)
    {
        this.keys = keys;
        intake = new Intake(options.MaxWaiting, options.MaxWaitingBytes);
        commit = new GroupCommit(file, sources, tails);
        reader = new JournalReader(file, sources, keys);
        rewriter = new JournalRewriter(commit, reader, keys);
        var connection = commit.Connection();
        sources.Load(connection);
        LimitFile(options.MaxFileBytes);
        foreach (var row in sources.Rows)
            tails.Advance(row.Workspace, row.LastSeq);
        writer = new Thread(WriteGroups) { IsBackground = true, Name = "journal writer" };
        writer.Start();
    }

    /// <summary>Opens the file, or makes it. Deliveries of a crashed process that were answered with Kept are there.</summary>
    /// <exception cref="Primitives.UserErrorException">The file is of a newer version, or an option is out of range.</exception>
    public static SqliteJournal Open(string file, KeyRing keys, SqliteJournalOptions? options = null)
    {
        options ??= new SqliteJournalOptions();
        options.Validate();
        return new SqliteJournal(file, keys, options);
    }

    /// <inheritdoc/>
    public async ValueTask<AppendResult> AppendAsync(NewDelivery delivery, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (intake.IsFull)
            return AppendResult.Full;
        var waiting = new Waiting([DeliverySeal.Seal(delivery, keys.Of(delivery.Workspace))]);
        return intake.TryEnter(waiting, bounded: true) ?? await waiting.Done.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<AppendResult> AppendManyAsync(IReadOnlyList<NewDelivery> deliveries, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (deliveries.Count == 0)
            return AppendResult.Kept(0);
        var rows = new SealedDelivery[deliveries.Count];
        for (var at = 0; at < rows.Length; at++)
            rows[at] = DeliverySeal.Seal(deliveries[at], keys.Of(deliveries[at].Workspace));
        var waiting = new Waiting(rows);
        await oneLot.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return intake.TryEnter(waiting, bounded: false) ?? await waiting.Done.ConfigureAwait(false);
        }
        finally
        {
            oneLot.Release();
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Delivery>> ReadAsync(string workspace, long afterSeq, int maxRows, long maxBytes, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Delivery>>(reader.Read(workspace, afterSeq, maxRows, maxBytes, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Delivery>> ReadManyAsync(string workspace, IReadOnlyCollection<long> seqs, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Delivery>>(reader.ReadMany(workspace, seqs, cancellationToken));

    /// <inheritdoc/>
    public long LastSeq(string workspace) => tails.LastSeq(workspace);

    /// <inheritdoc/>
    public Task WaitForNewAsync(string workspace, long afterSeq, CancellationToken cancellationToken) =>
        tails.WaitBeyondAsync(workspace, afterSeq, cancellationToken);

    /// <inheritdoc/>
    public IReadOnlyList<SourceCount> Counts(string workspace) => sources.Counts(workspace);

    /// <inheritdoc/>
    public Task RewriteAsync(string workspace, IReadOnlyList<Rewrite> rewrites, CancellationToken cancellationToken) =>
        Task.Run(
            () =>
            {
                lock (writing)
                    rewriter.Rewrite(workspace, rewrites, cancellationToken);
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> CheckIntegrityAsync(CancellationToken cancellationToken) =>
        Task.Run<IReadOnlyList<string>>(() => JournalCheck.Run(reader, sources, cancellationToken), cancellationToken);

    /// <summary>Writes what waits, then closes. Appends from now on are answered Unavailable.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
            return;
        intake.Close();
        await Task.Run(writer.Join).ConfigureAwait(false);
        reader.Dispose();
        commit.Dispose();
        oneLot.Dispose();
    }

    /// <summary>Changes how large the file may grow; for an operator who made room.</summary>
    internal void LimitFile(long bytes)
    {
        lock (writing)
            commit.Limit(bytes / JournalSchema.PageBytes);
    }

    private void WriteGroups()
    {
        while (intake.TakeAll() is { } group)
        {
            lock (writing)
                commit.Write(group);
        }
    }
}
