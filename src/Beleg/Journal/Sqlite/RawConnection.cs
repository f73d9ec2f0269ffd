using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Beleg.Journal.Sqlite;

/// <summary>One SQLite connection without ADO.NET in between, which would cost more than the statement. One thread at a time.</summary>
internal sealed class RawConnection : IDisposable
{
    private const int BusyTimeoutMilliseconds = 10_000;
    private readonly sqlite3 handle;

    static RawConnection() => Batteries_V2.Init();

    private RawConnection(sqlite3 handle) => this.handle = handle;

    public static RawConnection Open(string file, bool readOnly = false)
    {
        var flags = raw.SQLITE_OPEN_NOMUTEX | (readOnly ? raw.SQLITE_OPEN_READONLY : raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);
        var code = raw.sqlite3_open_v2(file, out var handle, flags, null);
        var connection = new RawConnection(handle);
        try
        {
            connection.Check(code);
            connection.Check(raw.sqlite3_extended_result_codes(handle, 1));
            connection.Check(raw.sqlite3_busy_timeout(handle, BusyTimeoutMilliseconds));
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public long LastRowId => raw.sqlite3_last_insert_rowid(handle);

    public int Changes => raw.sqlite3_changes(handle);

    public bool InTransaction => raw.sqlite3_get_autocommit(handle) == 0;

    public void Execute(string sql) => Check(raw.sqlite3_exec(handle, sql));

    public RawStatement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v3(handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        return new RawStatement(this, statement);
    }

    public long Scalar(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Long(0) : 0;
    }

    public void Dispose() => handle.Dispose();

    internal void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
            throw new SqliteException(raw.sqlite3_errmsg(handle).utf8_to_string(), code & 0xff, code);
    }
}
