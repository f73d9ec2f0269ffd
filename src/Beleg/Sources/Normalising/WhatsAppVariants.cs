namespace Beleg.Sources.Normalising;

/// <summary>
/// Mobile numbers of two countries that exist in two spellings, of which WhatsApp may send either: Mexico's old "1" after 52, and
/// Brazil's ninth digit. Both become the one that is dialled today.
/// </summary>
/// <remarks>
/// Argentina's "9" is left alone: without it the same digits may be a landline, and joining two people is worse than not joining
/// one. An operator can merge them.
/// </remarks>
internal static class WhatsAppVariants
{
    /// <summary>Writes the canonical digits and says how many.</summary>
    /// <param name="digits">International digits without "+".</param>
    /// <param name="written">Room for one digit more.</param>
    public static int Canonical(ReadOnlySpan<char> digits, Span<char> written)
    {
        if (digits.Length == 13 && digits.StartsWith("521"))
            return Put(written, digits[..2], default, digits[3..]);

        // TRICKY: only mobiles (first digit 6 to 9) got the ninth digit; a landline must not become somebody's mobile.
        if (digits.Length == 12 && digits.StartsWith("55") && digits[4] is >= '6' and <= '9')
            return Put(written, digits[..4], "9", digits[4..]);
        return Put(written, digits, default, default);
    }

    private static int Put(Span<char> written, ReadOnlySpan<char> first, ReadOnlySpan<char> between, ReadOnlySpan<char> rest)
    {
        first.CopyTo(written);
        between.CopyTo(written[first.Length..]);
        rest.CopyTo(written[(first.Length + between.Length)..]);
        return first.Length + between.Length + rest.Length;
    }
}
