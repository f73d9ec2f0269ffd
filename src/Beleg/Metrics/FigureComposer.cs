using Beleg.Primitives;
using Beleg.Statistics;
using NodaTime;

namespace Beleg.Metrics;

/// <summary>Makes figures of measured sums: divides, flags, and says how sure.</summary>
internal sealed class FigureComposer(MetricSettings settings, LocalDate? cutOffDay)
{
    /// <summary>A figure of a formula in one group. Pure.</summary>
    /// <param name="formula">What is divided by what.</param>
    /// <param name="unit">Unit of the value.</param>
    /// <param name="minSample">Below this denominator it is flagged.</param>
    /// <param name="values">The measured sums.</param>
    /// <param name="end">The day after the last it is for.</param>
    /// <param name="sums">Sums over contacts where an interval by them was asked for.</param>
    public Figure Compose(Formula formula, MetricUnit unit, int minSample, Func<Measure, decimal?> values, LocalDate end, RatioOfSums? sums)
    {
        var scale = unit == MetricUnit.Money ? 1m / Currency.Find(settings.Currency).MinorPerMajor : 1m;
        var top = values(formula.Numerator) - (formula.OpenTop is null ? 0 : values(formula.OpenTop) ?? 0);
        var open = formula.Open is null ? 0 : values(formula.Open) ?? 0;
        var whole = formula.Denominator is null ? null : values(formula.Denominator);
        var bottom = formula.OpenIsOut ? whole - open : whole;
        var divided = formula.Denominator is not null && !formula.DenominatorIsSample;
        var numerator = top is { } t ? Quotients.Plain(t * scale) : (decimal?)null;
        return new Figure
        {
            Value = divided ? Quotients.Of(numerator * formula.Scale, bottom) : numerator,
            Numerator = formula.Numerator.Aggregate == Aggregate.Quantile ? null : numerator,
            Denominator = bottom,
            Interval = Interval(formula, top, bottom, scale, sums),
            OpenShare = formula.Open is null ? null : Quotients.Of(open, formula.DenominatorIsSample ? whole + open : whole),
            Provisional = open > 0 || Unfinished(end),
            LowSample = formula.Denominator is not null && bottom < minSample,
        };
    }

    /// <summary>Whether the period goes on after the data end.</summary>
    public bool Unfinished(LocalDate end) => cutOffDay is not { } last || end > last.PlusDays(1);

    private static FigureInterval? Interval(Formula formula, decimal? top, decimal? bottom, decimal scale, RatioOfSums? sums) => formula.Interval switch
    {
        IntervalRule.Wilson when top is { } t && bottom is { } b => FigureInterval.Of(ConfidenceInterval.Wilson((long)t, (long)b), 1),
        IntervalRule.Delta when sums is { } s => FigureInterval.Of(s.Interval(), scale * formula.Scale),
        _ => null,
    };
}
