namespace Beleg.Warehouse.DuckDb;

/// <summary>A statement of one connection, prepared to be run once; parameters are <c>?</c> or <c>$1</c>, bound in order.</summary>
/// <remarks>
/// A list binds as one parameter: <c>where x in (select unnest(?::bigint[]))</c>, or <c>x = any(?)</c>. An untyped <c>?</c> lets
/// a statement prepare that fails only when it runs: cast it.
/// TRICKY: never run a prepared statement again. Its plan holds what the statistics said when it was made (no value above 100, three
/// rows in all), and answers the same after rows were added (https://github.com/duckdb/duckdb/issues/23704). Planning takes 0.1 ms.
/// </remarks>
internal sealed unsafe class DuckDbStatement : IDisposable
{
    private readonly DuckDbConnection connection;
    private readonly StatementHandle handle;

    internal DuckDbStatement(DuckDbConnection connection, string sql)
    {
        (this.connection, Sql) = (connection, sql);
        var state = NativeMethods.duckdb_prepare(connection.Handle, sql, out var prepared);
        handle = new(prepared);
        if (state == NativeMethods.Success)
            return;
        var reason = NativeMethods.Text(NativeMethods.duckdb_prepare_error(prepared));
        handle.Dispose();
        throw connection.Failed(reason, sql);
    }

    internal string Sql { get; }

    /// <summary>Runs to the end and keeps the rows; <paramref name="streaming"/> computes them while they are read.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled before or during the run.</exception>
    internal DuckDbResult Run(object?[] values, bool streaming = false, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        Bind(values);
        var state = streaming
            ? NativeMethods.duckdb_pending_prepared_streaming(handle, out var pending)
            : NativeMethods.duckdb_pending_prepared(handle, out pending);
        CancellationTokenRegistration interrupt = default;
        try
        {
            if (state != NativeMethods.Success)
                throw connection.Failed(NativeMethods.Text(NativeMethods.duckdb_pending_error(pending)), Sql, values);
            // TRICKY: the engine forgets interrupts when a statement becomes pending, so only from here on can none be lost.
            interrupt = cancellation.UnsafeRegister(static state => ((DuckDbConnection)state!).Interrupt(), connection);
            NativeResult result;
            if (NativeMethods.duckdb_execute_pending(pending, &result) == NativeMethods.Success)
                return new(result, connection, Sql, interrupt, cancellation);
            var reason = NativeMethods.Text(NativeMethods.duckdb_result_error(&result));
            NativeMethods.duckdb_destroy_result(&result);
            interrupt.Dispose();
            cancellation.ThrowIfCancellationRequested();
            throw connection.Failed(reason, Sql, values);
        }
        finally
        {
            NativeMethods.duckdb_destroy_pending(ref pending);
        }
    }

    private void Bind(object?[] values)
    {
        var expected = NativeMethods.duckdb_nparams(handle);
        if ((ulong)values.Length != expected)
            throw new ArgumentException($"The statement takes {expected} parameters, {values.Length} were given.\n{Sql}", nameof(values));
        for (var index = 0; index < values.Length; index++)
        {
            var value = ParameterValue.Create(values[index]);
            if (value == 0)
                throw DuckDbException.From($"Parameter {index + 1} is no value of the engine.", Sql);
            var state = NativeMethods.duckdb_bind_value(handle, (ulong)index + 1, value);
            NativeMethods.duckdb_destroy_value(ref value);
            if (state != NativeMethods.Success)
                throw DuckDbException.From($"Parameter {index + 1} could not be bound.", Sql);
        }
    }

    public void Dispose() => handle.Dispose();
}
