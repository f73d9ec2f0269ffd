using Beleg.Keys;

namespace Beleg.Journal.Sqlite;

/// <summary>Replaces bodies so that the old bytes are gone from the file and from the write-ahead log.</summary>
internal sealed class JournalRewriter(GroupCommit commit, JournalReader reader, KeyRing keys)
{
    private const int CheckpointAttempts = 50;

    /// <summary>The caller holds the writer's lock.</summary>
    public void Rewrite(string workspace, IReadOnlyList<Rewrite> rewrites, CancellationToken cancellationToken)
    {
        var connection = commit.Connection();
        connection.Execute("BEGIN IMMEDIATE");
        try
        {
            Update(connection, workspace, rewrites, cancellationToken);
            connection.Execute("COMMIT");
        }
        catch
        {
            commit.Close();
            throw;
        }

        Forget(connection);
    }

    private void Update(RawConnection connection, string workspace, IReadOnlyList<Rewrite> rewrites, CancellationToken cancellationToken)
    {
        var sealer = keys.Of(workspace);
        using var update = connection.Prepare("UPDATE delivery SET content = ?2 WHERE seq = ?1");
        foreach (var rewrite in rewrites)
        {
            if (rewrite.Body.Length > NewDelivery.MaxBodyBytes)
                throw new ArgumentException("The body is larger than a delivery may be.", nameof(rewrites));
            if (reader.ReadMany(workspace, [rewrite.Seq], cancellationToken) is not [var delivery])
                throw new KeyNotFoundException(FormattableString.Invariant($"The workspace {workspace} has no delivery {rewrite.Seq}."));
            update.Bind(1, rewrite.Seq).Bind(2, DeliverySeal.Reseal(delivery, rewrite.Body.Span, sealer)).Run();
        }
    }

    // secure_delete has zeroed the old cells in the pages; the log still holds the pages from before, until it is cut to nothing.
    // TRICKY: a reader that is inside a row keeps the log from being cut; reads are short, and busy_timeout waits for each.
    private static void Forget(RawConnection connection)
    {
        using var checkpoint = connection.Prepare("PRAGMA wal_checkpoint(TRUNCATE)");
        for (var attempt = 1; ; attempt++)
        {
            var cut = checkpoint.Step() && checkpoint.Long(0) == 0;
            checkpoint.Reset();
            if (cut)
                return;
            if (attempt == CheckpointAttempts)
                throw new IOException("The journal is rewritten, but its log could not be cut since it is read all the time: repeat the erasure.");
        }
    }
}
