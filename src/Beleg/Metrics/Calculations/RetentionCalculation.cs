using System.Globalization;
using Beleg.Statistics;

namespace Beleg.Metrics.Calculations;

/// <summary>
/// Who was a customer at the start of a period, and of them at its end. A customer at a moment has ordered within the active window
/// before it, so those won back in between are at the end without having been at the start, and the rate stays within 100 %.
/// </summary>
internal sealed class RetentionCalculation : MetricCalculation
{
    public override string Name => "retention";

    public override IReadOnlyDictionary<string, Calculated> Calculate(
        IReadOnlyList<Metric> metrics, Composition query, FactReader facts, FigureComposer figures)
    {
        Period[] pieces = [query.Period, .. query.Grain is { } grain ? query.Period.Split(grain) : []];
        var rows = Read([.. pieces.Distinct()], query, facts);
        return metrics.ToDictionary(m => m.Id, m => new Calculated(Table(m, query, rows, figures)), StringComparer.Ordinal);
    }

    private static FigureTable Table(Metric metric, Composition query, IReadOnlyList<Row> rows, FigureComposer figures)
    {
        Figure Of(Period piece, Func<Row, bool> within) => Figure(metric, piece, rows.Where(r => r.Piece == piece && within(r)), figures);
        var keys = Evaluation.Keys(query, rows.Select(r => r.Key));
        return new FigureTable(Of(query.Period, _ => true), keys.ToDictionary(
            key => key, key => Of(Evaluation.PieceOf(key, query), r => query.By.Count == 0 || r.Key.Group == key.Group)));
    }

    private static Figure Figure(Metric metric, Period piece, IEnumerable<Row> rows, FigureComposer figures)
    {
        var (start, both) = rows.Aggregate((Start: 0L, Both: 0L), (sum, row) => (sum.Start + row.AtStart, sum.Both + row.AtBoth));
        var top = metric.Id == "churn_rate" ? start - both : both;
        return new Figure
        {
            Value = Quotients.Of(top, start),
            Numerator = top,
            Denominator = start,
            Interval = FigureInterval.Of(ConfidenceInterval.Wilson(top, start), 1),
            Provisional = figures.Unfinished(piece.To),
            LowSample = start < metric.MinSample,
        };
    }

    private static List<Row> Read(Period[] pieces, Composition query, FactReader facts)
    {
        var parameters = new SqlParameters(facts.Dialect);
        var window = query.Settings.ActiveWindowDays.ToString(CultureInfo.InvariantCulture);
        var listed = string.Join(", ", pieces.Select((p, i) =>
            $"({parameters.Take($"from{i}", ParameterType.Date, p.From)}, {parameters.Take($"to{i}", ParameterType.Date, p.To)})"));
        var filter = query.Filters.Select(f => Composer.Filter("with_chat", f, parameters)).Aggregate("", (all, f) => $"{all} AND {f}");
        var sql = $"""
            SELECT from_day, to_day, {(query.By.Count > 0 ? "with_chat, " : "")}count(*), count(*) FILTER (WHERE at_end)
            FROM (
              SELECT p.from_day, p.to_day, o.contact,
                coalesce(any_value(c.first_messaged_day) < p.from_day, false) AS with_chat,
                bool_or(o.day < p.from_day) AS at_start,
                bool_or(o.day >= p.to_day - {window}) AS at_end
              FROM (VALUES {listed}) AS p(from_day, to_day)
              JOIN orders AS o ON o.day >= p.from_day - {window} AND o.day < p.to_day AND o.state = 'counted'
              LEFT JOIN contact AS c ON c.contact = o.contact
              GROUP BY p.from_day, p.to_day, o.contact
            ) AS customers
            WHERE at_start{filter}
            GROUP BY ALL
            ORDER BY ALL
            """;
        var split = query.By.Count;
        return facts.Rows(sql, parameters.Values, row => new Row(
            new Period(row.Date(0), row.Date(1)),
            new GroupKey(null, split > 0 ? [FactReader.Label(row.Value(2))] : []),
            row.Long(2 + split),
            row.Long(3 + split)));
    }

    private sealed record Row(Period Piece, GroupKey Key, long AtStart, long AtBoth);
}
