using Beleg.Warehouse.DuckDb;

namespace Beleg.Warehouse.Facts;

/// <summary>Yes or no.</summary>
internal readonly struct BoolCodec : IFactCodec<bool>
{
    public static FactType Type { get; } = new(FactKind.Bool);

    public static void Write(AppenderColumn into, int row, bool value) => into.Write(row, value);

    public static bool Read(in DataVector stored, int row) => stored.Bool(row);

    public static void Mix(ref RowHash hash, bool value) => hash.Add(value ? 1 : 0);

    public static void Mix(ref RowHash hash, in DataVector stored, int row) => hash.Add(stored.Long(row));
}
