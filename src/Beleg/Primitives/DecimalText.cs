namespace Beleg.Primitives;

/// <summary>Reads decimal numbers into whole multiples of their last decimal, without a rounding step in between.</summary>
/// <remarks>TRICKY: <c>decimal.Parse</c> silently rounds beyond 28 digits, so 1.0000000000000000000000000000001 would pass as 1.</remarks>
internal static class DecimalText
{
    private const int MaxExponent = 40;

    /// <summary>Scales a number such as <c>12.5</c> by 10^<paramref name="decimals"/>, exactly.</summary>
    /// <param name="text">Optional sign, digits with at most one point, optional exponent.</param>
    /// <param name="decimals">How many decimals the result counts in.</param>
    /// <param name="limit">The largest magnitude taken.</param>
    /// <param name="scaled">The number times 10^decimals, where nothing is refused.</param>
    public static MoneyRefusal TryScale(ReadOnlySpan<char> text, int decimals, long limit, out long scaled)
    {
        scaled = 0;
        var negative = text.Length > 0 && text[0] == '-';
        if (text.Length > 0 && text[0] is '-' or '+')
            text = text[1..];
        if (!TrySplit(text, out var mantissa, out var exponent))
            return MoneyRefusal.NotANumber;
        var point = mantissa.IndexOf('.');
        var digits = point < 0 ? mantissa.Length : point;

        // The digit at index i (the point left out) is worth 10^(digits - 1 - i + exponent).
        var position = digits - 1 + exponent + decimals;
        for (var i = 0; i < mantissa.Length; i++)
        {
            if (i == point)
                continue;
            var digit = mantissa[i] - '0';
            if (digit != 0)
            {
                if (position < 0)
                    return MoneyRefusal.TooManyDecimals;
                if (position > 18 || digit > (limit - scaled) / Power(position))
                    return MoneyRefusalFor(mantissa[i..], point - i, position);
                scaled += digit * Power(position);
            }

            position--;
        }

        scaled = negative ? -scaled : scaled;
        return MoneyRefusal.None;
    }

    // Too many decimals is the more useful answer where a number is both too large and too fine.
    private static MoneyRefusal MoneyRefusalFor(ReadOnlySpan<char> rest, int point, int position)
    {
        for (var i = 0; i < rest.Length; i++)
        {
            if (i == point)
                continue;
            if (position < 0 && rest[i] != '0')
                return MoneyRefusal.TooManyDecimals;
            position--;
        }

        return MoneyRefusal.TooLarge;
    }

    private static bool TrySplit(ReadOnlySpan<char> text, out ReadOnlySpan<char> mantissa, out int exponent)
    {
        exponent = 0;
        var e = text.IndexOfAny('e', 'E');
        mantissa = e < 0 ? text : text[..e];
        if (e >= 0 && !TryExponent(text[(e + 1)..], out exponent))
            return false;
        var digits = 0;
        var points = 0;
        foreach (var c in mantissa)
        {
            if (c == '.')
                points++;
            else if (char.IsAsciiDigit(c))
                digits++;
            else
                return false;
        }

        return digits > 0 && points <= 1;
    }

    private static bool TryExponent(ReadOnlySpan<char> text, out int exponent)
    {
        exponent = 0;
        var negative = text.Length > 0 && text[0] == '-';
        if (text.Length > 0 && text[0] is '-' or '+')
            text = text[1..];
        if (text.IsEmpty)
            return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
                return false;
            exponent = Math.Min(MaxExponent, exponent * 10 + (c - '0'));
        }

        exponent = negative ? -exponent : exponent;
        return true;
    }

    private static long Power(int exponent)
    {
        var power = 1L;
        for (var i = 0; i < exponent; i++)
            power *= 10;
        return power;
    }
}
