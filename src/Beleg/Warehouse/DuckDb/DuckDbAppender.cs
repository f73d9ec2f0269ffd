using NodaTime;

namespace Beleg.Warehouse.DuckDb;

/// <summary>
/// Writes rows to a table by data chunks. Inside a transaction it is a part of it; outside, each flush commits on its own, so
/// whoever needs all or nothing begins a transaction first.
/// </summary>
internal sealed unsafe class DuckDbAppender : IDisposable
{
    private readonly AppenderColumn[] columns;
    private readonly string table;
    private nint appender;
    private nint chunk;
    private int row;
    private int cursor;

    internal DuckDbAppender(DuckDbConnection connection, string table, string? catalog = null, string? schema = null)
    {
        this.table = table;
        if (NativeMethods.duckdb_appender_create_ext(connection.Handle, catalog, schema, table, out appender) != NativeMethods.Success)
        {
            var error = Failed();
            NativeMethods.duckdb_appender_destroy(ref appender);
            throw error;
        }
        columns = new AppenderColumn[NativeMethods.duckdb_appender_column_count(appender)];
        var types = new nint[columns.Length];
        for (var index = 0; index < types.Length; index++)
            types[index] = NativeMethods.duckdb_appender_column_type(appender, (ulong)index);
        fixed (nint* first = types)
            chunk = NativeMethods.duckdb_create_data_chunk(first, (ulong)types.Length);
        for (var index = 0; index < types.Length; index++)
            columns[index] = new(DuckDbColumn.Take($"{table}[{index}]", types[index]), chunk, index);
    }

    internal int ColumnCount => columns.Length;

    /// <summary>A column, to be filled up to 2,048 rows before <see cref="Add"/>; not to be mixed with rows begun by <c>Append</c>.</summary>
    internal AppenderColumn Column(int index) => columns[index];

    /// <summary>Hands over the first <paramref name="rows"/> rows of all columns.</summary>
    internal void Add(int rows)
    {
        row = rows;
        SendChunk();
    }

    internal DuckDbAppender Append(bool value) { columns[cursor++].Write(row, value); return this; }
    internal DuckDbAppender Append(long value) { columns[cursor++].Write(row, value); return this; }
    internal DuckDbAppender Append(double value) { columns[cursor++].Write(row, value); return this; }
    internal DuckDbAppender Append(decimal value) { columns[cursor++].Write(row, value); return this; }
    internal DuckDbAppender Append(string? value) { columns[cursor++].Write(row, value); return this; }
    internal DuckDbAppender Append(ReadOnlySpan<byte> value) { columns[cursor++].Write(row, value); return this; }
    internal DuckDbAppender Append(Instant value) => Append(ParameterValue.Microseconds(value));
    internal DuckDbAppender Append(LocalDate value) => Append((long)ParameterValue.Days(value));
    internal DuckDbAppender AppendNull() { columns[cursor++].WriteNull(row); return this; }

    /// <summary>Ends the row.</summary>
    /// <exception cref="DuckDbException">Columns are missing.</exception>
    internal void EndRow()
    {
        if (cursor != columns.Length)
            throw new DuckDbException($"A row of {table} has {columns.Length} columns, {cursor} were appended.");
        cursor = 0;
        if (++row == NativeMethods.VectorSize)
            SendChunk();
    }

    /// <summary>Writes what is left; without it, disposing drops what has not been flushed.</summary>
    internal void Close()
    {
        if (cursor != 0)
            throw new DuckDbException($"A row of {table} was begun and not ended.");
        SendChunk();
        if (NativeMethods.duckdb_appender_close(appender) != NativeMethods.Success)
            throw Failed();
    }

    private void SendChunk()
    {
        if (row == 0)
            return;
        NativeMethods.duckdb_data_chunk_set_size(chunk, (ulong)row);
        row = 0;
        if (NativeMethods.duckdb_append_data_chunk(appender, chunk) != NativeMethods.Success)
            throw Failed();
        NativeMethods.duckdb_data_chunk_reset(chunk);
        foreach (var column in columns)
            column.Renew();
    }

    private DuckDbException Failed() =>
        DuckDbException.From(NativeMethods.Text(NativeMethods.duckdb_appender_error(appender)), $"append into {table}");

    public void Dispose()
    {
        if (appender == 0)
            return;
        // TRICKY: destroying an appender flushes it, which after a failure would keep half of the rows.
        _ = NativeMethods.duckdb_appender_clear(appender);
        _ = NativeMethods.duckdb_appender_destroy(ref appender);
        NativeMethods.duckdb_destroy_data_chunk(ref chunk);
    }
}
