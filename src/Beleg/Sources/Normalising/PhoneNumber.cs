namespace Beleg.Sources.Normalising;

/// <summary>Writes phone numbers as E.164, so that the same number in any spelling is one identifier.</summary>
internal static class PhoneNumber
{
    // E.164 allows 15 digits; the shortest numbers in use (calling code included) have 7, Saint Helena's and Niue's.
    private const int MostDigits = 15;
    private const int FewestDigits = 7;
    private const int LongestSpelling = 64;

    /// <summary>
    /// Normalises a number. One with "+", "tel:" or the region's international prefix needs no region; one without needs it and
    /// is refused where it is null, rather than guessed.
    /// </summary>
    /// <param name="text">Any usual spelling.</param>
    /// <param name="region">ISO 3166 of numbers without a country code; null where unknown.</param>
    /// <param name="e164">"+" and digits, where the answer is true.</param>
    public static bool TryNormalise(ReadOnlySpan<char> text, string? region, out string e164)
    {
        e164 = string.Empty;
        text = WithoutWrapping(text.Trim());
        if (text.Length is 0 or > LongestSpelling)
            return false;
        Span<char> digits = stackalloc char[LongestSpelling];
        if (!TryDigits(text, digits, out var count, out var plus))
            return false;
        var number = digits[..count];
        if (!plus && !TryLeave(ref number, region) && !TryNational(ref number, region, digits))
            return false;
        return TryInternational(number, out e164);
    }

    /// <summary>Normalises digits that begin with the calling code, as WhatsApp writes them.</summary>
    public static bool TryInternational(ReadOnlySpan<char> digits, out string e164)
    {
        e164 = string.Empty;
        var code = NumberingPlan.CallingCode(digits);
        if (code.IsEmpty || digits.Length is < FewestDigits or > MostDigits + 2)
            return false;
        Span<char> written = stackalloc char[MostDigits + 4];
        written[0] = '+';
        var length = WhatsAppVariants.Canonical(digits, written[1..]);
        if (length > MostDigits)
            return false;
        e164 = new string(written[..(length + 1)]);
        return true;
    }

    /// <summary>Calling code of a number in E.164, digits only; null where it has none. It is what rate cards price by.</summary>
    public static string? CallingCode(ReadOnlySpan<char> e164) => NumberingPlan.SharedCallingCode(e164.Length > 0 && e164[0] == '+' ? e164[1..] : e164);

    // "tel:+1…;ext=5" and Twilio's "whatsapp:+1…".
    private static ReadOnlySpan<char> WithoutWrapping(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (colon >= 0 && text[..colon] is "tel" or "TEL" or "whatsapp" or "sms" or "callto")
            text = text[(colon + 1)..];
        var rest = text.IndexOfAny(';', ',');
        if (rest >= 0)
            text = text[..rest];
        var extension = text.IndexOf("ext", StringComparison.OrdinalIgnoreCase);
        return (extension > 0 ? text[..extension] : text).Trim();
    }

    private static bool TryDigits(ReadOnlySpan<char> text, Span<char> digits, out int count, out bool plus)
    {
        count = 0;
        plus = text[0] is '+' or '\uff0b';
        for (var i = plus ? 1 : 0; i < text.Length; i++)
        {
            var c = text[i];

            // "+44 (0)20 …": the bracketed zero is dialled at home only.
            if (plus && c == '(' && text[i..].StartsWith("(0)"))
            {
                i += 2;
                continue;
            }

            if (char.IsDigit(c))
                digits[count++] = (char)('0' + (int)char.GetNumericValue(c));
            else if (c is not (' ' or '-' or '.' or '/' or '(' or ')' or '\u00a0' or '\u202f' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '~' or '\u200e' or '\u202a' or '\u202c'))
                return false;
        }

        return count > 0;
    }

    private static bool TryLeave(ref Span<char> number, string? region)
    {
        if (region is null)
            return false;
        foreach (var exit in NumberingPlan.Exits(region))
        {
            var rest = number.Length > exit.Length && number.StartsWith(exit) ? number[exit.Length..] : default;
            if (rest.Length >= FewestDigits && !NumberingPlan.CallingCode(rest).IsEmpty)
            {
                number = rest;
                return true;
            }
        }

        return false;
    }

    private static bool TryNational(ref Span<char> number, string? region, Span<char> buffer)
    {
        if (region is null || NumberingPlan.CallingCodeOf(region) is not { } code)
            return false;
        var trunk = NumberingPlan.Trunk(region);
        if (trunk.Length > 0 && number.Length > trunk.Length + 2 && number.StartsWith(trunk) && !(code == "1" && number.Length == 10))
            number = number[trunk.Length..];
        if (number.Length + code.Length > buffer.Length)
            return false;
        var length = number.Length;
        number.CopyTo(buffer[code.Length..]);
        code.CopyTo(buffer);
        number = buffer[..(length + code.Length)];
        return true;
    }
}
