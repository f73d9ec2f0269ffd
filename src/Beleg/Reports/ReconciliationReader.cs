using Beleg.Metrics;

namespace Beleg.Reports;

/// <summary>Reconciles the credits of a period with its orders and refunds, shop by shop and currency by currency.</summary>
internal static class ReconciliationReader
{
    /// <summary>Reads it within a snapshot of the facts. Without data all sums are 0.</summary>
    public static Reconciliation Read(FactReader facts, Period period, AttributionChoice model)
    {
        var shops = Lines(facts, period, model, "shop", ShopTotals(facts, period));
        return new Reconciliation
        {
            Total = Sum(shops),
            Shops = shops,
            Currencies = Lines(facts, period, model, "currency", []),
            OrdersWithoutRate = facts.Rows(
                "SELECT count(*) FROM orders WHERE state = 'rate_missing' AND day >= ?::date AND day < ?::date", [period.From, period.To], row => row.Long(0)).Single(),
        };
    }

    // TRICKY: a model may give an order to nobody (only direct visits under last-non-direct), and then no row holds its money. Linear
    // always shares it, so what counts is linear's sum, and what the model did not give is the rest.
    private static List<ReconciliationLine> Lines(FactReader facts, Period period, AttributionChoice model, string by, Dictionary<string, long> own)
    {
        var sql = $"""
            WITH booked AS (
              SELECT {by} AS name, state::varchar AS state, gross_minor AS minor, 1 AS placed FROM orders WHERE day >= $1::date AND day < $2::date
              UNION ALL
              SELECT o.{by}, o.state::varchar, -r.amount_minor, 0 FROM refund AS r JOIN orders AS o ON o."order" = r."order" WHERE r.day >= $1::date AND r.day < $2::date
              UNION ALL
              SELECT {by}, 'unknown', -amount_minor, 0 FROM unmatched_refund WHERE day >= $1::date AND day < $2::date AND amount_minor IS NOT NULL
            ), totals AS (
              SELECT name, sum(placed)::bigint AS placed, coalesce(sum(minor) FILTER (WHERE state NOT IN ('counted', 'unknown')), 0)::bigint AS excluded,
                (sum(minor) FILTER (WHERE state = 'unknown'))::bigint AS unmatched, sum(minor)::bigint AS total
              FROM booked GROUP BY name
            ), credits AS (
              SELECT o.{by} AS name, sum(c.linear)::bigint AS counted,
                coalesce(sum(c.{model.Column}) FILTER (WHERE c.is_chat AND c.touch IS NOT NULL AND c.evidence IN ('a', 'b', 'c')), 0)::bigint AS attributed,
                coalesce(sum(c.{model.Column}) FILTER (WHERE c.is_chat AND c.touch IS NOT NULL AND c.evidence NOT IN ('a', 'b', 'c')), 0)::bigint AS weaker,
                coalesce(sum(c.{model.Column}) FILTER (WHERE NOT c.is_chat AND c.touch IS NOT NULL), 0)::bigint AS other
              FROM credit AS c JOIN orders AS o ON o."order" = c."order" WHERE c.day >= $1::date AND c.day < $2::date GROUP BY o.{by}
            )
            SELECT coalesce(t.name, c.name), coalesce(placed, 0), coalesce(attributed, 0), coalesce(weaker, 0), coalesce(other, 0),
              coalesce(counted, 0) - coalesce(attributed, 0) - coalesce(weaker, 0) - coalesce(other, 0), coalesce(excluded, 0), coalesce(total, 0), unmatched
            FROM totals AS t FULL JOIN credits AS c ON c.name = t.name
            ORDER BY abs(coalesce(total, 0)) DESC, 1
            """;
        return facts.Rows(sql, [period.From, period.To], row =>
        {
            var name = row.Text(0);
            return new ReconciliationLine
            {
                Name = name,
                Orders = row.Long(1),
                Attributed = row.Long(2),
                WeakerEvidence = row.Long(3),
                OtherTouches = row.Long(4),
                Unattributed = row.Long(5),
                Excluded = row.Long(6),
                RefundsWithoutOrder = row.LongOrNull(8),
                Total = row.Long(7),
                ShopTotal = own.TryGetValue(name, out var total) ? total : null,
            };
        });
    }

    private static Dictionary<string, long> ShopTotals(FactReader facts, Period period) => facts.Rows(
        "SELECT shop, sum(amount_minor)::bigint FROM shop_total WHERE from_day = ?::date AND to_day = ?::date AND amount_minor IS NOT NULL GROUP BY shop",
        [period.From, period.To], row => (Shop: row.Text(0), Total: row.Long(1))).ToDictionary(t => t.Shop, t => t.Total, StringComparer.Ordinal);

    // The shops' own totals are set against ours where every shop with orders has one: a part against the whole would say nothing.
    private static ReconciliationLine Sum(List<ReconciliationLine> lines) => new()
    {
        Name = "",
        Orders = lines.Sum(l => l.Orders),
        Attributed = lines.Sum(l => l.Attributed),
        WeakerEvidence = lines.Sum(l => l.WeakerEvidence),
        OtherTouches = lines.Sum(l => l.OtherTouches),
        Unattributed = lines.Sum(l => l.Unattributed),
        Excluded = lines.Sum(l => l.Excluded),
        RefundsWithoutOrder = lines.Any(l => l.RefundsWithoutOrder is not null) ? lines.Sum(l => l.RefundsWithoutOrder) : null,
        Total = lines.Sum(l => l.Total),
        ShopTotal = lines.Count > 0 && lines.All(l => l.ShopTotal is not null) ? lines.Sum(l => l.ShopTotal) : null,
    };
}
