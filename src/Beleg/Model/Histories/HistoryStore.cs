using System.Runtime.InteropServices;
using Beleg.Primitives;
using Microsoft.Data.Sqlite;

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

    private readonly SqliteConnection connection;
    private SqliteTransaction? transaction;
    private Dictionary<string, SqliteCommand> commands = [];
    private long lastCluster;

    private HistoryStore(SqliteConnection connection) => this.connection = connection;

    /// <summary>Opens or creates the file. A file of another version counts as empty.</summary>
    public static HistoryStore Open(string path)
    {
        var store = new HistoryStore(Connect(path));
        if (store.Scalar("PRAGMA user_version") is not 0 and var version && version != Version)
        {
            store.Dispose();
            Delete(path);
            store = new HistoryStore(Connect(path));
        }

        store.Execute("""
            CREATE TABLE IF NOT EXISTS node (node INTEGER PRIMARY KEY, cluster INTEGER NOT NULL);
            CREATE TABLE IF NOT EXISTS cluster (cluster INTEGER PRIMARY KEY, nodes BLOB NOT NULL, contacts BLOB NOT NULL, events BLOB NOT NULL);
            CREATE TABLE IF NOT EXISTS neighbour (node INTEGER NOT NULL, type INTEGER NOT NULL, other INTEGER NOT NULL, PRIMARY KEY (node, type, other)) WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS quarantine (node INTEGER PRIMARY KEY);
            CREATE TABLE IF NOT EXISTS waiting (entity INTEGER PRIMARY KEY);
            CREATE TABLE IF NOT EXISTS bookmark (id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL);
            """);
        store.Execute($"PRAGMA user_version = {Version}");
        store.lastCluster = store.Scalar("SELECT max(cluster) FROM cluster") ?? 0;
        return store;
    }

    /// <summary>A number no cluster has. Ascending, so that new clusters are appended to the file rather than scattered over it.</summary>
    public long NextCluster() => Interlocked.Increment(ref lastCluster);

    private static int Version => Layout * 1000 + Sources.EventCodec.Version;

    /// <summary>Position in the journal up to which events are in the histories.</summary>
    public long Bookmark
    {
        get => Scalar("SELECT seq FROM bookmark") ?? 0;
        set => Run("INSERT INTO bookmark VALUES (1, $a) ON CONFLICT DO UPDATE SET seq = excluded.seq", value);
    }

    /// <summary>
    /// Opens a new file for a rebuild: without a log of its own, since a rebuild that fails is thrown away whole.
    /// </summary>
    public static HistoryStore OpenForLoad(string path)
    {
        Delete(path);
        var store = Open(path);
        store.Execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;");
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
    public void Begin() => transaction = connection.BeginTransaction();

    /// <summary>Ends it.</summary>
    public void Commit()
    {
        transaction!.Commit();
        transaction.Dispose();
        transaction = null;
    }

    /// <summary>Gives a failed batch up.</summary>
    public void Rollback()
    {
        transaction?.Rollback();
        transaction?.Dispose();
        transaction = null;
    }

    /// <summary>The cluster a key belongs to; null where it is new.</summary>
    public long? ClusterOf(Key node) => Read("SELECT cluster FROM node WHERE node = $a", node.Value);

    /// <summary>Ties a key to a cluster.</summary>
    public void Assign(Key node, long cluster) =>
        Run("INSERT INTO node VALUES ($a, $b) ON CONFLICT DO UPDATE SET cluster = excluded.cluster", node.Value, cluster);

    /// <summary>One cluster with all of its events.</summary>
    public History Load(long cluster)
    {
        var history = new History(cluster);
        var command = Command("SELECT nodes, contacts, events FROM cluster WHERE cluster = $a", cluster);
        using var reader = command.ExecuteReader();
        if (reader.Read())
            Fill(history, reader, 0);
        return history;
    }

    /// <summary>All clusters, one at a time, for a fold anew without translating.</summary>
    public IEnumerable<History> All()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT cluster, nodes, contacts, events FROM cluster";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var history = new History(reader.GetInt64(0));
            Fill(history, reader, 1);
            yield return history;
        }
    }

    /// <summary>Writes a cluster.</summary>
    public void Save(History history)
    {
        var command = Command(
            "INSERT INTO cluster VALUES ($a, $b, $c, $d) ON CONFLICT DO UPDATE SET nodes = excluded.nodes, contacts = excluded.contacts, events = excluded.events",
            history.Cluster, History.Pack(history.Nodes), History.Pack(history.Contacts), history.Packed.ToArray());
        command.ExecuteNonQuery();
    }

    /// <summary>Writes the whole index of a rebuild, in key order so that the file is filled from front to back.</summary>
    public void KeepIndex(BulkClusters clusters, long[] clusterOf, IEnumerable<Key> waiting)
    {
        var order = Enumerable.Range(0, clusters.Count).ToArray();
        Array.Sort(order, (a, b) => clusters.KeyOf(a).CompareTo(clusters.KeyOf(b)));
        foreach (var node in order)
            Run("INSERT INTO node VALUES ($a, $b)", clusters.KeyOf(node).Value, clusterOf[node]);
        foreach (var (one, type, other) in clusters.Neighbours.Order())
            Note(one, type, other);
        foreach (var key in clusters.Quarantined)
            Quarantine(key);
        foreach (var entity in waiting)
            Wait(entity);
    }

    /// <summary>Removes a cluster that another absorbed.</summary>
    public void Remove(long cluster) => Run("DELETE FROM cluster WHERE cluster = $a", cluster);

    /// <summary>Notes that two identifiers came in one event; true when it is news.</summary>
    public bool Note(Key node, byte type, Key other) =>
        Run("INSERT OR IGNORE INTO neighbour VALUES ($a, $b, $c)", node.Value, type, other.Value) == 1;

    /// <summary>How many different identifiers of one type came together with this one.</summary>
    public long Neighbours(Key node, byte type) => Read("SELECT count(*) FROM neighbour WHERE node = $a AND type = $b", node.Value, type) ?? 0;

    /// <summary>Marks an identifier as one that joins nobody.</summary>
    public void Quarantine(Key node) => Run("INSERT OR IGNORE INTO quarantine VALUES ($a)", node.Value);

    /// <summary>Identifiers that join nobody.</summary>
    public HashSet<Key> Quarantined() => Keys("SELECT node FROM quarantine");

    /// <summary>Messages, conversations and runs that were spoken of before anyone was named with them.</summary>
    public HashSet<Key> Waiting() => Keys("SELECT entity FROM waiting");

    /// <summary>Adds one of these.</summary>
    public void Wait(Key entity) => Run("INSERT OR IGNORE INTO waiting VALUES ($a)", entity.Value);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in commands.Values)
            command.Dispose();
        commands = [];
        transaction?.Dispose();
        connection.Dispose();
    }

    private static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var pragma = connection.CreateCommand();
        // TRICKY: synchronous=NORMAL may lose the last commits with the power, never the file. The bookmark is in the same file, so
        // what was lost is simply taken from the journal again.
        pragma.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000; PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY;";
        pragma.ExecuteNonQuery();
        return connection;
    }

    private static void Fill(History history, SqliteDataReader reader, int at)
    {
        History.Unpack(reader.GetFieldValue<byte[]>(at), history.Nodes);
        History.Unpack(reader.GetFieldValue<byte[]>(at + 1), history.Contacts);
        history.Restore(reader.GetFieldValue<byte[]>(at + 2));
    }

    private HashSet<Key> Keys(string sql)
    {
        using var reader = Command(sql).ExecuteReader();
        var keys = new HashSet<Key>();
        while (reader.Read())
            keys.Add(new Key(reader.GetInt64(0)));
        return keys;
    }

    private long? Read(string sql, params ReadOnlySpan<object> values) => Command(sql, values).ExecuteScalar() as long?;

    private int Run(string sql, params ReadOnlySpan<object> values) => Command(sql, values).ExecuteNonQuery();

    private long? Scalar(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        return command.ExecuteScalar() as long?;
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<object> values)
    {
        ref var command = ref CollectionsMarshal.GetValueRefOrAddDefault(commands, sql, out _);
        if (command is null)
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
                command.Parameters.Add(new SqliteParameter("$" + (char)('a' + i), null));
        }

        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        return command;
    }
}
