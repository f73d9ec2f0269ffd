using Beleg.Metrics;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Warehouse;

namespace Beleg.Reports.Switching;

/// <summary>
/// What a model that learns would change: the same orders, touches and windows, shared by what their journeys taught. Read from the facts in
/// one statement, since learned credits follow from the credits that are there.
/// </summary>
public static class LearnedSwitchReader
{
    private const int MostMovers = 10;
    private const string Days = "day >= $1::date AND day < $2::date";

    private static readonly string[] totals = ["attributed", "conservative", "other_touches", "unattributed", "total", "influenced"];

    /// <summary>The report of a period.</summary>
    /// <param name="engine">The metric engine.</param>
    /// <param name="warehouse">The workspace's facts.</param>
    /// <param name="currency">The workspace's.</param>
    /// <param name="current">How it is; its windows hold on both sides.</param>
    /// <param name="learned">markov or shapley.</param>
    /// <param name="period">The days, by order or refund.</param>
    /// <param name="cancellation">Ends the running statement.</param>
    /// <exception cref="UserErrorException">There is too little to learn from; the message says how much there is.</exception>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public static Task<SwitchReport> ReadAsync(
        MetricEngine engine, WorkspaceWarehouse warehouse, Currency currency, SwitchSide current, string learned, Period period, CancellationToken cancellation) =>
        engine.ReadAsync(warehouse, facts => Read(facts, currency, current, learned, period), cancellation);

    internal static SwitchReport Read(FactReader facts, Currency currency, SwitchSide current, string learned, Period period)
    {
        var weights = LearnedReader.Weights(facts, period, learned);
        if (weights.Refusal is { } refusal)
            throw new UserErrorException(refusal.En);
        var rows = facts.Rows(Sql(facts, new LearnedColumns(facts, weights).From(period, Days), current.Model), [period.From, period.To], row => new Line(
            row.Text(0), row.TextOrNull(1), row.Long(2), row.Long(3), row.Long(4), row.TextOrNull(5), row.TextOrNull(6), (int)row.Long(7)));
        decimal Major(long minor) => new Money(minor, currency).ToMajor();
        IReadOnlyList<SwitchLine> Lines(string kind) => [.. rows.Where(row => row.Kind == kind).Select(row => new SwitchLine(row.Name, Major(row.Before), Major(row.After)))
            .OrderByDescending(line => Math.Abs(line.Change)).ThenByDescending(line => line.After).ThenBy(line => line.Name, StringComparer.Ordinal)];
        var changed = rows.Single(row => row.Kind == "orders");
        return new SwitchReport
        {
            From = period.From,
            To = period.To,
            Currency = currency.Code,
            Current = current,
            Proposed = current with { Model = learned },
            Totals = [.. totals.Select(name => rows.Single(row => row.Kind == "total" && row.Name == name)).Select(line => new SwitchLine(line.Name, Major(line.Before), Major(line.After)))],
            Channels = Lines("channel"),
            Flows = Lines("flow"),
            Grades = [.. rows.Where(row => row.Kind == "grade").Select(row => new SwitchGrade(GradeOf(row.Name), row.Orders, row.Orders, Major(row.Before), Major(row.After))).OrderBy(grade => grade.Grade)],
            Orders = changed.Orders,
            Changed = changed.After,
            Regraded = 0,
            Movers = [.. rows.Where(row => row.Kind == "mover" && row.Before != row.After).OrderByDescending(row => Math.Abs(row.After - row.Before)).ThenBy(row => row.OrderId, StringComparer.Ordinal)
                .Select(row => new SwitchOrder(row.Shop ?? "", row.OrderId ?? "", Major(row.Before), Major(row.After), row.Touches, row.Touches, GradeOf(row.Name), GradeOf(row.Name)))],
        };
    }

    private static Evidence GradeOf(string? label) => Enum.TryParse<Evidence>(label, ignoreCase: true, out var grade) ? grade : Evidence.None;

    private static string Sql(FactReader facts, string credits, string model)
    {
        var column = facts.Dialect.Name((AttributionChoice.Find(model) ?? throw new UserErrorException($"model: there is no model '{model}'.")).Column);
        return $"""
            WITH base AS MATERIALIZED (
              SELECT "order", is_chat, touch IS NULL AS nobody, channel, flow_id, evidence, linear, influenced, {column} AS old, {LearnedCredit.Column} AS own
              FROM {credits} AS credit WHERE {Days}
            ), each AS MATERIALIZED (
              SELECT "order", coalesce(sum(old) FILTER (WHERE is_chat), 0)::bigint AS old, coalesce(sum(own) FILTER (WHERE is_chat), 0)::bigint AS own FROM base GROUP BY "order"
            ), told AS MATERIALIZED (
              SELECT each.old, each.own, o.evidence, o.shop, o.order_id, o.touches FROM each JOIN orders AS o USING ("order")
            )
            SELECT 'total' AS kind, 'attributed' AS name, coalesce(sum(old) FILTER (WHERE is_chat), 0)::bigint AS old, coalesce(sum(own) FILTER (WHERE is_chat), 0)::bigint AS own,
              0::bigint AS orders, NULL::varchar AS shop, NULL::varchar AS order_id, 0::bigint AS touches FROM base
            UNION ALL SELECT 'total', 'conservative', coalesce(sum(old) FILTER (WHERE is_chat AND evidence IN ('a', 'b', 'c')), 0)::bigint, coalesce(sum(own) FILTER (WHERE is_chat AND evidence IN ('a', 'b', 'c')), 0)::bigint, 0, NULL, NULL, 0 FROM base
            UNION ALL SELECT 'total', 'other_touches', coalesce(sum(old) FILTER (WHERE NOT nobody AND NOT is_chat), 0)::bigint, coalesce(sum(own) FILTER (WHERE NOT nobody AND NOT is_chat), 0)::bigint, 0, NULL, NULL, 0 FROM base
            UNION ALL SELECT 'total', 'unattributed', coalesce(sum(old) FILTER (WHERE nobody), 0)::bigint, coalesce(sum(own) FILTER (WHERE nobody), 0)::bigint, 0, NULL, NULL, 0 FROM base
            UNION ALL SELECT 'total', 'total', coalesce(sum(linear) FILTER (WHERE true), 0)::bigint, coalesce(sum(linear) FILTER (WHERE true), 0)::bigint, 0, NULL, NULL, 0 FROM base
            UNION ALL SELECT 'total', 'influenced', coalesce(sum(influenced) FILTER (WHERE is_chat), 0)::bigint, coalesce(sum(influenced) FILTER (WHERE is_chat), 0)::bigint, 0, NULL, NULL, 0 FROM base
            UNION ALL SELECT 'channel', channel::varchar, sum(old)::bigint, sum(own)::bigint, 0, NULL, NULL, 0 FROM base WHERE is_chat AND (old <> 0 OR own <> 0) GROUP BY channel
            UNION ALL SELECT 'flow', flow_id, sum(old)::bigint, sum(own)::bigint, 0, NULL, NULL, 0 FROM base WHERE is_chat AND (old <> 0 OR own <> 0) GROUP BY flow_id
            UNION ALL SELECT 'grade', evidence::varchar, sum(old)::bigint, sum(own)::bigint, count(*), NULL, NULL, 0 FROM told GROUP BY evidence
            UNION ALL SELECT 'orders', NULL, 0, count(*) FILTER (WHERE old <> own), count(*), NULL, NULL, 0 FROM told
            UNION ALL (SELECT 'mover', evidence::varchar, old, own, 1, shop, order_id, touches::bigint FROM told ORDER BY abs(own - old) DESC, shop, order_id LIMIT {MostMovers})
            """;
    }

    private sealed record Line(string Kind, string? Name, long Before, long After, long Orders, string? Shop, string? OrderId, int Touches);
}
