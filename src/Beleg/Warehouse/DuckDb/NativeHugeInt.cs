using System.Runtime.InteropServices;

namespace Beleg.Warehouse.DuckDb;

/// <summary>The library's 128-bit integer; <see cref="Int128"/> itself is aligned differently when passed by value.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeHugeInt
{
    internal ulong Lower;
    internal long Upper;

    internal static NativeHugeInt From(Int128 value) => new() { Lower = (ulong)(value & ulong.MaxValue), Upper = (long)(value >> 64) };
}
