using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Ledger;

/// <summary>What cost lines come to in a period. Sums are exact fractions of a minor unit until they are rounded once, half to even.</summary>
public static class CostLedger
{
    /// <summary>How long a one-off cost is spread over in return on investment, unless the workspace says otherwise.</summary>
    public const int DefaultAmortiseMonths = 12;

    /// <summary>
    /// The cost that belongs to a period: monthly costs by day in a partial month, one-off costs spread straight-line, stated days by day.
    /// </summary>
    /// <param name="lines">The lines.</param>
    /// <param name="period">The period.</param>
    /// <param name="amortiseMonths">Over how many months a one-off cost is spread, from 1.</param>
    /// <returns>Minor units.</returns>
    public static long Amortised(IEnumerable<CostLine> lines, Period period, int amortiseMonths = DefaultAmortiseMonths) =>
        Sum(lines, line => line.Recurrence == CostRecurrence.Once ? Spread(line, period, amortiseMonths) : Running(line, period));

    /// <summary>The cost paid in a period: as above, but one-off costs whole on their day, as payback counts them.</summary>
    public static long Paid(IEnumerable<CostLine> lines, Period period) =>
        Sum(lines, line => line.Recurrence == CostRecurrence.Once ? OneOff(line, period) : Running(line, period));

    /// <summary>The one-off part of what is paid in a period.</summary>
    public static long PaidOnce(IEnumerable<CostLine> lines, Period period) =>
        Sum(lines.Where(line => line.Recurrence == CostRecurrence.Once), line => OneOff(line, period));

    /// <summary>One line's part of a period as <see cref="Amortised"/> counts it, before rounding.</summary>
    internal static decimal AmortisedExactly(CostLine line, Period period, int amortiseMonths) =>
        Exact(line.Recurrence == CostRecurrence.Once ? Spread(line, period, amortiseMonths) : Running(line, period));

    /// <summary>One line's part of a period as <see cref="Paid"/> counts it, before rounding.</summary>
    internal static decimal PaidExactly(CostLine line, Period period) => Exact(line.Recurrence == CostRecurrence.Once ? OneOff(line, period) : Running(line, period));

    private static decimal Exact(Ratio part) => (decimal)part.Numerator / (decimal)part.Denominator;

    private static long Sum(IEnumerable<CostLine> lines, Func<CostLine, Ratio> part)
    {
        var sum = lines.Aggregate(Ratio.Zero, (sum, line) => sum + part(line));
        return Money.RoundHalfEven(sum.Numerator, sum.Denominator);
    }

    private static Ratio OneOff(CostLine line, Period period) => period.Contains(line.From) ? new Ratio(line.Minor, 1) : Ratio.Zero;

    private static Ratio Running(CostLine line, Period period) => line.Recurrence == CostRecurrence.Monthly ? Monthly(line, period) : StatedDays(line, period);

    // The months of the spread begin on the line's own day, so that it ends after exactly as many and a line of the 1st costs every
    // calendar month the same.
    private static Ratio Spread(CostLine line, Period period, int months)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        var share = Ratio.Zero;
        for (var month = 0; month < months; month++)
            share += Part(new Period(line.From.PlusMonths(month), line.From.PlusMonths(month + 1)), period);
        return share * line.Minor / new Ratio(months, 1);
    }

    private static Ratio Monthly(CostLine line, Period period)
    {
        var share = Ratio.Zero;
        var covered = Overlap(new Period(line.From, line.To ?? period.To), period);
        foreach (var piece in covered.Split(Grain.Month))
            share += Part(Period.Month(piece.From.ToYearMonth()), piece);
        return share * line.Minor;
    }

    private static Ratio StatedDays(CostLine line, Period period) => Part(new Period(line.From, line.To ?? line.From.PlusDays(1)), period) * line.Minor;

    /// <summary>How much of a whole lies inside a period, by days.</summary>
    private static Ratio Part(Period whole, Period period)
    {
        var inside = Overlap(whole, period).Days;
        return inside <= 0 ? Ratio.Zero : new Ratio(inside, whole.Days);
    }

    private static Period Overlap(Period left, Period right) => new(LocalDate.Max(left.From, right.From), LocalDate.Min(left.To, right.To));
}
