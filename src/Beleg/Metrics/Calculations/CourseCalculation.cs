using Beleg.Ledger;
using Beleg.Primitives;
using NodaTime;

namespace Beleg.Metrics.Calculations;

/// <summary>Follows a programme month by month, with the very values that its figures are made of.</summary>
internal static class CourseCalculation
{
    public static ProgrammeCourse Calculate(FactReader facts, Period period, MetricSettings settings, IReadOnlyList<MetricFilter> filters)
    {
        var query = CompositionReader.Read(facts, period, settings, EvidenceBasis.Conservative) with { Filters = filters };
        Func<ProgrammeCell, bool>? which = filters.Count > 0 ? cell => cell.Passes(filters) : null;
        var books = ProgrammeBooks.Read(facts, query);
        var outcomes = FlowOutcomes.Read(facts, query);
        var (values, shares) = (new ProgrammeValues(books, outcomes, settings), new ProgrammeShares(books, outcomes));
        long Once(Period days) => which is null ? books.Once(days) : shares.Once(days, period, which);
        long Running(Period days) => which is null ? books.Running(days) : shares.Running(days, which);
        var before = Once(new Period(new LocalDate(2000, 1, 1), period.From));
        var months = new List<ProgrammeMonth>();
        ProgrammeMonth? last = null;
        var costs = before != 0 || period.Split(Grain.Month).Any(month => Running(month) != 0 || Once(month) != 0);
        foreach (var (month, i) in period.Split(Grain.Month).Select((month, i) => (month, i)))
        {
            var (low, middle, high) = (Value(values, month, Scenario.Low, which), Value(values, month, Scenario.Base, which), Value(values, month, Scenario.High, which));
            var (running, once) = (Running(month), Once(month) + (i == 0 ? before : 0));
            // A programme begins with its first cost, where it has none with its first value: what came before nobody had paid for.
            if (last is null && (running, once) == default && (costs || (low, middle, high) == default))
                continue;
            last = new ProgrammeMonth(
                month, low, middle, high, running, once,
                (last?.CumulatedLow ?? 0) + low, (last?.CumulatedBase ?? 0) + middle, (last?.CumulatedHigh ?? 0) + high, (last?.CumulatedCost ?? 0) + running + once);
            months.Add(last);
        }

        return new ProgrammeCourse(
            Currency.Find(settings.Currency), months, Of(months, month => month.Low), Of(months, month => month.Base), Of(months, month => month.High), books.Gaps(period));
    }

    private static long Value(ProgrammeValues values, Period month, Scenario scenario, Func<ProgrammeCell, bool>? which) => values.Value(month, scenario, which).Generated.Minor;

    private static Payback Of(List<ProgrammeMonth> months, Func<ProgrammeMonth, long> value) =>
        Payback.Of([.. months.Select(month => new PaybackMonth(value(month), month.Running, month.Once))]);
}
