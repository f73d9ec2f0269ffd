using System.Numerics;
using Beleg.Primitives;

namespace Beleg.Model.Histories;

/// <summary>
/// Whether a message may be in the facts already (a Bloom filter: never a wrong no, hardly ever a wrong yes). Nearly every message that
/// comes is new; asking the facts each time would read the key of every message there is.
/// </summary>
internal sealed class SeenMessages
{
    private const int BitsEach = 20;
    private const int FewestBitsEach = 12;
    private const int Probes = 7;

    private readonly ulong[] bits;
    private readonly ulong mask;
    private long count;

    /// <param name="expected">Messages there are; half as many again may come before it is full.</param>
    public SeenMessages(long expected)
    {
        bits = new ulong[BitOperations.RoundUpToPowerOf2((ulong)Math.Max(1 << 14, expected * BitsEach / 64))];
        mask = ((ulong)bits.Length * 64) - 1;
    }

    /// <summary>Whether it holds so many that it would too often say yes.</summary>
    public bool IsFull => count > bits.Length * 64L / FewestBitsEach;

    /// <summary>Notes a message.</summary>
    public void Add(Key message)
    {
        var (at, step) = Hashes(message);
        for (var i = 0; i < Probes; i++, at += step)
            bits[(at & mask) >> 6] |= 1UL << (int)(at & 63);
        count++;
    }

    /// <summary>False only where it was never noted.</summary>
    public bool MayHold(Key message)
    {
        var (at, step) = Hashes(message);
        for (var i = 0; i < Probes; i++, at += step)
        {
            if ((bits[(at & mask) >> 6] & (1UL << (int)(at & 63))) == 0)
                return false;
        }

        return true;
    }

    // Keys are evenly spread already; the second hash is odd, so that the steps reach everywhere.
    private static (ulong At, ulong Step) Hashes(Key message) => ((ulong)message.Value, ((ulong)message.Value * 0x9E3779B97F4A7C15) >> 17 | 1);
}
