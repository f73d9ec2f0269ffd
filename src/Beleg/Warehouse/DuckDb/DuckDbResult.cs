namespace Beleg.Warehouse.DuckDb;

/// <summary>A statement's rows, chunk by chunk, forward only. A streaming one computes as it is read and ends when its connection runs something else.</summary>
internal sealed unsafe class DuckDbResult : IDisposable
{
    private readonly CancellationTokenRegistration interrupt;
    private readonly CancellationToken cancellation;
    private readonly DuckDbConnection connection;
    private readonly string sql;
    private NativeResult native;
    private bool disposed;

    internal DuckDbResult(NativeResult native, DuckDbConnection connection, string sql, CancellationTokenRegistration interrupt, CancellationToken cancellation)
    {
        (this.native, this.connection, this.sql, this.interrupt, this.cancellation) = (native, connection, sql, interrupt, cancellation);
        fixed (NativeResult* result = &this.native)
        {
            RowsChanged = (long)NativeMethods.duckdb_rows_changed(result);
            var columns = new DuckDbColumn[NativeMethods.duckdb_column_count(result)];
            for (var index = 0UL; index < (ulong)columns.Length; index++)
                columns[index] = DuckDbColumn.Take(
                    NativeMethods.Text(NativeMethods.duckdb_column_name(result, index)),
                    NativeMethods.duckdb_column_logical_type(result, index));
            Columns = columns;
        }
    }

    internal IReadOnlyList<DuckDbColumn> Columns { get; }

    /// <summary>Rows inserted, updated or deleted.</summary>
    internal long RowsChanged { get; }

    /// <summary>The next rows, to be disposed before the one after is asked for; null at the end.</summary>
    internal DataChunk? NextChunk()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var chunk = NativeMethods.duckdb_fetch_chunk(native);
        if (chunk != 0)
            return new(chunk, Columns);
        // TRICKY: a streaming result that fails looks like one that ended, but for its error.
        fixed (NativeResult* result = &native)
        {
            var error = NativeMethods.duckdb_result_error(result);
            if (error == 0)
                return null;
            cancellation.ThrowIfCancellationRequested();
            throw connection.Failed(NativeMethods.Text(error), sql);
        }
    }

    /// <summary>Every remaining row.</summary>
    internal IEnumerable<T> Rows<T>(RowReader<T> read)
    {
        while (NextChunk() is { } chunk)
        {
            using (chunk)
            {
                for (var row = 0; row < chunk.Count; row++)
                    yield return read(new(chunk, row));
            }
        }
    }

    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        interrupt.Dispose();
        fixed (NativeResult* result = &native)
            NativeMethods.duckdb_destroy_result(result);
    }
}
