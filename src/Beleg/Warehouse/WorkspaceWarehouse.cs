using Beleg.Model;
using Beleg.Primitives;
using Beleg.Warehouse.DuckDb;
using Beleg.Warehouse.Facts;

namespace Beleg.Warehouse;

/// <summary>
/// The facts of one workspace in a file of its own. Any number read, each a consistent snapshot; one writes at a time. Rows and
/// the bookmark of the journal they were made from change in one transaction. A workspace that nobody asks for costs no memory.
/// </summary>
public sealed class WorkspaceWarehouse : IFactStore, IDisposable
{
    private readonly DuckDbInstance instance;
    private readonly Lock writing = new();
    private readonly string path;
    private readonly WarehouseFile file;
    private volatile MonthVersions months = MonthVersions.Start;
    private long blockSize;

    private WorkspaceWarehouse(DuckDbInstance instance, string workspace)
    {
        (this.instance, Workspace) = (instance, workspace);
        path = Path.Combine(instance.DataDirectory, "warehouse", $"{workspace}.duckdb");
        file = new(instance, Alias, path, Judge);
    }

    /// <summary>Opens the workspace's file, made when missing. One that cannot be used is reported by <see cref="State"/>, not thrown.</summary>
    /// <exception cref="DuckDbException">The file is another process's, or the disk refuses.</exception>
    /// <exception cref="ArgumentException">The name holds more than letters, digits, hyphens and underscores.</exception>
    public static WorkspaceWarehouse Open(DuckDbInstance instance, string workspace)
    {
        if (workspace.Length == 0 || !workspace.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
            throw new ArgumentException("A workspace's name is made of letters, digits, hyphens and underscores.", nameof(workspace));
        var warehouse = new WorkspaceWarehouse(instance, workspace);
        Directory.CreateDirectory(Path.GetDirectoryName(warehouse.path)!);
        WarehouseDraft.Discard(warehouse.path);
        warehouse.OpenFile();
        instance.OpenWarehouses.Used(warehouse);
        return warehouse;
    }

    /// <summary>The workspace's name.</summary>
    public string Workspace { get; }

    /// <summary>Whether it can answer.</summary>
    public WarehouseState State { get; private set; }

    /// <summary>Why not; empty where it can.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Position in the journal up to which events are in the facts; 0 where nothing is.</summary>
    public long Bookmark { get; private set; }

    /// <summary>Rows replaced since the file was last written in order: what <see cref="Compact"/> would win back.</summary>
    public long Replaced { get; private set; }

    /// <summary>Raised once its file turns out to be damaged while it is in use: from then on it cannot answer, and must be rebuilt.</summary>
    public event Action? Lost;

    /// <summary>Counts the changes of the facts: where it is the same, they are. It may rise a moment before or after a change is seen.</summary>
    public long Changes => months.Number;

    /// <summary>What lists of whole months were made of, kept while those months stay.</summary>
    internal KeptMonths Lists { get; } = new();

    /// <summary>What was made of the facts as they are just now.</summary>
    internal Recollection Recollection { get; } = new();

    /// <summary>A consistent view, to be disposed soon.</summary>
    /// <exception cref="WarehouseUnavailableException">It must be rebuilt first.</exception>
    internal WarehouseReading Read()
    {
        CheckReady();
        var reading = file.Read();
        instance.OpenWarehouses.Used(this);
        return reading;
    }

    /// <summary>A consistent view, and which months of facts last changed when as it sees them; null while a change is becoming visible.</summary>
    /// <exception cref="WarehouseUnavailableException">It must be rebuilt first.</exception>
    internal WarehouseReading Read(out MonthVersions? versions)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            versions = months;
            var reading = Read();
            // TRICKY: a transaction takes its snapshot of a file with its first query, not when it begins.
            reading.Connection.Scalar<long>("select seq from bookmark");
            if (!versions.Changing && ReferenceEquals(versions, months))
                return reading;
            reading.Dispose();
            Thread.Yield();
        }

        versions = null;
        return Read();
    }

    /// <summary>A further view of the facts that a view was opened with, for another thread; null where they have changed since, or are about to.</summary>
    internal WarehouseReading? ReadBeside(MonthVersions versions)
    {
        if (file.TryRead() is not { } reading)
            return null;
        reading.Connection.Scalar<long>("select seq from bookmark");
        if (!versions.Changing && ReferenceEquals(versions, months))
            return reading;
        reading.Dispose();
        return null;
    }

    /// <summary>
    /// Replaces all rows of some contacts, and of the contacts that the new facts speak of, in one transaction with the bookmark. Doing it
    /// again changes nothing.
    /// </summary>
    /// <param name="contacts">Those whose rows go, also where no new ones come.</param>
    /// <param name="facts">The rows that come.</param>
    /// <param name="ledger">Whether the rows that belong to no contact are replaced as well.</param>
    /// <param name="bookmark">Where the journal was read to.</param>
    /// <exception cref="WarehouseUnavailableException">It must be rebuilt first.</exception>
    /// <exception cref="ArgumentException">Rows of the ledger come although its old ones stay.</exception>
    public void Replace(IEnumerable<Key> contacts, FactBatch facts, bool ledger, long bookmark)
    {
        if (!ledger && FactTables.All.Any(table => !table.HasContact && table.Count(facts) > 0))
            throw new ArgumentException("Rows of the ledger would stand beside their older ones.", nameof(ledger));
        var gone = contacts.Concat(facts.Contacts.Select(contact => contact.Contact)).Select(key => key.Value).Distinct().ToArray();
        lock (writing)
        {
            CheckReady();
            Replaced = file.Use(connection => Write(connection, changed => FactReplacement.Run(connection, gone, facts, ledger, changed), bookmark));
            Bookmark = bookmark;
        }
        // Outside of the lock: it may write out another workspace.
        instance.OpenWarehouses.Used(this, blockSize);
    }

    /// <summary>Some rows of contacts go and others come, in one transaction with the bookmark. Each row that goes must be there as it is given.</summary>
    /// <param name="gone">The rows that go.</param>
    /// <param name="come">The rows that come.</param>
    /// <param name="bookmark">Where the journal was read to.</param>
    /// <exception cref="WarehouseUnavailableException">It must be rebuilt first.</exception>
    public void Change(FactBatch gone, FactBatch come, long bookmark)
    {
        lock (writing)
        {
            CheckReady();
            Replaced = file.Use(connection => Write(connection, changed => FactReplacement.Run(connection, gone, come, changed), bookmark));
            Bookmark = bookmark;
        }

        instance.OpenWarehouses.Used(this, blockSize);
    }

    /// <summary>Begins to derive everything anew, beside the facts that still answer; nothing changes until the draft is finished.</summary>
    public WarehouseDraft Draft() => new(instance, Workspace, path, () => Adopt(null));

    IFactDraft IFactStore.Draft() => Draft();

    /// <inheritdoc/>
    public void Messages(Action<long> begin, Action<Key> see)
    {
        if (State != WarehouseState.Ready)
        {
            begin(0);
            return;
        }

        using var reading = Read();
        FactOwners.Messages(reading.Connection, begin, see);
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<Key, Key> ContactsOf(IReadOnlyCollection<Key> messages, IReadOnlyCollection<Key> others)
    {
        if (State != WarehouseState.Ready)
            return new Dictionary<Key, Key>();
        using var reading = Read();
        return FactOwners.ContactsOf(reading.Connection, messages, others);
    }

    /// <summary>SHA-256 over all fact rows, whatever their order; two warehouses with the same facts have the same.</summary>
    /// <exception cref="WarehouseUnavailableException">It must be rebuilt first.</exception>
    public string FactsHash()
    {
        using var reading = Read();
        var hash = new FactsHash();
        foreach (var table in FactTables.All)
            table.Sum(reading.Connection, hash);
        return hash.ToString();
    }

    /// <summary>Writes the file anew, without what was replaced and in the order of time. Readers go on meanwhile, writers wait.</summary>
    /// <exception cref="WarehouseUnavailableException">It must be rebuilt first.</exception>
    public void Compact()
    {
        lock (writing)
        {
            CheckReady();
            file.Use(_ => WarehouseDraft.Rewrite(instance, Workspace, Alias, path, Bookmark));
            Adopt([]);
        }
    }

    /// <summary>Ends when the last reader has left.</summary>
    public void Dispose()
    {
        lock (writing)
            file.Dispose();
        instance.OpenWarehouses.Closed(this);
    }

    /// <summary>Lets go of the file until it is asked for again; false where it is in use.</summary>
    internal bool Rest() => file.Rest(Recollection.ForgetPlaces);

    private string Alias => $"ws_{Workspace}";

    private long Write(DuckDbConnection connection, Func<HashSet<(string, int)>, long> write, long bookmark)
    {
        using var transaction = connection.Begin();
        var changed = new HashSet<(string, int)>();
        var replaced = Replaced + write(changed);
        connection.Execute("update bookmark set seq = ?, replaced = ?", [bookmark, replaced]);
        Change(transaction.Commit, changed);
        return replaced;
    }

    // Before and after: nobody may take what was there for what has come.
    private void Change(Action makeVisible, IReadOnlyCollection<(string Table, int Month)>? changed)
    {
        months = months.Begin();
        try
        {
            makeVisible();
        }
        finally
        {
            months = months.End(changed);
        }
    }

    private void CheckReady()
    {
        if (State != WarehouseState.Ready)
            throw new WarehouseUnavailableException($"The warehouse of {Workspace} must be rebuilt: {Reason}");
    }

    // The finished draft lies beside the file: from here on it is the file.
    private void Adopt(IReadOnlyCollection<(string Table, int Month)>? changed)
    {
        lock (writing)
        {
            Change(() => file.Exchange(WarehouseDraft.Finished(path)), changed);
            OpenFile();
        }
    }

    private void OpenFile()
    {
        try
        {
            // One file in the place of another: whoever asks meanwhile must not be told that nothing is there.
            if (file.Use(Prepare))
                (State, Reason) = (WarehouseState.Ready, "");
            else
                (State, Reason, Bookmark, Replaced) = (WarehouseState.Outdated, "its facts were made by another version.", 0, 0);
        }
        catch (WarehouseUnavailableException)
        {
            // Found damaged, and said so, while it was read.
        }
        catch (DuckDbException error) when (FileFaults.IsOfTheFile(error))
        {
            Break(error);
        }
    }

    private bool Prepare(DuckDbConnection connection)
    {
        if (!WarehouseSchema.IsCurrent(connection))
        {
            if (!WarehouseSchema.IsEmpty(connection))
                return false;
            WarehouseSchema.Create(connection);
        }
        (Bookmark, Replaced) = connection.Query("select seq, replaced from bookmark", [], row => (row.Long(0), row.Long(1))).Single();
        blockSize = connection.Scalar<long>("select block_size from pragma_database_size() where database_name = current_database()");
        return true;
    }

    // TRICKY: a file that is cut or written over while it is attached does no harm until a block of it is read that is not in memory; the
    // engine then fails this one statement and knows nothing of it at the next. Nobody reads two versions: whoever reads the old file
    // ends before another takes its place.
    private Exception Judge(DuckDbException failure)
    {
        if (!FileFaults.IsDamage(failure))
            return failure;
        var wasReady = State == WarehouseState.Ready;
        Break(failure);
        if (wasReady)
            Lost?.Invoke();
        return new WarehouseUnavailableException($"The warehouse of {Workspace} must be rebuilt: {Reason}", failure);
    }

    private void Break(DuckDbException fault) =>
        (State, Reason, Bookmark, Replaced) = (WarehouseState.Broken, fault.Message.Split('\n')[0], 0, 0);
}
