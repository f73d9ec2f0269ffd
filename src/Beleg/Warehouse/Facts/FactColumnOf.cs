using System.Reflection;
using Beleg.Warehouse.DuckDb;

namespace Beleg.Warehouse.Facts;

/// <summary>A column with its codec, so that the loops over its rows are compiled for its type.</summary>
internal sealed class FactColumn<T, TValue, TCodec> : FactColumn<T>
    where TCodec : struct, IFactCodec<TValue>
{
    private readonly Func<T, TValue> get;
    private readonly Action<T, TValue> set;

    internal FactColumn(PropertyInfo property, bool identifies) : base(property, TCodec.Type, identifies)
    {
        get = property.GetMethod!.CreateDelegate<Func<T, TValue>>();
        // An init setter is one like any other; only the compiler knows the difference.
        set = property.SetMethod!.CreateDelegate<Action<T, TValue>>();
    }

    internal override void Write(AppenderColumn into, ReadOnlySpan<T> rows)
    {
        for (var row = 0; row < rows.Length; row++)
            TCodec.Write(into, row, get(rows[row]));
    }

    internal override void Mix(ReadOnlySpan<T> rows, Span<RowHash> hashes)
    {
        for (var row = 0; row < rows.Length; row++)
            TCodec.Mix(ref hashes[row], get(rows[row]));
    }

    internal override void Mix(in DataVector stored, Span<RowHash> hashes)
    {
        for (var row = 0; row < hashes.Length; row++)
            TCodec.Mix(ref hashes[row], stored, row);
    }

    internal override void Read(in DataVector stored, ReadOnlySpan<T> rows)
    {
        for (var row = 0; row < rows.Length; row++)
            set(rows[row], TCodec.Read(stored, row));
    }
}
