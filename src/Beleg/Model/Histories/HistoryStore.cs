using System.Runtime.InteropServices;
using Beleg.Journal.Sqlite;
using Beleg.Primitives;

namespace Beleg.Model.Histories;

/// <summary>
/// Keeps the clusters of one workspace in a SQLite file beside its warehouse: folding needs one contact's whole history at once,
/// by key, which a B-tree does in microseconds and a column store in a scan. A cache: deleted, it is derived again from the journal.
/// One writer at a time; reads by others see the last commit.
/// </summary>
internal sealed class HistoryStore : IDisposable
{
    /// <summary>Raise with the layout below; older files are rebuilt, as with <see cref="Sources.EventCodec.Version"/>.</summary>
    private const int Layout = 1;

    private readonly RawConnection connection;
    private readonly Dictionary<string, RawStatement> statements = [];
    private long lastCluster;

    private HistoryStore(RawConnection connection) => this.connection = connection;

    /// <summary>Opens or creates the file. A file of another version counts as empty.</summary>
    public static HistoryStore Open(string path)
    {
        var store = new HistoryStore(Connect(path));
        if (store.connection.Scalar("PRAGMA user_version") is not 0 and var version && version != Version)
        {
            store.Dispose();
            Delete(path);
            store = new HistoryStore(Connect(path));
        }

        if (store.connection.Scalar("PRAGMA user_version") == 0)
            store.Create();
        store.lastCluster = store.connection.Scalar("SELECT max(cluster) FROM cluster");
        return store;
    }

    // The version comes last: a file without it is made again.
    private void Create() =>
        connection.Execute($"""
            CREATE TABLE IF NOT EXISTS node (node INTEGER PRIMARY KEY, cluster INTEGER NOT NULL);
            CREATE TABLE IF NOT EXISTS cluster (cluster INTEGER PRIMARY KEY, nodes BLOB NOT NULL, contacts BLOB NOT NULL, events BLOB NOT NULL);
            CREATE TABLE IF NOT EXISTS neighbour (node INTEGER NOT NULL, type INTEGER NOT NULL, other INTEGER NOT NULL, PRIMARY KEY (node, type, other)) WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS quarantine (node INTEGER PRIMARY KEY);
            CREATE TABLE IF NOT EXISTS waiting (entity INTEGER PRIMARY KEY);
            CREATE TABLE IF NOT EXISTS bookmark (id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL);
            PRAGMA user_version = {Version};
            """);

    /// <summary>A number no cluster has. Ascending, so that new clusters are appended to the file rather than scattered over it.</summary>
    public long NextCluster() => Interlocked.Increment(ref lastCluster);

    private static int Version => Layout * 1000 + Sources.EventCodec.Version;

    /// <summary>Position in the journal up to which events are in the histories.</summary>
    public long Bookmark
    {
        get => Read(Prepared("SELECT seq FROM bookmark")) ?? 0;
        set => Prepared("INSERT INTO bookmark VALUES (1, ?1) ON CONFLICT DO UPDATE SET seq = excluded.seq").Bind(1, value).Run();
    }

    /// <summary>
    /// Opens a new file for a rebuild: without a log of its own, since a rebuild that fails is thrown away whole.
    /// </summary>
    public static HistoryStore OpenForLoad(string path)
    {
        Delete(path);
        var store = Open(path);
        store.connection.Execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;");
        return store;
    }

    /// <summary>Puts a finished file in the place of another.</summary>
    public static void Move(string from, string to)
    {
        Delete(to);
        File.Move(from, to);
    }

    /// <summary>Removes the file and its companions.</summary>
    public static void Delete(string path)
    {
        foreach (var companion in new[] { "", "-wal", "-shm" })
            File.Delete(path + companion);
    }

    /// <summary>Starts the one transaction of a batch.</summary>
    public void Begin() => Prepared("BEGIN").Run();

    /// <summary>Ends it.</summary>
    public void Commit() => Prepared("COMMIT").Run();

    /// <summary>Gives a failed batch up.</summary>
    public void Rollback()
    {
        if (connection.InTransaction)
            connection.Execute("ROLLBACK");
    }

    /// <summary>The cluster a key belongs to; null where it is new.</summary>
    public long? ClusterOf(Key node) => Read(Prepared("SELECT cluster FROM node WHERE node = ?1").Bind(1, node.Value));

    /// <summary>Ties a key to a cluster.</summary>
    public void Assign(Key node, long cluster) =>
        Prepared("INSERT INTO node VALUES (?1, ?2) ON CONFLICT DO UPDATE SET cluster = excluded.cluster").Bind(1, node.Value).Bind(2, cluster).Run();

    /// <summary>One cluster with all of its events.</summary>
    public History Load(long cluster)
    {
        var history = new History(cluster);
        var statement = Prepared("SELECT nodes, contacts, events FROM cluster WHERE cluster = ?1").Bind(1, cluster);
        if (statement.Step())
            Fill(history, statement, 0);
        statement.Reset();
        return history;
    }

    /// <summary>All clusters, one at a time, for a fold anew without translating.</summary>
    public IEnumerable<History> All()
    {
        using var statement = connection.Prepare("SELECT cluster, nodes, contacts, events FROM cluster");
        while (statement.Step())
        {
            var history = new History(statement.Long(0));
            Fill(history, statement, 1);
            yield return history;
        }
    }

    /// <summary>Writes a cluster.</summary>
    public void Save(History history) =>
        Save(history.Cluster, CollectionsMarshal.AsSpan(history.Nodes), CollectionsMarshal.AsSpan(history.Contacts), history.Packed);

    /// <summary>Writes a cluster from its parts.</summary>
    public void Save(long cluster, ReadOnlySpan<Key> nodes, ReadOnlySpan<Key> contacts, ReadOnlySpan<byte> packed) =>
        Prepared("INSERT INTO cluster VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET nodes = excluded.nodes, contacts = excluded.contacts, events = excluded.events")
            .Bind(1, cluster).Bind(2, MemoryMarshal.AsBytes(nodes)).Bind(3, MemoryMarshal.AsBytes(contacts)).Bind(4, packed).Run();

    /// <summary>Writes the whole index of a rebuild, in key order so that the file is filled from front to back.</summary>
    public void KeepIndex(BulkClusters clusters, long[] clusterOf, IEnumerable<Key> waiting)
    {
        var keys = clusters.Keys.ToArray();
        Array.Sort(keys, clusterOf);
        var insert = Prepared("INSERT INTO node VALUES (?1, ?2)");
        for (var node = 0; node < keys.Length; node++)
            insert.Bind(1, keys[node].Value).Bind(2, clusterOf[node]).Run();
        foreach (var (one, type, other) in clusters.Neighbours.Order())
            Note(one, type, other);
        foreach (var key in clusters.Quarantined)
            Quarantine(key);
        foreach (var entity in waiting)
            Wait(entity);
    }

    /// <summary>Removes a cluster that another absorbed.</summary>
    public void Remove(long cluster) => Prepared("DELETE FROM cluster WHERE cluster = ?1").Bind(1, cluster).Run();

    /// <summary>Notes that two identifiers came in one event; true when it is news.</summary>
    public bool Note(Key node, byte type, Key other)
    {
        Prepared("INSERT OR IGNORE INTO neighbour VALUES (?1, ?2, ?3)").Bind(1, node.Value).Bind(2, type).Bind(3, other.Value).Run();
        return connection.Changes == 1;
    }

    /// <summary>How many different identifiers of one type came together with this one.</summary>
    public long Neighbours(Key node, byte type) =>
        Read(Prepared("SELECT count(*) FROM neighbour WHERE node = ?1 AND type = ?2").Bind(1, node.Value).Bind(2, type)) ?? 0;

    /// <summary>Marks an identifier as one that joins nobody.</summary>
    public void Quarantine(Key node) => Prepared("INSERT OR IGNORE INTO quarantine VALUES (?1)").Bind(1, node.Value).Run();

    /// <summary>Identifiers that join nobody.</summary>
    public HashSet<Key> Quarantined() => Keys("SELECT node FROM quarantine");

    /// <summary>Messages, conversations and runs that were spoken of before anyone was named with them.</summary>
    public HashSet<Key> Waiting() => Keys("SELECT entity FROM waiting");

    /// <summary>Adds one of these.</summary>
    public void Wait(Key entity) => Prepared("INSERT OR IGNORE INTO waiting VALUES (?1)").Bind(1, entity.Value).Run();

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in statements.Values)
            statement.Dispose();
        statements.Clear();
        connection.Dispose();
    }

    private static RawConnection Connect(string path)
    {
        var connection = RawConnection.Open(path);
        // TRICKY: synchronous=NORMAL may lose the last commits with the power, never the file. The bookmark is in the same file, so
        // what was lost is simply taken from the journal again.
        connection.Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000; PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY;");
        return connection;
    }

    private static void Fill(History history, RawStatement row, int at)
    {
        History.Unpack(row.Blob(at), history.Nodes);
        History.Unpack(row.Blob(at + 1), history.Contacts);
        history.Restore(row.Blob(at + 2));
    }

    private HashSet<Key> Keys(string sql)
    {
        var statement = Prepared(sql);
        var keys = new HashSet<Key>();
        while (statement.Step())
            keys.Add(new Key(statement.Long(0)));
        statement.Reset();
        return keys;
    }

    private static long? Read(RawStatement statement)
    {
        long? value = statement.Step() ? statement.Long(0) : null;
        statement.Reset();
        return value;
    }

    private RawStatement Prepared(string sql)
    {
        ref var statement = ref CollectionsMarshal.GetValueRefOrAddDefault(statements, sql, out _);
        statement ??= connection.Prepare(sql);
        // One that failed half-way would refuse its next values.
        statement.Reset();
        return statement;
    }
}
