using Beleg.Primitives;
using Beleg.Statistics;
using NodaTime;

namespace Beleg.Metrics.Calculations;

/// <summary>
/// What customers who were in touch with the chat by their first order have brought since, less what others have, like held against like:
/// customers who began in the same month with a first order of the same size (in doublings), who have therefore had the same time.
/// </summary>
internal sealed class UpliftCalculation : MetricCalculation
{
    public override string Name => "uplift";

    public override IReadOnlyDictionary<string, Calculated> Calculate(
        IReadOnlyList<Metric> metrics, Composition query, FactReader facts, FigureComposer figures)
    {
        var keys = Evaluation.Keys(query, []).ToArray();
        LocalDate[] ends = [.. keys.Select(k => Evaluation.PieceOf(k, query).To).Append(query.Period.To).Distinct()];
        var rows = Read(ends, facts).ToLookup(r => r.To);
        return metrics.ToDictionary(
            m => m.Id,
            m => new Calculated(new FigureTable(
                Figure(m, rows[query.Period.To], query, query.Period.To, figures),
                keys.ToDictionary(k => k, k => Figure(m, rows[Evaluation.PieceOf(k, query).To], query, Evaluation.PieceOf(k, query).To, figures)))),
            StringComparer.Ordinal);
    }

    private static Figure Figure(Metric metric, IEnumerable<Row> rows, Composition query, LocalDate end, FigureComposer figures)
    {
        var all = rows.ToArray();
        var pairs = all.GroupBy(r => (r.Month, r.Size)).Where(g => g.Count() == 2).Select(g => (With: g.Single(r => r.WithChat), Without: g.Single(r => !r.WithChat))).ToArray();
        var currency = Currency.Find(query.Settings.Currency);
        decimal Major(decimal minor) => minor / currency.MinorPerMajor;
        var with = pairs.Sum(p => p.With.Customers);
        var others = pairs.Sum(p => p.With.Customers * (decimal)p.Without.Spent / p.Without.Customers);
        var more = Major(pairs.Sum(p => (decimal)p.With.Spent) - others);
        var asked = all.Where(r => r.WithChat).Sum(r => r.Customers);
        Figure Mean(decimal sum) => new() { Value = Quotients.Of(Major(sum), with), Numerator = Quotients.Plain(Major(sum)), Denominator = with };
        return new Figure
        {
            Value = Quotients.Of(more, with),
            Numerator = Quotients.Plain(more),
            Denominator = with,
            Interval = with == 0 || Error([.. pairs.Select(p => p.With)], [.. pairs.Select(p => p.Without)], with) is not { } error ? null
                : FigureInterval.Of(ConfidenceInterval.Normal((double)(more / with) * currency.MinorPerMajor, error) with { Method = IntervalMethod.Delta }, 1m / currency.MinorPerMajor),
            Provisional = figures.Unfinished(end),
            LowSample = with < metric.MinSample || pairs.Sum(p => p.Without.Customers) < metric.MinSample,
            Parts = new Dictionary<string, Figure>
            {
                ["with_chat"] = Mean(pairs.Sum(p => (decimal)p.With.Spent)),
                ["without_chat"] = Mean(others),
                ["matched"] = new()
                {
                    Value = Quotients.Of(with, asked),
                    Numerator = with,
                    Denominator = asked,
                    Interval = FigureInterval.Of(ConfidenceInterval.Wilson(with, asked), 1),
                },
            },
        };
    }

    // Strata weigh as their customers with chat do. A stratum of one tells nothing of spread and takes that of its side.
    private static double? Error(Row[] with, Row[] without, long customers)
    {
        if (Spread(with) is not { } first || Spread(without) is not { } second)
            return null;
        var sum = with.Zip(without).Sum(p =>
            Math.Pow((double)p.First.Customers / customers, 2) * ((p.First.Variance ?? first) / p.First.Customers + (p.Second.Variance ?? second) / p.Second.Customers));
        return Math.Sqrt(sum);
    }

    private static double? Spread(Row[] rows)
    {
        var freedom = rows.Sum(r => r.Customers - 1);
        return freedom == 0 ? null : rows.Sum(r => (r.Variance ?? 0) * (r.Customers - 1)) / freedom;
    }

    private static List<Row> Read(LocalDate[] ends, FactReader facts)
    {
        var parameters = new SqlParameters(facts.Dialect);
        var listed = string.Join(", ", ends.Select((to, i) => $"({parameters.Take($"to{i}", ParameterType.Date, to)})"));
        var sql = $"""
            SELECT to_day, first_month, size, with_chat, count(*), sum(spent)::BIGINT, sum(spent::DOUBLE * spent::DOUBLE)
            FROM (
              SELECT f.to_day, date_trunc('month', f.first_day)::DATE AS first_month, floor(log2(f.first_minor))::INTEGER AS size,
                coalesce(c.first_messaged_day <= f.first_day, false) AS with_chat, f.spent
              FROM (
                SELECT p.to_day, o.contact, min(o.day) AS first_day, sum(o.net_minor) AS spent, arg_min(o.net_minor, (o.placed_at, o."order")) AS first_minor
                FROM (VALUES {listed}) AS p(to_day) JOIN orders AS o ON o.day < p.to_day
                WHERE o.state = 'counted' AND o.net_minor > 0
                GROUP BY p.to_day, o.contact
              ) AS f
              LEFT JOIN contact AS c ON c.contact = f.contact
            ) AS customers
            GROUP BY ALL
            ORDER BY ALL
            """;
        return facts.Rows(sql, parameters.Values, row => new Row(row.Date(0), row.Date(1), (int)FactReader.Number(row, 2)!.Value, row.Bool(3), row.Long(4), row.Long(5), (double)FactReader.Number(row, 6)!.Value));
    }

    private sealed record Row(LocalDate To, LocalDate Month, int Size, bool WithChat, long Customers, long Spent, double Squares)
    {
        /// <summary>Of what one customer spent; null for one alone.</summary>
        public double? Variance => Customers < 2 ? null : Math.Max(0, Squares - (double)Spent * Spent / Customers) / (Customers - 1);
    }
}
