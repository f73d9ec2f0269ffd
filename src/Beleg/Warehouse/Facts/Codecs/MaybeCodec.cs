using Beleg.Warehouse.DuckDb;

namespace Beleg.Warehouse.Facts;

/// <summary>A value that may be absent; null is NULL.</summary>
internal readonly struct MaybeCodec<TValue, TCodec> : IFactCodec<TValue?>
    where TValue : struct
    where TCodec : struct, IFactCodec<TValue>
{
    public static FactType Type => TCodec.Type;

    public static void Write(AppenderColumn into, int row, TValue? value)
    {
        if (value is { } present)
            TCodec.Write(into, row, present);
        else
            into.WriteNull(row);
    }

    public static TValue? Read(in DataVector stored, int row) => stored.IsNull(row) ? null : TCodec.Read(stored, row);

    public static void Mix(ref RowHash hash, TValue? value)
    {
        if (value is { } present)
            TCodec.Mix(ref hash, present);
        else
            hash.AddNull();
    }

    public static void Mix(ref RowHash hash, in DataVector stored, int row)
    {
        if (stored.IsNull(row))
            hash.AddNull();
        else
            TCodec.Mix(ref hash, stored, row);
    }
}
