using Beleg.Statistics;

namespace Beleg.Metrics.Calculations;

/// <summary>
/// Contacts who were sent marketing only while their consent held, of all who were sent any. One message outside of it and a contact is not
/// covered. Where no source tells of consent there is no value, since then nothing is known.
/// </summary>
internal sealed class ConsentCalculation : MetricCalculation
{
    public override string Name => "consent";

    public override IReadOnlyDictionary<string, Calculated> Calculate(
        IReadOnlyList<Metric> metrics, Composition query, FactReader facts, FigureComposer figures)
    {
        Period[] pieces = [.. Evaluation.Keys(query, []).Select(k => Evaluation.PieceOf(k, query)).Append(query.Period).Distinct()];
        var known = facts.Rows("SELECT count(*) FROM consent", [], row => row.Long(0)).Single() > 0;
        var found = known ? Read(pieces, facts) : [];
        return metrics.ToDictionary(
            m => m.Id,
            m => new Calculated(new FigureTable(
                Figure(m, query.Period, found, figures),
                Evaluation.Keys(query, []).ToDictionary(k => k, k => Figure(m, Evaluation.PieceOf(k, query), found, figures)))),
            StringComparer.Ordinal);
    }

    private static Figure Figure(Metric metric, Period piece, Dictionary<Period, (long Covered, long Written)> found, FigureComposer figures)
    {
        var (covered, written) = found.GetValueOrDefault(piece);
        return new Figure
        {
            Value = Quotients.Of(covered, written),
            Numerator = covered,
            Denominator = written,
            Interval = FigureInterval.Of(ConfidenceInterval.Wilson(covered, written), 1),
            Provisional = figures.Unfinished(piece.To),
            LowSample = written < metric.MinSample,
        };
    }

    private static Dictionary<Period, (long Covered, long Written)> Read(Period[] pieces, FactReader facts)
    {
        var parameters = new SqlParameters(facts.Dialect);
        var listed = string.Join(", ", pieces.Select((p, i) =>
            $"({parameters.Take($"from{i}", ParameterType.Date, p.From)}, {parameters.Take($"to{i}", ParameterType.Date, p.To)})"));
        var sql = $"""
            WITH sent AS (
              SELECT m.contact, m.day, EXISTS (
                SELECT 1 FROM consent AS k
                WHERE k.contact = m.contact AND k.purpose = 'marketing' AND (k.channel = 'other' OR k.channel = m.channel) AND k.given_at <= m."at"
                  AND (k.withdrawn_at IS NULL OR k.withdrawn_at > m."at") AND (k.valid_until IS NULL OR k.valid_until > m."at")) AS agreed
              FROM message AS m
              WHERE m.direction = 'outbound' AND (m.category = 'marketing' OR m.kind = 'campaign')
                AND m.day >= {parameters.Take("from", ParameterType.Date, pieces.Min(p => p.From))} AND m.day < {parameters.Take("to", ParameterType.Date, pieces.Max(p => p.To))}
            )
            SELECT from_day, to_day, count(*) FILTER (WHERE agreed), count(*)
            FROM (
              SELECT p.from_day, p.to_day, s.contact, bool_and(s.agreed) AS agreed
              FROM (VALUES {listed}) AS p(from_day, to_day) JOIN sent AS s ON s.day >= p.from_day AND s.day < p.to_day
              GROUP BY p.from_day, p.to_day, s.contact
            ) AS contacts
            GROUP BY ALL
            ORDER BY ALL
            """;
        return facts.Rows(sql, parameters.Values, row => (Piece: new Period(row.Date(0), row.Date(1)), Counts: (row.Long(2), row.Long(3)))).ToDictionary(r => r.Piece, r => r.Counts);
    }
}
