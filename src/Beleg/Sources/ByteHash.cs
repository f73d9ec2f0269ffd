using System.Buffers.Binary;
using System.Numerics;

namespace Beleg.Sources;

/// <summary>A fast hash of bytes for tables in memory, eight bytes at a time. It is not keyed: a slot holds what last came to it, whatever somebody sends.</summary>
internal static class ByteHash
{
    private const ulong Odd = 0x9E3779B97F4A7C15;

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var mixed = (ulong)bytes.Length * Odd;
        if (bytes.Length >= sizeof(ulong))
        {
            for (var at = 0; at + sizeof(ulong) <= bytes.Length; at += sizeof(ulong))
                mixed = BitOperations.RotateLeft((mixed ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..])) * Odd, 29);
            mixed ^= BinaryPrimitives.ReadUInt64LittleEndian(bytes[^sizeof(ulong)..]);
        }
        else
        {
            ulong rest = 0;
            foreach (var part in bytes)
                rest = (rest << 8) | part;
            mixed ^= rest;
        }

        mixed *= Odd;
        return (uint)(mixed >> 32);
    }
}
