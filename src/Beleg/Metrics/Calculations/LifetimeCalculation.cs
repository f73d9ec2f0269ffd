using System.Globalization;
using Beleg.Primitives;
using Beleg.Statistics;
using Beleg.Statistics.CustomerValue;
using NodaTime;

namespace Beleg.Metrics.Calculations;

/// <summary>
/// What a customer is worth, looked at from the end of a period: historic by the textbook, from all orders before it; and what the months
/// ahead are expected to bring, for the whole period only, since that is a fit.
/// </summary>
internal sealed class LifetimeCalculation : MetricCalculation
{
    /// <summary>The horizon of what is expected, in months.</summary>
    public const int Horizon = 12;

    /// <summary>The discount rate of a year.</summary>
    public const decimal DiscountPerYear = .10m;

    /// <summary>Below so many customers with repeats the models say nothing that could be relied on.</summary>
    public const int FewRepeaters = 100;

    private const double Normal95 = 1.959963984540054;

    public override string Name => "lifetime";

    public override IReadOnlyDictionary<string, Calculated> Calculate(
        IReadOnlyList<Metric> metrics, Composition query, FactReader facts, FigureComposer figures)
    {
        var keys = Evaluation.Keys(query, []).ToArray();
        LocalDate[] ends = [.. keys.Select(k => Evaluation.PieceOf(k, query).To).Append(query.Period.To).Distinct()];
        var past = Read(ends, query, facts);
        return metrics.ToDictionary(m => m.Id, m => m.Id == "clv" ? Worth(m, keys, past, query, facts, figures) : OverCost(m, keys, past, query, facts, figures), StringComparer.Ordinal);
    }

    private static Calculated Worth(Metric metric, GroupKey[] keys, Dictionary<LocalDate, Past> past, Composition query, FactReader facts, FigureComposer figures)
    {
        var histories = Histories(facts, query.Period.To, Currency.Find(query.Settings.Currency));
        var repeaters = histories.Where(h => h.Purchases.Repeats > 0).Sum(h => h.Count);
        var expected = repeaters < FewRepeaters ? null : ExpectedValue.Of(histories, Horizon, (double)DiscountPerYear);
        Figure Of(LocalDate end) => past[end].ToFigure(metric, query, figures);
        var total = Of(query.Period.To);
        if (expected is not null)
        {
            var decimals = Currency.Find(query.Settings.Currency).Decimals;
            total = total with
            {
                Parts = new Dictionary<string, Figure>(total.Parts)
                {
                    ["expected"] = new()
                    {
                        Value = Quotients.Plain(Math.Round((decimal)expected.PerCustomer, decimals)),
                        Denominator = expected.Customers,
                        Interval = query.Intervals ? FigureInterval.Of(expected.Interval(histories, Horizon, (double)DiscountPerYear), 1) : null,
                        LowSample = repeaters < 2 * FewRepeaters,
                    },
                    ["alive"] = new() { Value = Quotients.Plain(Math.Round((decimal)expected.AliveRepeaters, 6)), Denominator = repeaters },
                },
            };
        }

        return new Calculated(new FigureTable(total, keys.ToDictionary(k => k, k => Of(Evaluation.PieceOf(k, query).To)))) { Notes = [Note(expected, repeaters)] };
    }

    private static Words Note(ExpectedValue? expected, int repeaters) => expected is null
        ? Said.Words(
            "{0:#,0} customers bought again; below {1} no model is fitted, so that there is only the historic value.",
            "{0:#,0} Kunden kauften wieder; unter {1} wird kein Modell angepasst, es gibt nur den historischen Wert.", repeaters, FewRepeaters)
        : Said.Words(
            "Expected: BG/NBD (r {0:0.###}, α {1:0.###} weeks, a {2:0.###}, b {3:0.###}) × gamma-gamma (p {4:0.###}, q {5:0.###}, v {6:0.###}), {7} months, discounted at {8:0}% a year.",
            "Erwartet: BG/NBD (r {0:0.###}, α {1:0.###} Wochen, a {2:0.###}, b {3:0.###}) × Gamma-Gamma (p {4:0.###}, q {5:0.###}, v {6:0.###}), {7} Monate, abgezinst mit {8:0} % im Jahr.",
            expected.Model.R, expected.Model.Alpha, expected.Model.A, expected.Model.B, expected.Spending.P, expected.Spending.Q, expected.Spending.V, Horizon, 100 * DiscountPerYear);

    // Who pays for customers compares what one is worth with what one costs; both from the same period's end.
    private static Calculated OverCost(Metric metric, GroupKey[] keys, Dictionary<LocalDate, Past> past, Composition query, FactReader facts, FigureComposer figures)
    {
        var cost = Named("costs").Calculate([MetricCatalogue.Default.Find("cpa")!], query, facts, figures)["cpa"];
        Figure Of(LocalDate end, Figure paid)
        {
            var worth = past[end].ToFigure(metric, query, figures);
            // Who was won is a count by chance: by Poisson's law the error of its logarithm is 1 over its root.
            var error = past[end].LogError is { } value && paid.Denominator is > 0 ? Math.Sqrt(value * value + 1 / (double)paid.Denominator.Value) : (double?)null;
            var ratio = paid.Value is > 0 ? Quotients.Of(worth.Value, paid.Value) : null;
            return new Figure
            {
                Value = ratio,
                Numerator = worth.Value,
                Denominator = paid.Value,
                Interval = Around(ratio, error),
                Provisional = worth.Provisional || paid.Provisional,
                LowSample = worth.LowSample || paid.LowSample,
            };
        }

        return cost with
        {
            Figures = new FigureTable(
                Of(query.Period.To, cost.Figures.Total),
                keys.ToDictionary(k => k, k => Of(Evaluation.PieceOf(k, query).To, cost.Figures.Rows[k]))),
        };
    }

    private static FigureInterval? Around(decimal? value, double? logError) => value is not { } middle || logError is not { } error ? null
        : FigureInterval.Of(new ConfidenceInterval((double)middle * Math.Exp(-Normal95 * error), (double)middle * Math.Exp(Normal95 * error), .95, IntervalMethod.Delta), 1);

    private static Dictionary<LocalDate, Past> Read(LocalDate[] ends, Composition query, FactReader facts)
    {
        var parameters = new SqlParameters(facts.Dialect);
        var window = query.Settings.ActiveWindowDays.ToString(CultureInfo.InvariantCulture);
        var twice = (2 * query.Settings.ActiveWindowDays).ToString(CultureInfo.InvariantCulture);
        var listed = string.Join(", ", ends.Select((to, i) => $"({parameters.Take($"to{i}", ParameterType.Date, to)})"));
        var sql = $"""
            WITH customers AS (
              SELECT p.to_day, o.contact, sum(o.net_minor)::DOUBLE AS spent, count(*)::DOUBLE AS orders,
                (count(*) FILTER (WHERE o.day >= p.to_day - {window}))::DOUBLE AS late,
                CASE WHEN max(o.day) >= p.to_day - {window} THEN 1.0 ELSE 0.0 END::DOUBLE AS here,
                CASE WHEN bool_or(o.day < p.to_day - {window} AND o.day >= p.to_day - {twice}) THEN 1.0 ELSE 0.0 END::DOUBLE AS before
              FROM (VALUES {listed}) AS p(to_day) JOIN orders AS o ON o.day < p.to_day
              WHERE o.state = 'counted' AND o.net_minor > 0
              GROUP BY p.to_day, o.contact
            ), sums AS (
              SELECT to_day, count(*) AS customers, sum(spent) AS spent, sum(orders) AS orders, sum(late) AS late, sum(here) AS here, sum(before) AS before,
                sum(before * (1 - here)) AS gone
              FROM customers
              GROUP BY to_day
            )
            SELECT s.to_day, s.customers, s.spent, s.orders, s.late, s.here, s.before, s.gone,
              sum(pow(c.spent / s.spent - c.orders / s.orders + c.late / nullif(s.late, 0) - c.here / nullif(s.here, 0)
                + c.before / nullif(s.before, 0) - c.before * (1 - c.here) / nullif(s.gone, 0), 2))
            FROM sums AS s JOIN customers AS c ON c.to_day = s.to_day
            GROUP BY ALL
            ORDER BY ALL
            """;
        decimal At(Warehouse.DuckDb.DuckDbRow row, int column) => FactReader.Number(row, column) ?? 0;
        var found = facts.Rows(sql, parameters.Values, row => (To: row.Date(0), Past: new Past(
            row.Long(1), At(row, 2), At(row, 3), At(row, 4), At(row, 5), At(row, 6), At(row, 7), FactReader.Number(row, 8) is { } squares ? Math.Sqrt((double)squares) : null)))
            .ToDictionary(r => r.To, r => r.Past);
        foreach (var end in ends)
            found.TryAdd(end, new Past(0, 0, 0, 0, 0, 0, 0, null));
        return found;
    }

    /// <summary>Histories of all customers before a day, equal ones counted together; the day before it is the last that is watched.</summary>
    internal static IReadOnlyList<CustomerHistory> Histories(FactReader facts, LocalDate end, Currency currency)
    {
        var parameters = new SqlParameters(facts.Dialect);
        var to = parameters.Take("to", ParameterType.Date, end);
        var parts = ExpectedValue.Parts.ToString(CultureInfo.InvariantCulture);
        var sql = $"""
            SELECT repeats, last, age, brought, part, count(*)
            FROM (
              SELECT count(*) - 1 AS repeats, date_diff('day', min(day), max(day)) AS last, date_diff('day', min(day), {to}) - 1 AS age,
                (sum(minor) - arg_min(minor, day))::BIGINT AS brought, ((contact % {parts}) + {parts}) % {parts} AS part
              FROM (SELECT contact, day, sum(net_minor) AS minor FROM orders WHERE state = 'counted' AND net_minor > 0 AND day < {to} GROUP BY contact, day) AS days
              GROUP BY contact
            ) AS customers
            GROUP BY ALL
            ORDER BY ALL
            """;
        return facts.Rows(sql, parameters.Values, row =>
        {
            var repeats = (int)row.Long(0);
            return new CustomerHistory(
                new Purchases(repeats, row.Long(1) / Purchases.DaysPerWeek, row.Long(2) / Purchases.DaysPerWeek),
                repeats == 0 ? 0 : (double)row.Long(3) / currency.MinorPerMajor / repeats, (int)row.Long(5), (int)row.Long(4));
        });
    }

    /// <summary>Sums over customers from which the textbook's value follows.</summary>
    /// <param name="Customers">All who ever bought.</param>
    /// <param name="Spent">Net, in minor units.</param>
    /// <param name="Orders">Their orders.</param>
    /// <param name="Late">Orders within the active window before the end.</param>
    /// <param name="Here">Customers active at the end.</param>
    /// <param name="Before">Customers active a window earlier.</param>
    /// <param name="Gone">Of those, not active at the end.</param>
    /// <param name="LogError">Standard error of the value's logarithm, over customers; null where there is no value.</param>
    private sealed record Past(long Customers, decimal Spent, decimal Orders, decimal Late, decimal Here, decimal Before, decimal Gone, double? LogError)
    {
        public Figure ToFigure(Metric metric, Composition query, FigureComposer figures)
        {
            var currency = Currency.Find(query.Settings.Currency);
            var window = query.Settings.ActiveWindowDays;
            var (value, perWindow, windows) = (Quotients.Of(Spent / currency.MinorPerMajor, Orders), Quotients.Of(Late, Here), Quotients.Of(Before, Gone));
            var worth = value is null || perWindow is null || windows is null ? (decimal?)null
                : Quotients.Plain(Math.Round(Textbook.LifetimeValue(Spent / currency.MinorPerMajor / Orders, Late / Here, Before / Gone), currency.Decimals));
            return new Figure
            {
                Value = worth,
                Denominator = Customers,
                Interval = Around(worth, LogError),
                Provisional = figures.Unfinished(query.Period.To),
                LowSample = Customers < metric.MinSample || Before < metric.MinSample,
                Parts = new Dictionary<string, Figure>
                {
                    ["order_value"] = new() { Value = value, Numerator = Quotients.Plain(Spent / currency.MinorPerMajor), Denominator = Orders },
                    ["orders_per_year"] = new() { Value = Quotients.Of(Late * 365, Here * window), Numerator = Late, Denominator = Here },
                    ["years"] = new() { Value = Quotients.Of(Before * window, Gone * 365), Numerator = Before, Denominator = Gone },
                },
            };
        }
    }
}
