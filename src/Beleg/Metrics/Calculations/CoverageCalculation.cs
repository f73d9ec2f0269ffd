using Beleg.Statistics;

namespace Beleg.Metrics.Calculations;

/// <summary>
/// Which part of what came in, conversations and orders alike, automation carried. Support and sales stand beside it as parts. An order has no
/// channel of its own: of a channel it is whether the chat there was on its way, so that an order with two channels counts for both.
/// </summary>
internal sealed class CoverageCalculation : MetricCalculation
{
    private static readonly string[] solved = ["inbound > 0", "automated", "not human_involved", "not abandoned"];
    private static readonly Measure heard = new("conversation", "day", ["inbound > 0"], Aggregate.Count);
    private static readonly Measure contained = new("conversation", "day", [.. solved, "(human_after_ms IS NULL OR human_after_ms > {recontact_window})"], Aggregate.Count);
    private static readonly Measure open = new("conversation", "day", [.. solved, "ended_at > {recontact_from}"], Aggregate.Count);
    private static readonly Measure sold = new("orders", "day", ["state = 'counted'"], Aggregate.Count);
    private static readonly Measure touched = new("orders", "day", ["state = 'counted'", "influenced"], Aggregate.Count);
    private static readonly Measure touchedThere = new("credit", "day", ["is_chat", "kind = 'order'"], Aggregate.Distinct, "\"order\"");

    public override string Name => "coverage";

    public override IReadOnlyDictionary<string, Calculated> Calculate(
        IReadOnlyList<Metric> metrics, Composition query, FactReader facts, FigureComposer figures)
    {
        var ofPart = query.Filters.Count > 0;
        var (rows, rowOrders, total, totalOrders) = (
            Cut(query) ? facts.Measure(Here(query.By.Count > 0 || ofPart), query) : new MeasureTable(),
            query.Grain is null ? new MeasureTable() : facts.Measure([sold], query with { By = [], Filters = [] }),
            facts.Measure(Here(ofPart), query with { Grain = null, By = [] }),
            facts.Measure([sold], query with { Grain = null, By = [], Filters = [] }));
        decimal Orders(GroupKey key) => (key.From is null ? totalOrders.Get(sold, GroupKey.Whole) : rowOrders.Get(sold, new GroupKey(key.From, []))) ?? 0;
        var keys = Evaluation.Keys(query, query.By.Count == 0 ? [] : Here(true).SelectMany(rows.Keys));
        return metrics.ToDictionary(
            m => m.Id,
            m => new Calculated(new FigureTable(
                Figure(m, total, GroupKey.Whole, (ofPart, Orders(GroupKey.Whole)), query.Period, figures),
                keys.ToDictionary(k => k, k => Figure(m, rows, k, (query.By.Count > 0 || ofPart, Orders(k)), Evaluation.PieceOf(k, query), figures))))
            {
                Notes = query.By.Count > 0 || ofPart ? [partly] : [],
            },
            StringComparer.Ordinal);
    }

    private static readonly Words partly = Said.Words(
        "Of a channel: all orders stand below the line, and above it those with the chat of that channel on their way; an order with two channels counts for both.",
        "Je Kanal: Unter dem Strich stehen alle Bestellungen, darüber die mit dem Chat dieses Kanals auf ihrem Weg; eine Bestellung mit zwei Kanälen zählt für beide.");

    private static bool Cut(Composition query) => query.By.Count > 0 || query.Grain is not null;

    private static Measure[] Here(bool ofPart) => [heard, contained, open, ofPart ? touchedThere : touched];

    private static Figure Figure(Metric metric, MeasureTable table, GroupKey key, (bool OfPart, decimal All) orders, Period piece, FigureComposer figures)
    {
        decimal At(Measure measure) => table.Get(measure, key) ?? 0;
        var (with, came) = (At(orders.OfPart ? touchedThere : touched), At(heard));
        var (top, bottom) = (At(contained) + with, came + orders.All);
        return new Figure
        {
            Value = Quotients.Of(top, bottom),
            Numerator = top,
            Denominator = bottom,
            Interval = Wilson(top, bottom),
            OpenShare = Quotients.Of(At(open), bottom),
            Provisional = At(open) > 0 || figures.Unfinished(piece.To),
            LowSample = bottom < metric.MinSample,
            Parts = new Dictionary<string, Figure>
            {
                ["support"] = Part(metric, At(contained), came),
                ["sales"] = Part(metric, with, orders.All),
            },
        };
    }

    private static Figure Part(Metric metric, decimal top, decimal bottom) => new()
    {
        Value = Quotients.Of(top, bottom),
        Numerator = top,
        Denominator = bottom,
        Interval = Wilson(top, bottom),
        LowSample = bottom < metric.MinSample,
    };

    private static FigureInterval? Wilson(decimal top, decimal bottom) => FigureInterval.Of(ConfidenceInterval.Wilson((long)top, (long)bottom), 1);
}
