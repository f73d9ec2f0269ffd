using System.Numerics;

namespace Beleg.Attribution;

/// <summary>Powers of one half as whole numbers, the same on every machine.</summary>
/// <remarks>
/// <c>Math.Pow</c> may differ in its last bits between processors and runtimes, and a cent could follow it. Here 2^-x is a product of
/// tabled roots of one half, one for each byte of x's fraction (64 bits), in 63-bit fixed point: the result has 62 bits and an error of
/// a few units of the last one, 10^-18. The tables come from integer square roots.
/// </remarks>
internal static class HalfPower
{
    /// <summary>2^62: what 2^-0 is given as.</summary>
    public const ulong One = 1UL << 62;

    private const int TableBits = 160;
    private static readonly ulong[] Roots = Table();

    /// <summary>2^-(<paramref name="age"/> / <paramref name="halfLife"/>) × 2^62, rounded down; exact where the quotient is whole, 0 from 63 on.</summary>
    /// <param name="age">Elapsed time.</param>
    /// <param name="halfLife">In the same unit, above zero and below 2^63.</param>
    public static ulong Of(ulong age, ulong halfLife)
    {
        var (whole, rest) = Math.DivRem(age, halfLife);
        if (whole > 62)
            return 0;
        var power = One << 1;
        if (rest != 0)
        {
            var fraction = (ulong)(((UInt128)rest << 64) / halfLife);
            for (var b = 0; fraction != 0; b++, fraction <<= 8)
            {
                var index = (int)(fraction >> 56);
                if (index != 0)
                    power = Math.BigMul(power, Roots[(b << 8) | index], out var low) << 1 | low >> 63;
            }
        }

        return power >> 1 >> (int)whole;
    }

    // Entry (b, i) is 2^-(i / 256^(b+1)) in 63-bit fixed point.
    private static ulong[] Table()
    {
        var table = new ulong[8 * 256];
        var root = BigInteger.One << (TableBits - 1);
        for (var b = 0; b < 8; b++)
        {
            for (var halvings = 0; halvings < 8; halvings++)
                root = SquareRoot(root << TableBits);
            var power = BigInteger.One << TableBits;
            for (var i = 0; i < 256; i++)
            {
                table[(b << 8) | i] = (ulong)((power + (BigInteger.One << (TableBits - 64))) >> (TableBits - 63));
                power = power * root >> TableBits;
            }
        }

        return table;
    }

    // Newton's method from above, in whole numbers.
    private static BigInteger SquareRoot(BigInteger value)
    {
        var root = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + value / root) >> 1;
            if (next >= root)
                return root;
            root = next;
        }
    }
}
