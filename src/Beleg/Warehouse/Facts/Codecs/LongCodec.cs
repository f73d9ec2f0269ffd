using Beleg.Warehouse.DuckDb;

namespace Beleg.Warehouse.Facts;

/// <summary>A whole number of 64 bits.</summary>
internal readonly struct LongCodec : IFactCodec<long>
{
    public static FactType Type { get; } = new(FactKind.Long);

    public static void Write(AppenderColumn into, int row, long value) => into.Write(row, value);

    public static long Read(in DataVector stored, int row) => stored.Long(row);

    public static void Mix(ref RowHash hash, long value) => hash.Add(value);

    public static void Mix(ref RowHash hash, in DataVector stored, int row) => hash.Add(stored.Long(row));
}
