using NodaTime;

namespace Beleg.Primitives;

/// <summary>Dated exchange rates, and conversion by them.</summary>
/// <remarks>
/// The rate of a day is the one published for it, else the last one published at most <see cref="MaxAgeDays"/> days before (banks publish
/// none on weekends and holidays). A pair is taken directly, else by its inverse, else across the table's base with both legs of the same
/// day. All of it is exact; the only rounding is half to even at the resulting minor unit.
/// </remarks>
public sealed class RateTable
{
    /// <summary>The longest bank holiday with its weekends is shorter; an older rate is a gap in the table, not a quiet day.</summary>
    public const int MaxAgeDays = 7;

    private readonly Dictionary<(Currency From, Currency To, LocalDate Date), Ratio> _rates = [];

    /// <summary>A table from published rates; where a pair is given twice for a day, the later in the sequence counts.</summary>
    /// <param name="base">The currency across which pairs without a rate of their own are converted: EUR for the rates of the ECB.</param>
    /// <param name="rates">The rates, in any order.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is not above zero; the import refuses such a line before.</exception>
    public RateTable(Currency @base, IEnumerable<Rate> rates)
    {
        Base = @base;
        foreach (var rate in rates)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate.Value);
            _rates[(rate.From, rate.To, rate.Date)] = Ratio.FromDecimal(rate.Value);
        }
    }

    /// <summary>A table without rates: it converts nothing but an amount into its own currency.</summary>
    public static RateTable Empty { get; } = new(Currency.Eur, []);

    /// <summary>The currency across which pairs without a rate of their own are converted.</summary>
    public Currency Base { get; }

    /// <summary>How many rates it holds.</summary>
    public int Count => _rates.Count;

    /// <summary>Converts an amount at the rate of a day, as a rule the day of the order in the workspace's zone.</summary>
    public Conversion Convert(Money amount, Currency to, LocalDate day)
    {
        if (!TryRate(amount.Currency, to, day, out var rate, out var date))
            return new Conversion.RateMissing(amount, to, day);
        var numerator = rate.Numerator * amount.Minor * to.MinorPerMajor;
        var minor = Money.RoundHalfEven(numerator, rate.Denominator * amount.Currency.MinorPerMajor);
        return new Conversion.Converted(amount, new Money(minor, to), rate.ToDecimal(), date);
    }

    /// <summary>The exact rate of a day and the day it was published for; false where there is none.</summary>
    internal bool TryRate(Currency from, Currency to, LocalDate day, out Ratio rate, out LocalDate date)
    {
        date = day;
        rate = Ratio.One;
        if (from == to)
            return true;
        for (var age = 0; age <= MaxAgeDays; age++)
        {
            date = day.PlusDays(-age);
            if (TryPair(from, to, date, out rate))
                return true;
            if (TryPair(from, Base, date, out var first) && TryPair(Base, to, date, out var second))
            {
                rate = first * second;
                return true;
            }
        }

        return false;
    }

    private bool TryPair(Currency from, Currency to, LocalDate date, out Ratio rate)
    {
        if (_rates.TryGetValue((from, to, date), out rate))
            return true;
        if (!_rates.TryGetValue((to, from, date), out var inverse))
            return false;
        rate = Ratio.One / inverse;
        return true;
    }
}
