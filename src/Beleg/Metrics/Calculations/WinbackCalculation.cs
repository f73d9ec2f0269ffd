using System.Globalization;

namespace Beleg.Metrics.Calculations;

/// <summary>
/// Customers who ordered in a period after a silence longer than the active window. The order before may lie years back, so no month can
/// be kept by itself: each is found among all orders.
/// </summary>
internal sealed class WinbackCalculation : MetricCalculation
{
    public override string Name => "winbacks";

    public override IReadOnlyDictionary<string, Calculated> Calculate(IReadOnlyList<Metric> metrics, Composition query, FactReader facts, FigureComposer figures)
    {
        Period[] pieces = [query.Period, .. query.Grain is { } grain ? query.Period.Split(grain) : []];
        var counts = Read([.. pieces.Distinct()], query, facts);
        Figure Of(Period piece) => new() { Value = counts.GetValueOrDefault(piece), Numerator = counts.GetValueOrDefault(piece), Provisional = figures.Unfinished(piece.To) };
        var keys = Evaluation.Keys(query, []);
        var table = new FigureTable(Of(query.Period), keys.ToDictionary(key => key, key => Of(Evaluation.PieceOf(key, query))));
        return metrics.ToDictionary(metric => metric.Id, _ => new Calculated(table), StringComparer.Ordinal);
    }

    private static Dictionary<Period, long> Read(Period[] pieces, Composition query, FactReader facts)
    {
        var parameters = new SqlParameters(facts.Dialect);
        var window = query.Settings.ActiveWindowDays.ToString(CultureInfo.InvariantCulture);
        var listed = string.Join(", ", pieces.Select((p, i) =>
            $"({parameters.Take($"from{i}", ParameterType.Date, p.From)}, {parameters.Take($"to{i}", ParameterType.Date, p.To)})"));
        var sql = $"""
            SELECT p.from_day, p.to_day, count(DISTINCT o.contact)
            FROM (VALUES {listed}) AS p(from_day, to_day)
            JOIN (
              SELECT contact, day, lag(day) OVER (PARTITION BY contact ORDER BY day) AS before FROM orders WHERE state = 'counted'
            ) AS o ON o.day >= p.from_day AND o.day < p.to_day AND o.before < o.day - {window}
            GROUP BY ALL
            """;
        return facts.Rows(sql, parameters.Values, row => (Piece: new Period(row.Date(0), row.Date(1)), Count: row.Long(2))).ToDictionary(row => row.Piece, row => row.Count);
    }
}
