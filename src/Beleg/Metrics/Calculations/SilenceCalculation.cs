using NodaTime;

namespace Beleg.Metrics.Calculations;

/// <summary>Days on which nothing arrived that any figure counts, of the days on which something could have.</summary>
internal sealed class SilenceCalculation : MetricCalculation
{
    private const string Every = "SELECT day FROM conversation UNION ALL SELECT day FROM message UNION ALL SELECT day FROM orders UNION ALL SELECT day FROM visit";

    public override string Name => "silence";

    public override IReadOnlyDictionary<string, Calculated> Calculate(
        IReadOnlyList<Metric> metrics, Composition query, FactReader facts, FigureComposer figures)
    {
        var first = facts.Rows($"SELECT min(day) FROM ({Every}) AS every", [], row => row.IsNull(0) ? (LocalDate?)null : row.Date(0)).Single();
        var last = query.CutOff.InZone(query.Settings.Zone).Date;
        var spoken = Spoken(query, facts);
        return metrics.ToDictionary(
            m => m.Id,
            m => new Calculated(new FigureTable(
                Figure(m, query.Period, first, last, spoken, figures),
                Evaluation.Keys(query, []).ToDictionary(k => k, k => Figure(m, Evaluation.PieceOf(k, query), first, last, spoken, figures)))),
            StringComparer.Ordinal);
    }

    private static HashSet<LocalDate> Spoken(Composition query, FactReader facts)
    {
        var parameters = new SqlParameters(facts.Dialect);
        var sql = $"""
            SELECT DISTINCT day FROM ({Every}) AS every
            WHERE day >= {parameters.Take("from", ParameterType.Date, query.Period.From)} AND day < {parameters.Take("to", ParameterType.Date, query.Period.To)}
            ORDER BY day
            """;
        return [.. facts.Rows(sql, parameters.Values, row => row.Date(0))];
    }

    private static Figure Figure(Metric metric, Period piece, LocalDate? first, LocalDate last, HashSet<LocalDate> spoken, FigureComposer figures)
    {
        var days = first is not { } begun ? 0
            : Enumerable.Range(0, piece.Days).Select(piece.From.PlusDays).Count(day => day >= begun && day <= last);
        var silent = days - spoken.Count(day => piece.Contains(day) && day <= last);
        return new Figure
        {
            Value = Quotients.Of(silent, days),
            Numerator = silent,
            Denominator = days,
            Provisional = figures.Unfinished(piece.To),
            // Days are all there are, no sample of more: a share of ten days is that share.
            LowSample = false,
        };
    }
}
