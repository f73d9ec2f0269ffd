using System.Buffers.Binary;
using System.Numerics;

namespace Beleg.Primitives;

/// <summary>
/// SipHash-2-4: a keyed pseudo-random function made for short inputs (Aumasson and Bernstein 2012). Without its 128-bit key nothing
/// can be said about what went in; with it, a message id costs 25 ns where HMAC-SHA256 costs 550.
/// </summary>
/// <param name="K0">First half of the key, little endian.</param>
/// <param name="K1">Second half.</param>
internal readonly record struct SipHash(ulong K0, ulong K1)
{
    /// <summary>Takes a key of 16 bytes.</summary>
    public static SipHash Under(ReadOnlySpan<byte> key) => new(BinaryPrimitives.ReadUInt64LittleEndian(key), BinaryPrimitives.ReadUInt64LittleEndian(key[8..]));

    /// <summary>The 64 bits of an input.</summary>
    public ulong Of(ReadOnlySpan<byte> input)
    {
        var v0 = K0 ^ 0x736f6d6570736575;
        var v1 = K1 ^ 0x646f72616e646f6d;
        var v2 = K0 ^ 0x6c7967656e657261;
        var v3 = K1 ^ 0x7465646279746573;
        var last = (ulong)input.Length << 56;
        while (input.Length >= sizeof(ulong))
        {
            Absorb(ref v0, ref v1, ref v2, ref v3, BinaryPrimitives.ReadUInt64LittleEndian(input));
            input = input[sizeof(ulong)..];
        }

        for (var i = 0; i < input.Length; i++)
            last |= (ulong)input[i] << (8 * i);
        Absorb(ref v0, ref v1, ref v2, ref v3, last);
        v2 ^= 0xff;
        for (var i = 0; i < 4; i++)
            Round(ref v0, ref v1, ref v2, ref v3);
        return v0 ^ v1 ^ v2 ^ v3;
    }

    private static void Absorb(ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3, ulong word)
    {
        v3 ^= word;
        Round(ref v0, ref v1, ref v2, ref v3);
        Round(ref v0, ref v1, ref v2, ref v3);
        v0 ^= word;
    }

    private static void Round(ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        unchecked
        {
            v0 += v1;
            v1 = BitOperations.RotateLeft(v1, 13) ^ v0;
            v0 = BitOperations.RotateLeft(v0, 32);
            v2 += v3;
            v3 = BitOperations.RotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = BitOperations.RotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = BitOperations.RotateLeft(v1, 17) ^ v2;
            v2 = BitOperations.RotateLeft(v2, 32);
        }
    }
}
