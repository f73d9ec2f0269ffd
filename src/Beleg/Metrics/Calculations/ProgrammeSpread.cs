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

    private readonly Dictionary<(Period, string), FlowValue[]> drawn = [];

    /// <summary>The interval of a figure; null where it has no value.</summary>
    /// <param name="figure">The figure as a function of what was generated and what it cost.</param>
    /// <param name="cost">What it cost: that is booked, and sure.</param>
    /// <param name="period">The days.</param>
    /// <param name="part">The part of the programme; null for the whole.</param>
    public FigureInterval? Of(Func<FlowValue, Money, decimal?> figure, Money cost, Period period, ProgrammePart? part)
    {
        var key = (period, part?.Key ?? "");
        if (!drawn.TryGetValue(key, out var points))
            drawn.Add(key, points = part is null ? Draw(period) : Draw(period, part));
        return Middle([.. points.Select(point => figure(point, cost)).OfType<decimal>()], points.Length);
    }

    /// <summary>The interval of the payback; null where more than one way things could be in forty never pays back.</summary>
    public FigureInterval? Payback(Period period, ProgrammePart? part, ProgrammeShares shares)
    {
        var months = values.PaybackMonths(period, part is null ? null : part.Has, shares);
        var whole = part is null ? values.Model(period) : values.Model(period, part.Has);
        var found = Points(whole, period, part, PaybackDraws)
            .Select(point => ProgrammeValues.Payback(months, point)).Select(p => p.Months ?? p.ForecastMonths).OfType<decimal>().ToArray();
        return Middle(found, PaybackDraws);
    }

    private FlowValue[] Draw(Period period)
    {
        var model = values.Model(period);
        return [.. Points(model, period, null, Draws).Select(model.At)];
    }

    // What a part is worth follows from the others too (its share of what a flow is above its baseline), so the draws of its own model are
    // moved to where the figure is: the middle is exact, the width is that of the part's own conversations and buyers.
    private FlowValue[] Draw(Period period, ProgrammePart part)
    {
        var (model, exact) = (values.Model(period, part.Has), values.Value(period, Scenario.Base, part.Has));
        var middle = model.At(RoiPoint.Base);
        return [.. Points(model, period, part, Draws).Select(model.At).Select(point => new FlowValue(
            null, Math.Max(0, exact.DeflectedContacts + point.DeflectedContacts - middle.DeflectedContacts),
            Least(exact.AvoidedSupportCost + point.AvoidedSupportCost - middle.AvoidedSupportCost),
            exact.TimeSavedValue + point.TimeSavedValue - middle.TimeSavedValue,
            exact.RevenueValue + point.RevenueValue - middle.RevenueValue))];
    }

    private IEnumerable<RoiPoint> Points(RoiModel model, Period period, ProgrammePart? part, int draws) =>
        RoiDraws.Of(model, RoiReader.Error(model, facts, query with { Period = period }, part?.Filters), draws, RoiSensitivity.DefaultSeed);

    private static Money Least(Money amount) => amount.Minor < 0 ? Money.Zero(amount.Currency) : amount;

    private static FigureInterval? Middle(decimal[] found, int draws)
    {
        // What is missing never comes: later than whatever does.
        decimal[] sorted = [.. found.Order(), .. Enumerable.Repeat(decimal.MaxValue, draws - found.Length)];
        return RoiDraws.At(sorted, .975) is not decimal.MaxValue and var high
            ? new FigureInterval(Quotients.Plain(RoiDraws.At(sorted, .025)), Quotients.Plain(high), IntervalMethod.Simulation) : null;
    }
}
