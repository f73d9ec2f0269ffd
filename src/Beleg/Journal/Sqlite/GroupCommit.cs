using Beleg.Primitives;
using Microsoft.Data.Sqlite;

namespace Beleg.Journal.Sqlite;

/// <summary>
/// Writes one group in one transaction. Owned by the writer's thread. After a failure nothing of the group is kept, and the next
/// one begins with a new connection, so that it recovers by itself once the disk has room again.
/// </summary>
internal sealed class GroupCommit(string file, SourceTable sources, Tails tails) : IDisposable
{
    private const long MaxSqlitePages = uint.MaxValue - 1;

    private readonly Dictionary<(string, string), SourceRow> touched = [];
    private RawConnection? connection;
    private RawStatement? insert, count, begin, commit;
    private long maxPages = MaxSqlitePages;
    private long lastSeq;
    private bool hasFailed;

    /// <summary>Bounds the file, in pages, from the next group on.</summary>
    public void Limit(long pages)
    {
        maxPages = Math.Clamp(pages, 1, MaxSqlitePages);
        connection?.Execute(LimitPragma);
    }

    /// <summary>Writes all rows, or none; then tells everyone who waits.</summary>
    public void Write(List<Waiting> group)
    {
        AppendResult? failure = null;
        try
        {
            Commit(group);
        }
        catch (Exception failed) when (failed is SqliteException or UserErrorException)
        {
            Close();
            hasFailed = true;
            failure = AppendResult.Unavailable($"The journal cannot write: {failed.Message}");
        }

        if (failure is null)
            Publish();
        foreach (var waiting in group)
            waiting.Finish(failure ?? AppendResult.Kept(waiting.LastSeq));
    }

    /// <summary>The writing connection, for rewrites and checkpoints between groups.</summary>
    public RawConnection Connection() => connection ?? Open();

    /// <summary>Forgets the connection; the next group opens a new one.</summary>
    public void Close()
    {
        foreach (var statement in new[] { insert, count, begin, commit })
            statement?.Dispose();
        connection?.Dispose();
        connection = null;
    }

    public void Dispose() => Close();

    private string LimitPragma => FormattableString.Invariant($"PRAGMA max_page_count = {maxPages}");

    private RawConnection Open()
    {
        connection = JournalSchema.OpenForWriting(file);
        connection.Execute(LimitPragma);
        if (hasFailed)
            GiveLogBack(connection);
        lastSeq = connection.Scalar("SELECT max(last_seq) FROM source");
        begin = connection.Prepare("BEGIN IMMEDIATE");
        commit = connection.Prepare("COMMIT");
        insert = connection.Prepare("INSERT INTO delivery (seq, workspace, source, received_at, content) VALUES (?1, ?2, ?3, ?4, ?5)");
        count = connection.Prepare("UPDATE source SET deliveries = ?2, last_seq = ?3, last_received_at = ?4 WHERE id = ?1");
        return connection;
    }

    // On a full disk the log itself may hold the room that is missing: moved into the file, where a page of many commits lies once, it is
    // free to be used again. Whether that went well shows in the commit that follows.
    private void GiveLogBack(RawConnection opened)
    {
        try
        {
            opened.Execute("PRAGMA wal_checkpoint(PASSIVE)");
            hasFailed = false;
        }
        catch (SqliteException)
        {
            // Still no room: the next opening tries again.
        }
    }

    private void Commit(List<Waiting> group)
    {
        _ = Connection();
        touched.Clear();
        begin!.Run();
        foreach (var waiting in group)
        {
            foreach (ref readonly var row in waiting.Rows.AsSpan())
                waiting.LastSeq = Insert(row);
        }

        foreach (var row in touched.Values)
            count!.Bind(1, row.Id).Bind(2, row.Deliveries).Bind(3, row.LastSeq).Bind(4, row.LastReceivedAt).Run();
        commit!.Run();
    }

    private long Insert(in SealedDelivery row)
    {
        var name = (row.Workspace, row.Source);
        if (!touched.TryGetValue(name, out var source))
            source = sources.Find(row.Workspace, row.Source) ?? Add(row.Workspace, row.Source);
        var seq = ++lastSeq;
        insert!.Bind(1, seq).Bind(2, source.WorkspaceId).Bind(3, source.Id).Bind(4, row.ReceivedAtTicks).Bind(5, row.Content).Run();
        touched[name] = source.Plus(seq, row.ReceivedAtTicks);
        return seq;
    }

    // The rows added here are published only after the commit, so a rollback leaves nothing behind in memory.
    private SourceRow Add(string workspace, string source)
    {
        using var insertWorkspace = connection!.Prepare("INSERT INTO workspace (name) VALUES (?1) ON CONFLICT DO NOTHING");
        insertWorkspace.Bind(1, workspace).Run();
        using var findWorkspace = connection.Prepare("SELECT id FROM workspace WHERE name = ?1");
        _ = findWorkspace.Bind(1, workspace).Step();
        var workspaceId = findWorkspace.Long(0);
        using var insertSource = connection.Prepare("INSERT INTO source (workspace, name) VALUES (?1, ?2)");
        insertSource.Bind(1, workspaceId).Bind(2, source).Run();
        return new SourceRow(workspace, workspaceId, source, connection.LastRowId, 0, 0, 0);
    }

    private void Publish()
    {
        foreach (var row in touched.Values)
            sources.Publish(row);
        foreach (var row in touched.Values)
            tails.Advance(row.Workspace, row.LastSeq);
    }
}
