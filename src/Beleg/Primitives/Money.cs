using System.Globalization;
using System.Numerics;

namespace Beleg.Primitives;

/// <summary>An exact amount: a signed number of minor units and its currency. Never a floating-point number.</summary>
/// <param name="Minor">Minor units (cents for EUR, yen for JPY, fils for BHD); negative for money that went back.</param>
/// <param name="Currency">The currency of the amount.</param>
public readonly record struct Money(long Minor, Currency Currency) : IComparable<Money>
{
    /// <summary>The largest amount taken from outside, in minor units: 10^12. Above it the input is a mistake, not an order.</summary>
    public const long MaxMinor = 1_000_000_000_000;

    /// <summary>Whether the amount is exactly zero.</summary>
    public bool IsZero => Minor == 0;

    /// <summary>Nothing, in a currency.</summary>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>Adds two amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ: convert first.</exception>
    public static Money operator +(Money left, Money right) => new(checked(left.Minor + right.Minor), Same(left, right));

    /// <summary>Subtracts two amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ: convert first.</exception>
    public static Money operator -(Money left, Money right) => new(checked(left.Minor - right.Minor), Same(left, right));

    /// <summary>The same amount with the other sign.</summary>
    public static Money operator -(Money amount) => amount with { Minor = checked(-amount.Minor) };

    /// <summary>Whether the left amount is less.</summary>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left amount is greater.</summary>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left amount is less or equal.</summary>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left amount is greater or equal.</summary>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>Reads an amount such as <c>209.00</c> or <c>-4.5e1</c> with the code of its currency. Does not throw on data.</summary>
    /// <param name="text">A decimal number as JSON writes it; no grouping, no sign of a currency.</param>
    /// <param name="currencyCode">ISO 4217, any case.</param>
    /// <param name="money">The amount, where the answer is true.</param>
    /// <param name="refusal">Why not, where the answer is false.</param>
    /// <param name="allowNegative">Whether an amount below zero is taken.</param>
    public static bool TryParse(ReadOnlySpan<char> text, ReadOnlySpan<char> currencyCode, out Money money, out MoneyRefusal refusal, bool allowNegative = false)
    {
        money = default;
        if (Currency.TryFind(currencyCode.Trim(), out var currency))
            return TryParse(text, currency, out money, out refusal, allowNegative);
        refusal = MoneyRefusal.UnknownCurrency;
        return false;
    }

    /// <summary>Reads an amount of a known currency. Does not throw on data.</summary>
    /// <param name="text">A decimal number as JSON writes it; no grouping, no sign of a currency.</param>
    /// <param name="currency">The currency it is in.</param>
    /// <param name="money">The amount, where the answer is true.</param>
    /// <param name="refusal">Why not, where the answer is false.</param>
    /// <param name="allowNegative">Whether an amount below zero is taken.</param>
    public static bool TryParse(ReadOnlySpan<char> text, Currency currency, out Money money, out MoneyRefusal refusal, bool allowNegative = false)
    {
        refusal = DecimalText.TryScale(text.Trim(), currency.Decimals, MaxMinor, out var minor);
        if (refusal == MoneyRefusal.None && minor < 0 && !allowNegative)
            refusal = MoneyRefusal.Negative;
        money = refusal == MoneyRefusal.None ? new Money(minor, currency) : default;
        return refusal == MoneyRefusal.None;
    }

    /// <summary>Rounds an exact quotient of minor units to a whole one, half to even: the one rounding rule for money here.</summary>
    internal static long RoundHalfEven(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.Sign < 0)
            (numerator, denominator) = (-numerator, -denominator);
        var quotient = BigInteger.DivRem(BigInteger.Abs(numerator), denominator, out var remainder);
        var half = (remainder * 2).CompareTo(denominator);
        if (half > 0 || (half == 0 && !quotient.IsEven))
            quotient += 1;
        return (long)(numerator.Sign < 0 ? -quotient : quotient);
    }

    /// <summary>Rounds an exact number of major units to minor units, half to even.</summary>
    public static Money FromMajor(decimal major, Currency currency) =>
        new(decimal.ToInt64(decimal.Round(major * currency.MinorPerMajor, 0, MidpointRounding.ToEven)), currency);

    /// <summary>The amount in major units, exactly, with the currency's number of decimals.</summary>
    public decimal ToMajor() => new decimal(Minor) / Currency.MinorPerMajor + new decimal(0, 0, 0, false, (byte)Currency.Decimals);

    /// <summary>Compares two amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ: convert first.</exception>
    public int CompareTo(Money other)
    {
        Same(this, other);
        return Minor.CompareTo(other.Minor);
    }

    /// <summary>The amount for machines, without the currency: <c>209.00</c>, <c>-1.500</c> for BHD, <c>1000</c> for JPY.</summary>
    public string ToPlainString() => ToMajor().ToString("F" + Currency.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>The amount and its code: <c>209.00 EUR</c>, in no culture's dress.</summary>
    public override string ToString() => Currency is null ? "no money" : $"{ToPlainString()} {Currency.Code}";

    private static Currency Same(Money left, Money right) =>
        ReferenceEquals(left.Currency, right.Currency)
            ? left.Currency
            : throw new InvalidOperationException($"{left.Currency} and {right.Currency} do not mix; convert at a dated rate first.");
}
