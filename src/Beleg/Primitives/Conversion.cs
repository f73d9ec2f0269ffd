using NodaTime;

namespace Beleg.Primitives;

/// <summary>What came of converting an amount: the amount with the rate that made it, or a gap that must be seen.</summary>
public abstract record Conversion
{
    private Conversion()
    {
    }

    /// <summary>The amount was converted.</summary>
    /// <param name="Original">What was converted; it stays the truth.</param>
    /// <param name="Amount">The result, rounded half to even to the minor unit.</param>
    /// <param name="Rate">Major units of the target for one of the original, to twelve decimals; the result was computed with the exact one.</param>
    /// <param name="RateDate">The day whose rate was used: the day asked for or one of the seven before.</param>
    public sealed record Converted(Money Original, Money Amount, decimal Rate, LocalDate RateDate) : Conversion;

    /// <summary>No rate is known for the day or the seven before it. Never read as a rate of 1.</summary>
    /// <param name="Original">What could not be converted.</param>
    /// <param name="To">The currency asked for.</param>
    /// <param name="Day">The day asked for.</param>
    public sealed record RateMissing(Money Original, Currency To, LocalDate Day) : Conversion;
}
