namespace Beleg.Benchmarks;

/// <summary>The dashboard's figures as somebody would write them by hand: a statement a fact, a row a month.</summary>
internal static class DashboardSql
{
    public static IReadOnlyList<string> Statements { get; } =
    [
        """
        SELECT date_trunc('month', day) AS month,
          count(*) FILTER (WHERE automated),
          count(*) FILTER (WHERE automated AND NOT human_involved AND NOT abandoned),
          count(*) FILTER (WHERE automated AND NOT human_involved AND NOT abandoned AND (human_after_ms IS NULL OR human_after_ms > 259200000)),
          count(*) FILTER (WHERE automated AND NOT human_involved AND NOT abandoned AND ended_at > TIMESTAMP '2026-09-27'),
          count(*) FILTER (WHERE automated AND abandoned),
          count(*) FILTER (WHERE automated AND (goal_reached OR confirmed) AND NOT human_involved AND (return_after_ms IS NULL OR return_after_ms > 259200000)),
          count(*) FILTER (WHERE automated AND confirmed AND NOT human_involved AND (return_after_ms IS NULL OR return_after_ms > 259200000)),
          count(*) FILTER (WHERE automated AND goal_reached AND NOT confirmed AND NOT human_involved AND (return_after_ms IS NULL OR return_after_ms > 259200000)),
          count(*) FILTER (WHERE automated AND (goal_reached OR confirmed) AND NOT human_involved AND return_after_ms IS NULL AND ended_at > TIMESTAMP '2026-09-27'),
          count(*) FILTER (WHERE automated AND human_involved),
          count(*) FILTER (WHERE automated AND handoff_requested AND NOT handoff_accepted AND NOT human_acted),
          quantile_disc(automated_response_ms, [0.5, 0.9]) FILTER (WHERE automated AND first_inbound_at IS NOT NULL),
          count(*) FILTER (WHERE automated AND first_inbound_at IS NOT NULL AND automated_response_ms IS NOT NULL),
          count(*) FILTER (WHERE automated AND first_inbound_at IS NOT NULL AND automated_response_ms < 60000),
          count(*) FILTER (WHERE automated AND first_inbound_at IS NOT NULL AND automated_response_ms IS NULL),
          quantile_disc(human_response_ms, [0.5, 0.9]) FILTER (WHERE human_clock_at IS NOT NULL),
          quantile_disc(human_response_business_ms, 0.5) FILTER (WHERE human_clock_at IS NOT NULL),
          count(*) FILTER (WHERE human_clock_at IS NOT NULL AND human_response_ms IS NOT NULL),
          count(*) FILTER (WHERE human_clock_at IS NOT NULL AND human_response_ms < 60000),
          count(*) FILTER (WHERE human_clock_at IS NOT NULL AND human_response_ms IS NULL),
          count(*) FILTER (WHERE opener_visited), count(*) FILTER (WHERE opener_visited AND NOT opener_left),
          count(*) FILTER (WHERE opener_visited AND NOT opener_left AND ended_at > TIMESTAMP '2026-09-29'),
          count(*) FILTER (WHERE first_outbound_delivered AND first_outbound_read IS NOT NULL), count(*) FILTER (WHERE first_outbound_delivered AND first_outbound_read),
          count(*) FILTER (WHERE automated AND lead_with_consent),
          count(*) FILTER (WHERE automated AND started_at > TIMESTAMP '2026-08-30'),
          sum(least(fallbacks, inbound_read_by_automation)) FILTER (WHERE inbound_read_by_automation > 0), sum(inbound_read_by_automation)
        FROM conversation WHERE day >= DATE '2024-10-01' AND day < DATE '2026-10-01' GROUP BY 1 ORDER BY 1
        """,
        """
        SELECT date_trunc('month', day) AS month,
          count(*) FILTER (WHERE channel IN ('whatsapp', 'messenger', 'instagram', 'webchat', 'telegram', 'sms')),
          count(*) FILTER (WHERE channel IN ('whatsapp', 'messenger', 'instagram', 'webchat', 'telegram', 'sms') AND delivered_at IS NOT NULL),
          count(*) FILTER (WHERE "at" > TIMESTAMP '2026-09-29' AND delivered_at IS NULL AND failed_at IS NULL),
          count(DISTINCT contact),
          count(DISTINCT contact) FILTER (WHERE delivered_at IS NOT NULL AND (has_links OR has_buttons)),
          count(DISTINCT contact) FILTER (WHERE delivered_at IS NOT NULL AND (has_links OR has_buttons) AND (link_clicked_at IS NOT NULL OR button_clicked_at IS NOT NULL)),
          count(DISTINCT contact) FILTER (WHERE delivered_at IS NOT NULL AND has_links),
          count(DISTINCT contact) FILTER (WHERE delivered_at IS NOT NULL AND has_links AND link_clicked_at IS NOT NULL),
          count(DISTINCT contact) FILTER (WHERE delivered_at IS NOT NULL AND has_buttons),
          count(DISTINCT contact) FILTER (WHERE delivered_at IS NOT NULL AND has_buttons AND button_clicked_at IS NOT NULL)
        FROM message WHERE day >= DATE '2024-10-01' AND day < DATE '2026-10-01' AND direction = 'outbound' AND kind <> 'note' GROUP BY 1 ORDER BY 1
        """,
        """
        SELECT date_trunc('month', m.day) AS month, count(DISTINCT m.contact)
        FROM message AS m JOIN contact AS c ON c.contact = m.contact AND date_trunc('month', c.opted_out_day) = date_trunc('month', m.day)
        WHERE m.day >= DATE '2024-10-01' AND m.day < DATE '2026-10-01' AND m.direction = 'outbound' AND m.kind <> 'note' GROUP BY 1 ORDER BY 1
        """,
        """
        SELECT date_trunc('month', conversation_day) AS month, sum(linear), sum(linear) FILTER (WHERE evidence IN ('a', 'b', 'c')),
          count(DISTINCT conversation) FILTER (WHERE kind = 'order' AND (weighted & 8) <> 0)
        FROM credit WHERE conversation_day >= DATE '2024-10-01' AND conversation_day < DATE '2026-10-01' AND conversation_automated AND is_chat GROUP BY 1 ORDER BY 1
        """,
        """
        SELECT date_trunc('month', day) AS month, sum(linear), sum(influenced), sum(linear) FILTER (WHERE evidence IN ('a', 'b', 'c')), sum(influenced) FILTER (WHERE evidence IN ('a', 'b', 'c'))
        FROM credit WHERE day >= DATE '2024-10-01' AND day < DATE '2026-10-01' AND is_chat GROUP BY 1 ORDER BY 1
        """,
        """
        SELECT date_trunc('month', day) AS month, sum(net_minor), count(*)
        FROM orders WHERE day >= DATE '2024-10-01' AND day < DATE '2026-10-01' AND state = 'counted' AND net_minor <> 0 GROUP BY 1 ORDER BY 1
        """,
        """
        SELECT date_trunc('month', day) AS month, count(*), count(*) FILTER (WHERE (score - scale_min) * 4 >= 3 * (scale_max - scale_min)), sum(score),
          count(*) FILTER (WHERE rated = 'bot'), count(*) FILTER (WHERE rated = 'bot' AND (score - scale_min) * 4 >= 3 * (scale_max - scale_min)),
          count(*) FILTER (WHERE rated = 'human'), count(*) FILTER (WHERE rated = 'human' AND (score - scale_min) * 4 >= 3 * (scale_max - scale_min))
        FROM survey WHERE day >= DATE '2024-10-01' AND day < DATE '2026-10-01' AND type = 'csat' GROUP BY 1 ORDER BY 1
        """,
    ];
}
