using Beleg.Primitives;
using NodaTime;

namespace Beleg.Metrics.Calculations;

/// <summary>Days on which nothing arrived that any figure counts, of the days on which something could have.</summary>
internal sealed class SilenceCalculation : MetricCalculation
{
    private static readonly string[] counted = ["conversation", "message", "orders", "visit"];

    public override string Name => "silence";

    public override IReadOnlyDictionary<string, Calculated> Calculate(
        IReadOnlyList<Metric> metrics, Composition query, FactReader facts, FigureComposer figures)
    {
        // Of all that there is, since the first day decides from when on silence is silence.
        var everything = query with { Period = new Period(ChannelReceipts.Since, Period.StartOf(LocalDate.Max(query.CutOff.InUtc().Date, ChannelReceipts.Since).PlusMonths(2), Grain.Month)) };
        var spoken = facts.ByMonth("days that spoke", counted, everything, days => Spoken(facts, days), day => day, _ => true).ToHashSet();
        var first = spoken.Count > 0 ? spoken.Min() : (LocalDate?)null;
        var last = query.CutOff.InZone(query.Settings.Zone).Date;
        return metrics.ToDictionary(
            m => m.Id,
            m => new Calculated(new FigureTable(
                Figure(m, query.Period, first, last, spoken, figures),
                Evaluation.Keys(query, []).ToDictionary(k => k, k => Figure(m, Evaluation.PieceOf(k, query), first, last, spoken, figures)))),
            StringComparer.Ordinal);
    }

    private static List<LocalDate> Spoken(FactReader facts, Period days)
    {
        var parameters = new SqlParameters(facts.Dialect);
        // Each fact's days are few before they meet: without it the engine would carry every row to where they do.
        var each = counted.Select(table =>
            $"SELECT DISTINCT day FROM {table} WHERE day >= {parameters.Take("from", ParameterType.Date, days.From)} AND day < {parameters.Take("to", ParameterType.Date, days.To)}");
        return facts.Rows($"SELECT DISTINCT day FROM ({string.Join(" UNION ALL ", each)}) AS every ORDER BY day", parameters.Values, row => row.Date(0));
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
