using System.Numerics;

namespace Beleg.Primitives;

/// <summary>An exact fraction of two whole numbers, in lowest terms with a denominator above zero.</summary>
internal readonly struct Ratio : IComparable<Ratio>
{
    // Denominators of the fractions people mean when they write a weight: thirds, fifteenths, percents, hundredths of percents.
    private const int LargestSimpleDenominator = 65_536;

    public Ratio(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException();
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / common;
        Denominator = denominator / common;
    }

    public static Ratio Zero => new(0, 1);

    public static Ratio One => new(1, 1);

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    public static Ratio operator +(Ratio left, Ratio right) =>
        new(left.Numerator * right.Denominator + right.Numerator * left.Denominator, left.Denominator * right.Denominator);

    public static Ratio operator *(Ratio left, Ratio right) => new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static Ratio operator *(Ratio left, BigInteger right) => new(left.Numerator * right, left.Denominator);

    public static Ratio operator /(Ratio left, Ratio right) => new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>A decimal, which is a whole number over a power of ten.</summary>
    public static Ratio FromDecimal(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var mantissa = new BigInteger((uint)bits[0]) | (new BigInteger((uint)bits[1]) << 32) | (new BigInteger((uint)bits[2]) << 64);
        return new Ratio(bits[3] < 0 ? -mantissa : mantissa, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    /// <summary>The simple fraction a finite double stands for, else the binary fraction it is.</summary>
    public static Ratio FromDouble(double value)
    {
        var exact = Binary(value);
        var (p0, q0, p1, q1) = (BigInteger.Zero, BigInteger.One, BigInteger.One, BigInteger.Zero);
        var (numerator, denominator) = (exact.Numerator, exact.Denominator);
        while (!denominator.IsZero)
        {
            var whole = BigInteger.DivRem(numerator, denominator, out var rest);
            (p0, q0, p1, q1) = (p1, q1, whole * p1 + p0, whole * q1 + q0);
            if (q1 > LargestSimpleDenominator)
                break;
            if (BitConverter.DoubleToInt64Bits((double)p1 / (double)q1) == BitConverter.DoubleToInt64Bits(value))
                return new Ratio(p1, q1);
            (numerator, denominator) = (denominator, rest);
        }

        return exact;
    }

    /// <summary>The nearest decimal with twelve digits after the point, half to even: for showing, never for going on with.</summary>
    public decimal ToDecimal() => Money.RoundHalfEven(Numerator * 1_000_000_000_000, Denominator) / 1_000_000_000_000m;

    public int CompareTo(Ratio other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    private static Ratio Binary(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = bits & 0xF_FFFF_FFFF_FFFF;
        if (exponent == 0)
            exponent = 1;
        else
            mantissa |= 1L << 52;
        var signed = new BigInteger(bits < 0 ? -mantissa : mantissa);
        var shift = exponent - 1075;
        return shift >= 0 ? new Ratio(signed << shift, 1) : new Ratio(signed, BigInteger.One << -shift);
    }
}
