using Beleg.Primitives;

namespace Beleg.Metrics.Calculations;

/// <summary>Reconciles credited money with the shop: credits say where it went, orders and refunds say how much there was.</summary>
internal sealed class FooterCalculation(FactReader facts, Composition query)
{
    /// <summary>The footer of a period.</summary>
    public RevenueFooter Footer()
    {
        var (counted, attributed, weaker, others) = Credits();
        var (excluded, unmatched, total, withoutRate) = Orders();
        return new RevenueFooter
        {
            Attributed = Major(attributed),
            WeakerEvidence = Major(weaker),
            OtherTouches = Major(others),
            NoTouch = Major(counted - attributed - weaker - others),
            Excluded = Major(excluded),
            RefundsWithoutOrder = Major(unmatched),
            ShopTotal = Major(total),
            ImportedTotal = Imported() is { } imported ? Major(imported) : null,
            OrdersWithoutRate = withoutRate,
            VisitsConnected = facts.Rows("SELECT count(*) > 0 FROM visit", [], row => row.Bool(0)).Single(),
        };
    }

    // TRICKY: the chosen model may give an order to nobody (only direct visits under last-non-direct), and then no row holds its money.
    // Linear always shares it, so the counted total is linear's, and what the model did not give is the rest.
    private (decimal Counted, decimal Attributed, decimal Weaker, decimal Others) Credits()
    {
        var parameters = new SqlParameters(facts.Dialect);
        var words = new Placeholders(query, facts.Dialect, parameters, "day");
        var model = words.Fill("{model}");
        var sure = words.Fill("{evidence}");
        var sql = $"""
            SELECT sum(linear), sum({model}) FILTER (WHERE is_chat AND {sure}), sum({model}) FILTER (WHERE is_chat AND NOT {sure}),
              sum({model}) FILTER (WHERE NOT is_chat AND touch IS NOT NULL)
            FROM {query.From(FactScans.All["credit"], "day", parameters)}
            WHERE {Within(parameters, "day")}
            """;
        return facts.Rows(sql, parameters.Values, row => (At(row, 0), At(row, 1), At(row, 2), At(row, 3))).Single();
    }

    private (decimal Excluded, decimal Unmatched, decimal Total, long WithoutRate) Orders()
    {
        var parameters = new SqlParameters(facts.Dialect);
        var sql = $"""
            SELECT sum(minor) FILTER (WHERE state NOT IN ('counted', 'unknown')), sum(minor) FILTER (WHERE state = 'unknown'), sum(minor),
              count(*) FILTER (WHERE (state = 'rate_missing' AND minor >= 0) OR minor IS NULL)
            FROM (
              SELECT CAST(state AS VARCHAR) AS state, gross_minor AS minor FROM orders WHERE {Within(parameters, "day")}
              UNION ALL
              SELECT CAST(o.state AS VARCHAR), -r.amount_minor FROM refund AS r JOIN orders AS o ON o."order" = r."order" WHERE {Within(parameters, "r.day")}
              UNION ALL
              SELECT 'unknown', -amount_minor FROM unmatched_refund WHERE {Within(parameters, "day")}
            ) AS bookings
            """;
        return facts.Rows(sql, parameters.Values, row => (At(row, 0), At(row, 1), At(row, 2), row.Long(3))).Single();
    }

    private decimal? Imported()
    {
        var parameters = new SqlParameters(facts.Dialect);
        var sql = $"""
            SELECT shop, sum(amount_minor), sum(to_day - from_day) FROM shop_total
            WHERE from_day >= {parameters.Take("from", ParameterType.Date, query.Period.From)} AND to_day <= {parameters.Take("to", ParameterType.Date, query.Period.To)}
            GROUP BY shop
            """;
        var shops = facts.Rows(sql, parameters.Values, row => (Minor: FactReader.Number(row, 1), Days: FactReader.Number(row, 2)));
        // Months that were imported one by one make a quarter; a gap among them makes none.
        return shops.Count > 0 && shops.TrueForAll(s => s.Days == query.Period.Days) ? shops.Sum(s => s.Minor) : null;
    }

    private string Within(SqlParameters parameters, string day) =>
        $"{day} >= {parameters.Take("from", ParameterType.Date, query.Period.From)} AND {day} < {parameters.Take("to", ParameterType.Date, query.Period.To)}";

    private decimal Major(decimal minor) => new Money((long)minor, Currency.Find(query.Settings.Currency)).ToMajor();

    private static decimal At(Beleg.Warehouse.DuckDb.DuckDbRow row, int column) => FactReader.Number(row, column) ?? 0;
}
