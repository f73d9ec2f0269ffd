using Beleg.Statistics;
using NodaTime;

namespace Beleg.Metrics;

/// <summary>Answers the metrics that are plain formulas, for one period and one way to split it.</summary>
internal sealed class Evaluation(FactReader facts, FigureComposer figures, bool intervals, bool wholes)
{
    /// <summary>The figures of some metrics, from as few statements as there are facts.</summary>
    public IReadOnlyDictionary<string, FigureTable> Evaluate(IReadOnlyList<Metric> metrics, Composition query)
    {
        var whole = query with { By = [], Grain = null };
        var measures = metrics.SelectMany(Formulas).SelectMany(f => f.Formula.Measures).Distinct().ToArray();
        var cut = query.By.Count > 0 || query.Grain is not null;
        var rows = cut ? facts.Measure(measures, query) : new MeasureTable();
        // What adds up is added up; only distinct counts and ranks of the whole need a pass of their own.
        var again = !cut ? measures : wholes ? measures.Where(m => !m.Additive).ToArray() : [];
        var totals = again.Length > 0 ? facts.Measure(again, whole) : new MeasureTable();
        foreach (var measure in measures.Where(m => cut && m.Additive))
            totals.Set(measure, GroupKey.Whole, rows.Sum(measure));
        return metrics.ToDictionary(m => m.Id, m => Figures(m, query, whole, rows, totals), StringComparer.Ordinal);
    }

    /// <summary>The groups of a table's rows: every piece of the period for every group that has anything.</summary>
    public static IEnumerable<GroupKey> Keys(Composition query, IEnumerable<GroupKey> found)
    {
        GroupKey[] groups = query.By.Count == 0 ? [GroupKey.Whole] : [.. found.DistinctBy(k => k.Group).OrderBy(k => k.Group, StringComparer.Ordinal)];
        if (query.Grain is not { } grain)
            return query.By.Count == 0 ? [] : groups.Select(g => new GroupKey(null, g.Values));
        return query.Period.Split(grain).SelectMany(piece => groups.Select(g => new GroupKey(Period.StartOf(piece.From, grain), g.Values)));
    }

    /// <summary>The piece of the period a row is for.</summary>
    public static Period PieceOf(GroupKey key, Composition query)
    {
        if (key.From is not { } from || query.Grain is not { } grain)
            return query.Period;
        return new Period(LocalDate.Max(from, query.Period.From), query.Period.To).Split(grain).First();
    }

    // A metric that is calculated has no formula of its own, but may have parts that do.
    private static IEnumerable<(string Id, MetricUnit Unit, Formula Formula)> Formulas(Metric metric)
    {
        var parts = metric.Parts.Where(p => p.Formula is not null).Select(p => (p.Id, p.Unit, p.Formula!));
        return metric.Formula is { } formula ? parts.Prepend(("", metric.Unit, formula)) : parts;
    }

    private FigureTable Figures(Metric metric, Composition query, Composition whole, MeasureTable rows, MeasureTable totals)
    {
        var formulas = Formulas(metric).ToArray();
        var keys = Keys(query, formulas.SelectMany(f => f.Formula.Measures).SelectMany(rows.Keys)).ToArray();
        var total = formulas.ToDictionary(f => f.Id, f => Sums(f.Formula, whole));
        var each = formulas.ToDictionary(f => f.Id, f => keys.Length > 0 ? Sums(f.Formula, query) : null);

        Figure Of(GroupKey key, MeasureTable table, LocalDate end, Dictionary<string, Dictionary<GroupKey, RatioOfSums>?> sums)
        {
            var made = formulas.ToDictionary(f => f.Id, f => figures.Compose(
                f.Formula, f.Unit, metric.MinSample, m => table.Get(m, key), end,
                sums[f.Id] is { } found && found.TryGetValue(key, out var s) ? s : null));
            return (made.GetValueOrDefault("") ?? new Figure()) with { Parts = made.Where(f => f.Key.Length > 0).ToDictionary(f => f.Key, f => f.Value) };
        }

        var known = wholes || (query.By.Count == 0 && query.Grain is null) || formulas.SelectMany(f => f.Formula.Measures).All(m => m.Additive);
        return new FigureTable(
            known ? Of(GroupKey.Whole, totals, query.Period.To, total) : new Figure(),
            keys.ToDictionary(k => k, k => Of(k, rows, PieceOf(k, query).To, each)));
    }

    private Dictionary<GroupKey, RatioOfSums>? Sums(Formula formula, Composition query) =>
        intervals && formula.Interval == IntervalRule.Delta ? facts.Sums(formula, query) : null;
}
