using Beleg.Warehouse.DuckDb;

namespace Beleg.Warehouse.Facts;

/// <summary>How one .NET type is written, read and hashed: what a column is derived from.</summary>
/// <remarks>A value is hashed alike whether it comes from a record or from a table.</remarks>
internal interface IFactCodec<TValue>
{
    /// <summary>The column's type.</summary>
    static abstract FactType Type { get; }

    /// <summary>Writes one value, or its absence.</summary>
    static abstract void Write(AppenderColumn into, int row, TValue value);

    /// <summary>Reads one value, or its absence.</summary>
    static abstract TValue Read(in DataVector stored, int row);

    /// <summary>Adds a record's value to its row.</summary>
    static abstract void Mix(ref RowHash hash, TValue value);

    /// <summary>Adds a stored value to its row.</summary>
    static abstract void Mix(ref RowHash hash, in DataVector stored, int row);
}
