using Beleg.Statistics;

namespace Beleg.Metrics.Calculations;

/// <summary>Which part of what came in, conversations and orders alike, automation carried. Support and sales stand beside it as parts.</summary>
internal sealed class CoverageCalculation : MetricCalculation
{
    private static readonly string[] Solved = ["inbound > 0", "automated", "not human_involved", "not abandoned"];
    private static readonly Measure Heard = new("conversation", "day", ["inbound > 0"], Aggregate.Count);
    private static readonly Measure Contained = new("conversation", "day", [.. Solved, "(human_after_ms IS NULL OR human_after_ms > {recontact_window})"], Aggregate.Count);
    private static readonly Measure Open = new("conversation", "day", [.. Solved, "ended_at > {recontact_from}"], Aggregate.Count);
    private static readonly Measure Sold = new("orders", "day", ["state = 'counted'"], Aggregate.Count);
    private static readonly Measure Touched = new("orders", "day", ["state = 'counted'", "influenced"], Aggregate.Count);

    public override string Name => "coverage";

    public override IReadOnlyDictionary<string, Calculated> Calculate(
        IReadOnlyList<Metric> metrics, Composition query, FactReader facts, FigureComposer figures)
    {
        Measure[] measures = [Heard, Contained, Open, Sold, Touched];
        var rows = query.Grain is null ? new MeasureTable() : facts.Measure(measures, query);
        var total = facts.Measure(measures, query with { Grain = null });
        return metrics.ToDictionary(
            m => m.Id,
            m => new Calculated(new FigureTable(
                Figure(m, total, GroupKey.Whole, query.Period, figures),
                Evaluation.Keys(query, []).ToDictionary(k => k, k => Figure(m, rows, k, Evaluation.PieceOf(k, query), figures)))),
            StringComparer.Ordinal);
    }

    private static Figure Figure(Metric metric, MeasureTable table, GroupKey key, Period piece, FigureComposer figures)
    {
        decimal At(Measure measure) => table.Get(measure, key) ?? 0;
        var (top, bottom) = (At(Contained) + At(Touched), At(Heard) + At(Sold));
        return new Figure
        {
            Value = Quotients.Of(top, bottom),
            Numerator = top,
            Denominator = bottom,
            Interval = FigureInterval.Of(ConfidenceInterval.Wilson((long)top, (long)bottom), 1),
            OpenShare = Quotients.Of(At(Open), bottom),
            Provisional = At(Open) > 0 || figures.Unfinished(piece.To),
            LowSample = bottom < metric.MinSample,
        };
    }
}
