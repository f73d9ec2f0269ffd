using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Beleg.Warehouse.DuckDb;

/// <summary>
/// A column of a table that is not in the table: whole numbers kept in memory by the place of their row, which a statement reads with
/// <c>placed_value(number, rowid, mark)</c>. Joining millions of rows by their keys would cost more than computing them.
/// </summary>
/// <remarks>Whoever runs such a statement holds the values until it ended; where nobody does, they are forgotten.</remarks>
internal abstract unsafe class PlacedValues
{
    private static readonly ConcurrentDictionary<long, WeakReference<PlacedValues>> All = new();
    private static long last;

    protected PlacedValues() => All[Number = Interlocked.Increment(ref last)] = new(this);

    ~PlacedValues() => All.TryRemove(Number, out _);

    /// <summary>What a statement calls them by.</summary>
    internal long Number { get; }

    /// <summary>The values of some rows.</summary>
    /// <param name="places">Where the rows are.</param>
    /// <param name="marks">Tells a row from another that came to its place.</param>
    /// <param name="values">Receives the values.</param>
    /// <exception cref="DuckDbException">Another row is there, or none is known.</exception>
    protected abstract void Read(ReadOnlySpan<long> places, ReadOnlySpan<long> marks, Span<long> values);

    /// <summary>Makes the function known to an engine.</summary>
    internal static void Register(DuckDbConnection connection)
    {
        var (function, type) = (NativeMethods.duckdb_create_scalar_function(), NativeMethods.duckdb_create_logical_type(DuckDbType.BigInt));
        try
        {
            NativeMethods.duckdb_scalar_function_set_name(function, "placed_value");
            for (var parameter = 0; parameter < 3; parameter++)
                NativeMethods.duckdb_scalar_function_add_parameter(function, type);
            NativeMethods.duckdb_scalar_function_set_return_type(function, type);
            NativeMethods.duckdb_scalar_function_set_function(function, &Answer);
            if (NativeMethods.duckdb_register_scalar_function(connection.Handle, function) != NativeMethods.Success)
                throw new DuckDbException("The warehouse took no function.");
        }
        finally
        {
            NativeMethods.duckdb_destroy_logical_type(ref type);
            NativeMethods.duckdb_destroy_scalar_function(ref function);
        }
    }

    // The engine flattens what it hands over, and no exception may pass through it.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Answer(nint call, nint input, nint output)
    {
        try
        {
            var count = (int)NativeMethods.duckdb_data_chunk_get_size(input);
            if (count == 0)
                return;
            var number = Column(input, 0, count)[0];
            if (!All.TryGetValue(number, out var known) || !known.TryGetTarget(out var values))
                throw new DuckDbException("These values are not kept any more.");
            values.Read(Column(input, 1, count), Column(input, 2, count), new(NativeMethods.duckdb_vector_get_data(output), count));
        }
        catch (Exception error)
        {
            NativeMethods.duckdb_scalar_function_set_error(call, error.Message);
        }
    }

    private static ReadOnlySpan<long> Column(nint chunk, ulong column, int count) =>
        new(NativeMethods.duckdb_vector_get_data(NativeMethods.duckdb_data_chunk_get_vector(chunk, column)), count);
}
