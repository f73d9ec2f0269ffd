using Beleg.Primitives;

namespace Beleg.Journal.Sqlite;

/// <summary>The journal's file: its tables, version and durability.</summary>
internal static class JournalSchema
{
    public const int Version = 1;
    public const int PageBytes = 8192;
    private const int MaxIdleLogBytes = 64 << 20;

    // Larger pages than SQLite's 4,096: a webhook of 1.2 KB fills them with less waste, and a group commit writes fewer of them.
    private const string Create = """
        CREATE TABLE workspace (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
        CREATE TABLE source (
          id               INTEGER PRIMARY KEY,
          workspace        INTEGER NOT NULL REFERENCES workspace (id),
          name             TEXT    NOT NULL,
          deliveries       INTEGER NOT NULL DEFAULT 0,
          last_seq         INTEGER NOT NULL DEFAULT 0,
          last_received_at INTEGER NOT NULL DEFAULT 0, -- 100 ns since 1970 UTC
          UNIQUE (workspace, name)
        ) STRICT;
        CREATE TABLE delivery (
          seq         INTEGER PRIMARY KEY, -- goes on from the greatest last_seq of source, so it is never used twice
          workspace   INTEGER NOT NULL,
          source      INTEGER NOT NULL,
          received_at INTEGER NOT NULL, -- 100 ns since 1970 UTC
          content     BLOB    NOT NULL  -- headers and body, sealed
        ) STRICT;
        CREATE INDEX delivery_by_workspace ON delivery (workspace); -- and, as in every index, by seq
        """;

    public static RawConnection OpenForWriting(string file)
    {
        var connection = RawConnection.Open(file);
        try
        {
            // secure_delete zeroes what a rewrite leaves behind; page_size counts only for a new file, and before WAL.
            connection.Execute($"PRAGMA page_size = {PageBytes}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 1000; PRAGMA journal_size_limit = {MaxIdleLogBytes};");
            Migrate(connection, file);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Migrate(RawConnection connection, string file)
    {
        var version = connection.Scalar("PRAGMA user_version");
        if (version > Version)
            throw new UserErrorException($"{file} was written by a newer Beleg (journal version {version}, this one knows {Version}): use that one, or restore an older backup.");
        if (version == 0)
            connection.Execute($"BEGIN IMMEDIATE;\n{Create}\nPRAGMA user_version = {Version}; COMMIT;");
    }
}
