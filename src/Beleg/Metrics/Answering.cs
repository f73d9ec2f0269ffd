using Beleg.Metrics.Calculations;
using Beleg.Primitives;
using NodaTime;

namespace Beleg.Metrics;

/// <summary>One request on its way to its answer.</summary>
internal sealed class Answering
{
    private readonly FactReader facts;
    private readonly MetricRequest request;
    private readonly MetricSettings settings;
    private readonly Instant? cutOff;
    private readonly FigureComposer figures;
    private readonly Composition shape;

    public Answering(FactReader facts, MetricRequest request, MetricSettings settings)
    {
        request = request.Model.Length == 0 ? request with { Model = settings.Model } : request;
        (this.facts, this.request, this.settings) = (facts, request, settings);
        cutOff = facts.CutOff;
        figures = new FigureComposer(settings, cutOff?.InZone(settings.Zone).Date);
        shape = new Composition
        {
            Period = request.Period,
            Grain = request.Grain,
            Filters = request.Filters,
            Model = AttributionChoice.Find(request.Model) ?? throw new ArgumentException($"There is no model '{request.Model}'.", nameof(request)),
            Evidence = request.Basis,
            CutOff = cutOff ?? Instant.FromUnixTimeTicks(0),
            Settings = settings,
            Intervals = request.Intervals,
        };
        if (shape.Model.IsLearned)
            shape = LearnedModel.Weigh(facts, shape);
        if (request.Metrics.Any(AsksForReceipts))
            shape = shape with { Receipts = Receipts(facts, shape) };
    }

    public MetricAnswer Answer()
    {
        var compared = Compared();
        var now = Evaluate(shape);
        var then = compared is { } period ? Evaluate(Of(period)) : null;
        return new MetricAnswer
        {
            Request = request,
            Compared = compared,
            CutOff = cutOff,
            Settings = settings,
            Results = [.. request.Metrics.Select(m => Result(m, now[m.Id], then?[m.Id], compared))],
            Footer = shape.Weights?.Refusal is null && request.Totals && request.Filters.Count == 0 && request.Metrics.Any(m => m.Id is "attributed_revenue" or "influenced_revenue" or "revenue_per_chat")
                ? new FooterCalculation(facts, shape).Footer()
                : null,
        };
    }

    // The period compared with learns from its own journeys; what they are too few for has no change.
    private Composition Of(Period period) => shape.Model.IsLearned ? LearnedModel.Weigh(facts, shape with { Period = period }) : shape with { Period = period };

    private Period? Compared() => request.Compare switch
    {
        Comparison.Previous => request.Period.Previous(),
        Comparison.Year => new Period(request.Period.From.PlusYears(-1), request.Period.To.PlusYears(-1)),
        _ => null,
    };

    private Dictionary<string, Calculated> Evaluate(Composition query)
    {
        var results = new Dictionary<string, Calculated>(StringComparer.Ordinal);
        foreach (var group in request.Metrics.GroupBy(m => string.Join(',', ByOf(m))))
        {
            var split = query with { By = ByOf(group.First()) };
            var plain = group.Where(m => m.Formula is not null || m.Parts.Any(p => p.Formula is not null)).ToArray();
            if (plain.Length > 0)
            {
                foreach (var (id, table) in new Evaluation(facts, figures, request.Intervals, request.Totals).Evaluate(plain, split))
                    results[id] = Marks.Wanting(MetricCatalogue.Default.Find(id), settings) is { } missing ? new Calculated(FigureTable.Empty) { Notes = [missing] } : new Calculated(table);
            }

            foreach (var family in group.Where(m => m.Formula is null).GroupBy(m => m.Calculation!))
            {
                foreach (var (id, calculated) in MetricCalculation.Named(family.Key).Calculate([.. family], split, facts, figures))
                    results[id] = results.TryGetValue(id, out var parts) ? calculated.Beside(parts.Figures) : calculated;
            }
        }

        return query.Model.IsLearned ? LearnedModel.Tell(request.Metrics, results, query.Weights!) : results;
    }

    private IReadOnlyList<string> ByOf(Metric metric) => request.By.Count > 0 ? request.By : request.Splits ? metric.Split : [];

    private MetricResult Result(Metric metric, Calculated now, Calculated? then, Period? compared)
    {
        var by = ByOf(metric);
        var rows = now.Figures.Rows.Select(r => new MetricRow(
            Evaluation.PieceOf(r.Key, shape),
            [.. by.Zip(r.Key.Values, KeyValuePair.Create)],
            r.Value with { Compare = then is null ? null : Change(r.Value, Counterpart(r.Key, then, compared!.Value)), Parts = Compare(r.Value, Counterpart(r.Key, then, compared)) }));
        if (metric.Ranked)
            rows = rows.OrderBy(r => r.Period.From).ThenByDescending(r => r.Figure.Value ?? decimal.MinValue);
        var total = now.Figures.Total;
        return new MetricResult
        {
            Metric = metric,
            By = by,
            Total = total with { Compare = then is null ? null : Change(total, then.Figures.Total), Parts = Compare(total, then?.Figures.Total) },
            Rows = [.. rows],
            Assumptions = now.Assumptions,
            Gaps = now.Gaps,
            Notes = now.Notes,
        };
    }

    private static FigureChange Change(Figure now, Figure? then) => FigureChange.Of(now.Value, then?.Value);

    private static IReadOnlyDictionary<string, Figure> Compare(Figure now, Figure? then) => then is null
        ? now.Parts
        : now.Parts.ToDictionary(p => p.Key, p => p.Value with { Compare = Change(p.Value, then.Parts.GetValueOrDefault(p.Key)) });

    // The first piece stands beside the first, the second beside the second, whatever their dates.
    private Figure? Counterpart(GroupKey key, Calculated? then, Period? compared)
    {
        if (then is null || compared is not { } period)
            return null;
        if (request.Grain is not { } grain)
            return then.Figures.Rows.GetValueOrDefault(key);
        var place = request.Period.Split(grain).TakeWhile(p => Period.StartOf(p.From, grain) < key.From).Count();
        var piece = period.Split(grain).Skip(place).Select(p => (Period?)p).FirstOrDefault();
        return piece is { } other ? then.Figures.Rows.GetValueOrDefault(new GroupKey(Period.StartOf(other.From, grain), key.Values)) : null;
    }

    private static bool AsksForReceipts(Metric metric) =>
        metric.Formula?.Measures.Any(m => m.Where.Any(w => w.Contains("{tells_", StringComparison.Ordinal))) == true;

    // Whatever the period asked for: a channel that once reported can report.
    internal static ChannelReceipts Receipts(FactReader facts, Composition shape)
    {
        var everything = shape with { Period = new Period(ChannelReceipts.Since, Period.StartOf(shape.CutOff.InUtc().Date.PlusMonths(2), Grain.Month)) };
        return ChannelReceipts.Always.With(facts.ByMonth("receipts", ["message"], everything, days => ChannelReceipts.Probe(facts, days, facts.KeepsMonths), row => row.Month, _ => true)
            .Select(row => (row.Channel, row.Delivered, row.Read)));
    }
}
