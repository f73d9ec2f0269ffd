using Beleg.Model;
using Beleg.Warehouse.DuckDb;
using Beleg.Warehouse.Facts;

namespace Beleg.Warehouse;

/// <summary>
/// All facts of a workspace, derived anew beside those that still answer. Batches come in any order and from any thread; finishing
/// sorts them by time into a fresh file and puts it in the old one's place. Disposed unfinished, it leaves nothing behind.
/// </summary>
public sealed class WarehouseDraft : IFactDraft
{
    /// <summary>From here on large blocks are written twice as fast; below, small ones cost nothing.</summary>
    private const int RowsOfLargeBlocks = 500_000;

    private readonly DuckDbInstance instance;
    private readonly string workspace;
    private readonly string path;
    private readonly string alias;
    private readonly Action adopt;
    private readonly Lock appending = new();
    private readonly DuckDbConnection connection;
    private readonly DuckDbTransaction transaction;
    private readonly (FactTable Table, DuckDbAppender Appender)[] appenders;
    private bool open = true;

    internal WarehouseDraft(DuckDbInstance instance, string workspace, string path, Action adopt)
    {
        (this.instance, this.workspace, this.path, this.adopt) = (instance, workspace, path, adopt);
        alias = $"draft_{workspace}";
        Discard(path);
        instance.Attach(alias, Unsorted(path));
        connection = instance.Connect(alias);
        WarehouseSchema.Create(connection);
        // One transaction for all: rows then go to the file in whole groups, and none of them into the log as well.
        transaction = connection.Begin();
        appenders = [.. FactTables.All.Select(table => (table, new DuckDbAppender(connection, table.Name)))];
    }

    /// <summary>Adds the facts of some contacts, each contact once.</summary>
    public void Append(FactBatch facts)
    {
        lock (appending)
        {
            ObjectDisposedException.ThrowIf(!open, this);
            foreach (var (table, appender) in appenders)
                table.Append(appender, facts);
        }
    }

    /// <summary>Makes the draft the workspace's warehouse. Readers of the old one end first.</summary>
    /// <param name="bookmark">Where the journal was read to.</param>
    public void Finish(long bookmark)
    {
        ObjectDisposedException.ThrowIf(!open, this);
        foreach (var (_, appender) in appenders)
            appender.Close();
        transaction.Commit();
        Rewrite(instance, workspace, alias, path, bookmark);
        Dispose();
        adopt();
    }

    /// <summary>Drops what was not finished.</summary>
    public void Dispose()
    {
        if (!open)
            return;
        open = false;
        foreach (var (_, appender) in appenders)
            appender.Dispose();
        transaction.Dispose();
        connection.Dispose();
        instance.Detach(alias);
        Delete(Unsorted(path));
    }

    /// <summary>Where a finished draft waits to be adopted.</summary>
    internal static string Finished(string path) => path + ".next";

    /// <summary>Removes what an interrupted draft left.</summary>
    internal static void Discard(string path)
    {
        Delete(Unsorted(path));
        Delete(Finished(path));
    }

    /// <summary>Writes all facts of an attached file into a fresh one beside <paramref name="path"/>, in the order of time.</summary>
    /// <returns>Rows written.</returns>
    internal static long Rewrite(DuckDbInstance instance, string workspace, string source, string path, long bookmark)
    {
        var alias = $"next_{workspace}";
        Delete(Finished(path));
        using (var old = instance.Connect(source))
            instance.Attach(alias, Finished(path), Rows(old) < RowsOfLargeBlocks ? DuckDbInstance.SmallBlock : DuckDbInstance.LargeBlock);
        try
        {
            using var connection = instance.Connect(alias);
            WarehouseSchema.Create(connection);
            var rows = FactTables.All.Sum(table =>
                connection.Execute($"insert into {Sql.Name(table.Name)} select * from {Sql.Name(source)}.{Sql.Name(table.Name)} order by {Sql.Name(table.TimeColumn)}"));
            connection.Execute("update bookmark set seq = ?", [bookmark]);
            connection.ExecuteScript("checkpoint");
            return rows;
        }
        finally
        {
            instance.Detach(alias);
        }
    }

    private static long Rows(DuckDbConnection connection) =>
        FactTables.All.Sum(table => connection.Scalar<long>($"select count(*) from {Sql.Name(table.Name)}"));

    private static string Unsorted(string path) => path + ".draft";

    private static void Delete(string path)
    {
        File.Delete(path);
        File.Delete(path + ".wal");
    }
}
