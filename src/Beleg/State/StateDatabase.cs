using System.Globalization;
using System.Reflection;
using Beleg.Primitives;
using Microsoft.Data.Sqlite;

namespace Beleg.State;

/// <summary>The state's file: one writing connection, any number of reading ones. Thread-safe.</summary>
internal sealed class StateDatabase : IDisposable
{
    private readonly string readString;
    private readonly SqliteConnection writer;
    private readonly Lock writing = new();

    public StateDatabase(string file)
    {
        readString = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly }.ToString();
        writer = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        try
        {
            writer.Open();
            Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;");
            Migrate(file);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Reads from one consistent state.</summary>
    public T Read<T>(Func<StateSession, T> read)
    {
        using var connection = new SqliteConnection(readString);
        connection.Open();
        using var transaction = connection.BeginTransaction(deferred: true);
        return read(new StateSession(connection, transaction));
    }

    /// <summary>Writes all or nothing; on disk when it returns.</summary>
    public T Write<T>(Func<StateSession, T> write)
    {
        lock (writing)
        {
            using var transaction = writer.BeginTransaction();
            var result = write(new StateSession(writer, transaction));
            transaction.Commit();
            return result;
        }
    }

    /// <inheritdoc cref="Write{T}"/>
    public void Write(Action<StateSession> write) =>
        Write(session =>
        {
            write(session);
            return true;
        });

    /// <summary>Moves what was written into the file and empties the log, so that what was replaced is in neither.</summary>
    public void Settle()
    {
        lock (writing)
            Run("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    public void Dispose()
    {
        using (var reader = new SqliteConnection(readString))
            SqliteConnection.ClearPool(reader);
        writer.Dispose();
    }

    private void Run(string sql)
    {
        using var command = writer.CreateCommand();
#pragma warning disable CA2100 // Our own constants and files.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private void Migrate(string file)
    {
        var scripts = Scripts();
        using var command = writer.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        var version = Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        if (version > scripts.Count)
            throw new UserErrorException($"{file} was written by a newer Beleg (state version {version}, this one knows {scripts.Count}): use that one, or restore an older backup.");
        for (var next = version; next < scripts.Count; next++)
            Run(string.Create(CultureInfo.InvariantCulture, $"BEGIN IMMEDIATE;\n{scripts[next]}\nPRAGMA user_version = {next + 1};\nCOMMIT;"));
    }

    // The files State/Migrations/NNNN_name.sql, in their order; a released one never changes.
    private static List<string> Scripts()
    {
        const string folder = "Beleg.State.Migrations.";
        var assembly = typeof(StateDatabase).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name => Text(assembly, name))];
    }

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
