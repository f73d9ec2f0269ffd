using Beleg.Warehouse.DuckDb;

namespace Beleg.Warehouse.Facts;

/// <summary>A whole number of 32 bits.</summary>
internal readonly struct IntCodec : IFactCodec<int>
{
    public static FactType Type { get; } = new(FactKind.Int);

    public static void Write(AppenderColumn into, int row, int value) => into.Write(row, (long)value);

    public static int Read(in DataVector stored, int row) => (int)stored.Long(row);

    public static void Mix(ref RowHash hash, int value) => hash.Add(value);

    public static void Mix(ref RowHash hash, in DataVector stored, int row) => hash.Add(stored.Long(row));
}
