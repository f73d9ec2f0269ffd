using Beleg.Sources;

namespace Beleg.Journal;

/// <summary>
/// The truth: every delivery as it came, durable, in one order. Everything else can be derived from it again. Thread-safe.
/// </summary>
public interface IJournal : IAsyncDisposable
{
    /// <summary>
    /// Keeps a delivery; completes only once it is on disk. Answers <see cref="AppendStatus.Full"/> at once where too many wait. Does not
    /// throw for a full or failing disk. Once it waits it cannot be taken back, so the token only counts before.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The workspace has no keys.</exception>
    /// <exception cref="ArgumentException">The body or the headers are too large.</exception>
    ValueTask<AppendResult> AppendAsync(NewDelivery delivery, CancellationToken cancellationToken);

    /// <summary>Keeps several deliveries, all or none; waits its turn rather than answering Full. For files, in lots of about 1,000.</summary>
    /// <inheritdoc cref="AppendAsync" path="/exception"/>
    ValueTask<AppendResult> AppendManyAsync(IReadOnlyList<NewDelivery> deliveries, CancellationToken cancellationToken);

    /// <summary>The next deliveries of a workspace, ascending; empty at the end.</summary>
    /// <param name="workspace">Name of the workspace; an unknown one has none.</param>
    /// <param name="afterSeq">Only later ones; 0 for the beginning.</param>
    /// <param name="maxRows">At most so many.</param>
    /// <param name="maxBytes">Stops after the delivery that reaches so many body bytes; so at least one is returned.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="JournalDamagedException">A delivery does not open.</exception>
    ValueTask<IReadOnlyList<Delivery>> ReadAsync(string workspace, long afterSeq, int maxRows, long maxBytes, CancellationToken cancellationToken);

    /// <summary>The deliveries of a workspace at the given positions, ascending; those that it does not have are left out.</summary>
    /// <exception cref="JournalDamagedException">A delivery does not open.</exception>
    ValueTask<IReadOnlyList<Delivery>> ReadManyAsync(string workspace, IReadOnlyCollection<long> seqs, CancellationToken cancellationToken);

    /// <summary>Position of the workspace's latest delivery; 0 where it has none. Costs nothing.</summary>
    long LastSeq(string workspace);

    /// <summary>Completes once the workspace has a delivery later than <paramref name="afterSeq"/>; at once where it has.</summary>
    Task WaitForNewAsync(string workspace, long afterSeq, CancellationToken cancellationToken);

    /// <summary>What the journal holds of each source of a workspace, by name.</summary>
    IReadOnlyList<SourceCount> Counts(string workspace);

    /// <summary>
    /// Replaces bodies (an erasure), all or none; headers and arrival stay. Once it completes, the old bytes are in no file of the journal.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The workspace has no such delivery; then nothing was changed.</exception>
    Task RewriteAsync(string workspace, IReadOnlyList<Rewrite> rewrites, CancellationToken cancellationToken);

    /// <summary>Reads everything and says what is wrong, a sentence each; empty when all is well. Takes as long as a full read.</summary>
    Task<IReadOnlyList<string>> CheckIntegrityAsync(CancellationToken cancellationToken);
}
