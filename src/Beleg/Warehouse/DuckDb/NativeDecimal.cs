using System.Runtime.InteropServices;

namespace Beleg.Warehouse.DuckDb;

/// <summary>The library's decimal as a parameter: digits, decimals and the unscaled value.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeDecimal
{
    internal byte Width;
    internal byte Scale;
    internal NativeHugeInt Value;

    /// <summary>38 digits hold every <see cref="decimal"/>, which has 29.</summary>
    internal static NativeDecimal From(decimal value) =>
        new() { Width = 38, Scale = value.Scale, Value = NativeHugeInt.From(Unscaled(value)) };

    /// <summary>The value times ten to the power of its own decimals.</summary>
    internal static Int128 Unscaled(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = ((Int128)(uint)bits[2] << 64) | ((Int128)(uint)bits[1] << 32) | (uint)bits[0];
        return value < 0 ? -magnitude : magnitude;
    }

    /// <summary>The value times ten to the power of <paramref name="scale"/>; further decimals are rounded to even.</summary>
    /// <exception cref="OverflowException">It needs more than 128 bits.</exception>
    internal static Int128 Unscaled(decimal value, int scale)
    {
        if (value.Scale > scale)
            value = decimal.Round(value, scale, MidpointRounding.ToEven);
        var unscaled = Unscaled(value);
        for (var missing = scale - value.Scale; missing > 0; missing--)
            unscaled = checked(unscaled * 10);
        return unscaled;
    }
}
