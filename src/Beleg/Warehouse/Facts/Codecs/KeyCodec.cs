using Beleg.Primitives;
using Beleg.Warehouse.DuckDb;

namespace Beleg.Warehouse.Facts;

/// <summary>A pseudonym; none is NULL, so that nothing joins or counts what is absent.</summary>
internal readonly struct KeyCodec : IFactCodec<Key>
{
    public static FactType Type { get; } = new(FactKind.Key);

    public static void Write(AppenderColumn into, int row, Key value)
    {
        if (value.IsNone)
            into.WriteNull(row);
        else
            into.Write(row, value.Value);
    }

    public static Key Read(in DataVector stored, int row) => stored.IsNull(row) ? Key.None : new(stored.Long(row));

    public static void Mix(ref RowHash hash, Key value)
    {
        if (value.IsNone)
            hash.AddNull();
        else
            hash.Add(value.Value);
    }

    public static void Mix(ref RowHash hash, in DataVector stored, int row) => Mix(ref hash, Read(stored, row));
}
