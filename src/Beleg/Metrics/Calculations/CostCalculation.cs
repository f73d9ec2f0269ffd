using Beleg.Primitives;
using Beleg.Statistics;

namespace Beleg.Metrics.Calculations;

/// <summary>What the programme, a channel or a campaign cost for each thing it brought.</summary>
internal sealed class CostCalculation : MetricCalculation
{
    private static readonly Measure Conversations = new("conversation", "day", [], Aggregate.Count);
    private static readonly Measure Resolved = new("conversation", "day", ["resolved_at IS NOT NULL"], Aggregate.Count);
    private static readonly Measure Revenue = new("credit", "day", ["is_chat", "{evidence}"], Aggregate.Sum, "{model}");
    private static readonly Measure Customers = new(
        "credit", "day", ["is_chat", "{evidence}", "new_customer", "kind = 'order'", "{weighted}"], Aggregate.Distinct, "\"order\"");

    public override string Name => "costs";

    public override IReadOnlyDictionary<string, Calculated> Calculate(
        IReadOnlyList<Metric> metrics, Composition query, FactReader facts, FigureComposer figures)
    {
        var books = ProgrammeBooks.Read(facts, query);
        var gaps = books.Gaps(query.Period);
        return metrics.ToDictionary(m => m.Id, m => new Calculated(Table(m, query, facts, figures, books)) { Gaps = gaps }, StringComparer.Ordinal);
    }

    private static FigureTable Table(Metric metric, Composition query, FactReader facts, FigureComposer figures, ProgrammeBooks books) => metric.Id switch
    {
        "cost_per_contact" => Whole(metric, query, facts, figures, Conversations, p => books.Amortised(p) + books.Human(p)),
        "cost_per_resolution" => Whole(metric, query, facts, figures, Resolved, p => books.Amortised(p) + books.Human(p)),
        _ => Split(metric, query, facts, figures, books),
    };

    private static FigureTable Whole(
        Metric metric, Composition query, FactReader facts, FigureComposer figures, Measure things, Func<Period, long> cost)
    {
        var rows = facts.Measure([things], query);
        var total = facts.Measure([things], query with { Grain = null });
        var errors = Errors(things, query, facts);
        return new FigureTable(
            PerThing(metric, query, figures, query.Period, cost(query.Period), total.Get(things, GroupKey.Whole) ?? 0, Error(things, query with { Grain = null }, facts)),
            Evaluation.Keys(query, []).ToDictionary(k => k, k =>
            {
                var piece = Evaluation.PieceOf(k, query);
                return PerThing(metric, query, figures, piece, cost(piece), rows.Get(things, k) ?? 0, errors.GetValueOrDefault(k));
            }));
    }

    // Without a split cpa holds the whole programme against its customers; rocs holds against revenue only what something cost.
    private static FigureTable Split(Metric metric, Composition query, FactReader facts, FigureComposer figures, ProgrammeBooks books)
    {
        var measure = metric.Id == "rocs" ? Revenue : Customers;
        var dimensions = query.By.Count > 0 ? query.By : ["campaign"];
        var split = query with { By = dimensions };
        var rows = facts.Measure([measure], split);
        var found = books.Groups(dimensions).Select(v => new GroupKey(null, v)).Where(k => Passes(query, d => k.Values[dimensions.ToList().IndexOf(d)], dimensions));
        var keys = Evaluation.Keys(split, rows.Keys(measure).Concat(found)).ToArray();
        long Cost(GroupKey key, Period period) => books.Amortised(period, of => Passes(query, of, null) && dimensions.Select(of).SequenceEqual(key.Values));

        Figure Whole(Period period)
        {
            var whole = split with { Grain = null, Period = period };
            if (metric.Id == "cpa")
                return Of(metric, query, figures, period, books.Amortised(period, of => Passes(query, of, null)), facts.Measure([measure], whole with { By = [] }).Get(measure, GroupKey.Whole) ?? 0, null);
            var earned = facts.Measure([measure], whole);
            var sums = Squares(measure, whole, facts);
            var paid = keys.Select(k => new GroupKey(null, k.Values)).Distinct().Where(k => k.Values.Any(v => v is not null))
                .Select(k => (Key: k, Cost: Cost(k, period), Revenue: earned.Get(measure, k) ?? 0)).Where(p => p.Cost != 0).ToArray();
            return Of(metric, query, figures, period, paid.Sum(p => p.Cost), paid.Sum(p => p.Revenue), Math.Sqrt(paid.Sum(p => sums.GetValueOrDefault(p.Key))));
        }

        var squares = query.By.Count > 0 ? Squares(measure, split, facts) : [];
        return new FigureTable(
            Whole(query.Period),
            query.By.Count > 0
                ? keys.ToDictionary(k => k, k => Of(
                    metric, query, figures, Evaluation.PieceOf(k, query), Cost(k, Evaluation.PieceOf(k, query)), rows.Get(measure, k) ?? 0, Math.Sqrt(squares.GetValueOrDefault(k))))
                : Evaluation.Keys(query, []).ToDictionary(k => k, k => Whole(Evaluation.PieceOf(k, query))));
    }

    private static bool Passes(Composition query, Func<string, string?> of, IReadOnlyList<string>? among) =>
        query.Filters.All(f => among?.Contains(f.Dimension) == false || f.Values.Contains(of(f.Dimension) ?? ""));

    private static Figure Of(Metric metric, Composition query, FigureComposer figures, Period period, long cost, decimal measured, double? error)
    {
        // Who was won is each counted once: by Poisson's law the error of such a count is its root.
        if (metric.Id != "rocs")
            return PerThing(metric, query, figures, period, cost, measured, query.Intervals ? Math.Sqrt((double)measured) : null);
        var (spent, earned) = (Major(query, cost), Major(query, measured));
        return new Figure
        {
            Value = Quotients.Of(earned, spent),
            Numerator = earned,
            Denominator = spent,
            Interval = !query.Intervals || spent == 0 || error is not { } half ? null : FigureInterval.Of(
                ConfidenceInterval.Normal((double)measured, half) with { Method = IntervalMethod.Delta }, 1m / cost),
            Provisional = figures.Unfinished(period.To),
        };
    }

    private static Figure PerThing(Metric metric, Composition query, FigureComposer figures, Period period, long cost, decimal things, double? error) => new()
    {
        Value = Quotients.Of(Major(query, cost), things),
        Numerator = Major(query, cost),
        Denominator = things,
        Interval = things == 0 || error is not { } half ? null : Over(Major(query, cost), (double)things, half),
        Provisional = figures.Unfinished(period.To),
        LowSample = things < metric.MinSample,
    };

    // The cost is booked and sure; how many came is chance. On the logarithm, so that no end is below 0.
    private static FigureInterval? Over(decimal cost, double things, double error)
    {
        var (middle, width) = ((double)cost / things, Math.Exp(Distributions.NormalQuantile(.975) * error / things));
        return FigureInterval.Of(new ConfidenceInterval(middle / width, middle * width, ConfidenceInterval.DefaultConfidence, IntervalMethod.Delta), 1);
    }

    private static double? Error(Measure things, Composition query, FactReader facts) => Errors(things, query, facts).TryGetValue(GroupKey.Whole, out var error) ? error : null;

    private static Dictionary<GroupKey, double?> Errors(Measure things, Composition query, FactReader facts) =>
        Squares(things, query, facts).ToDictionary(s => s.Key, s => (double?)Math.Sqrt(s.Value));

    // Each contact's sum, squared and added up: the variance of a sum over a number of contacts by Poisson's law.
    private static Dictionary<GroupKey, double> Squares(Measure measure, Composition query, FactReader facts) => !query.Intervals ? []
        : facts.Sums(new Formula { Numerator = measure, Denominator = measure }, query).ToDictionary(s => s.Key, s => s.Value.NumeratorSquares);

    private static decimal Major(Composition query, decimal minor) => new Money((long)minor, Currency.Find(query.Settings.Currency)).ToMajor();
}
