using Beleg.Attribution;
using Beleg.Attribution.DataDriven;

namespace Beleg.Metrics;

/// <summary>Reads the journeys of a period: the channels before each of its orders, and those of touches that led to none.</summary>
internal static class JourneyReader
{
    /// <summary>The journeys, counted by their channels.</summary>
    public static JourneyTable Read(FactReader facts, Period period) => JourneyTable.Of(facts.Rows(
        $"""
        WITH converted AS (
          SELECT string_agg({NameOf("c")}, ' > ' ORDER BY c.touch_at, c.touch) AS path
          FROM credit AS c WHERE c.kind = 'order' AND c.touch IS NOT NULL AND c.day >= $1::date AND c.day < $2::date GROUP BY c."order"
        ), nothing AS (
          SELECT string_agg({NameOf("t")}, ' > ' ORDER BY t."at", t.touch) AS path
          FROM touch AS t WHERE t.day >= $1::date AND t.day < $2::date AND NOT EXISTS (SELECT 1 FROM credit AS c WHERE c.touch = t.touch) GROUP BY t.contact
        )
        SELECT path, sum(ended)::bigint, sum(1 - ended)::bigint FROM (SELECT path, 1 AS ended FROM converted UNION ALL SELECT path, 0 FROM nothing) AS journeys
        GROUP BY path ORDER BY path
        """,
        [period.From, period.To],
        row => new PathRow(row.Text(0).Split(" > "), row.Long(1), 0, row.Long(2))));

    /// <summary>What a channel is called, from a credit or a touch. A touch of a web visit is told from a chat's: 'email' may be both.</summary>
    public static string NameOf(string of) => $"CASE WHEN {of}.touch IS NULL THEN NULL WHEN {of}.is_chat THEN {of}.channel::varchar ELSE 'visit:' || {of}.traffic_channel::varchar END";
}
