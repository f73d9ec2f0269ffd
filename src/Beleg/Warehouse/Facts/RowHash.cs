using System.Numerics;
using System.Runtime.InteropServices;

namespace Beleg.Warehouse.Facts;

/// <summary>
/// 128 bits over one row's values in the order of its columns. Every step can be undone, so no value is lost on the way; it tells
/// equal rows from different ones and resists nobody who means to deceive.
/// </summary>
internal struct RowHash
{
    // The odd constants of SplitMix64 and of its finaliser.
    private const ulong First = 0x9E3779B97F4A7C15;
    private const ulong Second = 0xBF58476D1CE4E5B9;
    private const ulong Third = 0x94D049BB133111EB;
    private const ulong Nothing = 0xD1B54A32D192ED03;
    private ulong lower;
    private ulong upper;

    /// <summary>A value that is there.</summary>
    internal void Add(long value)
    {
        lower = BitOperations.RotateLeft(lower ^ (ulong)value, 29) * First + 1;
        upper = (BitOperations.RotateLeft(upper, 37) + (ulong)value) * Second + 1;
    }

    /// <summary>A value that is not there.</summary>
    internal void AddNull()
    {
        lower = BitOperations.RotateLeft(lower, 17) * Third + Nothing;
        upper = BitOperations.RotateLeft(upper ^ Nothing, 23) * Third;
    }

    /// <summary>Text, or any run of bytes: its length, then eight at a time.</summary>
    internal void Add(ReadOnlySpan<byte> bytes)
    {
        Add((long)bytes.Length);
        var whole = MemoryMarshal.Cast<byte, long>(bytes);
        foreach (var word in whole)
            Add(word);
        var rest = bytes[(whole.Length * sizeof(long))..];
        if (rest.IsEmpty)
            return;
        Span<byte> last = stackalloc byte[sizeof(long)];
        last.Clear();
        rest.CopyTo(last);
        Add(MemoryMarshal.Read<long>(last));
    }

    /// <summary>The row's number.</summary>
    internal readonly UInt128 Value => new(Finish(upper ^ BitOperations.RotateLeft(lower, 32)), Finish(lower));

    private static ulong Finish(ulong value)
    {
        value = (value ^ (value >> 30)) * Second;
        value = (value ^ (value >> 27)) * Third;
        return value ^ (value >> 31);
    }
}
