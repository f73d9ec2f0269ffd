namespace Beleg.Warehouse.DuckDb;

/// <summary>One request's way into the engine: cheap to open, used by one thread at a time; only <see cref="Interrupt"/> may come from another.</summary>
internal sealed unsafe class DuckDbConnection : IDisposable
{
    internal DuckDbConnection(DatabaseHandle database)
    {
        if (NativeMethods.duckdb_connect(database, out var connection) != NativeMethods.Success)
            throw new DuckDbException("The warehouse gave no connection.");
        Handle = new(connection);
    }

    internal ConnectionHandle Handle { get; }

    /// <summary>Told of every failure of the engine; what it gives is thrown.</summary>
    internal Func<DuckDbException, Exception> Judge { get; init; } = failure => failure;

    /// <summary>A failure of the engine, to be thrown.</summary>
    internal Exception Failed(string reason, string sql, IReadOnlyList<object?>? values = null) => Judge(DuckDbException.From(reason, sql, values));

    /// <summary>Ends the running statement with an error; without one it does nothing.</summary>
    internal void Interrupt()
    {
        if (!Handle.IsClosed)
            NativeMethods.duckdb_interrupt(Handle);
    }

    internal DuckDbTransaction Begin(bool readOnly = false) => new(this, readOnly);

    /// <summary>Runs one statement; the rows changed.</summary>
    internal long Execute(string sql, object?[]? values = null, CancellationToken cancellation = default)
    {
        using var result = Run(sql, values ?? [], cancellation: cancellation);
        return result.RowsChanged;
    }

    /// <summary>Runs one statement whose result the caller disposes.</summary>
    internal DuckDbResult Run(string sql, object?[] values, bool streaming = false, CancellationToken cancellation = default)
    {
        using var statement = new DuckDbStatement(this, sql);
        return statement.Run(values, streaming, cancellation);
    }

    /// <summary>Every row of one statement, read at once.</summary>
    internal List<T> Query<T>(string sql, object?[] values, RowReader<T> read, CancellationToken cancellation = default)
    {
        using var result = Run(sql, values, cancellation: cancellation);
        return [.. result.Rows(read)];
    }

    /// <summary>The first column of the first row; the default of <typeparamref name="T"/> where it is NULL or there is no row.</summary>
    internal T? Scalar<T>(string sql, object?[]? values = null, CancellationToken cancellation = default)
    {
        using var result = Run(sql, values ?? [], cancellation: cancellation);
        using var chunk = result.NextChunk();
        return chunk is null || chunk.Count == 0 || chunk[0].IsNull(0) ? default : ScalarValue.Read<T>(new(chunk, 0));
    }

    /// <summary>Runs statements without parameters, one after the other; cannot be cancelled.</summary>
    internal void ExecuteScript(string sql)
    {
        NativeResult result;
        var state = NativeMethods.duckdb_query(Handle, sql, &result);
        var reason = state == NativeMethods.Success ? null : NativeMethods.Text(NativeMethods.duckdb_result_error(&result));
        NativeMethods.duckdb_destroy_result(&result);
        if (reason is not null)
            throw Failed(reason, sql);
    }

    public void Dispose() => Handle.Dispose();
}
