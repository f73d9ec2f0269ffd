using System.Globalization;
using Beleg.Primitives;
using Beleg.Sources.Json;

namespace Beleg.Sources.Normalising;

/// <summary>Reads amounts of money, which providers write as texts or as numbers.</summary>
internal static class Amounts
{
    private const int Longest = 64;

    /// <summary>Reads an amount from zero up; the answer says why not, or is null where it is read.</summary>
    public static (RefusalReason Reason, string Why)? TryRead(JsonValue value, Currency currency, out long minor)
    {
        minor = 0;
        var plain = value.Plain;
        if (plain.IsEmpty || plain.Length > Longest)
            return (RefusalReason.MalformedItem, "is not a decimal number");
        Span<char> text = stackalloc char[Longest];
        for (var i = 0; i < plain.Length; i++)
            text[i] = (char)plain[i];
        var read = Money.TryParse(text[..plain.Length], currency, out var money, out var refusal);
        minor = read ? money.Minor : 0;
        return read ? null : Why(refusal, currency);
    }

    /// <summary>Reads a plain decimal number (a rate, an assumption); null where it is none or does not fit.</summary>
    public static decimal? Number(JsonValue value)
    {
        var plain = value.Plain;
        if (plain.IsEmpty || plain.Length > Longest)
            return null;
        Span<char> text = stackalloc char[Longest];
        for (var i = 0; i < plain.Length; i++)
            text[i] = (char)plain[i];
        return decimal.TryParse(text[..plain.Length], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static (RefusalReason, string) Why(MoneyRefusal refusal, Currency currency) => refusal switch
    {
        MoneyRefusal.TooManyDecimals => (RefusalReason.AmountOutOfRange, $"has more decimals than {currency.Code} has"),
        MoneyRefusal.TooLarge => (RefusalReason.AmountOutOfRange, "is over 10^12 minor units"),
        MoneyRefusal.Negative => (RefusalReason.AmountOutOfRange, "is negative"),
        _ => (RefusalReason.MalformedItem, "is not a decimal number with a point"),
    };
}
