using System.Collections.Concurrent;
using Beleg.Keys;
using Beleg.Sources;

namespace Beleg.Journal.Sqlite;

/// <summary>Reads committed deliveries while the writer writes. Thread-safe: each read borrows a connection of its own.</summary>
internal sealed class JournalReader(string file, SourceTable sources, KeyRing keys) : IDisposable
{
    private const int MaxIdle = 8;
    private readonly ConcurrentBag<Lane> idle = [];

    public List<Delivery> Read(string workspace, long afterSeq, int maxRows, long maxBytes, CancellationToken cancellationToken)
    {
        List<Delivery> found = [];
        if (!sources.TryGetWorkspace(workspace, out var id))
            return found;
        using var borrowed = Borrow();
        var statement = borrowed.Lane.Range.Bind(1, id).Bind(2, afterSeq).Bind(3, maxRows);
        var opener = keys.Of(workspace);
        for (var bytes = 0L; bytes < maxBytes && statement.Step();)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var delivery = Open(statement, borrowed.Lane, workspace, opener);
            bytes += delivery.Body.Length;
            found.Add(delivery);
        }

        return found;
    }

    public List<Delivery> ReadMany(string workspace, IReadOnlyCollection<long> seqs, CancellationToken cancellationToken)
    {
        List<Delivery> found = [];
        if (!sources.TryGetWorkspace(workspace, out var id))
            return found;
        using var borrowed = Borrow();
        var opener = keys.Of(workspace);
        foreach (var seq in seqs.Distinct().Order())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var statement = borrowed.Lane.One.Bind(1, seq).Bind(2, id);
            if (statement.Step())
                found.Add(Open(statement, borrowed.Lane, workspace, opener));
            statement.Reset();
        }

        return found;
    }

    public List<string> CheckFile()
    {
        using var connection = RawConnection.Open(file, readOnly: true);
        using var statement = connection.Prepare("PRAGMA integrity_check");
        List<string> problems = [];
        while (statement.Step())
        {
            if (statement.Text(0) is var line && line != "ok")
                problems.Add($"The journal's file is damaged: {line}");
        }

        return problems;
    }

    public void Dispose()
    {
        while (idle.TryTake(out var lane))
            lane.Dispose();
    }

    // TRICKY: a new source's first row can be read a moment before the writer has shown the source itself; then the file knows it.
    private Delivery Open(RawStatement row, Lane lane, string workspace, WorkspaceKeys opener) =>
        DeliverySeal.Open(row.Long(0), workspace, sources.NameOf(row.Long(1)) ?? lane.SourceName(row.Long(1)), row.Long(2), row.Blob(3), opener);

    private Borrowed Borrow() => new(this, idle.TryTake(out var lane) ? lane : new Lane(file));

    private void GiveBack(Lane lane)
    {
        // TRICKY: a statement that is not reset holds its snapshot, and the write-ahead log could never shrink again.
        lane.Range.Reset();
        lane.One.Reset();
        if (idle.Count < MaxIdle)
            idle.Add(lane);
        else
            lane.Dispose();
    }

    private readonly struct Borrowed(JournalReader reader, Lane lane) : IDisposable
    {
        public Lane Lane => lane;

        public void Dispose() => reader.GiveBack(lane);
    }

    private sealed class Lane : IDisposable
    {
        private readonly RawConnection connection;

        public Lane(string file)
        {
            connection = RawConnection.Open(file, readOnly: true);
            Range = connection.Prepare("SELECT seq, source, received_at, content FROM delivery WHERE workspace = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3");
            One = connection.Prepare("SELECT seq, source, received_at, content FROM delivery WHERE seq = ?1 AND workspace = ?2");
        }

        public string SourceName(long id)
        {
            using var statement = connection.Prepare("SELECT name FROM source WHERE id = ?1");
            return statement.Bind(1, id).Step() ? statement.Text(0) : throw new JournalDamagedException($"A delivery names source {id}, which the journal does not have.");
        }

        public RawStatement Range { get; }

        public RawStatement One { get; }

        public void Dispose()
        {
            Range.Dispose();
            One.Dispose();
            connection.Dispose();
        }
    }
}
