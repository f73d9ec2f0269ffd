namespace Beleg.Warehouse.DuckDb;

/// <summary>Up to 2,048 rows of a result, column by column.</summary>
internal sealed class DataChunk : IDisposable
{
    private readonly DataVector[] vectors;
    private nint handle;

    internal DataChunk(nint handle, IReadOnlyList<DuckDbColumn> columns)
    {
        this.handle = handle;
        Count = (int)NativeMethods.duckdb_data_chunk_get_size(handle);
        vectors = new DataVector[columns.Count];
        for (var column = 0; column < vectors.Length; column++)
            vectors[column] = new(NativeMethods.duckdb_data_chunk_get_vector(handle, (ulong)column), columns[column], Count);
    }

    internal int Count { get; }

    internal int Columns => vectors.Length;

    internal ref readonly DataVector this[int column]
    {
        get
        {
            // Reading a freed chunk would read another's memory.
            ObjectDisposedException.ThrowIf(handle == 0, this);
            return ref vectors[column];
        }
    }

    public void Dispose()
    {
        if (handle != 0)
            NativeMethods.duckdb_destroy_data_chunk(ref handle);
    }
}
