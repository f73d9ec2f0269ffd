using Beleg.Warehouse.DuckDb;

namespace Beleg.Warehouse.Facts;

/// <summary>An exact number; what lies beyond <see cref="Decimals"/> is rounded to even.</summary>
internal readonly struct DecimalCodec : IFactCodec<decimal>
{
    /// <summary>Enough for an exchange rate between any two currencies with eight significant digits.</summary>
    internal const int Decimals = 12;

    public static FactType Type { get; } = new(FactKind.Decimal);

    public static void Write(AppenderColumn into, int row, decimal value) => into.Write(row, value);

    public static decimal Read(in DataVector stored, int row) => stored.Decimal(row);

    public static void Mix(ref RowHash hash, decimal value) => Mix(ref hash, NativeDecimal.Unscaled(value, Decimals));

    public static void Mix(ref RowHash hash, in DataVector stored, int row) => Mix(ref hash, stored.Wide(row));

    private static void Mix(ref RowHash hash, Int128 unscaled)
    {
        hash.Add((long)unscaled);
        hash.Add((long)(unscaled >> 64));
    }
}
