namespace Beleg.Metrics;

/// <summary>The one division of the figures.</summary>
internal static class Quotients
{
    /// <summary>More than any unit needs, few enough that what is printed is what was computed.</summary>
    private const int Decimals = 12;

    /// <summary>Numerator over denominator; null where the denominator is 0 or either is no value.</summary>
    public static decimal? Of(decimal? numerator, decimal? denominator) =>
        denominator is null or 0 || numerator is null ? null : Plain(numerator.Value / denominator.Value);

    /// <summary>A number without the zeros that only tell how it was computed.</summary>
    public static decimal Plain(decimal value) => decimal.Round(value, Decimals) / 1.0000000000000000000000000000m;
}
