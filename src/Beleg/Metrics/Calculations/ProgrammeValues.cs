using Beleg.Ledger;
using Beleg.Primitives;
using NodaTime;

namespace Beleg.Metrics.Calculations;

/// <summary>Values the outcomes of a programme. Each stretch of days takes the versions of the assumptions that hold in it.</summary>
internal sealed class ProgrammeValues(ProgrammeBooks books, FlowOutcomes outcomes, MetricSettings settings)
{
    /// <summary>Hours of the team saved a week by the programme; with a colon and a flow behind it, by that flow.</summary>
    public const string HoursSaved = "hours_saved_per_week";

    private readonly Currency currency = Currency.Find(settings.Currency);

    private readonly Dictionary<(Period, Scenario), IReadOnlyDictionary<ProgrammeCell, FlowValue>> known = [];

    /// <summary>Every cell that has an outcome or saved hours.</summary>
    public IEnumerable<ProgrammeCell> Cells => outcomes.All.Concat(HoursWithoutOutcome).Distinct();

    /// <summary>Programme cost of a period, one-off costs spread.</summary>
    public Money Cost(Period period) => new(books.Amortised(period), currency);

    /// <summary>What the programme is worth in a period and scenario.</summary>
    /// <param name="period">The days.</param>
    /// <param name="scenario">Which values of the assumptions.</param>
    /// <param name="which">The cells meant; null is all, and what belongs to none.</param>
    public FlowValue Value(Period period, Scenario scenario, Func<ProgrammeCell, bool>? which = null) => which is null
        ? Sum(Stretches(period).SelectMany(days => Composed(days, scenario)))
        : Sum(ByCell(period, scenario).Where(cell => which(cell.Key)).Select(cell => cell.Value));

    // A flow's worth is divided among its cells by what made it: contacts above the baseline, hours by conversations, revenue where it was credited.
    private IReadOnlyDictionary<ProgrammeCell, FlowValue> ByCell(Period period, Scenario scenario) => known.TryGetValue((period, scenario), out var found) ? found
        : known[(period, scenario)] = Stretches(period)
            .SelectMany(days => Composed(days, scenario).Zip(Flowing(days), (value, flow) => new CellShares(
                value, flow.IsProgramme ? [] : [.. outcomes.Cells(days).Where(cell => cell.Cell.Flow == value.Flow)], Assumed(AssumptionDefinition.BaselineContainment, days, scenario), Assumed(AssumptionDefinition.ContributionMargin, days, scenario))))
            .SelectMany(shares => shares.Parts())
            .GroupBy(part => part.Cell, part => part.Value)
            .ToDictionary(cell => cell.Key, Sum);

    private IReadOnlyList<FlowValue> Composed(Period days, Scenario scenario) =>
        Roi.Compose(new RoiInputs(currency, days.From, Months(days), Outcomes(days, scenario), 0), books.Assumptions, scenario).Flows;

    private FlowValue Sum(IEnumerable<FlowValue> values)
    {
        var zero = Money.Zero(currency);
        return values.Aggregate(new FlowValue(null, 0, zero, zero, zero), (sum, f) => new FlowValue(
            null, sum.DeflectedContacts + f.DeflectedContacts, sum.AvoidedSupportCost + f.AvoidedSupportCost,
            sum.TimeSavedValue + f.TimeSavedValue, sum.RevenueValue + f.RevenueValue));
    }

    private decimal Assumed(AssumptionDefinition definition, Period days, Scenario scenario) => books.Assumptions.At(definition, days.From).In(scenario);

    // Hours of the whole programme are nobody's in particular; those of a flow without a conversation are the flow's.
    private IEnumerable<ProgrammeCell> HoursWithoutOutcome
    {
        get
        {
            var flows = outcomes.All.Select(cell => cell.Flow).ToHashSet();
            return books.AssumptionFacts.Where(a => IsHours(a.AssumptionId)).Select(a => FlowOf(a.AssumptionId)).Where(flow => flow is null || !flows.Contains(flow)).Select(flow => new ProgrammeCell(flow));
        }
    }

    /// <summary>
    /// How long the period's months need to earn back what was paid once, up to its end. What was paid once before it counts in its first
    /// month, so that the answer is always about everything that was put in.
    /// </summary>
    /// <param name="period">The months.</param>
    /// <param name="scenario">Which values of the assumptions.</param>
    /// <param name="which">The cells meant; all where null. What was paid once is shared by the conversations of all these months.</param>
    /// <param name="shares">What cells cost.</param>
    public Payback Payback(Period period, Scenario scenario, Func<ProgrammeCell, bool>? which, ProgrammeShares shares)
    {
        long Once(Period days) => which is null ? books.Once(days) : shares.Once(days, period, which);
        var before = Once(new Period(new LocalDate(2000, 1, 1), period.From));
        PaybackMonth[] months = [.. period.Split(Grain.Month).Select((month, i) => new PaybackMonth(
            Value(month, scenario, which).Generated.Minor, which is null ? books.Running(month) : shares.Running(month, which), Once(month) + (i == 0 ? before : 0)))];
        return Ledger.Payback.Of(Begun(months));
    }

    // A programme begins with its first cost, where it has none with its first value; never with the period that happens to be asked for.
    private static PaybackMonth[] Begun(PaybackMonth[] months)
    {
        var costs = Array.Exists(months, m => m is not { RunningCostMinor: 0, OneOffCostMinor: 0 });
        return [.. months.SkipWhile(m => m is { RunningCostMinor: 0, OneOffCostMinor: 0 } && (costs || m.ValueMinor == 0))];
    }

    /// <summary>Return on investment of a period as a function of everything it rests on.</summary>
    public RoiModel Model(Period period) => new(currency, [.. Stretches(period).Select(Stretch)], books.Amortised(period));

    /// <summary>The same of a part, as if its cells were all there is: its own conversations, revenue and hours.</summary>
    public RoiModel Model(Period period, Func<ProgrammeCell, bool> which) => new(
        currency,
        [.. Stretches(period).Select(days => Stretch(days) with { Flows = [.. Flowing(days).Select(flow => Part(flow.Flow, flow.IsProgramme, days, which)).OfType<RoiFlow>()] })],
        0);

    /// <summary>The months of a payback: each with its model, what the exact value differs from it by, and its cost.</summary>
    public IReadOnlyList<(RoiModel Model, long Shift, PaybackMonth Cost)> PaybackMonths(Period period, Func<ProgrammeCell, bool>? which, ProgrammeShares shares)
    {
        long Once(Period days) => which is null ? books.Once(days) : shares.Once(days, period, which);
        var before = Once(new Period(new LocalDate(2000, 1, 1), period.From));
        return [.. period.Split(Grain.Month).Select((month, i) =>
        {
            var model = which is null ? Model(month) : Model(month, which);
            return (model, which is null ? 0 : Value(month, Scenario.Base, which).Generated.Minor - model.Generated(RoiPoint.Base).Minor,
                new PaybackMonth(0, which is null ? books.Running(month) : shares.Running(month, which), Once(month) + (i == 0 ? before : 0)));
        })];
    }

    /// <summary>The payback at some way things could be, each month's value by its own model.</summary>
    public static Payback Payback(IReadOnlyList<(RoiModel Model, long Shift, PaybackMonth Cost)> months, RoiPoint point) =>
        Ledger.Payback.Of(Begun([.. months.Select(m => m.Cost with { ValueMinor = m.Model.Generated(point).Minor + m.Shift })]));

    /// <summary>The assumptions as they hold at a period's end.</summary>
    public IReadOnlyList<Assumption> AssumptionsAt(Period period)
    {
        var day = period.To.PlusDays(-1);
        var hours = books.AssumptionFacts.Select(a => a.AssumptionId).Where(IsHours).Distinct().Order(StringComparer.Ordinal)
            .Select(id => books.Assumptions.Find(id, day)).OfType<Assumption>();
        return [.. AssumptionDefinition.All.Select(d => books.Assumptions.At(d, day)), .. hours];
    }

    private FlowOutcome[] Outcomes(Period days, Scenario scenario) =>
        [.. Flowing(days).Select(f => f.Flow).Select(f => f.Hours is { } hours ? f.Outcome with { HoursSavedPerWeek = hours.In(scenario) } : f.Outcome)];

    private RoiStretch Stretch(Period days) =>
        new(days.From, Months(days), [.. Flowing(days).Select(f => f.Flow)], [.. AssumptionDefinition.All.Select(d => books.Assumptions.At(d, days.From))]);

    // Hours of a flow are its cells' by their conversations, as they are in what a part is worth.
    private RoiFlow? Part(RoiFlow flow, bool isProgramme, Period days, Func<ProgrammeCell, bool> which)
    {
        CellOutcome[] all = isProgramme ? [] : [.. outcomes.Cells(days).Where(cell => cell.Cell.Flow == flow.Outcome.Flow)];
        if (all.Length == 0)
            return which(new ProgrammeCell(flow.Outcome.Flow)) ? flow : null;
        CellOutcome[] own = [.. all.Where(cell => which(cell.Cell))];
        var share = Quotients.Of(own.Sum(cell => cell.Automated), all.Sum(cell => cell.Automated)) ?? 0;
        return own.Length == 0 ? null : new RoiFlow(
            new FlowOutcome(flow.Outcome.Flow, own.Sum(cell => cell.Automated), own.Sum(cell => cell.Verified), 0, own.Sum(cell => cell.RevenueMinor)),
            flow.Hours is not { } hours ? null : hours with { Value = hours.Value * share, Low = hours.Low * share, High = hours.High * share });
    }

    private (RoiFlow Flow, bool IsProgramme)[] Flowing(Period days)
    {
        Assumption? Hours(string id) => books.Assumptions.Find(id, days.From);
        var measured = outcomes.In(days).ToDictionary(o => (o.Flow, Programme: false), o => new RoiFlow(o, null));
        foreach (var flow in books.AssumptionFacts.Select(a => FlowOf(a.AssumptionId)).OfType<string>().Distinct())
        {
            var own = measured.GetValueOrDefault((flow, false)) ?? new RoiFlow(new FlowOutcome(flow, 0, 0), null);
            measured[(flow, false)] = own with { Hours = Hours($"{HoursSaved}:{flow}") };
        }

        // Hours of the whole programme are other work than any flow's contacts; whoever means a flow's says so in the name.
        if (Hours(HoursSaved) is { } programme)
            measured[(null, true)] = new RoiFlow(new FlowOutcome(null, 0, 0), programme);
        return [.. measured.Select(one => (one.Value, one.Key.Programme))];
    }

    private IEnumerable<Period> Stretches(Period period)
    {
        var from = period.From;
        foreach (var day in books.AssumptionFacts.Select(a => a.ValidFrom).Where(d => d > period.From && d < period.To).Distinct().Order())
        {
            yield return new Period(from, day);
            from = day;
        }

        yield return new Period(from, period.To);
    }

    private static decimal Months(Period days) =>
        days.Split(Grain.Month).Sum(piece => (decimal)piece.Days / piece.From.Calendar.GetDaysInMonth(piece.From.Year, piece.From.Month));

    private static bool IsHours(string id) => id == HoursSaved || id.StartsWith(HoursSaved + ":", StringComparison.Ordinal);

    private static string? FlowOf(string id) => id.StartsWith(HoursSaved + ":", StringComparison.Ordinal) ? id[(HoursSaved.Length + 1)..] : null;
}
