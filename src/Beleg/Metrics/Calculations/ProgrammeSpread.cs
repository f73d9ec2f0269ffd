using Beleg.Ledger;
using Beleg.Primitives;
using Beleg.Statistics;

namespace Beleg.Metrics.Calculations;

/// <summary>
/// How sure the programme's figures are: everything they rest on drawn at once, many times, from one seed. The middle 95 % of what comes out is
/// the interval; one set of draws serves all figures of a period.
/// </summary>
internal sealed class ProgrammeSpread(ProgrammeValues values, FactReader facts, Composition query)
{
    private const int Draws = 1_000;

    // A payback looks at every month of each draw.
    private const int PaybackDraws = 250;

    private readonly Dictionary<Period, FlowValue[]> drawn = [];

    /// <summary>The interval of a figure of the whole programme; null where it has no value.</summary>
    /// <param name="figure">The figure as a function of what was generated and what it cost.</param>
    /// <param name="period">The days.</param>
    public FigureInterval? Of(Func<FlowValue, Money, decimal?> figure, Period period)
    {
        if (!drawn.TryGetValue(period, out var points))
            drawn.Add(period, points = Draw(period));
        var cost = values.Cost(period);
        return Middle([.. points.Select(point => figure(point, cost)).OfType<decimal>()], points.Length);
    }

    /// <summary>The interval of the payback; null where more than one way things could be in forty never pays back.</summary>
    public FigureInterval? Payback(Period period)
    {
        (Period Month, RoiModel Model)[] months = [.. period.Split(Grain.Month).Select(month => (month, values.Model(month)))];
        var whole = values.Model(period);
        var found = RoiDraws.Of(whole, RoiReader.Error(whole, facts, query with { Period = period }), PaybackDraws, RoiSensitivity.DefaultSeed)
            .Select(point => values.Payback(months, point)).Select(p => p.Months ?? p.ForecastMonths).OfType<decimal>().ToArray();
        return Middle(found, PaybackDraws);
    }

    private FlowValue[] Draw(Period period)
    {
        var model = values.Model(period);
        return [.. RoiDraws.Of(model, RoiReader.Error(model, facts, query with { Period = period }), Draws, RoiSensitivity.DefaultSeed).Select(model.At)];
    }

    private static FigureInterval? Middle(decimal[] found, int draws)
    {
        // What is missing never comes: later than whatever does.
        decimal[] sorted = [.. found.Order(), .. Enumerable.Repeat(decimal.MaxValue, draws - found.Length)];
        return RoiDraws.At(sorted, .975) is not decimal.MaxValue and var high
            ? new FigureInterval(Quotients.Plain(RoiDraws.At(sorted, .025)), Quotients.Plain(high), IntervalMethod.Simulation) : null;
    }
}
