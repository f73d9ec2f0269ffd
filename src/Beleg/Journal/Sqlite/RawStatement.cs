using SQLitePCL;

namespace Beleg.Journal.Sqlite;

/// <summary>A prepared statement. Parameters count from 1, columns from 0, as in SQLite.</summary>
internal sealed class RawStatement(RawConnection connection, sqlite3_stmt handle) : IDisposable
{
    public RawStatement Bind(int parameter, long value)
    {
        connection.Check(raw.sqlite3_bind_int64(handle, parameter, value));
        return this;
    }

    public RawStatement Bind(int parameter, string value)
    {
        connection.Check(raw.sqlite3_bind_text(handle, parameter, value));
        return this;
    }

    public RawStatement Bind(int parameter, ReadOnlySpan<byte> value)
    {
        connection.Check(raw.sqlite3_bind_blob(handle, parameter, value));
        return this;
    }

    /// <summary>Goes to the next row; false at the end.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        connection.Check(code);
        return code == raw.SQLITE_ROW;
    }

    /// <summary>Runs a statement that returns no rows, and readies it for the next run.</summary>
    public void Run()
    {
        try
        {
            Step();
        }
        finally
        {
            Reset();
        }
    }

    public void Reset() => _ = raw.sqlite3_reset(handle);

    public long Long(int column) => raw.sqlite3_column_int64(handle, column);

    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string();

    /// <summary>Valid until the next step.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(handle, column);

    public void Dispose() => handle.Dispose();
}
