namespace Beleg.Primitives;

/// <summary>Why a text is not taken as an amount of money.</summary>
public enum MoneyRefusal
{
    /// <summary>It is taken.</summary>
    None,

    /// <summary>Not a plain decimal number with a point: empty, grouped, a comma, a currency sign.</summary>
    NotANumber,

    /// <summary>More decimals than the currency's minor unit has; zeros at the end do not count, since they say nothing.</summary>
    TooManyDecimals,

    /// <summary>More than <see cref="Money.MaxMinor"/> minor units.</summary>
    TooLarge,

    /// <summary>Below zero where only amounts from zero up make sense.</summary>
    Negative,

    /// <summary>The code is not in ISO 4217.</summary>
    UnknownCurrency,
}
