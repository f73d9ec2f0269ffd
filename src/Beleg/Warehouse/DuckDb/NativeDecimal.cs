using System.Runtime.InteropServices;

namespace Beleg.Warehouse.DuckDb;

/// <summary>The library's decimal as a parameter: digits, decimals and the unscaled value.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeDecimal
{
    internal byte Width;
    internal byte Scale;
    internal NativeHugeInt Value;

    internal static NativeDecimal From(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = ((Int128)(uint)bits[2] << 64) | ((Int128)(uint)bits[1] << 32) | (uint)bits[0];
        // 38 digits hold every System.Decimal (29 digits, at most 28 of them decimals).
        return new() { Width = 38, Scale = value.Scale, Value = NativeHugeInt.From(value < 0 ? -magnitude : magnitude) };
    }
}
