using Beleg.Ledger;
using Beleg.Primitives;
using Beleg.Statistics;
using Beleg.Statistics.Forecasts;
using NodaTime;

namespace Beleg.Metrics.Calculations;

/// <summary>
/// What the next twelve months are worth after their cost, by the method that would have done best on the programme's own past: the scope as
/// it is, and extended. Below a year of history it reaches further than was seen: then only the level is carried on, and it may be at most twice as
/// far, so that it takes half a year.
/// </summary>
internal sealed class ForecastCalculation : MetricCalculation
{
    /// <summary>How far ahead.</summary>
    public const int Months = 12;

    // Beyond twice as many conversations nobody knows what the team or the shop would do.
    private const decimal MostScope = 2;

    public override string Name => "forecast";

    public override IReadOnlyDictionary<string, Calculated> Calculate(
        IReadOnlyList<Metric> metrics, Composition query, FactReader facts, FigureComposer figures)
    {
        var begun = facts.Rows("SELECT min(day) FROM (SELECT day FROM conversation UNION ALL SELECT day FROM credit WHERE is_chat) AS every", [], row => row.IsNull(0) ? (LocalDate?)null : row.Date(0)).Single();
        var known = query.CutOff.InZone(query.Settings.Zone).Date.PlusDays(1);
        LocalDate EndOf(Period piece) => Period.StartOf(LocalDate.Min(piece.To, known), Grain.Month);
        var first = begun is { } day ? Period.StartOf(day, Grain.Month) : EndOf(query.Period);
        var past = new Period(first, LocalDate.Max(first.PlusMonths(1), EndOf(query.Period)));
        var shape = query with { Period = past, Grain = null, By = [] };
        var books = ProgrammeBooks.Read(facts, shape);
        var values = new ProgrammeValues(books, FlowOutcomes.Read(facts, shape), query.Settings);
        var scope = Scope(books, facts, shape);
        (LookAhead? Look, int Days) At(Period piece, Scenario scenario) => begun is null ? (null, 0) : Ahead(values, new Period(begun.Value, EndOf(piece)), scenario);
        var total = At(query.Period, Scenario.Base);
        Figure Of(Period piece) => Ranged(Figure(metrics[0], At(piece, Scenario.Base), piece, query, figures, scope), piece);
        Figure Ranged(Figure figure, Period piece) => figure.Value is null ? figure
            : figure with { Low = Sum(At(piece, Scenario.Low).Look, query), High = Sum(At(piece, Scenario.High).Look, query) };
        var whole = Ranged(Figure(metrics[0], total, query.Period, query, figures, scope), query.Period);

        Assumption[] used = [.. values.AssumptionsAt(past), scope];
        return metrics.ToDictionary(
            m => m.Id,
            m => new Calculated(new FigureTable(whole, Evaluation.Keys(query, []).ToDictionary(k => k, k => Of(Evaluation.PieceOf(k, query)))))
            {
                Assumptions = used,
                Gaps = books.Gaps(past),
                Notes = [Note(total.Look, total.Days, query.Settings.Currency)],
            },
            StringComparer.Ordinal);
    }

    // The days seen, and what they say of the time ahead where they are as many as are asked for.
    private static (LookAhead? Look, int Days) Ahead(ProgrammeValues values, Period past, Scenario scenario)
    {
        if (past.Days <= 0)
            return (null, 0);
        var grain = LookAhead.GrainOf(past);
        var steps = LookAhead.Whole(past, grain)
            .Select(step => (Step: step, Value: (values.Value(step, scenario).Generated - values.Cost(step)).ToMajor())).SkipWhile(s => s.Value == 0).ToArray();
        var wanted = LookAhead.Steps(past.To, Months, grain);
        return (2 * steps.Length < wanted ? null : LookAhead.Of([.. steps.Select(s => (s.Step.From, s.Value))], wanted, grain, beyond: true), steps.Sum(s => s.Step.Days));
    }

    private static decimal? Sum(LookAhead? look, Composition query) =>
        look?.Sum is { } sum ? Quotients.Plain(Math.Round(sum.Mean, Currency.Find(query.Settings.Currency).Decimals)) : null;

    private static Figure Figure(Metric metric, (LookAhead? Look, int Days) past, Period piece, Composition query, FigureComposer figures, Assumption scope)
    {
        if (past.Look is not { Sum: { } sum } look)
            return new Figure { Denominator = past.Days, LowSample = true, Provisional = figures.Unfinished(piece.To) };
        var decimals = Currency.Find(query.Settings.Currency).Decimals;
        Figure Money(decimal value) => new() { Value = Quotients.Plain(Math.Round(value, decimals)) };
        // A loss grows with the scope as a gain does.
        decimal Least(decimal value) => Math.Min(value * scope.Low, value * scope.High);
        decimal Most(decimal value) => Math.Max(value * scope.Low, value * scope.High);
        var parts = new Dictionary<string, Figure>
        {
            ["low_80"] = Money(sum.Low80),
            ["high_80"] = Money(sum.High80),
            ["extended"] = Money(sum.Mean * scope.Value) with { Interval = Interval(Least(sum.Low95), Most(sum.High95)) },
            ["extended_low_80"] = Money(Least(sum.Low80)),
            ["extended_high_80"] = Money(Most(sum.High80)),
        };
        if (look.Chosen!.Tests is [var test, ..])
            parts["backtest_error"] = Money((decimal)test.MeanAbsoluteError) with { Denominator = test.Forecasts };
        return new Figure
        {
            Value = Quotients.Plain(Math.Round(sum.Mean, decimals)),
            Denominator = past.Days,
            Interval = Interval(sum.Low95, sum.High95),
            Provisional = figures.Unfinished(piece.To),
            LowSample = past.Days < metric.MinSample,
            Parts = parts,
        };
    }

    private static FigureInterval? Interval(decimal low, decimal high) =>
        FigureInterval.Of(new ConfidenceInterval((double)low, (double)high, ConfidenceInterval.DefaultConfidence, IntervalMethod.Forecast), 1);

    // Unset, it is measured: half of what comes in without automation is expected to be like the rest, none at the cautious end.
    private static Assumption Scope(ProgrammeBooks books, FactReader facts, Composition query)
    {
        if (books.Assumptions.Find(AssumptionDefinition.ScopeExtension.Id, query.Period.To.PlusDays(-1)) is { } set)
            return set;
        var heard = new Measure("conversation", "day", ["inbound > 0"], Aggregate.Count);
        var spoken = new Measure("conversation", "day", ["inbound > 0", "automated"], Aggregate.Count);
        var last = query with { Period = new Period(query.Period.To.PlusMonths(-3), query.Period.To) };
        var table = facts.Measure([heard, spoken], last);
        var most = Math.Clamp(Quotients.Of(table.Get(heard, GroupKey.Whole), table.Get(spoken, GroupKey.Whole)) ?? 1, 1, MostScope);
        return AssumptionDefinition.ScopeExtension.Unset with { Value = Quotients.Plain((1 + most) / 2), High = most };
    }

    private static Words Note(LookAhead? look, int days, string currency) => look?.Chosen is not { } chosen
        ? Said.Words(
            "There are {0:#,0} whole days with data; a forecast of twelve months asks for half a year of them (six months, or 27 weeks). It reaches at most twice as far as was seen.",
            "Es liegen {0:#,0} volle Tage mit Daten vor; eine Prognose von zwölf Monaten braucht ein halbes Jahr (sechs Monate oder 27 Wochen). Sie reicht höchstens doppelt so weit wie das Gesehene.",
            days)
        : Join(Method(look, chosen, days, currency), !look.Beyond ? null : Said.Words(
            "Less than a year was seen: no season and no trend is carried on, only the level, and the intervals are as wide as that leaves them. From a year on other methods are tried; seasons take two years.",
            "Weniger als ein Jahr ist zu sehen: Weder Saison noch Trend werden fortgeschrieben, nur das Niveau, und die Intervalle sind so weit, wie das sie lässt. Ab einem Jahr werden weitere Verfahren versucht; Saisonen brauchen zwei Jahre."));

    private static Words Join(Words first, Words? second) => second is null ? first : new Words($"{first.En} {second.En}", $"{first.De} {second.De}");

    private static Words Method(LookAhead look, ChosenForecast chosen, int days, string currency) => chosen.Tests is [var best, ..]
            ? Said.Words(
                "Method: {9}, the best of {1} on its own past of {2:#,0} days; in {3} back-tests off by {4:#,0.00} {0} a {5} on average; {6:0}% of the values lay inside its 80% intervals, {7:0}% inside those of 95%.",
                "Verfahren: {10}, das beste von {1} an der eigenen Vergangenheit von {2:#,0} Tagen; in {3} Rückproben im Mittel um {4:#,0.00} {0} je {8} daneben; {6:0}\u00a0% der Werte lagen in den 80-%-Intervallen, {7:0}\u00a0% in denen von 95\u00a0%.",
                currency, chosen.Tests.Count, days, best.Forecasts, best.MeanAbsoluteError, English(look.Grain), 100 * best.Coverage80, 100 * best.Coverage95, German(look.Grain),
                ForecastMethods.Of(chosen.Forecast.Method).En, ForecastMethods.Of(chosen.Forecast.Method).De)
            : Said.Words(
                "Method: {0}; the past is too short for a back-test.", "Verfahren: {1}; die Vergangenheit ist für eine Rückprobe zu kurz.",
                ForecastMethods.Of(chosen.Forecast.Method).En, ForecastMethods.Of(chosen.Forecast.Method).De);

    private static string English(Grain grain) => grain switch { Grain.Month => "month", Grain.Week => "week", _ => "day" };

    private static string German(Grain grain) => grain switch { Grain.Month => "Monat", Grain.Week => "Woche", _ => "Tag" };
}
